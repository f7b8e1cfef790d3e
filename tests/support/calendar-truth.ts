/** The calendar against what others say of every day 2010–2026; run by one test file for each host time zone. */
import { HolidayUtil } from 'lunar-typescript';
import { describe, expect, it } from 'vitest';
import { shippedCalendar } from '../../src/adapters/calendar/calendar.ts';
import { calendarJson, periodsOfYear } from '../../src/core/calendar-report.ts';
import { addDays, type Day, weekdayOf } from '../../src/core/time.ts';

const calendar = shippedCalendar();
const YEARS = Array.from({ length: 17 }, (_, i) => 2010 + i);
const DAYS: Day[] = [];
for (let day = '2010-01-01'; day <= '2026-12-31'; day = addDays(day, 1)) DAYS.push(day);

/** As the notices have it; year, name, first, last, days, last workday before, first after, make-up days. */
const PERIODS = `
2024 元旦 2023-12-30 2024-01-01 3 2023-12-29 2024-01-02
2024 春节 2024-02-10 2024-02-17 8 2024-02-09 2024-02-18 2024-02-04 2024-02-18
2024 清明节 2024-04-04 2024-04-06 3 2024-04-03 2024-04-07 2024-04-07
2024 劳动节 2024-05-01 2024-05-05 5 2024-04-30 2024-05-06 2024-04-28 2024-05-11
2024 端午节 2024-06-08 2024-06-10 3 2024-06-07 2024-06-11
2024 中秋节 2024-09-15 2024-09-17 3 2024-09-14 2024-09-18 2024-09-14
2024 国庆节 2024-10-01 2024-10-07 7 2024-09-30 2024-10-08 2024-09-29 2024-10-12
2025 元旦 2025-01-01 2025-01-01 1 2024-12-31 2025-01-02
2025 春节 2025-01-28 2025-02-04 8 2025-01-27 2025-02-05 2025-01-26 2025-02-08
2025 清明节 2025-04-04 2025-04-06 3 2025-04-03 2025-04-07
2025 劳动节 2025-05-01 2025-05-05 5 2025-04-30 2025-05-06 2025-04-27
2025 端午节 2025-05-31 2025-06-02 3 2025-05-30 2025-06-03
2025 国庆节、中秋节 2025-10-01 2025-10-08 8 2025-09-30 2025-10-09 2025-09-28 2025-10-11
2026 元旦 2026-01-01 2026-01-03 3 2025-12-31 2026-01-04 2026-01-04
2026 春节 2026-02-15 2026-02-23 9 2026-02-14 2026-02-24 2026-02-14 2026-02-28
2026 清明节 2026-04-04 2026-04-06 3 2026-04-03 2026-04-07
2026 劳动节 2026-05-01 2026-05-05 5 2026-04-30 2026-05-06 2026-05-09
2026 端午节 2026-06-19 2026-06-21 3 2026-06-18 2026-06-22
2026 中秋节 2026-09-25 2026-09-27 3 2026-09-24 2026-09-28
2026 国庆节 2026-10-01 2026-10-07 7 2026-09-30 2026-10-08 2026-09-20 2026-10-10`;

const periodLines = (year: number): string[] =>
  periodsOfYear(calendar, year).map((period) =>
    [
      period.year,
      period.name,
      period.first,
      period.last,
      period.days,
      period.workdayBefore,
      period.workdayAfter,
      ...period.makeup,
    ].join(' '),
  );

/** The two days lunar-typescript has wrong: both are weekend days the notices made workdays. */
const LUNAR_WRONG = ['2013-04-07', '2013-10-12'];
const lunarWorkday = (day: Day): boolean => HolidayUtil.getHoliday(day)?.isWork() ?? weekdayOf(day) <= 5;

const LUNAR_NAMES: Readonly<Record<string, readonly string[]>> = {
  元旦节: ['元旦'],
  国庆中秋: ['国庆节', '中秋节'],
};
const lunarNames = (day: Day): readonly string[] => {
  const name = HolidayUtil.getHoliday(day)?.getName() ?? '?';
  return LUNAR_NAMES[name] ?? [name];
};

/** The same tests whatever the host's time zone, which must really be `zone`. */
export function calendarTruth(zone: string, offsetInJuly: number): void {
  describe(`the calendar on a host in ${zone}`, () => {
    it('really runs in that time zone', () => {
      expect(new Date(Date.UTC(2026, 6, 1)).getTimezoneOffset()).toBe(offsetInJuly);
    });
    it('says of every day 2010–2026 what an independent package says', () => {
      const differ = DAYS.filter((day) => calendar.isWorkday(day) !== lunarWorkday(day));
      expect(differ).toEqual(LUNAR_WRONG);
      expect(LUNAR_WRONG.map((day) => calendar.day(day).kind)).toEqual(
        ['workday', 'workday'].map(() => 'makeup'),
      );
    });
    it('names every listed holiday as that package does', () => {
      const differ = DAYS.filter((day) => {
        const { kind, name } = calendar.day(day);
        return kind === 'holiday' && !lunarNames(day).some((part) => name?.includes(part));
      });
      expect(differ).toEqual(['2015-09-03', '2015-09-04']);
      expect(calendar.day('2015-09-03').name).toMatch(/^中国人民抗日战争.*纪念日$/u);
    });
    it('is official on every one of these days', () => {
      expect(DAYS.filter((day) => calendar.day(day).certainty !== 'official')).toEqual([]);
    });
    it('has the periods of 2024–2026 exactly', () => {
      expect([2024, 2025, 2026].flatMap(periodLines).join('\n')).toBe(PERIODS.trim());
    });
    it('has 81 periods and 75 make-up days in 2015–2026', () => {
      const years = YEARS.filter((year) => year >= 2015);
      const periods = years.flatMap((year) => periodsOfYear(calendar, year));
      expect(periods.length).toBe(81);
      expect(new Set(periods.flatMap(({ makeup }) => makeup)).size).toBe(75);
      const makeup = (day: Day): boolean => calendar.day(day).kind === 'makeup';
      expect(periods.filter(({ workdayBefore }) => makeup(workdayBefore)).length).toBe(13);
      expect(periods.filter(({ workdayAfter }) => makeup(workdayAfter)).length).toBe(16);
    });
    it('reports whole years', () => {
      expect(YEARS.map((year) => calendarJson(calendar, year).days.length)).toEqual(
        YEARS.map((year) => (year % 4 === 0 ? 366 : 365)),
      );
    });
  });
}
