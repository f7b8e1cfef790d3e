/** Working hours: which they are, arithmetic that counts only work time, and when nobody may be disturbed. */
import type { Calendar } from './calendar.ts';
import type { Unit } from './roster.ts';
import { addDays, DAY, type Day, dayOf, type Hm, hmOf, instant, MINUTE } from './time.ts';

export type UnitKind = Unit['kind'];
/** Work from one wall-clock time to another on the same day. */
export type WorkSpan = readonly [from: Hm, to: Hm];

/** Hours in force from a day of the year on, until the next season begins; the last one runs into the new year. */
interface Season {
  /** `MM-DD`. */
  readonly from: string;
  readonly spans: readonly WorkSpan[];
}

/** The whole of config/hours.json. Lengths are minutes. */
export interface Hours {
  /** 作息 of each kind of unit, by season; a kind that is not named has the hours of `default`. */
  readonly work: { readonly default: readonly Season[] } & Readonly<
    Partial<Record<UnitKind, readonly Season[]>>
  >;
  /** Nothing unasked from the first to the second time, across midnight when the first is later. */
  readonly quiet: WorkSpan;
  readonly noon: WorkSpan;
  /** After the prompt at the start of work: the one nudge, and the end of the window. */
  readonly nudgeAfter: number;
  readonly cutoffAfter: number;
  /** Before the end of the window: the one question about what was unclear. */
  readonly askBefore: number;
  /** Before the end of work. */
  readonly digestBefore: number;
  /** Work minutes without a receipt after which a room gets its one hint. */
  readonly hintAfter: number;
}

type Instants = readonly [from: number, to: number];
/** A little over ten years: no work time within it means hours or calendar are empty. */
const LONGEST_SEARCH = 4_000;

/** The hours of a kind of unit on a day, were it a workday. */
export function hoursOn(hours: Hours, day: Day, kind: UnitKind): readonly WorkSpan[] {
  const seasons = hours.work[kind] ?? hours.work.default;
  const begun = seasons.filter(({ from }) => from <= day.slice(5));
  const latest = (all: readonly Season[]): Season | undefined =>
    all.reduce<Season | undefined>((a, b) => (a && a.from > b.from ? a : b), undefined);
  return (latest(begun) ?? latest(seasons))?.spans ?? [];
}

/** Start and end of a kind's work on a day. */
export function workSpan(hours: Hours, day: Day, kind: UnitKind): WorkSpan | undefined {
  const spans = hoursOn(hours, day, kind);
  const [first, last] = [spans[0], spans.at(-1)];
  return first && last && [first[0], last[1]];
}

const workOn = (day: Day, hours: Hours, kind: UnitKind, calendar: Calendar): readonly Instants[] =>
  calendar.isWorkday(day)
    ? hoursOn(hours, day, kind).map(([from, to]) => [instant(day, from), instant(day, to)])
    : [];

/** The work spans from an instant's day on, or back, one by one. */
function* spansFrom(
  at: number,
  step: 1 | -1,
  hours: Hours,
  kind: UnitKind,
  calendar: Calendar,
): Generator<Instants> {
  let day = dayOf(at);
  for (let n = 0; n < LONGEST_SEARCH; n += 1, day = addDays(day, step)) {
    const spans = workOn(day, hours, kind, calendar);
    yield* step === 1 ? spans : [...spans].reverse();
  }
  throw new RangeError('no work time within ten years');
}

function forward(from: number, minutes: number, hours: Hours, kind: UnitKind, calendar: Calendar): number {
  let left = minutes * MINUTE;
  for (const [start, end] of spansFrom(from, 1, hours, kind, calendar)) {
    const begin = Math.max(start, from);
    if (begin > end) continue;
    if (begin + left <= end) return begin + left;
    left -= end - begin;
  }
  return from;
}

function back(from: number, minutes: number, hours: Hours, kind: UnitKind, calendar: Calendar): number {
  let left = minutes * MINUTE;
  for (const [start, end] of spansFrom(from, -1, hours, kind, calendar)) {
    const begin = Math.min(end, from);
    if (begin < start) continue;
    if (begin - left >= start) return begin - left;
    left -= begin - start;
  }
  return from;
}

/**
 * The instant `minutes` of work time after `from`, or before it when negative. The answer lies in work time: going
 * forward an end of work stays that end (17:00 + 60 is 18:00), going back a start stays that start.
 */
export const addWorkTime = (
  from: number,
  minutes: number,
  hours: Hours,
  kind: UnitKind,
  calendar: Calendar,
): number =>
  minutes < 0 ? back(from, -minutes, hours, kind, calendar) : forward(from, minutes, hours, kind, calendar);

/** Minutes of work time from `a` to `b`; negative when `b` is earlier. */
export function workMinutesBetween(
  a: number,
  b: number,
  hours: Hours,
  kind: UnitKind,
  calendar: Calendar,
): number {
  if (b < a) return -workMinutesBetween(b, a, hours, kind, calendar);
  let total = 0;
  for (let day = dayOf(a); day <= dayOf(b); day = addDays(day, 1))
    for (const [start, end] of workOn(day, hours, kind, calendar))
      total += Math.max(0, Math.min(end, b) - Math.max(start, a));
  return total / MINUTE;
}

/** From the first time up to, not including, the second. */
const inside = (hm: Hm, [from, to]: WorkSpan): boolean =>
  from <= to ? from <= hm && hm < to : from <= hm || hm < to;

/** Whether an instant lies in quiet hours, on any day. */
export const isQuiet = (at: number, hours: Hours): boolean => inside(hmOf(at), hours.quiet);

/** Whether something unasked may be sent: on workdays, outside quiet hours and the noon rest. */
export const mayDisturb = (at: number, hours: Hours, calendar: Calendar): boolean =>
  !isQuiet(at, hours) && !inside(hmOf(at), hours.noon) && calendar.isWorkday(dayOf(at));

/** The first instant from `at` on at which something unasked may be sent. */
export function nextDisturbable(at: number, hours: Hours, calendar: Calendar): number {
  if (mayDisturb(at, hours, calendar)) return at;
  const starts = [hours.quiet[1], hours.noon[1], '00:00'].sort();
  for (let n = 0, day = dayOf(at); n < LONGEST_SEARCH; n += 1, day = addDays(day, 1)) {
    const found = starts
      .map((hm) => instant(day, hm))
      .find((time) => time > at && mayDisturb(time, hours, calendar));
    if (found !== undefined) return found;
  }
  return at + LONGEST_SEARCH * DAY;
}

/** The first instant from `at` on outside quiet hours, on any day: for what must be told at once. */
export function nextAwake(at: number, hours: Hours): number {
  if (!isQuiet(at, hours)) return at;
  const end = instant(dayOf(at), hours.quiet[1]);
  return end > at ? end : end + DAY;
}

/** A time on the next workday after an instant's day: when what is asked for now is due. */
export const endOfNextWorkday = (at: number, hm: Hm, calendar: Calendar): number =>
  instant(calendar.shiftWorkdays(dayOf(at), 1), hm);
