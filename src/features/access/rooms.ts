/** What happens to rooms, as rows and messages: met, bound, looked through for members. */
import type { Address, Draft } from '../../core/change.ts';
import { TIMERS, type Timer } from '../../core/job.ts';
import type { Org } from '../../core/org.ts';
import { type Found, put, type Reader, type Row } from '../../core/store.ts';
import { DAY } from '../../core/time.ts';
import { ERRANDS, type Errand, ROOMS, type Room } from './access.ts';
import { ACCESS } from './texts.ts';

/** What a room may be bound to: a unit, or one of the three rooms there is one of. */
export type Target =
  | { readonly kind: 'unit'; readonly unit: string }
  | { readonly kind: 'office' | 'leaders' | 'public' };

export const FIXED_ROOMS = { 督查群: 'office', 领导群: 'leaders', 公示群: 'public' } as const;

/** What people call a target: 教育局, 督查群. */
export function nameOf(target: Pick<Room, 'kind'> & { readonly unit?: string | null }, org: Org): string {
  if (target.kind === 'unit') return org.unit(target.unit ?? '')?.name ?? ACCESS.noUnit();
  const fixed = Object.entries(FIXED_ROOMS).find(([, kind]) => kind === target.kind);
  return fixed?.[0] ?? ACCESS.noUnit();
}

/** A unit's room starts on trial; the office's own, bound by hand, are in use at once. */
const firstState = (target: Target): Room['state'] => (target.kind === 'unit' ? 'trial' : 'live');

/** The row of a room that is bound now. */
export function boundRow(
  id: string,
  here: Found<Room> | undefined,
  target: Target,
  by: string,
  now: number,
  state: Room['state'] = firstState(target),
): Row {
  const before = here?.data ?? { topic: '', metAt: now };
  const unit = target.kind === 'unit' ? target.unit : null;
  return put(ROOMS, id, { ...before, kind: target.kind, unit, state, boundBy: by }, here);
}

/** Days the bot stays in a group that nobody claims. */
export const STAY = 7;
export const LEAVE = 'access.leave';
const leaveId = (room: string): string => `${LEAVE}/${room}`;
export const leaveTimer = (store: Reader, room: string): Promise<Found<Timer> | undefined> =>
  store.get(TIMERS, leaveId(room));

/** The alarm at which an unclaimed group is left. */
export const leaveRow = (room: string, metAt: number, found: Found<Timer> | undefined): Row =>
  put(TIMERS, leaveId(room), { at: metAt + STAY * DAY, job: LEAVE, subject: room }, found);

/** A bound room, with its alarm if one is set. */
export interface Held {
  readonly room: Found<Room>;
  readonly timer: Found<Timer> | undefined;
}

/** Rows of a room that belongs to nobody from `now` on. */
export const freedRows = ({ room, timer }: Held, now: number): readonly Row[] => [
  put(
    ROOMS,
    room.id,
    { ...room.data, kind: 'unbound', unit: null, state: 'met', metAt: now, boundBy: null },
    room,
  ),
  leaveRow(room.id, now, timer),
];

/** Asks the gateway who is in a room; the answer comes as an event. */
export const askMembers = (room: string, key: string): Draft => ({
  to: `room:${room}` satisfies Address,
  key: `members/${room}/${key}`,
  priority: 'answer',
  body: { deed: 'list-members', id: room },
});

/** Remembers that the names are to be shown to a person when they come. */
export const errandRow = (room: string, to: string, found: Found<Errand> | undefined): Row =>
  put(ERRANDS, room, { to }, found);
