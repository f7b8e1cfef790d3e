/** Commits a second, on disk before they are answered: the store, beside plain lowdb, and beside years of history. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JSONFilePreset } from 'lowdb/node';
import { realDisk } from '../src/adapters/lowdb/disk.ts';
import { pageFile } from '../src/adapters/lowdb/page-file.ts';
import { type LowdbStore, openStore } from '../src/adapters/lowdb/store.ts';
import { dayFile } from '../src/adapters/lowdb/unit.ts';
import { put, table } from '../src/core/store.ts';
import { addDays, type Day, dayOf } from '../src/core/time.ts';

interface Reply {
  readonly who: string;
  readonly unit: string;
  readonly state: string;
  readonly text: string;
  readonly at: number;
}
const REPLIES = table<Reply>('replies', 'live', ({ unit }) => ({ unit }));
const WHEREABOUTS = table<Reply>('whereabouts', 'daily', ({ unit, state }) => ({ unit, state }));

const IN_FLIGHT = 64;
const LONG_MS = 1_500;
const SHORT_MS = 300;
const ROUNDS = 25;
const HISTORY = { days: 250, rows: 8_000 };

const silent = () => undefined;
const log = { info: silent, warn: silent, error: silent };
const settings = { tables: [REPLIES, WHEREABOUTS], log };

/** About 200 bytes as JSON. */
const replyOf = (n: number): Reply => ({
  who: `person-${n % 8_000}`,
  unit: `unit-${n % 150}`,
  state: ['on-duty', 'field', 'trip', 'leave'][n % 4] ?? '',
  text: '今天上午到东峡镇开展乡村振兴督查，下午返回单位。',
  at: 1_790_000_000_000 + n,
});

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

async function inFolder<T>(task: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'ducha-bench-'));
  try {
    return await task(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** How often a second `write` ends, with so many of them waiting at any time, over `span` ms. */
async function rate(
  write: (n: number) => Promise<unknown>,
  inFlight: number,
  span = LONG_MS,
): Promise<number> {
  const start = performance.now();
  let n = 0;
  const caller = async (): Promise<void> => {
    while (performance.now() - start < span) await write(n++);
  };
  await Promise.all(Array.from({ length: inFlight }, caller));
  return (n / (performance.now() - start)) * 1_000;
}

/** Plain lowdb as its README has it; nothing of it is on disk when it answers. */
const lowdbAt = (rows: number): Promise<number> =>
  inFolder(async (folder) => {
    const db = await JSONFilePreset<{ replies: Reply[] }>(join(folder, 'db.json'), {
      replies: Array.from({ length: rows }, (_, n) => replyOf(n)),
    });
    return rate(async (n) => {
      db.data.replies.push(replyOf(n));
      await db.write();
    }, IN_FLIGHT);
  });

async function fill(store: LowdbStore, rows: number): Promise<void> {
  for (let from = 0; from < rows; from += 1_000)
    await store.commit(
      Array.from({ length: 1_000 }, (_, n) => put(REPLIES, `old-${from + n}`, replyOf(from + n))),
    );
  await store.checkpoint();
}

const storeAt = (rows: number, inFlight: number): Promise<number> =>
  inFolder(async (folder) => {
    const store = await openStore(folder, settings);
    await fill(store, rows);
    const figure = await rate((n) => store.commit([put(REPLIES, `new-${n}`, replyOf(n))]), inFlight);
    await store.close();
    return figure;
  });

async function besideLowdb(rows: number): Promise<Record<string, unknown>> {
  const [ours, plain] = [await storeAt(rows, IN_FLIGHT), await lowdbAt(rows)];
  return {
    rows,
    commits: Math.round(ours),
    lowdb: Math.round(plain * 10) / 10,
    ratio: Math.round(ours / plain),
  };
}

/** Day files as checkpoints would have left them, on disk: the system must not be busy with them afterwards. */
async function writeHistory(folder: string, today: Day): Promise<void> {
  for (let back = 1; back <= HISTORY.days; back += 1) {
    const day = addDays(today, -back);
    const rows = Array.from({ length: HISTORY.rows }, (_, n) => {
      const data = replyOf(n);
      return { table: WHEREABOUTS.name, id: `${day}/${n}`, rev: 1, data, keys: WHEREABOUTS.keys(data) };
    });
    const file = dayFile(WHEREABOUTS.name, day);
    await pageFile(realDisk, join(folder, file), file).write({ seq: 1, hashed: false, rows });
  }
}

type Pair = readonly [LowdbStore, LowdbStore];

/** Commits into today, into both stores in turns: a figure each a round. */
async function inTurns(stores: Pair, today: Day): Promise<readonly [readonly number[], readonly number[]]> {
  const figures: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1)
    // Short rounds, side by side, so that a busy machine is busy for both; and each is second in turn.
    for (const which of round % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
      const write = (n: number) =>
        stores[which].commit([put(WHEREABOUTS, `${today}/${round}-${n}`, replyOf(n))]);
      figures[which].push(await rate(write, IN_FLIGHT, SHORT_MS));
    }
  return figures;
}

async function begin(folder: string): Promise<void> {
  const store = await openStore(folder, settings);
  await store.commit([put(REPLIES, 'first', replyOf(0))]);
  await store.close();
}

/** The same work in a young folder and in one with years behind it. */
async function compare(young: string, old: string): Promise<Record<string, unknown>> {
  const today = dayOf(Date.now());
  await begin(young);
  await begin(old);
  await writeHistory(old, today);
  const stores: Pair = [await openStore(young, settings), await openStore(old, settings)];
  const [without, beside] = await inTurns(stores, today);
  const rowsInMemory = stores[1].stats().rows;
  for (const store of stores) await store.close();
  const ratio = median(beside.map((figure, n) => figure / (without[n] ?? figure)));
  return {
    rows: HISTORY.days * HISTORY.rows,
    without: Math.round(median(without)),
    beside: Math.round(median(beside)),
    ratio: Math.round(ratio * 100) / 100,
    rowsInMemory,
  };
}

const besideHistory = (): Promise<Record<string, unknown>> =>
  inFolder((young) => inFolder((old) => compare(young, old)));

/** Takes about a minute and a gigabyte of temporary disk. */
export async function run(): Promise<Record<string, unknown>> {
  return {
    inFlight: IN_FLIGHT,
    oneAtATime: Math.round(await storeAt(1_000, 1)),
    besideLowdb: [await besideLowdb(1_000), await besideLowdb(10_000), await besideLowdb(100_000)],
    besideHistory: await besideHistory(),
  };
}
