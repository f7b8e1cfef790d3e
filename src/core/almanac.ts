/** Builds the calendar: what is known of each year of notice, and the law where nothing is. */
import type { Calendar, CalendarDay, Certainty, DayKind, Period, RestDay, YearOfRest } from './calendar.ts';
import { type FeastsOf, JOINT, lawful, type Statutory, statutory } from './festivals.ts';
import { addDays, type Day, daysBetween, isDay, weekdayOf, yearOf } from './time.ts';

/** A day without its name. */
type Plain = Omit<CalendarDay, 'name'>;
interface Span {
  readonly first: Day;
  readonly last: Day;
}
type PlainOf = (date: Day) => Plain;

const DOUBT: readonly Certainty[] = ['official', 'statutory-only', 'expected'];
const weakest = (all: readonly Certainty[]): Certainty =>
  all.reduce((a, b) => (DOUBT.indexOf(a) < DOUBT.indexOf(b) ? b : a), 'official');
const isWeekend = (date: Day): boolean => weekdayOf(date) > 5;
const daysFrom = ({ first, last }: Span): Day[] =>
  Array.from({ length: daysBetween(first, last) + 1 }, (_, i) => addDays(first, i));
const wholeYear = (year: number): Day[] => daysFrom({ first: `${year}-01-01`, last: `${year}-12-31` });

function memo<K, V>(make: (key: K) => V): (key: K) => V {
  const made = new Map<K, V>();
  return (key) => {
    const value = made.get(key) ?? make(key);
    made.set(key, value);
    return value;
  };
}

// A weekday that a notice orders to be worked (2020-02-03) is a plain workday, not a make-up day.
function kindOf(date: Day, listed: RestDay | undefined): DayKind {
  if (listed?.isOffDay) return 'holiday';
  if (!isWeekend(date)) return 'workday';
  return listed ? 'makeup' : 'weekend';
}

/** The days of one civil year; in December the next notice has the last word. */
function plainYear(year: number, restOf: (year: number) => YearOfRest): ReadonlyMap<Day, Plain> {
  const own = restOf(year);
  const next = restOf(year + 1);
  const listed = new Map([...next.days, ...own.days].reverse().map((day) => [day.date, day] as const));
  const source = new Map(next.days.map((day) => [day.date, next.certainty] as const));
  const unsure = new Set([...(own.mayWork ?? []), ...(next.mayWork ?? [])]);
  return new Map(
    wholeYear(year).map((date) => {
      const entry = listed.get(date);
      const kind = kindOf(date, entry);
      const known = entry?.certainty ?? source.get(date) ?? own.certainty;
      const certainty = kind === 'weekend' && unsure.has(date) ? 'expected' : known;
      return [date, { date, workday: kind === 'workday' || kind === 'makeup', kind, certainty }];
    }),
  );
}

/** The whole run of days off around a day off. */
function runAround(date: Day, plain: PlainOf): Span {
  let first = date;
  let last = date;
  while (!plain(addDays(first, -1)).workday) first = addDays(first, -1);
  while (!plain(addDays(last, 1)).workday) last = addDays(last, 1);
  return { first, last };
}

/** The runs of days off in which the notice lists a day, in order. */
function runsOf(rest: YearOfRest, plain: PlainOf): Span[] {
  const off = rest.days.filter((day) => day.isOffDay).map((day) => day.date);
  const runs: Span[] = [];
  for (const date of off.sort()) {
    const latest = runs.at(-1);
    if (!latest || date > latest.last) runs.push(runAround(date, plain));
  }
  return runs;
}

const within = ({ first, last }: Span, date: Day): boolean => first <= date && date <= last;

/** The festivals of a run: as the notice joins them, else in the order of their statutory days inside it. */
function festivalsOf(run: Span, rest: YearOfRest, ofLaw: readonly Statutory[]): readonly string[] {
  const names = rest.days.filter((day) => day.isOffDay && within(run, day.date)).map((day) => day.name);
  const joined = names.find((name) => name.includes(JOINT))?.split(JOINT) ?? [];
  const inside = ofLaw
    .filter(({ days }) => days.some((day) => within(run, day)))
    .map(({ name }): string => name);
  return [...new Set([...joined, ...inside, ...names.flatMap((name) => name.split(JOINT))])];
}

