/** The window of a workday in which whereabouts are collected, by kind of unit. */
import type { Know } from '../../core/context.ts';
import { type Hours, type UnitKind, workSpan } from '../../core/hours.ts';
import type { Slot } from '../../core/job.ts';
import type { Unit } from '../../core/roster.ts';
import type { Reader } from '../../core/store.ts';
import { type Day, dayOf, hmOf, instant, MINUTE } from '../../core/time.ts';
import { ROOMS } from '../access/access.ts';
import { KIND_NAMES } from './texts.ts';

/** Instants of one day's window. */
export interface Window {
  readonly day: Day;
  readonly start: number;
  readonly nudge: number;
  readonly ask: number;
  readonly cutoff: number;
  /** The end of work. */
  readonly end: number;
}

/** The window of a day for a kind of unit; undefined on a day of rest, or without hours. */
export function windowOf(
  day: Day,
  kind: UnitKind,
  { hours, calendar }: Pick<Know, 'hours' | 'calendar'>,
): Window | undefined {
  const span = calendar.isWorkday(day) ? workSpan(hours, day, kind) : undefined;
  return span === undefined
    ? undefined
    : windowFrom(day, instant(day, span[0]), instant(day, span[1]), hours);
}

function windowFrom(day: Day, start: number, end: number, hours: Hours): Window {
  const cutoff = start + hours.cutoffAfter * MINUTE;
  return {
    day,
    start,
    nudge: start + hours.nudgeAfter * MINUTE,
    ask: cutoff - hours.askBefore * MINUTE,
    cutoff,
    end,
  };
}

const kindsOf = (know: Know): readonly UnitKind[] => [
  ...new Set(know.org.supervised.map(({ kind }) => kind)),
];

/** One slot a kind of unit, at the instant `pick` takes from its window. */
export const slotsAt =
  (pick: (window: Window) => number, why: (kind: string) => string) =>
  (day: Day, know: Know): readonly Slot[] =>
    kindsOf(know).flatMap((kind) => {
      const window = windowOf(day, kind, know);
      return window === undefined ? [] : [{ at: hmOf(pick(window)), part: kind, why: why(KIND_NAMES[kind]) }];
    });

/** Supervised units of a kind whose room is bound. */
export async function boundUnits(
  kind: string,
  know: Know & { readonly store: Reader },
): Promise<readonly Unit[]> {
  const rooms = await know.store.find(ROOMS, { kind: 'unit' });
  const bound = new Set(rooms.flatMap(({ data }) => (data.state === 'met' ? [] : [data.unit])));
  return know.org.supervised.filter((unit) => unit.kind === kind && bound.has(unit.id));
}

/**
 * The day whose window takes up something unclear that is said at an instant: today's until its cutoff, after work the
 * next workday's; undefined in between, when no question is to come.
 */
export function doubtDayOf(
  at: number,
  kind: UnitKind,
  know: Pick<Know, 'hours' | 'calendar'>,
): Day | undefined {
  const today = dayOf(at);
  const window = windowOf(today, kind, know);
  if (window === undefined) return know.calendar.shiftWorkdays(today, 0);
  if (at <= window.cutoff) return today;
  return at >= window.end ? know.calendar.shiftWorkdays(today, 1) : undefined;
}

/** True when no tally is to come that could acknowledge what was said at `at` about a day. */
export function isClosed(
  day: Day,
  at: number,
  kind: UnitKind,
  know: Pick<Know, 'hours' | 'calendar'>,
): boolean {
  const window = windowOf(day, kind, know);
  return window === undefined ? day <= dayOf(at) : at > window.cutoff;
}
