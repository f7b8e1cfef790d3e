/** The power goes at any moment: what was acknowledged by then is there, and the folder is no damaged one. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { openStore } from '../../src/adapters/lowdb/store.ts';
import { put } from '../../src/core/store.ts';
import { inFolder, settings } from './folder.ts';
import { type PowerDisk, powerDisk } from './power-disk.ts';
import { NOTES, THINGS } from './store.ts';

interface Cut {
  readonly files: ReturnType<PowerDisk['cut']>;
  /** Commits that had been acknowledged by then. */
  readonly acknowledged: number;
}

/** Three writers, and checkpoints between their commits; a cut is taken ahead of every step to the disk. */
async function busyDay(folder: string): Promise<readonly Cut[]> {
  const cuts: Cut[] = [];
  let acknowledged = 0;
  const disk = powerDisk(() => cuts.push({ files: disk.cut(folder), acknowledged }));
  const store = await openStore(folder, settings({ disk }));
  const writer = async (name: string, day: string): Promise<void> => {
    for (let n = 0; n < 12; n += 1) {
      const id = `${name}${n}`;
      await store.commit([
        put(THINGS, id, { unit: name, state: '' }),
        put(NOTES, `${day}/${id}`, { about: id }),
      ]);
      acknowledged += 1;
      if (name === 'a' && n % 4 === 3) await store.checkpoint();
    }
  };
  await Promise.all([writer('a', '2020-01-02'), writer('b', '2026-11-24'), writer('c', '2026-12-01')]);
  await store.close();
  return cuts;
}

async function check(place: string, { files, acknowledged }: Cut): Promise<void> {
  for (const [path, bytes] of files) {
    await mkdir(dirname(join(place, path)), { recursive: true });
    await writeFile(join(place, path), bytes);
  }
  const store = await openStore(place, settings());
  const things = await store.find(THINGS, {});
  const days = ['2020-01-02', '2026-11-24', '2026-12-01'];
  const notes = (await Promise.all(days.map((day) => store.find(NOTES, { day })))).flat();
  expect(things.length).toBeGreaterThanOrEqual(acknowledged);
  expect(notes).toHaveLength(things.length);
  await store.close();
}

it('keeps every acknowledged commit, whole, through a cut at each step to the disk', () =>
  inFolder(async (parent) => {
    const cuts = await busyDay(join(parent, 'data'));
    expect(cuts.at(-1)?.acknowledged).toBe(36);
    for (const [n, cut] of cuts.entries()) await check(join(parent, `cut-${n}`), cut);
  }));
