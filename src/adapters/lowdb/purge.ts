/** Takes days of a daily table away when their time is up, or leaves only hashes of them. */
import { open, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { AnyTable } from '../../core/store.ts';
import type { Day } from '../../core/time.ts';
import type { Checkpoints } from './checkpoints.ts';
import type { Disk } from './disk.ts';
import { hashAll } from './hash.ts';
import type { Journal } from './journal.ts';
import { HASHED } from './page.ts';
import { rowsIn } from './unit.ts';
import type { Units } from './units.ts';
import { dayFilesOf, dayOfFile } from './walk.ts';

/** What purging works on. */
export interface PurgeParts {
  readonly folder: string;
  readonly disk: Disk;
  readonly units: Units;
  readonly journal: Journal;
  readonly checkpoints: Checkpoints;
}

/** Returns how many days it changed; a day being written to at that moment is left for the next time. */
export type Purge = (table: AnyTable, before: Day, hashOnly?: boolean) => Promise<number>;

async function isHashed(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(64), 0, 64, 0);
    return HASHED.test(buffer.toString('latin1', 0, bytesRead));
  } finally {
    await file.close();
  }
}

async function removed(parts: PurgeParts, file: string): Promise<boolean> {
  const { folder, disk, units, journal } = parts;
  // Lines that write to a file must not outlive it, or the next start would find rows that follow on nothing.
  if (!(await units.remove(file, journal.base))) return false;
  const month = dirname(join(folder, file));
  await disk.syncFolder(month);
  await rmdir(month).catch(() => undefined);
  return true;
}

async function hashed({ folder, units }: PurgeParts, table: string, file: string): Promise<boolean> {
  const day = dayOfFile(file);
  if (await isHashed(join(folder, file))) return false;
  await units.holding([{ table, day }], () => {
    const unit = units.atHand(table, day);
    if (unit === undefined) throw new Error('a day has left memory while it was held');
    hashAll(rowsIn(unit, table));
    unit.hashed = true;
    unit.dirty = true;
  });
  return true;
}

/** The purge of a store. */
export function purger(parts: PurgeParts): Purge {
  const oneDay = (table: string, file: string, hashOnly: boolean): Promise<boolean> =>
    hashOnly ? hashed(parts, table, file) : removed(parts, file);

  return ({ name, kept }, before, hashOnly = false) => {
    if (kept !== 'daily') throw new Error(`only a daily table is purged by days: ${name}`);
    return parts.checkpoints.alone(async (save) => {
      // Twice: a journal begins where the disk was when its checkpoint began, so the second is clear of the past.
      await save();
      await save();
      let count = 0;
      for (const file of await dayFilesOf(parts.folder, name)) {
        if (dayOfFile(file) >= before || !(await oneDay(name, file, hashOnly))) continue;
        count += 1;
        // Day by day, so that a first purge of many years does not gather them in memory.
        if (hashOnly) await save();
      }
      return count;
    });
  };
}
