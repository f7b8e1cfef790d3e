/** What a reload of the holiday files changed, in words for the office. */
import { calendarOf } from '../../core/almanac.ts';
import type { YearOfRest } from '../../core/calendar.ts';
import { changedPeriods } from '../../core/calendar-texts.ts';
import { feastsOf } from './lunar.ts';

const asText = (rest: YearOfRest | undefined): string => JSON.stringify(rest ?? null);

/** One line in Chinese for each period that is not what it was; none when the two say the same. */
export function diffYears(before: readonly YearOfRest[], after: readonly YearOfRest[]): readonly string[] {
  const of = (years: readonly YearOfRest[], year: number): string =>
    asText(years.find((rest) => rest.year === year));
  const all = [...new Set([...before, ...after].map(({ year }) => year))].sort((a, b) => a - b);
  const changed = all.filter((year) => of(before, year) !== of(after, year));
  const [old, now] = [calendarOf(before, feastsOf), calendarOf(after, feastsOf)];
  return changed.flatMap((year) => changedPeriods(old, now, year));
}
