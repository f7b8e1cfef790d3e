/** The seven festivals: the days the law gives each without any notice, and what usually comes with them. */
import type { RestDay, YearOfRest } from './calendar.ts';
import { addDays, type Day, weekdayOf } from './time.ts';

export const FESTIVALS = ['元旦', '春节', '清明节', '劳动节', '端午节', '国庆节', '中秋节'] as const;
type Festival = (typeof FESTIVALS)[number];
/** Stands between the names of merged festivals. */
export const JOINT = '、';

/** The moving days of one year. */
export interface Feasts {
  /** 正月初一. */
  readonly spring: Day;
  readonly qingming: Day;
  readonly duanwu: Day;
  readonly zhongqiu: Day;
}
export type FeastsOf = (year: number) => Feasts;

/** A festival with its statutory days, in order. */
export interface Statutory {
  readonly name: Festival;
  readonly days: readonly Day[];
}

/** A law in force `since` that year: days of 春节 counted from 正月初一, lengths of the others. */
interface Law {
  readonly since: number;
  readonly spring: readonly [number, number];
  readonly labour: number;
  readonly national: number;
  /** Whether 清明节, 端午节 and 中秋节 are public holidays. */
  readonly traditional: boolean;
}

const OLDEST: Law = { since: 1950, spring: [0, 2], labour: 1, national: 2, traditional: false };
const LAWS: readonly Law[] = [
  { since: 2025, spring: [-1, 2], labour: 2, national: 3, traditional: true },
  { since: 2014, spring: [0, 2], labour: 1, national: 3, traditional: true },
  { since: 2008, spring: [-1, 1], labour: 1, national: 3, traditional: true },
  { since: 2000, spring: [0, 2], labour: 3, national: 3, traditional: false },
];

/** How many days before and after a holiday make-up days have ever been put. */
const SWAP_BEFORE = 11;
const SWAP_AFTER = 6;

/** The days from `first` to `last`, both counted from `day`. */
const run = (day: Day, first: number, last: number): Day[] =>
  Array.from({ length: last - first + 1 }, (_, i) => addDays(day, first + i));
const isWeekend = (day: Day): boolean => weekdayOf(day) > 5;

/** The statutory days of a year under the law of that year, in order; 国庆节 before a 中秋节 of the same day. */
export function statutory(year: number, feasts: Feasts): readonly Statutory[] {
  const law = LAWS.find(({ since }) => since <= year) ?? OLDEST;
  const traditional: Statutory[] = [
    { name: '清明节', days: [feasts.qingming] },
    { name: '端午节', days: [feasts.duanwu] },
    { name: '中秋节', days: [feasts.zhongqiu] },
  ];
  const all: Statutory[] = [
    { name: '元旦', days: [`${year}-01-01`] },
    { name: '春节', days: run(feasts.spring, law.spring[0], law.spring[1]) },
    { name: '劳动节', days: run(`${year}-05-01`, 0, law.labour - 1) },
    { name: '国庆节', days: run(`${year}-10-01`, 0, law.national - 1) },
    ...(law.traditional ? traditional : []),
  ];
  const first = ({ days }: Statutory): Day => days[0] ?? '';
  return all.sort((a, b) => first(a).localeCompare(first(b)));
}

/** Article 6: each statutory day on a weekend moves to the next workday. */
function compensated(festivals: readonly Statutory[]): Map<Day, string> {
  const off = new Map<Day, string>();
  for (const { name, days } of festivals)
    for (const day of days) off.set(day, [off.get(day), name].filter(Boolean).join(JOINT));
  for (const { name, days } of festivals)
    for (const day of days.filter(isWeekend)) {
      let next = addDays(day, 1);
      while (off.has(next) || isWeekend(next)) next = addDays(next, 1);
      off.set(next, name);
    }
  return off;
}

// By weekday of a one-day festival (index 1 = Monday): the three days usually given, only the day itself on a Wednesday.
const THREE_DAYS = [
  [0, 0],
  [-2, 0],
  [-2, 0],
  [0, 0],
  [0, 2],
  [0, 2],
  [0, 2],
  [-1, 1],
] as const;

/** The days a festival usually spans by the principle announced in November 2024. */
function customary(year: number, feasts: Feasts, name: Festival): readonly Day[] {
  const moon = feasts.zhongqiu.slice(5);
  const merged = moon >= '09-29' && moon <= '10-08';
  const three = (day: Day): readonly Day[] => {
    const [from, to] = THREE_DAYS[weekdayOf(day)] ?? [0, 0];
    return run(day, from, to);
  };
  switch (name) {
    case '元旦':
      return three(`${year}-01-01`);
    case '春节':
      return run(feasts.spring, -1, 6);
    case '劳动节':
      return run(`${year}-05-01`, 0, 4);
    case '国庆节':
      return run(merged && moon < '10-01' ? feasts.zhongqiu : `${year}-10-01`, 0, merged ? 7 : 6);
    case '中秋节':
      return merged ? [] : three(feasts.zhongqiu);
    case '清明节':
      return three(feasts.qingming);
    case '端午节':
      return three(feasts.duanwu);
  }
}

/** The weekend days around `holidays` that a notice may turn into workdays; those of another year only if it has holidays. */
function mayWork(year: number, holidays: readonly Day[]): Day[] {
  const listed = new Set(holidays);
  const years = new Set([`${year}`, ...holidays.map((day) => day.slice(0, 4))]);
  const near = new Set(holidays.flatMap((day) => run(day, -SWAP_BEFORE, SWAP_AFTER)));
  return [...near].filter((day) => isWeekend(day) && !listed.has(day) && years.has(day.slice(0, 4)));
}

/**
 * A year nobody has announced: statutory days and their compensation as the law gives them, the rest of the usual
 * days as `expected`. Make-up days are never claimed.
 */
export function lawful(year: number, feasts: Feasts): YearOfRest {
  const festivals = statutory(year, feasts);
  const sure = compensated(festivals);
  const usual =
    year < 2025
      ? []
      : festivals.flatMap(({ name }) => customary(year, feasts, name).map((date) => ({ date, name })));
  const days: RestDay[] = [
    ...[...sure].map(([date, name]): RestDay => ({ date, name, isOffDay: true })),
    ...usual
      .filter(({ date }) => !sure.has(date))
      .map((day): RestDay => ({ ...day, isOffDay: true, certainty: 'expected' })),
  ];
  return {
    year,
    source: 'law',
    certainty: 'statutory-only',
    days,
    mayWork: mayWork(
      year,
      days.map(({ date }) => date),
    ),
  };
}
