import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shippedCalendar } from '../../src/adapters/calendar/calendar.ts';
import { feastsOf } from '../../src/adapters/calendar/lunar.ts';
import { calendarOf } from '../../src/core/almanac.ts';
import type { YearOfRest } from '../../src/core/calendar.ts';
import { calendarJson, periodsOfYear } from '../../src/core/calendar-report.ts';
import { calendarText, yearText } from '../../src/core/calendar-texts.ts';
import { statutory } from '../../src/core/festivals.ts';
import { addDays, type Day, daysBetween, weekdayOf } from '../../src/core/time.ts';

const shipped = shippedCalendar();
const law = calendarOf([], feastsOf);
const rest = (days: string, year = 2027, source: YearOfRest['source'] = 'override'): YearOfRest => ({
  year,
  source,
  certainty: 'official',
  days: days.split(' ').map((word) => {
    const [date = '', name = '', work] = word.split('/');
    return { date, name, isOffDay: work === undefined };
  }),
});
const days = fc.integer({ min: 0, max: 365 * 60 }).map((n) => addDays('2000-01-01', n));

describe('a day', () => {
  it('is told by kind, festival and certainty', () => {
    const told = (day: Day) => Object.values(shipped.day(day)).join(' ');
    expect(told('2026-10-10')).toBe('2026-10-10 true makeup official 国庆节');
    expect(told('2026-10-01')).toBe('2026-10-01 false holiday official 国庆节');
    expect(told('2025-10-01')).toBe('2025-10-01 false holiday official 国庆节、中秋节');
    expect(told('2024-06-09')).toBe('2024-06-09 false weekend official');
    expect(told('2026-09-22')).toBe('2026-09-22 true workday official');
  });
  it('that a notice orders to be worked on a Monday is a plain workday', () => {
    const amended = calendarOf([rest('2020-02-02/春节 2020-02-03/春节/work', 2020)], feastsOf);
    expect(amended.day('2020-02-03')).toEqual({
      date: '2020-02-03',
      workday: true,
      kind: 'workday',
      certainty: 'official',
    });
  });
  it('that does not exist is refused', () => {
    for (const day of ['2026-02-30', '2026-1-1', '', 'x']) expect(() => shipped.day(day)).toThrow(RangeError);
  });
  it('is answered a million times a second', () => {
    const some = Array.from({ length: 365 }, (_, i) => addDays('2026-01-01', i));
    shipped.isWorkday('2026-01-01');
    const start = performance.now();
    for (let n = 0; n < 200_000; n += 1) shipped.isWorkday(some[n % 365] ?? '');
    expect(performance.now() - start).toBeLessThan(200);
  });
});

describe('an amended notice', () => {
  it('moves the end of the holiday, and with it the first workday after', () => {
    const first = '2020-01-24/春节 2020-01-25/春节 2020-01-30/春节 2020-02-01/春节/work'.split(' ');
    const whole = (from: string, to: string): string =>
      Array.from({ length: daysBetween(from, to) + 1 }, (_, i) => `${addDays(from, i)}/春节`).join(' ');
    const before = calendarOf([rest(`${whole('2020-01-24', '2020-01-30')} ${first[3]}`, 2020)], feastsOf);
    expect(before.periods('2020-01-01', '2020-03-01')[0]).toMatchObject({
      last: '2020-01-30',
      workdayAfter: '2020-01-31',
      makeup: ['2020-02-01'],
    });
    expect(shipped.periods('2020-01-20', '2020-03-01')[0]).toMatchObject({
      last: '2020-02-02',
      workdayAfter: '2020-02-03',
    });
  });
  it('of the office goes before the package, whatever the order', () => {
    const office = rest('2026-01-01/元旦', 2026);
    const shippedYear = rest('2026-01-01/元旦 2026-01-02/元旦', 2026, 'package');
    for (const years of [
      [office, shippedYear],
      [shippedYear, office],
    ])
      expect(calendarOf(years, feastsOf).isWorkday('2026-01-02')).toBe(true);
  });
  it('may free the last days of December and make up for them', () => {
    const calendar = calendarOf([rest('2026-12-26/元旦/work 2026-12-31/元旦 2027-01-01/元旦')], feastsOf);
    expect(calendar.day('2026-12-26')).toMatchObject({ kind: 'makeup', name: '元旦', certainty: 'official' });
    expect(periodsOfYear(calendar, 2027)[0]).toMatchObject({
      first: '2026-12-31',
      makeup: ['2026-12-26'],
      year: 2027,
    });
  });
  it('joins festivals as it says, and finds the one it does not name', () => {
    const said = calendarOf([rest('2017-10-02/中秋节、国庆节 2017-10-03/中秋节、国庆节', 2017)], feastsOf);
    expect(said.day('2017-10-02').name).toBe('中秋节、国庆节');
    const unsaid = calendarOf([rest('2020-10-01/国庆节', 2020)], feastsOf);
    expect(unsaid.day('2020-10-01').name).toBe('国庆节、中秋节');
  });
});

