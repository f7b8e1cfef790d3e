/**
 * A process that waits for a line, then opens a store and holds it, or writes until it is killed; prints `open`, and
 * a line for every acknowledged commit.
 */
import { once } from 'node:events';
import { openStore } from '../../dist/adapters/lowdb/store.js';
import { put, table } from '../../dist/core/store.js';

const [folder, round, mode] = process.argv.slice(2);
const THINGS = table('things', 'live', ({ unit, state }) => ({ unit, state }));
const NOTES = table('notes', 'daily', ({ about }) => ({ about }));
const quiet = { info: () => {}, warn: () => {}, error: () => {} };

await once(process.stdin, 'data');
process.stdin.unref();
// Checkpoints all the time, so that kills fall into them too.
const store = await openStore(folder, { tables: [THINGS, NOTES], log: quiet, checkpointEvery: 20_000 });
process.stdout.write('open\n');

/** One commit after another over two tables, in its own thing; as many of these run at once as a busy day has. */
async function write(writer) {
  for (let n = 0; ; n += 1) {
    const id = `${round}-${writer}-${n}`;
    const day = `2026-11-0${1 + (n % 4)}`;
    await store.commit([
      put(THINGS, id, { unit: `u${writer}`, state: 'open' }),
      put(NOTES, `${day}/${id}`, { about: id }),
    ]);
    process.stdout.write(`${day}/${id}\n`);
  }
}

if (mode === 'write') for (let writer = 0; writer < 16; writer += 1) void write(writer);
else setInterval(() => {}, 60_000);
