/** Which units a message reaches today, and what the rules need to know of the store. */
import type { Know, World } from '../../core/context.ts';
import type { Found, Reader } from '../../core/store.ts';
import { ROOMS } from '../access/access.ts';
import { NOTICES, type Notice, RECEIPTS, type Receipt } from './notice.ts';

/** Units with an enabled room, and those whose room is still on trial. */
export interface Reach {
  readonly live: ReadonlySet<string>;
  readonly trial: ReadonlySet<string>;
}

export async function reachOf(store: Reader): Promise<Reach> {
  const rooms = await store.find(ROOMS, { kind: 'unit' });
  const unitsIn = (state: string): ReadonlySet<string> =>
    new Set(rooms.filter(({ data }) => data.state === state).flatMap(({ data }) => data.unit ?? []));
  return { live: unitsIn('live'), trial: unitsIn('trial') };
}

/** The notice a code names, drafts included. */
export const noticeOf = (store: Reader, code: string): Promise<Found<Notice> | undefined> =>
  store.get(NOTICES, code);

/** Receipts of an edition still asked for. */
export const missingOf = async (
  store: Reader,
  notice: Pick<Notice, 'code' | 'edition'>,
): Promise<readonly Found<Receipt>[]> =>
  (await store.find(RECEIPTS, { code: notice.code, state: 'asked' })).filter(
    ({ data }) => data.edition === notice.edition,
  );

/** What a rule may know beside its record. */
export type Facts = Know & { readonly reach: Reach };
export const factsOf = async (world: World): Promise<Facts> => ({
  ...world,
  reach: await reachOf(world.store),
});
