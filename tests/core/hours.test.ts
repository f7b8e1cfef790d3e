import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shippedCalendar } from '../../src/adapters/calendar/calendar.ts';
import { hoursSchema } from '../../src/adapters/settings/hours.ts';
import {
  addWorkTime,
  endOfNextWorkday,
  type Hours,
  hoursOn,
  isQuiet,
  mayDisturb,
  nextAwake,
  nextDisturbable,
  workMinutesBetween,
  workSpan,
} from '../../src/core/hours.ts';
import { dayOf, hmOf, instant, iso, MINUTE } from '../../src/core/time.ts';

const calendar = shippedCalendar();
const shipped = hoursSchema.parse(JSON.parse(readFileSync('config/hours.json', 'utf8')));
const seasonal: Hours = {
  ...shipped,
  work: {
    ...shipped.work,
    township: [
      {
        from: '05-01',
        spans: [
          ['08:00', '12:00'],
          ['15:00', '18:30'],
        ],
      },
      {
        from: '10-01',
        spans: [
          ['08:30', '12:00'],
          ['14:00', '17:30'],
        ],
      },
    ],
    window: [{ from: '01-01', spans: [['09:00', '17:00']] }],
  },
};
const at = (text: string): number => instant(text.slice(0, 10), text.slice(11));
const add = (from: string, minutes: number, kind: 'bureau' | 'township' = 'bureau'): string =>
  iso(addWorkTime(at(from), minutes, seasonal, kind, calendar))
    .slice(0, 16)
    .replace('T', ' ');
const worked = (a: number, b: number): number => workMinutesBetween(a, b, seasonal, 'bureau', calendar);

describe('hours of a unit', () => {
  it('changes with the season and the kind of unit', () => {
    expect(hoursOn(seasonal, '2026-06-01', 'township')[1]).toEqual(['15:00', '18:30']);
    expect(hoursOn(seasonal, '2026-10-01', 'township')[1]).toEqual(['14:00', '17:30']);
    expect(hoursOn(seasonal, '2026-06-01', 'bureau')[1]).toEqual(['14:30', '18:00']);
    expect(workSpan(seasonal, '2026-06-01', 'window')).toEqual(['09:00', '17:00']);
  });
  it('keeps the last season over the new year', () => {
    expect(hoursOn(seasonal, '2026-01-15', 'township')[1]).toEqual(['14:00', '17:30']);
  });
});

describe('work time', () => {
  it('goes over noon, the night, the weekend and the holiday', () => {
    expect(add('2026-09-22 10:52', 240)).toBe('2026-09-22 17:22');
    expect(add('2026-09-22 11:00', 60)).toBe('2026-09-22 12:00');
    expect(add('2026-09-22 17:30', 60)).toBe('2026-09-23 09:00');
    expect(add('2026-09-24 17:30', 60)).toBe('2026-09-28 09:00');
    expect(add('2026-09-30 17:00', 120)).toBe('2026-10-08 09:30');
  });
  it('counts a make-up Saturday', () => {
    expect(add('2026-10-09 17:30', 60)).toBe('2026-10-10 09:00');
  });
  it('starts counting at the start of work when nobody works', () => {
    expect(add('2026-10-03 13:00', 0)).toBe('2026-10-08 08:30');
    expect(add('2026-09-22 12:30', 30)).toBe('2026-09-22 15:00');
  });
  it('counts back: two work hours before 18:00, and before the morning', () => {
    expect(add('2026-09-21 18:00', -120)).toBe('2026-09-21 16:00');
    expect(add('2026-09-21 09:00', -120)).toBe('2026-09-20 16:30');
    expect(add('2026-10-08 08:30', -60)).toBe('2026-09-30 17:00');
  });
  it('knows how much work lies between two instants', () => {
    expect(worked(at('2026-09-22 08:30'), at('2026-09-22 18:00'))).toBe(420);
    expect(worked(at('2026-09-30 17:00'), at('2026-10-08 09:00'))).toBe(90);
    expect(worked(at('2026-10-08 09:00'), at('2026-09-30 17:00'))).toBe(-90);
  });
});

const instants = fc.integer({ min: at('2024-01-01 00:00'), max: at('2026-11-30 00:00') });
const minutes = fc.integer({ min: 0, max: 3_000 });
const kinds = fc.constantFrom('bureau', 'township', 'window') as fc.Arbitrary<
  'bureau' | 'township' | 'window'
>;

