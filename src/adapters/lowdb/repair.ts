/** Makes a damaged data folder whole again from what can be trusted, and keeps the rest aside. */
import { existsSync } from 'node:fs';
import { copyFile, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeFolder, replace } from './disk.ts';
import { Damaged } from './errors.ts';
import { headText } from './line.ts';
import { load } from './load.ts';
import { lock } from './lock.ts';
import { type PageRow, pageText } from './page.ts';
import { bytesOf, pageOf } from './page-file.ts';
import { daysOf, JOURNAL, replayLoosely } from './replay.ts';
import { salvage } from './salvage.ts';
import { type Scan, scan } from './scan.ts';
import { sealedAll } from './sealed.ts';
import { type Setup, type StoreSettings, setupOf } from './settings.ts';
import { dayFile, LIVE, pageNow, readUnit, savePage } from './unit.ts';
import { Units } from './units.ts';
import { checkpointFiles } from './walk.ts';

/** What was wrong with one file, and what became of it. */
export interface Mended {
  readonly file: string;
  /** Where the damage begins. */
  readonly byte: number;
  /** Rows of a checkpoint, or commits of the journal, that were kept. */
  readonly kept: number;
  /** Lines of a checkpoint, or bytes of the journal, that were not. */
  readonly lost: number;
}

export interface Repaired {
  /** The folder within the data folder that keeps the files as they were; null when nothing was wrong. */
  readonly aside: string | null;
  readonly files: readonly Mended[];
}

const damageOf = async (task: Promise<unknown>): Promise<Damaged | undefined> => {
  try {
    await task;
    return undefined;
  } catch (error) {
    if (error instanceof Damaged) return error;
    throw error;
  }
};

/** Every checkpoint's state: the damaged ones, and the highest seq that a whole one includes. */
async function check(
  folder: string,
): Promise<{ readonly broken: readonly Damaged[]; readonly highest: number }> {
  const broken: Damaged[] = [];
  let highest = 0;
  for (const file of await checkpointFiles(folder)) {
    const read = async (): Promise<void> => {
      highest = Math.max(highest, pageOf(await readFile(join(folder, file)), file).seq);
    };
    const damage = await damageOf(read());
    if (damage !== undefined) broken.push(damage);
  }
  return { broken, highest };
}

async function setAside(folder: string, files: readonly string[], { disk, clock }: Setup): Promise<string> {
  const aside = `damaged-${new Date(clock.now()).toISOString().replaceAll(/[:.]/gu, '-')}`;
  for (const file of files) {
    const copy = join(folder, aside, file);
    await makeFolder(disk, dirname(copy));
    await copyFile(join(folder, file), copy);
  }
  return aside;
}

const belongs = (file: string, { table, id }: PageRow): boolean =>
  file === LIVE || file === dayFile(table, id.slice(0, 10));

/** Writes a broken checkpoint anew from its whole rows. */
async function rewrite(folder: string, { file }: Damaged, { disk }: Setup): Promise<Mended> {
  const { rows, lost, byte } = salvage(await readFile(join(folder, file)));
  const whole = new Map(
    rows.filter((row) => belongs(file, row)).map((row) => [`${row.table}\n${row.id}`, row]),
  );
  // Its seq cannot be trusted: every line of the journal may hold what it lacks, and is looked at again.
  const page = { seq: 0, hashed: false, rows: [...whole.values()] };
  await replace(disk, join(folder, file), sealedAll(pageText(page)));
  return { file, byte, kept: whole.size, lost };
}

/** Brings the checkpoints up to date with the lines that can be trusted, and begins a journal behind them. */
async function settle(folder: string, { lines, last }: Scan, highest: number, setup: Setup): Promise<void> {
  const { disk, openFrom, pastRows } = setup;
  const units = new Units({ folder, disk, openFrom, pastRows });
  await readUnit(units.live);
  await units.holding(daysOf(lines), () => replayLoosely(units, lines));
  const seq = Math.max(last, highest);
  for (const unit of new Set([units.live, ...units.dirty()])) await savePage(unit, pageNow(unit, seq));
  await replace(disk, join(folder, JOURNAL), [headText({ base: seq, live: seq })]);
}

/** What is wrong besides broken checkpoints: the journal, or files that do not fit together. */
function ofTheRest(found: Damaged, strict: Scan, lines: Scan, size: number): Mended {
  const kept = lines.lines.length;
  const lost = size - lines.end;
  return strict.state === 'damaged'
    ? { file: JOURNAL, byte: strict.end, kept, lost }
    : { file: found.file, byte: found.byte, kept, lost };
}

async function mend(folder: string, setup: Setup): Promise<Repaired> {
  const { broken, highest } = await check(folder);
  const found = broken[0] ?? (await damageOf(load(folder, setup)));
  if (found === undefined) return { aside: null, files: [] };
  const bytes = (await bytesOf(join(folder, JOURNAL))) ?? Buffer.alloc(0);
  const strict = scan(bytes);
  const lines = scan(bytes, true);
  const touched = [
    ...broken.map(({ file }) => file),
    ...[JOURNAL, LIVE].filter((file) => existsSync(join(folder, file))),
  ];
  const aside = await setAside(folder, [...new Set(touched)], setup);
  const files: Mended[] = [];
  for (const damage of broken) files.push(await rewrite(folder, damage, setup));
  if (strict.state === 'damaged' || broken.length === 0)
    files.push(ofTheRest(found, strict, lines, bytes.length));
  await settle(folder, lines, highest, setup);
  return { aside, files };
}

/**
 * Keeps the whole rows of each checkpoint and the commits up to the first damage in the journal. Files are copied
 * aside before they are touched. Throws `Locked` while a bot runs.
 */
export async function repair(folder: string, settings: StoreSettings): Promise<Repaired> {
  const release = await lock(folder);
  try {
    return await mend(folder, setupOf(settings));
  } finally {
    await release();
  }
}