describe('a year nobody has announced', () => {
  const in2027 = (day: Day) => {
    const { workday, certainty, name } = shipped.day(day);
    return [workday ? 'work' : 'off', certainty, name].filter(Boolean).join(' ');
  };
  it('has the statutory days and what makes up for those on a weekend', () => {
    expect(in2027('2027-02-05')).toBe('off statutory-only 春节');
    expect(['2027-05-03', '2027-05-04', '2027-10-04', '2027-10-05'].map(in2027).join()).toBe(
      'off statutory-only 劳动节,off statutory-only 劳动节,off statutory-only 国庆节,off statutory-only 国庆节',
    );
    expect(in2027('2027-06-09')).toBe('off statutory-only 端午节');
  });
  it('expects the usual days, and doubts the weekends around', () => {
    expect(in2027('2027-02-12')).toBe('off expected 春节');
    expect(in2027('2027-10-07')).toBe('off expected 国庆节');
    expect(in2027('2027-10-09')).toBe('off expected');
    expect(in2027('2027-08-07')).toBe('off statutory-only');
    expect(in2027('2027-03-10')).toBe('work statutory-only');
    expect(in2027('2027-06-10')).toBe('work statutory-only');
  });
  it('leaves the announced December before it alone', () => {
    expect(in2027('2026-12-26')).toBe('off official');
  });
  it('would have been right on every weekday of 2025 and 2026, and missed only make-up days', () => {
    const wrong = [2025, 2026].flatMap((year) =>
      calendarJson(shipped, year).days.filter(({ date, workday }) => law.isWorkday(date) !== workday),
    );
    expect(wrong.map(({ kind }) => kind)).toEqual(Array(11).fill('makeup'));
    for (const { date } of wrong) expect(law.day(date).certainty).toBe('expected');
  });
  it('becomes official with a file', () => {
    const announced = calendarOf([rest('2027-01-01/元旦 2027-02-05/春节 2027-02-06/春节')], feastsOf);
    expect(announced.day('2027-02-08')).toMatchObject({ workday: true, certainty: 'official' });
    expect(periodsOfYear(announced, 2027).map(({ certainty }) => certainty)).toEqual([
      'official',
      'official',
    ]);
  });
  it('merges 国庆节 and a close 中秋节', () => {
    const autumn = (year: number) => law.periods(`${year}-09-20`, `${year}-10-10`).map(({ name }) => name);
    expect([2031, 2028, 2036].map((year) => autumn(year).join())).toEqual([
      '国庆节、中秋节',
      '国庆节、中秋节',
      '国庆节、中秋节',
    ]);
    expect(autumn(2030)).toEqual(['国庆节']);
  });
});

describe('whatever the year', () => {
  it('a statutory day is never a workday, and no year of law claims a make-up day', () => {
    for (let year = 2008; year <= 2034; year += 1) {
      const off = statutory(year, feastsOf(year)).flatMap((festival) => festival.days);
      expect(off.filter((day) => law.isWorkday(day) || shipped.isWorkday(day))).toEqual([]);
      expect(calendarJson(law, year).days.filter(({ kind }) => kind === 'makeup')).toEqual([]);
    }
  });
  it('a period is a whole run of days off between two workdays', () => {
    for (let year = 2004; year <= 2040; year += 1)
      for (const period of periodsOfYear(shipped, year)) {
        const inside = Array.from({ length: period.days }, (_, i) => addDays(period.first, i));
        expect(inside.at(-1)).toBe(period.last);
        expect(inside.some((day) => shipped.isWorkday(day))).toBe(false);
        expect([period.workdayBefore, period.workdayAfter].every(shipped.isWorkday)).toBe(true);
        expect(period.makeup.every((day) => shipped.isWorkday(day) && weekdayOf(day) > 5)).toBe(true);
      }
  });
  it('counts workdays there and back', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -40, max: 40 }), (day, n) => {
        const start = shipped.shiftWorkdays(day, 0);
        const there = shipped.shiftWorkdays(start, n);
        expect(shipped.shiftWorkdays(there, -n)).toBe(start);
        const [from, to] = n < 0 ? [there, start] : [start, there];
        const span = Array.from({ length: daysBetween(from, to) }, (_, i) => addDays(from, i));
        expect(span.filter(shipped.isWorkday).length).toBe(Math.abs(n));
      }),
    );
  });
  it('gives the last workday before a period as one workday before its first day', () => {
    for (const period of shipped.periods('2010-01-01', '2026-12-31')) {
      expect(shipped.shiftWorkdays(period.first, -1)).toBe(period.workdayBefore);
      expect(shipped.shiftWorkdays(period.last, 1)).toBe(period.workdayAfter);
    }
  });
  it('lists periods by their first day', () => {
    expect(shipped.periods('2023-12-30', '2024-02-10').map(({ name, year }) => `${year}${name}`)).toEqual([
      '2024元旦',
      '2024春节',
    ]);
    expect(shipped.periods('2023-12-31', '2024-02-09')).toEqual([]);
  });
});

describe('the table', () => {
  it('shows months, marks and periods', () => {
    const text = calendarText(shipped, 2026).split('\n');
    expect(text[0]).toBe('2026年放假安排（国务院通知）');
    expect(text[12]).toMatch(/^10月 +休 休 休 休 休 休 休 {2}\. {2}\. 班/u);
    expect(text.at(-1)).toBe(
      '国庆节：10月1日至7日放假，共7天，9月20日（周日）、10月10日（周六）上班；节前最后工作日9月30日（周三）；节后首个工作日10月8日（周四）',
    );
  });
  it('says when nothing is confirmed', () => {
    const text = calendarText(shipped, 2027);
    expect(text).toMatch(/^2027年放假安排（推算，以国务院通知为准）/u);
    expect(text).toMatch(/预 可能放假/u);
    expect(text).not.toMatch(/班 .*上班；/u);
  });
  it('is a few lines in a chat', () => {
    const lines = yearText(shipped, 2026).split('\n');
    expect(lines).toHaveLength(8);
    expect(lines.at(-1)).toBe('国庆节：10月1日至7日放假，共7天，9月20日（周日）、10月10日（周六）上班');
  });
  it('shows the December of a 元旦 that begins the year before', () => {
    expect(calendarText(shipped, 2024)).toMatch(/元旦：2023年12月30日至2024年1月1日放假，共3天/u);
  });
});
