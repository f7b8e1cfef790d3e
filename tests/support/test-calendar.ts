/** A calendar for tests, from the published days of chinese-days, without the house's own adapter. */
import { readFileSync } from 'node:fs';
import type { Calendar, CalendarDay, Period } from '../../src/core/calendar.ts';
import { addDays, type Day, daysBetween, weekdayOf, yearOf } from '../../src/core/time.ts';

type Table = Readonly<Record<string, string>>;
const read = (): { holidays: Table; workdays: Table } =>
  JSON.parse(
    readFileSync(new URL('../../node_modules/chinese-days/dist/chinese-days.json', import.meta.url), 'utf8'),
  );

const nameOf = (said: string | undefined): string | undefined => said?.split(',')[1];

const runs = (holidays: Table): readonly (readonly [Day, Day])[] => {
  const out: [Day, Day][] = [];
  for (const day of Object.keys(holidays).sort()) {
    const last = out.at(-1);
    if (last && daysBetween(last[1], day) === 1) last[1] = day;
    else out.push([day, day]);
  }
  return out;
};

/** Builds the calendar; reads one file. */
export const createTestCalendar = (): Calendar => {
  const { holidays, workdays } = read();
  const isWorkday = (date: Day): boolean => {
    if (holidays[date] !== undefined) return false;
    return workdays[date] !== undefined || weekdayOf(date) <= 5;
  };
  const shift = (date: Day, n: number): Day => {
    let day = date;
    while (n === 0 && !isWorkday(day)) day = addDays(day, 1);
    for (let left = Math.abs(n); left > 0; ) {
      day = addDays(day, n < 0 ? -1 : 1);
      if (isWorkday(day)) left -= 1;
    }
    return day;
  };
  const day = (date: Day): CalendarDay => {
    const name = nameOf(holidays[date]) ?? nameOf(workdays[date]);
    const kind = holidays[date]
      ? 'holiday'
      : workdays[date]
        ? 'makeup'
        : weekdayOf(date) > 5
          ? 'weekend'
          : 'workday';
    return { date, workday: isWorkday(date), kind, ...(name ? { name } : {}), certainty: 'official' };
  };
  const period = ([first, last]: readonly [Day, Day]): Period => {
    const festivals = [
      ...new Set(
        Array.from(
          { length: daysBetween(first, last) + 1 },
          (_, i) => nameOf(holidays[addDays(first, i)]) ?? '',
        ),
      ),
    ];
    return {
      name: festivals.join('、'),
      festivals,
      year: yearOf(first),
      first,
      last,
      days: daysBetween(first, last) + 1,
      workdayBefore: shift(first, -1),
      workdayAfter: shift(last, 1),
      makeup: [],
      certainty: 'official',
    };
  };
  const all = runs(holidays).map(period);
  return {
    day,
    isWorkday,
    shiftWorkdays: shift,
    periods: (from, to) => all.filter((p) => p.first >= from && p.first <= to),
  };
};
