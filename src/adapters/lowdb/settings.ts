/** How a store on disk is set up. */
import type { Clock, Log } from '../../core/ports.ts';
import type { AnyTable } from '../../core/store.ts';
import { addDays, type Day, dayOf } from '../../core/time.ts';
import { type Disk, realDisk } from './disk.ts';

export interface StoreSettings {
  readonly tables: readonly AnyTable[];
  readonly log: Log;
  /** The machine's clock unless told; decides which days are open, and stamps the journal. */
  readonly clock?: Clock;
  /** Days of the daily tables that stay in memory, today included; 2 unless told. */
  readonly openDays?: number;
  /** Bytes the journal may grow before a checkpoint; 8 MiB unless told. */
  readonly checkpointEvery?: number;
  /** Rows of past days that may stay in memory after they were asked for; 40,000 unless told. */
  readonly pastRows?: number;
  /** The file system; the machine's unless told. */
  readonly disk?: Disk;
}

/** Settings with nothing left open. */
export type Setup = Required<StoreSettings> & { readonly openFrom: () => Day };

const SAFE = /^[A-Za-z0-9][A-Za-z0-9._-]*$/u;

/** Fills in what was not told. Throws for a table whose name cannot be a folder: a bug. */
export function setupOf(settings: StoreSettings): Setup {
  for (const { name } of settings.tables)
    if (!SAFE.test(name)) throw new Error(`no name for a table: ${name}`);
  const clock = settings.clock ?? { now: Date.now };
  const openDays = settings.openDays ?? 2;
  return {
    clock,
    openDays,
    checkpointEvery: 8 * 1024 * 1024,
    pastRows: 40_000,
    disk: realDisk,
    ...settings,
    openFrom: () => addDays(dayOf(clock.now()), 1 - openDays),
  };
}
