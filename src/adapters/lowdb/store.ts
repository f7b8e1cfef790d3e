/** The store on lowdb: a journal for what is new, lowdb files for what is settled, memory for what is asked for. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Reader, Store } from '../../core/store.ts';
import { type Checkpoints, checkpoints } from './checkpoints.ts';
import { committer } from './commit.ts';
import { makeFolder, replace } from './disk.ts';
import { Damaged } from './errors.ts';
import { Journal } from './journal.ts';
import { headText } from './line.ts';
import { baseOf, type Loaded, load } from './load.ts';
import { lock } from './lock.ts';
import { type Purge, purger } from './purge.ts';
import { reader } from './reader.ts';
import { JOURNAL } from './replay.ts';
import type { Scan } from './scan.ts';
import { type Setup, type StoreSettings, setupOf } from './settings.ts';
import { sizeOf } from './unit.ts';

/** Figures for the operator. */
export interface StoreStats {
  /** The last commit. */
  readonly seq: number;
  /** Commits in the journal, and its bytes. */
  readonly journalLines: number;
  readonly journalBytes: number;
  /** Checkpoint files whose rows are in memory, and how many rows. */
  readonly units: number;
  readonly rows: number;
  /** False once the disk has broken its word, or after closing: only opening anew helps. */
  readonly isOpen: boolean;
}

export interface LowdbStore extends Store {
  /** Writes what is queued and a checkpoint, and lets go of the folder. Never throws for a full disk. */
  readonly close: () => Promise<void>;
  /** Writes every file that is behind and begins a new journal. */
  readonly checkpoint: () => Promise<void>;
  /** Days of a daily table before one: removed, or each row's content replaced by its hash. */
  readonly purge: Purge;
  readonly stats: () => StoreStats;
}

/** The journal of a folder, ready to be written; an unfinished last line is cut off and logged. */
async function journalOf(folder: string, found: Scan | undefined, { disk, log }: Setup): Promise<Journal> {
  const path = join(folder, JOURNAL);
  const head = { base: 0, live: 0 };
  if (found === undefined) await replace(disk, path, [headText(head)]);
  const file = await disk.open(path, 'old');
  if (found === undefined)
    return new Journal(disk, path, file, { base: 0, seq: 0, size: headText(head).length });
  if (found.state === 'torn') {
    const bytes = (await file.size()) - found.end;
    await file.truncate(found.end);
    await file.sync();
    log.warn('journal ended in an unfinished line, cut off', { byte: found.end, bytes });
  }
  const base = found.head?.base ?? 0;
  return new Journal(disk, path, file, { base, seq: found.last, size: found.end });
}

interface Opened {
  readonly folder: string;
  readonly setup: Setup;
  readonly units: Loaded['units'];
  readonly journal: Journal;
  readonly release: () => Promise<void>;
}

function closer({ setup: { log }, journal, release }: Opened, saving: Checkpoints): () => Promise<void> {
  const close = async (): Promise<void> => {
    // Without a checkpoint the next start reads the journal: slower, and nothing else.
    await saving.save().catch((error: unknown) => {
      log.warn('no checkpoint at closing', { error: error instanceof Error ? error.message : String(error) });
    });
    await journal.close();
    await release();
  };
  let closing: Promise<void> | undefined;
  return () => {
    closing ??= close();
    return closing;
  };
}

function storeOf(opened: Opened): LowdbStore {
  const { folder, setup, units, journal } = opened;
  const tables = new Map(setup.tables.map((table) => [table.name, table]));
  const saving = checkpoints(units, journal, setup);
  const commit = committer({ units, journal, tables, now: setup.clock.now });
  return {
    ...reader(units, tables),
    commit: async (rows) => {
      const outcome = await commit(rows);
      saving.whenDue();
      return outcome;
    },
    checkpoint: saving.save,
    purge: purger({ folder, disk: setup.disk, units, journal, checkpoints: saving }),
    close: closer(opened, saving),
    stats: () => ({
      seq: journal.seq,
      journalLines: journal.seq - journal.base,
      journalBytes: journal.size,
      units: units.all().length,
      rows: units.all().reduce((sum, unit) => sum + sizeOf(unit), 0),
      isOpen: journal.stopped === undefined,
    }),
  };
}

/** Opens a data folder, makes it when need be, and holds it. Throws `Locked`, `Damaged`, or what the system says. */
export async function openStore(folder: string, settings: StoreSettings): Promise<LowdbStore> {
  const setup = setupOf(settings);
  await makeFolder(setup.disk, folder);
  const release = await lock(folder);
  try {
    for (const name of [`${JOURNAL}.tmp`, 'live.json.tmp']) await rm(join(folder, name), { force: true });
    const { units, journal } = await load(folder, setup);
    return storeOf({ folder, setup, units, journal: await journalOf(folder, journal, setup), release });
  } catch (error) {
    await release();
    throw error;
  }
}

const TRIES = 5;

/** Reads a data folder as it is now, also beside a running bot: takes no lock, changes nothing. Throws `Damaged`. */
export async function openReader(folder: string, settings: StoreSettings): Promise<Reader> {
  const setup = setupOf(settings);
  const tables = new Map(setup.tables.map((table) => [table.name, table]));
  for (let tried = 1; ; tried += 1) {
    const before = await baseOf(folder);
    try {
      const { units } = await load(folder, setup);
      // Files of two checkpoints do not fit together; then the journal has begun anew meanwhile.
      if ((await baseOf(folder)) === before) return reader(units, tables);
    } catch (error) {
      if (!(error instanceof Damaged) || tried === TRIES) throw error;
    }
    if (tried === TRIES) throw new Error('the data folder is changing too fast to be read');
  }
}
