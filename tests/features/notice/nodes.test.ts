import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shippedCalendar } from '../../../src/adapters/calendar/calendar.ts';
import { botSchema } from '../../../src/adapters/settings/schemas.ts';
import type { Period } from '../../../src/core/calendar.ts';
import type { NoticeSettings } from '../../../src/core/settings.ts';
import { addDays, type Day, daysBetween } from '../../../src/core/time.ts';
import { type HolidayNode, holidayNodes, periodId, withPeriods } from '../../../src/features/notice/nodes.ts';

const calendar = shippedCalendar();
const settings = botSchema.parse(JSON.parse(readFileSync('config/bot.json', 'utf8'))).notice;
const nodes = (from: Day, to: Day, by: NoticeSettings = settings): readonly HolidayNode[] =>
  holidayNodes(calendar, from, to, by);
const all = nodes('2009-11-01', '2026-12-20');
const year = (y: number): readonly HolidayNode[] =>
  all.filter(({ periods }) => periods.every((period) => period.year === y));
const brief = ({ festivals, noticeDay }: HolidayNode): string => `${noticeDay} ${festivals.join('、')}`;

/** Counts workdays one by one, without the calendar's own arithmetic. */
const workdaysBetween = (from: Day, to: Day): number => {
  let count = 0;
  for (let day = from; day < to; day = addDays(day, 1)) if (calendar.day(day).workday) count += 1;
  return count;
};

describe('holiday nodes of 2026', () => {
  it('go out as many workdays ahead as each festival asks', () => {
    expect(year(2026).map(brief)).toEqual([
      '2025-12-29 元旦',
      '2026-02-05 春节',
      '2026-04-01 清明节',
      '2026-04-28 劳动节',
      '2026-06-12 端午节',
      '2026-09-20 中秋节、国庆节',
    ]);
  });
  it('name the make-up days that are still to come', () => {
    expect(year(2026).map(({ makeup }) => makeup)).toEqual([
      ['2026-01-04'],
      ['2026-02-14', '2026-02-28'],
      [],
      ['2026-05-09'],
      [],
      ['2026-10-10'],
    ]);
  });
  it('keep 国庆 apart from 中秋 when notices may not share a week', () => {
    expect(nodes('2026-09-01', '2026-10-01', { ...settings, mergeWithin: 4 }).map(brief)).toEqual([
      '2026-09-20 中秋节',
      '2026-09-28 国庆节',
    ]);
  });
  it('are unconfirmed while the State Council has not announced the year', () => {
    expect(nodes('2027-01-10', '2027-02-10').map(({ certainty }) => certainty)).not.toContain('official');
    expect(year(2026).map(({ certainty }) => certainty)).toEqual(Array(6).fill('official'));
  });
});

describe('holiday nodes, 2010 to 2026', () => {
  const periods = calendar.periods('2009-12-01', '2026-12-20');
  const noticed = all.flatMap((node) => node.periods);
  it('hold every period exactly once', () => {
    expect(noticed.map(periodId)).toEqual(periods.map(periodId));
    expect(periods.length).toBeGreaterThan(100);
  });
  it('are never on a rest day, and before every one of their periods', () => {
    for (const { noticeDay, periods: own } of all) {
      expect(calendar.isWorkday(noticeDay)).toBe(true);
      for (const { first } of own) expect(noticeDay < first).toBe(true);
    }
  });
  it('are exactly as many workdays ahead as the most careful of their festivals asks', () => {
    for (const node of all) {
      const [first] = node.periods;
      if (first === undefined) throw new Error('a node without a period');
      const wanted = Math.max(...first.festivals.map((name) => settings.ahead[name] ?? 3));
      expect(workdaysBetween(node.noticeDay, first.first)).toBeGreaterThanOrEqual(wanted);
      if (node.periods.length === 1) expect(workdaysBetween(node.noticeDay, first.first)).toBe(wanted);
    }
  });
  it('lie more than five workdays apart, or they would be one', () => {
    for (const [n, node] of all.entries()) {
      const next = all[n + 1];
      if (next !== undefined)
        expect(workdaysBetween(node.noticeDay, next.noticeDay)).toBeGreaterThan(settings.mergeWithin);
    }
  });
  it('do not depend on the days they are asked for', () => {
    const day = fc.integer({ min: 0, max: daysBetween('2010-01-01', '2026-12-01') });
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 400 }), (start, length) => {
        const from = addDays('2010-01-01', start);
        const to = addDays(from, length);
        const inside = all.filter(({ noticeDay }) => from <= noticeDay && noticeDay <= to);
        if (to <= '2026-12-20') expect(nodes(from, to).map(brief)).toEqual(inside.map(brief));
      }),
    );
  });
  it('hold every period once whatever an office sets', () => {
    const ahead = fc.record(
      Object.fromEntries(Object.keys(settings.ahead).map((name) => [name, fc.integer({ min: 1, max: 12 })])),
    );
    fc.assert(
      fc.property(ahead, fc.integer({ min: 0, max: 10 }), (each, mergeWithin) => {
        const found = nodes('2009-10-01', '2026-12-10', { ...settings, ahead: each, mergeWithin });
        const ids = found.flatMap((node) => node.periods.map(periodId));
        expect(new Set(ids).size).toBe(ids.length);
        for (const { noticeDay } of found) expect(calendar.isWorkday(noticeDay)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });
});

describe('a node whose periods were noticed in part', () => {
  it('is left with the others', () => {
    const merged = all.find(({ periods }) => periods.length > 1);
    const [, second] = merged?.periods ?? [];
    if (merged === undefined || second === undefined) throw new Error('no merged node');
    const rest = withPeriods(merged, [second] satisfies readonly Period[]);
    expect(rest.festivals).toEqual(second.festivals);
    expect(withPeriods(merged, merged.periods)).toBe(merged);
  });
});
