/** A year of a 150-unit county on the manual clock: how long it takes, and how many messages each unit got. */
import { memoryStore } from '../src/adapters/memory/store.ts';
import { manualClock } from '../src/adapters/sandbox/manual-clock.ts';
import { FEATURES } from '../src/app/features.ts';
import { tablesOf } from '../src/app/tables.ts';
import { forward } from '../src/cli/forward.ts';
import { addDays, type Day, dayOf, HOUR, instant, MINUTE } from '../src/core/time.ts';
import { counting, factsOf, messageOf, programOn, rosterOf } from './county.ts';

const UNITS = 150;

/** Each workday one in four units has somebody away; every unit's liaison signs what is asked. */
export async function run(): Promise<Record<string, unknown>> {
  const roster = rosterOf(UNITS, 12);
  const facts = await factsOf(roster);
  const clock = manualClock(instant('2026-01-01', '00:00'));
  const { chat, sent } = counting();
  const program = await programOn(memoryStore(tablesOf(FEATURES)), facts, clock, chat);
  const liaisons = roster.people.filter(({ posts }) => posts.some(({ role }) => role === 'liaison'));
  const staff = roster.people.filter(({ posts }) => posts.some(({ role }) => role === 'staff'));
  const from = performance.now();
  let workdays = 0;
  for (let day: Day = '2026-01-01'; day <= '2026-12-31'; day = addDays(day, 1)) {
    await forward(program, clock, instant(day, '08:40'));
    if (facts.calendar.isWorkday(day)) {
      workdays += 1;
      for (const person of staff.filter((_, n) => n % 36 === workdays % 36))
        await program.hear(messageOf(person, '我今天下乡', clock.now()));
      await forward(program, clock, instant(day, '10:00'));
      for (const liaison of liaisons) await program.hear(messageOf(liaison, '收到', clock.now() + MINUTE));
    }
    await forward(program, clock, instant(day, '23:59'));
    if (dayOf(clock.now() + HOUR) > '2026-12-31') break;
  }
  const counts = roster.units
    .filter(({ kind }) => kind !== 'office' && kind !== 'leaders')
    .map(({ id }) => sent.get(`${id}@chatroom`) ?? 0);
  const sorted = [...counts].sort((a, b) => a - b);
  return {
    seconds: Math.round((performance.now() - from) / 100) / 10,
    aimSeconds: 180,
    units: UNITS,
    workdays,
    messagesAUnit: { least: sorted[0], median: sorted[Math.floor(sorted.length / 2)], most: sorted.at(-1) },
    messagesAUnitAWorkday: Math.round(((sorted[Math.floor(sorted.length / 2)] ?? 0) / workdays) * 100) / 100,
  };
}
