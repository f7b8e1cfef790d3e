/** From a length to a last day: working days, natural days, weeks, months. */
import { addDays, type Day, daysBetween } from '../../../core/time.ts';
import type { Status } from '../reading.ts';
import { lastOfMonth } from './day-times.ts';
import type { LengthUnit } from './time-tokens.ts';
import type { Today } from './word-times.ts';

/** Leave that is granted by the working day. */
const BY_WORKDAY: ReadonlySet<Status> = new Set(['leave_personal', 'leave_annual', 'rest']);

/** The n-th working day from `day` on, itself included when it is one. */
function workdaysFrom(day: Day, n: number, { calendar }: Today): Day {
  // 星期六一天: the day that is named.
  if (n === 1) return day;
  let last = day;
  for (let left = n, at = day; left > 0 && daysBetween(day, at) < 800; at = addDays(at, 1))
    if (calendar.isWorkday(at)) {
      last = at;
      left -= 1;
    }
  return last;
}

function monthsLater(day: Day, n: number): Day {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + n;
  const [year, month] = [Math.floor(months / 12), (months % 12) + 1];
  const date = Math.min(Number(day.slice(8)), Number(lastOfMonth(year, month).slice(8)));
  return addDays(`${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`, -1);
}

/** The last day of `n` units from a day on: working days for leave that is granted by them. */
export function lastDay(from: Day, n: number, unit: LengthUnit, status: Status, when: Today): Day {
  if (unit === 'hour') return from;
  if (unit === 'week') return addDays(from, n * 7 - 1);
  if (unit === 'half-month') return addDays(from, n * 15 - 1);
  if (unit === 'month') return monthsLater(from, n);
  return unit === 'workday' || BY_WORKDAY.has(status) ? workdaysFrom(from, n, when) : addDays(from, n - 1);
}