describe('work time, whatever the numbers', () => {
  it('is additive', () => {
    fc.assert(
      fc.property(instants, minutes, minutes, kinds, (from, a, b, kind) => {
        const go = (start: number, more: number): number =>
          addWorkTime(start, more, seasonal, kind, calendar);
        expect(go(go(from, a), b)).toBe(go(from, a + b));
      }),
    );
  });
  it('is undone by going back', () => {
    fc.assert(
      fc.property(instants, minutes, kinds, (from, a, kind) => {
        const there = addWorkTime(from, a, seasonal, kind, calendar);
        const back = addWorkTime(there, -a, seasonal, kind, calendar);
        expect(workMinutesBetween(from, back, seasonal, kind, calendar)).toBe(0);
      }),
    );
  });
  it('never lands on a rest day or outside work hours, and takes exactly the minutes asked for', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: -3_000, max: 3_000 }), kinds, (from, n, kind) => {
        const there = addWorkTime(from, n, seasonal, kind, calendar);
        expect(calendar.isWorkday(dayOf(there))).toBe(true);
        const spans = hoursOn(seasonal, dayOf(there), kind);
        expect(
          spans.some(([a, b]) => there >= instant(dayOf(there), a) && there <= instant(dayOf(there), b)),
        ).toBe(true);
        expect(workMinutesBetween(from, there, seasonal, kind, calendar)).toBeCloseTo(n, 6);
      }),
    );
  });
});

describe('quiet', () => {
  it('is from 20:00 to 08:00, both to the minute', () => {
    expect(
      ['07:59', '08:00', '19:59', '20:00'].map((hm) => isQuiet(at(`2026-09-22 ${hm}`), shipped)),
    ).toEqual([true, false, false, true]);
  });
  it('lets nothing unasked out at noon, at night and on rest days, but does on a make-up Saturday', () => {
    const may = (text: string): boolean => mayDisturb(at(text), shipped, calendar);
    expect(may('2026-09-22 11:59')).toBe(true);
    expect(may('2026-09-22 12:00')).toBe(false);
    expect(may('2026-09-22 14:30')).toBe(true);
    expect(may('2026-09-25 10:00')).toBe(false);
    expect(may('2026-10-10 10:00')).toBe(true);
  });
  it('waits for the end of noon, for the morning, for the end of the holiday', () => {
    const next = (text: string): string => iso(nextDisturbable(at(text), shipped, calendar)).slice(0, 16);
    expect(next('2026-09-22 12:10')).toBe('2026-09-22T14:30');
    expect(next('2026-09-22 21:00')).toBe('2026-09-23T08:00');
    expect(next('2026-09-30 20:00')).toBe('2026-10-08T08:00');
    expect(next('2026-09-22 09:00')).toBe('2026-09-22T09:00');
  });
  it('tells what must be told on a rest day too, but not at night', () => {
    expect(hmOf(nextAwake(at('2026-10-02 21:00'), shipped))).toBe('08:00');
    expect(dayOf(nextAwake(at('2026-10-02 21:00'), shipped))).toBe('2026-10-03');
    expect(dayOf(nextAwake(at('2026-10-03 07:00'), shipped))).toBe('2026-10-03');
    expect(nextAwake(at('2026-10-03 09:00'), shipped)).toBe(at('2026-10-03 09:00'));
  });
  it('never waits past a moment that was free', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 0, max: 2_000 }), (from, step) => {
        const next = nextDisturbable(from, shipped, calendar);
        expect(mayDisturb(next, shipped, calendar)).toBe(true);
        const between = from + step * MINUTE;
        if (between < next) expect(mayDisturb(between, shipped, calendar)).toBe(false);
      }),
    );
  });
  it('is due at 18:00 on the next workday', () => {
    const due = (text: string): string => iso(endOfNextWorkday(at(text), '18:00', calendar)).slice(0, 16);
    expect(due('2026-09-18 09:00')).toBe('2026-09-20T18:00');
    expect(due('2026-09-30 09:00')).toBe('2026-10-08T18:00');
  });
});

describe('config/hours.json', () => {
  const wrong = (change: object): string =>
    (hoursSchema.safeParse({ ...shipped, ...change }).error?.issues ?? [])
      .map(({ path, message }) => `${path.join('.')} ${message}`)
      .join('\n');
  const season = (spans: unknown) => ({ work: { default: [{ from: '01-01', spans }] } });
  it('names the place and the mend', () => {
    expect(wrong(season([['8:30', '12:00']]))).toMatch(/work\.default\.0\.spans\.0\.0 应为24小时制时间/u);
    expect(
      wrong(
        season([
          ['08:30', '12:00'],
          ['11:00', '18:00'],
        ]),
      ),
    ).toMatch(/不能重叠/u);
    expect(wrong({ work: { default: [{ from: '02-30', spans: [['08:30', '12:00']] }] } })).toMatch(
      /如 "05-01"/u,
    );
    expect(wrong({ work: { default: [...shipped.work.default, ...shipped.work.default] } })).toMatch(
      /相同的起始日期/u,
    );
    expect(wrong({ work: { ...shipped.work, school: shipped.work.default } })).toMatch(/单位类别只能是/u);
    expect(wrong({ cutoffAfter: 30 })).toMatch(/早于截止/u);
    expect(wrong({ extra: 1 })).toMatch(/只能有/u);
  });
});
