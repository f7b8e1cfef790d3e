/** The planner: every slot once, late ones by their rule, whatever the outages. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Know } from '../../src/core/context.ts';
import type { Job } from '../../src/core/job.ts';
import { claimOf, nextSlot, plan } from '../../src/core/plan.ts';
import { DAY, dayOf, instant, MINUTE } from '../../src/core/time.ts';
import { stage } from '../support/stage.ts';

const job = (more: Partial<Job>): Job => ({
  ...{ id: 'digest', title: '日报', on: 'workday', grace: 3 * 60, catchUp: 'latest' },
  slots: () => [{ at: '17:30' }],
  run: async () => ({}),
  ...more,
});
const on = await stage();
const know: Know = on.program.house.know();
const days = (due: readonly { readonly day: string }[]): readonly string[] => due.map(({ day }) => day);

describe('the planner', () => {
  it('runs what fell due since the watermark, and not what was run', () => {
    const from = instant('2026-09-22', '17:00');
    expect(days(plan([job({})], know, from, instant('2026-09-22', '17:31')).run)).toEqual(['2026-09-22']);
    expect(plan([job({})], know, instant('2026-09-22', '17:30'), instant('2026-09-22', '17:31')).run).toEqual(
      [],
    );
  });

  it('knows make-up Sundays and holidays', () => {
    const all = plan(
      [job({ catchUp: 'each', grace: 20 * 24 * 60 })],
      know,
      instant('2026-09-19', '00:00'),
      instant('2026-09-25', '23:00'),
    );
    expect(days(all.run)).toEqual(['2026-09-20', '2026-09-21', '2026-09-22', '2026-09-23', '2026-09-24']);
  });

  it('after three days down gives one digest, late, and says what it left out', () => {
    const { run, skipped } = plan(
      [job({ grace: 4 * 24 * 60 })],
      know,
      instant('2026-09-21', '12:00'),
      instant('2026-09-24', '12:00'),
    );
    expect(run.map(({ day, late }) => ({ day, late }))).toEqual([{ day: '2026-09-23', late: true }]);
    expect(skipped.map(({ due, why }) => `${due.day} ${why}`)).toEqual([
      '2026-09-21 newer',
      '2026-09-22 newer',
    ]);
  });

  it('gives up what is too late, and logs it', () => {
    const { run, skipped } = plan(
      [job({})],
      know,
      instant('2026-09-22', '17:00'),
      instant('2026-09-22', '21:00'),
    );
    expect(run).toEqual([]);
    expect(skipped.map(({ why }) => why)).toEqual(['too-late']);
  });

  it('names the next slot, over a holiday too', () => {
    const next = nextSlot([job({})], know, instant('2026-09-30', '18:00'));
    expect(next?.day).toBe('2026-10-08');
  });

  it('runs every slot at most once however the ticks fall, and a clock that goes back runs none again', () => {
    const start = instant('2026-09-21', '00:00');
    const jobs = [
      job({ catchUp: 'each', grace: 2 * 24 * 60 }),
      job({ id: 'prompt', slots: () => [{ at: '08:30' }], grace: 60, catchUp: 'skip' }),
    ];
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -3 * 60, max: 30 * 60 }), { maxLength: 60 }), (steps) => {
        let now = start;
        let mark = start;
        const ran: string[] = [];
        const seen = new Set<string>();
        for (const step of steps) {
          now += step * MINUTE;
          const planned = plan(jobs, know, mark, now);
          for (const due of planned.run) {
            // The claim is what the store keeps; a second run of it would be a bug of the planner's callers.
            if (!seen.has(claimOf(due))) ran.push(claimOf(due));
            seen.add(claimOf(due));
            expect(due.at).toBeGreaterThan(mark);
            expect(due.at).toBeLessThanOrEqual(now);
          }
          mark = Math.max(mark, now);
        }
        expect(new Set(ran).size).toBe(ran.length);
        expect(ran.every((claim) => claim >= dayOf(start) && claim <= `${dayOf(mark + DAY)}`)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
