/** A year of the calendar as other programs read it. */
import type { Calendar, CalendarDay, Period } from './calendar.ts';
import { addDays, type Day } from './time.ts';

type ReportedPeriod = Pick<
  Period,
  'name' | 'first' | 'last' | 'days' | 'workdayBefore' | 'workdayAfter' | 'makeup'
>;
/** What `ducha calendar YYYY --json` prints. */
export interface CalendarReport {
  readonly days: readonly CalendarDay[];
  readonly periods: readonly ReportedPeriod[];
}

/** The periods of one year of notice; 元旦 may begin in the December before. */
export const periodsOfYear = (calendar: Calendar, year: number): readonly Period[] =>
  calendar.periods(`${year - 1}-12-01`, `${year}-12-31`).filter((period) => period.year === year);

const reported = ({
  name,
  first,
  last,
  days,
  workdayBefore,
  workdayAfter,
  makeup,
}: Period): ReportedPeriod => ({
  name,
  first,
  last,
  days,
  workdayBefore,
  workdayAfter,
  makeup,
});

/** Every day of the year and the periods of its notice. */
export function calendarJson(calendar: Calendar, year: number): CalendarReport {
  const days: CalendarDay[] = [];
  for (let day: Day = `${year}-01-01`; day.slice(0, 4) === String(year); day = addDays(day, 1))
    days.push(calendar.day(day));
  return { days, periods: periodsOfYear(calendar, year).map(reported) };
}
