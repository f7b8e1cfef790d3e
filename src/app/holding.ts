/** What is not sent although it is due: unasked messages to a room that is only on trial. */
import { isUnasked, type Waiting } from '../core/outbox.ts';
import { ROOMS } from '../features/access/access.ts';
import type { House } from './house.ts';

export interface Held {
  readonly why: 'trial';
}

/** Why a message is held back for good, if it is. */
export async function holdOf(house: House, row: Waiting): Promise<Held | undefined> {
  if (!isUnasked(row) || !row.to.startsWith('unit:')) return undefined;
  const [room] = await house.doors.store.find(ROOMS, { kind: 'unit', unit: row.to.slice('unit:'.length) });
  return room?.data.state === 'trial' ? { why: 'trial' } : undefined;
}
