/** Backups: one file that holds a data folder as it was at a moment, taken beside a running bot. */
import { createHash } from 'node:crypto';
import { copyFile, link, mkdir, mkdtemp, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { create, extract } from 'tar';
import { isMissing } from './errors.ts';
import { baseOf, load } from './load.ts';
import { lock } from './lock.ts';
import { pageOf } from './page-file.ts';
import { JOURNAL } from './replay.ts';
import { type Setup, type StoreSettings, setupOf } from './settings.ts';
import { sizeOf } from './unit.ts';
import { checkpointFiles, evidenceFiles, hashInName, isStoreFile } from './walk.ts';

/** What a backup holds, counted in what was restored from it. */
export interface BackedUp {
  readonly files: number;
  readonly rows: number;
  /** The last commit in it. */
  readonly seq: number;
  /** Files of evidence whose bytes have changed since they were kept. */
  readonly spoilt: readonly string[];
  /** Size of the backup file. */
  readonly bytes: number;
}

const TRIES = 20;

/** A second name for a file, or a copy where the system allows none. Checkpoints are never changed in place. */
async function hold(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  await link(from, to).catch((error: unknown) => {
    if (isMissing(error)) throw error;
    return copyFile(from, to);
  });
}

/** A purge may take a file away at any moment; it would not be in a backup of a minute later either. */
const holdIfThere = (folder: string, stage: string, file: string): Promise<void> =>
  hold(join(folder, file), join(stage, file)).catch((error: unknown) => {
    if (!isMissing(error)) throw error;
  });

/** Everything that belongs together, under `stage`. False when a checkpoint ended meanwhile. */
async function gather(folder: string, stage: string): Promise<boolean> {
  const base = await baseOf(folder);
  for (const file of await checkpointFiles(folder)) await holdIfThere(folder, stage, file);
  // Last: it then has every line that the files above may lack, as long as it is still the same journal.
  await copyFile(join(folder, JOURNAL), join(stage, JOURNAL));
  if (base !== (await baseOf(stage))) return false;
  // After the journal: evidence is on disk before a row speaks of it.
  for (const file of await evidenceFiles(folder)) await holdIfThere(folder, stage, file);
  return true;
}

/** Runs `task` with an empty folder beside what it is for, and takes it away afterwards. */
async function within<T>(parent: string, task: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(parent, '.ducha-'));
  try {
    return await task(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function pack(folder: string, file: string): Promise<void> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const packed = await within(folder, async (stage) => {
      if (!(await gather(folder, stage))) return false;
      await create({ gzip: true, portable: true, cwd: stage, file }, await readdir(stage));
      return true;
    });
    if (packed) return;
  }
  throw new Error('the data folder is changing too fast to be backed up');
}

const unpack = (file: string, folder: string): Promise<void> =>
  extract({
    file,
    cwd: folder,
    strict: true,
    // Folders come by themselves, with the files in them.
    filter: (path, entry) => isStoreFile(path) && !('type' in entry && entry.type !== 'File'),
  });

/** Opens what was unpacked as a store would, and reads every file of it. Throws `Damaged`. */
async function inspect(folder: string, setup: Setup): Promise<Omit<BackedUp, 'bytes'>> {
  const { units, journal } = await load(folder, setup);
  if (journal === undefined) throw new Error('the backup holds no store');
  const files = await checkpointFiles(folder);
  const inMemory = new Set(units.all().map(({ file }) => file));
  let rows = units.all().reduce((sum, unit) => sum + sizeOf(unit), 0);
  for (const file of files.filter((name) => !inMemory.has(name)))
    rows += pageOf(await readFile(join(folder, file)), file).rows.length;
  const evidence = await evidenceFiles(folder);
  return {
    files: files.length + 1 + evidence.length,
    rows,
    seq: journal.last,
    spoilt: await spoiltOf(folder, evidence),
  };
}

/** Evidence that is no longer what was kept. It is in the backup all the same: there is nothing better. */
async function spoiltOf(folder: string, evidence: readonly string[]): Promise<readonly string[]> {
  const spoilt: string[] = [];
  for (const file of evidence) {
    const hash = createHash('sha256')
      .update(await readFile(join(folder, file)))
      .digest('hex');
    if (hash !== hashInName(file)) spoilt.push(file);
  }
  return spoilt;
}

async function synced(path: string): Promise<void> {
  const file = await open(path, 'r');
  await file.sync().finally(() => file.close());
}

/**
 * Writes a backup of `folder` to `file` (tar, gzip) and restores it into a temporary folder to see that it opens.
 * Needs no lock and changes nothing. Throws `Damaged` when the data are; `file` is there only when all went well.
 */
export async function backup(folder: string, file: string, settings: StoreSettings): Promise<BackedUp> {
  const setup = setupOf(settings);
  const draft = `${file}.part`;
  try {
    await pack(folder, draft);
    const held = await within(dirname(file), async (place) => {
      await unpack(draft, place);
      return inspect(place, setup);
    });
    await synced(draft);
    await rename(draft, file);
    return { ...held, bytes: (await stat(file)).size };
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** Puts a backup into `folder`, which must hold no store yet. Throws `Locked`, `Damaged`, or when one is there. */
export async function restore(
  file: string,
  folder: string,
  settings: StoreSettings,
): Promise<Omit<BackedUp, 'bytes'>> {
  const setup = setupOf(settings);
  await mkdir(folder, { recursive: true });
  const release = await lock(folder);
  try {
    const there = [
      ...(await readdir(folder)).filter((name) => name === JOURNAL),
      ...(await checkpointFiles(folder)),
      ...(await evidenceFiles(folder)),
    ];
    if (there.length > 0) throw new Error(`the folder holds a store already: ${there[0]}`);
    return await within(folder, async (place) => {
      await unpack(file, place);
      const held = await inspect(place, setup);
      // The journal last: without it, half a restored folder is refused.
      const names = (await readdir(place)).sort((a, b) => Number(a === JOURNAL) - Number(b === JOURNAL));
      for (const name of names) await rename(join(place, name), join(folder, name));
      return held;
    });
  } finally {
    await release();
  }
}