/** The periods of one year of notice, in order, each with the make-up days nearest to it. */
function periodsOf(rest: YearOfRest, plain: PlainOf, feastsOf: FeastsOf): readonly Period[] {
  const ofLaw = statutory(rest.year, feastsOf(rest.year));
  const runs = runsOf(rest, plain).map((run) => ({ ...run, festivals: festivalsOf(run, rest, ofLaw) }));
  const makeups = rest.days.filter((day) => !day.isOffDay && isWeekend(day.date));
  const nearest = (day: RestDay): Span | undefined =>
    runs
      .filter(({ festivals }) => day.name.split(JOINT).some((name) => festivals.includes(name)))
      .sort((a, b) => Math.abs(daysBetween(a.first, day.date)) - Math.abs(daysBetween(b.first, day.date)))[0];
  return runs.map((run) => ({
    name: run.festivals.join(JOINT),
    festivals: run.festivals,
    year: rest.year,
    first: run.first,
    last: run.last,
    days: daysBetween(run.first, run.last) + 1,
    workdayBefore: addDays(run.first, -1),
    workdayAfter: addDays(run.last, 1),
    makeup: makeups
      .filter((day) => nearest(day) === run)
      .map((day) => day.date)
      .sort(),
    certainty: weakest(daysFrom(run).map((date) => plain(date).certainty)),
  }));
}

/** Holidays and make-up days by the name of their period. */
function namesOf(rest: YearOfRest, periods: readonly Period[]): ReadonlyMap<Day, string> {
  const home = (date: Day) => periods.find((period) => within(period, date) || period.makeup.includes(date));
  return new Map(rest.days.map(({ date, name }) => [date, home(date)?.name ?? name]));
}

/**
 * The calendar of the years given, an `override` before a `package` year, and of the law for every other year.
 * A year is worked out once, when it is first asked for. A date that does not exist throws a RangeError.
 */
export function calendarOf(years: readonly YearOfRest[], feastsOf: FeastsOf): Calendar {
  const given = new Map(years.map((rest) => [rest.year, rest]));
  for (const rest of years) if (rest.source === 'override') given.set(rest.year, rest);
  const feasts = memo(feastsOf);
  const restOf = memo((year: number) => given.get(year) ?? lawful(year, feasts(year)));
  const plainOf = memo((year: number) => plainYear(year, restOf));
  const plain = (date: Day): Plain => {
    const found = isDay(date) ? plainOf(yearOf(date)).get(date) : undefined;
    if (!found) throw new RangeError(`not a day: ${date}`);
    return found;
  };
  const periodsIn = memo((year: number) => periodsOf(restOf(year), plain, feasts));
  const namesIn = memo((year: number) => namesOf(restOf(year), periodsIn(year)));
  const days = new Map<Day, CalendarDay>();
  const work = (date: Day): CalendarDay => {
    const bare = plain(date);
    const year = yearOf(date);
    const named = bare.kind === 'holiday' || bare.kind === 'makeup';
    const name = named ? (namesIn(year + 1).get(date) ?? namesIn(year).get(date)) : undefined;
    const made = name === undefined ? bare : { ...bare, name };
    days.set(date, made);
    return made;
  };
  const day = (date: Day): CalendarDay => days.get(date) ?? work(date);
  return {
    day,
    isWorkday: (date) => day(date).workday,
    shiftWorkdays: (date, n) => shift(date, n, (each) => day(each).workday),
    periods: (from, to) =>
      between(yearOf(from), yearOf(to) + 1)
        .flatMap(periodsIn)
        .filter(({ first }) => from <= first && first <= to),
  };
}

const between = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);

function shift(date: Day, n: number, isWorkday: (date: Day) => boolean): Day {
  const step = n < 0 ? -1 : 1;
  let left = Math.abs(n);
  let at = date;
  if (n === 0) while (!isWorkday(at)) at = addDays(at, 1);
  while (left > 0) {
    at = addDays(at, step);
    if (isWorkday(at)) left -= 1;
  }
  return at;
}
