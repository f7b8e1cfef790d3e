/** One entry from its parts. */
import type { Entry, Status } from '../reading.ts';
import type { When } from './span-of-time.ts';

export type Who = Pick<Entry, 'person' | 'external' | 'by'>;

/** What a group says of each of its people. */
export interface Said {
  readonly status: Status;
  readonly when: When;
  readonly place: string | undefined;
  readonly reason: string | undefined;
  readonly span: string;
  readonly rule: string;
}

type Building = { -readonly [Key in keyof Entry]: Entry[Key] };

/** Written out field by field: 其余在岗 makes thousands of these, and copies of objects cost ten times as much. */
export function entryOf(who: Who, { status, when, place, reason, span, rule }: Said): Entry {
  const { person, by, external } = who;
  const { from, to, halfDay } = when;
  const entry: Building =
    by === undefined
      ? { person, status, from, to, span, rule }
      : { person, status, from, to, span, rule, by };
  if (halfDay !== undefined) entry.halfDay = halfDay;
  if (place !== undefined) entry.place = place;
  if (reason !== undefined) entry.reason = reason;
  if (external !== undefined) entry.external = external;
  return entry;
}
