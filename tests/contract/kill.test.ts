/** kill -9 at any moment: every acknowledged commit is there afterwards, whole. */
import { expect, it } from 'vitest';
import { type LowdbStore, openStore } from '../../src/adapters/lowdb/store.ts';
import { type Child, startChild } from './child.ts';
import { inFolder, logbook, settings } from './folder.ts';
import { NOTES, THINGS } from './store.ts';

const ROUNDS = 50;
const DAYS = ['2026-11-01', '2026-11-02', '2026-11-03', '2026-11-04'];

/** Commits the child was told of before it died; a line cut short by the kill tells nothing. */
async function killed(child: Child, round: number): Promise<readonly string[]> {
  child.go();
  // A different moment each time: after few commits, or after so many that checkpoints have come and gone.
  await child.said(2 + ((round * 37) % 400));
  return (await child.kill()).filter((line) => /^2026-11-0\d\/\d+-\d+-\d+$/u.test(line));
}

async function missing(store: LowdbStore, written: readonly string[]): Promise<readonly string[]> {
  const lost: string[] = [];
  for (const line of written) {
    const thing = await store.get(THINGS, line.slice('2026-11-01/'.length));
    const note = await store.get(NOTES, line);
    if (thing?.rev !== 1 || note?.rev !== 1) lost.push(line);
  }
  return lost;
}

it(`loses no acknowledged commit in ${ROUNDS} kills, also during checkpoints`, () =>
  inFolder(async (folder) => {
    let acknowledged = 0;
    let next = startChild(folder, 0, 'write');
    for (let round = 0; round < ROUNDS; round += 1) {
      const written = await killed(next, round);
      // Loads its code while this process looks at what the last one left.
      next = startChild(folder, round + 1, 'write');
      const store = await openStore(folder, settings({ log: logbook() }));
      expect(await missing(store, written)).toEqual([]);
      acknowledged += written.length;
      const notes = await Promise.all(DAYS.map((day) => store.find(NOTES, { day })));
      // All or nothing, also of commits nobody was told of: a note for each thing.
      expect(notes.flat()).toHaveLength((await store.find(THINGS, {})).length);
      expect(notes.flat().length).toBeGreaterThanOrEqual(acknowledged);
      await store.close();
    }
    await next.kill();
  }));
