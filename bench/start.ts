/** Cold start and memory: 150 units, 8,000 people, a year of history, on a gateway in its own process. */
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../src/adapters/lowdb/store.ts';
import { FEATURES } from '../src/app/features.ts';
import { tablesOf } from '../src/app/tables.ts';
import { countyRows, roomsOf } from '../src/cli/county.ts';
import { put, table } from '../src/core/store.ts';
import { addDays, instant } from '../src/core/time.ts';
import { newToken, spawnGateway } from '../tests/doors/gateway-child.ts';
import { rosterOf } from './county.ts';

const UNITS = 150;
const PEOPLE = 53;
const DAYS = 365;
const RECORDS_A_DAY = 400;
const LAST_DAY = '2026-09-21';
const quiet = { info: () => {}, warn: () => {}, error: () => {} };
const WHEREABOUTS = table<object>('whereabouts', 'daily');

/** A year of whereabouts, a file a day, as the store itself writes them. */
async function history(folder: string): Promise<void> {
  let now = instant(addDays(LAST_DAY, -DAYS));
  const store = await openStore(folder, {
    tables: tablesOf(FEATURES),
    log: quiet,
    clock: { now: () => now },
  });
  await store.commit(countyRows(rosterOf(UNITS, PEOPLE), now));
  for (let n = DAYS; n > 0; n -= 1) {
    const day = addDays(LAST_DAY, -n);
    now = instant(day, '09:00');
    const rows = Array.from({ length: RECORDS_A_DAY }, (_, at) =>
      put(WHEREABOUTS, `${day}/u${at % UNITS}/u${at % UNITS}p${at % PEOPLE}/${at}`, {
        status: 'field_visit',
        saidAt: now,
        place: '东峡镇',
        by: 'self',
      }),
    );
    await store.commit(rows);
    if (n % 30 === 0) await store.checkpoint();
  }
  await store.close();
}

interface Started {
  readonly seconds: number;
  readonly megabytes: number;
  readonly megabytesWithMembers: number;
}

/** Starts the bot in a fresh process; it prints its own figures. */
export async function run(): Promise<Record<string, unknown>> {
  const folder = await mkdtemp(join(tmpdir(), 'ducha-start-'));
  const token = newToken();
  const gateway = await spawnGateway({ token, heartbeatMs: 2_000 });
  try {
    const roster = rosterOf(UNITS, PEOPLE);
    for (const person of roster.people)
      await gateway.call('addContact', { id: `wxid_${person.id}`, name: person.name });
    for (const { id, topic, people } of roomsOf(roster))
      await gateway.call('addRoom', { id, topic, members: people.map((one) => `wxid_${one}`) });
    await history(folder);
    const argv = [
      '--no-deprecation',
      'dist-bench/bench/start-child.js',
      folder,
      token,
      gateway.endpoint,
      String(UNITS),
      String(PEOPLE),
      LAST_DAY,
    ];
    const stdout = execFileSync(process.execPath, argv, { timeout: 120_000, encoding: 'utf8' });
    const started = JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}') as Started;
    return {
      ...started,
      units: UNITS,
      people: roster.people.length,
      historyRows: DAYS * RECORDS_A_DAY,
      aims: { seconds: 3, megabytes: 250 },
    };
  } finally {
    await gateway.kill();
    await rm(folder, { recursive: true, force: true });
  }
}
