/** Reads a data folder into memory, changing nothing: checkpoints, then the lines behind them. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { addDays } from '../../core/time.ts';
import { Damaged } from './errors.ts';
import { bytesOf } from './page-file.ts';
import { daysOf, JOURNAL, replay } from './replay.ts';
import { type Scan, scan } from './scan.ts';
import type { Setup } from './settings.ts';
import { LIVE, readUnit } from './unit.ts';
import { Units } from './units.ts';

export interface Loaded {
  readonly units: Units;
  /** `undefined` for a folder that no store has used yet. */
  readonly journal: Scan | undefined;
}

/** The days of daily tables that are to be in memory from the start. */
function openDaysOf({ tables, openDays, openFrom }: Setup): readonly { table: string; day: string }[] {
  const days = Array.from({ length: openDays }, (_, n) => addDays(openFrom(), n));
  return tables
    .filter(({ kept }) => kept === 'daily')
    .flatMap(({ name }) => days.map((day) => ({ table: name, day })));
}

function refuseTraces(folder: string, { tables }: Setup): void {
  const traces = [LIVE, ...tables.filter(({ kept }) => kept === 'daily').map(({ name }) => name)];
  const trace = traces.find((name) => existsSync(join(folder, name)));
  if (trace !== undefined) throw new Damaged(JOURNAL, 0, `it is missing, but ${trace} is there`);
}

async function read(units: Units, journal: Scan, setup: Setup): Promise<void> {
  const { head, lines, last, end, state } = journal;
  if (head === undefined || state === 'damaged')
    throw new Damaged(JOURNAL, end, 'the line is not as it was written');
  await readUnit(units.live);
  if (units.live.saved < head.live)
    throw new Damaged(
      LIVE,
      0,
      `it ends with commit ${units.live.saved}, the journal knows one up to ${head.live}`,
    );
  await units.holding([...daysOf(lines), ...openDaysOf(setup)], () => {
    const ahead = units.all().find(({ saved }) => saved > last);
    if (ahead !== undefined)
      throw new Damaged(
        JOURNAL,
        end,
        `it ends with commit ${last}, but ${ahead.file} includes ${ahead.saved}`,
      );
    replay(units, lines);
  });
}

/** Throws `Damaged` for anything that is not as it was written, an unfinished last line aside. */
export async function load(folder: string, setup: Setup): Promise<Loaded> {
  const { disk, openFrom, pastRows } = setup;
  const units = new Units({ folder, disk, openFrom, pastRows });
  const bytes = await bytesOf(join(folder, JOURNAL));
  if (bytes === undefined) {
    refuseTraces(folder, setup);
    return { units, journal: undefined };
  }
  const journal = scan(bytes);
  await read(units, journal, setup);
  return { units, journal };
}

/** The seq a journal begins after, to see whether it is still the one that was read. */
export async function baseOf(folder: string): Promise<number | undefined> {
  const bytes = await bytesOf(join(folder, JOURNAL));
  return bytes === undefined ? undefined : scan(bytes.subarray(0, bytes.indexOf(10) + 1)).head?.base;
}
