/** Whatever is said later, the board of a past minute shows what had been said by then. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, MINUTE } from '../../../src/core/time.ts';
import type { Entry } from '../../../src/features/whereabouts/reading.ts';
import { at, desk, entry, MEMBERS, report, shortly, TODAY } from './desk.ts';

const DAYS = [0, 1, 2, 3].map((n) => addDays(TODAY, n));
const NAMES = ['陈静', '张三', '李四'];

const entryOf: fc.Arbitrary<Entry> = fc
  .record({
    name: fc.constantFrom(...NAMES),
    status: fc.constantFrom('field_visit', 'leave_sick', 'meeting', 'on_duty', 'unknown') as fc.Arbitrary<
      Entry['status']
    >,
    first: fc.integer({ min: 0, max: 2 }),
    length: fc.constantFrom(0, 0, 0, 1, 2, null),
    half: fc.constantFrom('am', 'pm', undefined) as fc.Arbitrary<'am' | 'pm' | undefined>,
    rest: fc.boolean(),
  })
  .map(({ name, status, first, length, half, rest }) => {
    const from = addDays(TODAY, first);
    const to = length === null ? null : addDays(from, length);
    const whole = rest && status === 'on_duty' && length === 0;
    return entry(name, status, {
      from,
      to,
      ...(half === undefined ? {} : { halfDay: half }),
      ...(whole ? { by: 'others' as const } : {}),
    });
  });

const stepOf = fc.record({
  who: fc.constantFrom(...MEMBERS.slice(0, 3).map(({ id }) => id)),
  operation: fc.constantFrom('report', 'report', 'correct', 'cancel', 'unsay') as fc.Arbitrary<
    'report' | 'correct' | 'cancel' | 'unsay'
  >,
  entries: fc.array(entryOf, { minLength: 1, maxLength: 3 }),
});

it('history is never rewritten', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(stepOf, { minLength: 1, maxLength: 8 }), async (steps) => {
      const on = desk();
      const seen: { readonly when: number; readonly boards: readonly (readonly string[])[] }[] = [];
      for (const [n, { who, operation, entries }] of steps.entries()) {
        const when = at('08:00') + n * 10 * MINUTE;
        if (operation === 'unsay') await on.unsay(who, when);
        else await on.say(who, when, report(entries, operation));
        const boards = await Promise.all(DAYS.map(async (day) => shortly(await on.board(day, when))));
        seen.push({ when, boards });
      }
      // A minute later nothing else had been said yet, and a minute before the next word neither.
      for (const { when, boards } of seen)
        for (const [n, day] of DAYS.entries())
          for (const minute of [when, when + 9 * MINUTE])
            expect(shortly(await on.board(day, minute))).toEqual(boards[n]);
    }),
    { numRuns: 200 },
  );
});
