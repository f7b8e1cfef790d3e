/** When nothing can be written down: the one who asked and the admins are told without the outbox, seldom. */
import type { Address } from '../core/change.ts';
import type { Heard } from '../core/ports.ts';
import { HOUR, MINUTE } from '../core/time.ts';
import { destinationOf } from './delivery.ts';
import type { House } from './house.ts';
import { APP } from './texts.ts';

/** Tells of a commit that failed; each address hears of it once in a while. */
export type Alarm = (event: Heard | undefined) => Promise<void>;

const AGAIN = { asker: 10 * MINUTE, admin: HOUR };

export function alarm(house: House): Alarm {
  const told = new Map<string, number>();
  const say = async (to: Address, text: string, every: number): Promise<void> => {
    const now = house.doors.clock.now();
    if (now - (told.get(to) ?? 0) < every) return;
    told.set(to, now);
    const destination = await destinationOf(house, to);
    if (destination !== undefined) await house.doors.chat.send(destination, { text });
  };
  return async (event) => {
    for (const admin of house.know().org.everywhere('admin'))
      await say(`person:${admin.id}`, APP.storeTrouble(), AGAIN.admin);
    if (event?.kind !== 'message') return;
    const here: Address = event.room === null ? `contact:${event.contact}` : `room:${event.room}`;
    await say(here, APP.internal(), AGAIN.asker);
  };
}
