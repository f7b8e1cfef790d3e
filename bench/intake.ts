/** Messages a second through the whole intake in process: fake chat, all commands registered, every change on disk. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../src/adapters/lowdb/store.ts';
import { manualClock } from '../src/adapters/sandbox/manual-clock.ts';
import { FEATURES } from '../src/app/features.ts';
import type { Program } from '../src/app/program.ts';
import { tablesOf } from '../src/app/tables.ts';
import type { HeardMessage } from '../src/core/ports.ts';
import type { Person } from '../src/core/roster.ts';
import { instant } from '../src/core/time.ts';
import { counting, factsOf, messageOf, programOn, rosterOf } from './county.ts';

const CHATTER = [
  '今天食堂有羊肉面片',
  '谁的充电器落在会议室了',
  '这雨下得真大',
  '哈哈哈哈',
  '快递到门口了，自己取',
  '明天的培训是几点',
  '打印机又卡纸了',
  '恭喜恭喜',
];
const quiet = { info: () => {}, warn: () => {}, error: () => {} };

async function flow(program: Program, messages: readonly HeardMessage[], width: number): Promise<number> {
  const from = performance.now();
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < messages.length) {
      const message = messages[next];
      next += 1;
      if (message !== undefined) await program.hear(message);
    }
  };
  await Promise.all(Array.from({ length: width }, lane));
  return Math.round((messages.length / (performance.now() - from)) * 1000);
}

/** One at a time, 64 in flight, and talk that is not ours; the peers' figures stand in the README. */
export async function run(): Promise<Record<string, unknown>> {
  const folder = await mkdtemp(join(tmpdir(), 'ducha-bench-'));
  const clock = manualClock(instant('2026-09-22', '08:40'));
  const store = await openStore(folder, { tables: tablesOf(FEATURES), log: quiet, clock });
  try {
    const facts = await factsOf(rosterOf(150, 54));
    const program = await programOn(store, facts, clock, counting().chat);
    // A morning's reports come from all units at once; those of one room are taken in one after the other.
    const nth = ({ id }: Person): number => Number(id.slice(id.indexOf('p') + 1));
    const staff = [
      ...facts.roster.people.filter(({ posts }) => posts.some(({ role }) => role === 'staff')),
    ].sort((a, b) => nth(a) - nth(b));
    const [first] = staff;
    if (first === undefined) throw new Error('a county without staff');
    const speaker = (n: number) => staff[n % staff.length] ?? first;
    const reports = staff.map((person) => messageOf(person, '我今天下乡', clock.now()));
    const talk = Array.from({ length: 40_000 }, (_, n) => ({ ...speaker(n), n })).map(({ n, ...person }) =>
      messageOf(person, CHATTER[n % CHATTER.length] ?? '', clock.now()),
    );
    await flow(program, talk.slice(0, 4_000), 64);
    const oneAtATime = await flow(program, reports.slice(0, 1_500), 1);
    const inFlight = await flow(program, reports.slice(1_500), 64);
    const chatter = await flow(program, talk, 64);
    return { oneAtATime, inFlight64: inFlight, chatter, aims: { inFlight64: 20_000, chatter: 100_000 } };
  } finally {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  }
}
