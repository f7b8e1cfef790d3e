/** A unit is what one checkpoint file holds, in memory: all live tables, or one day of a daily table. */
import { join } from 'node:path';
import { Low } from 'lowdb';
import { frozen, type Kept, type Rows, rows } from '../../core/rows.ts';
import type { Disk } from './disk.ts';
import { Damaged } from './errors.ts';
import { EMPTY_PAGE, type Page, type PageRow } from './page.ts';
import { pageFile } from './page-file.ts';

export interface Unit {
  /** The path of its file within the data folder. */
  readonly file: string;
  /** Its rows, by table; a day has one. */
  readonly tables: Map<string, Rows>;
  readonly low: Low<Page>;
  /** The seq its file includes. */
  saved: number;
  /** The last seq that touched it. */
  changed: number;
  /** True while memory holds what the file does not. */
  dirty: boolean;
  /** True while its file is being written: until then only memory has what is in it. */
  saving: boolean;
  hashed: boolean;
  /** When it was last asked for, counted in askings. */
  used: number;
}

export const LIVE = 'live.json';
/** The file of a day, within the data folder. */
export const dayFile = (table: string, day: string): string => `${table}/${day.slice(0, 7)}/${day}.json`;

/** A unit without rows, its file unread. */
export const emptyUnit = (folder: string, disk: Disk, file: string): Unit => ({
  file,
  tables: new Map(),
  low: new Low<Page>(pageFile(disk, join(folder, file), file), EMPTY_PAGE),
  saved: 0,
  changed: 0,
  dirty: false,
  saving: false,
  hashed: false,
  used: 0,
});

/** The rows of a table in a unit; an empty set when it has none yet. */
export function rowsIn(unit: Unit, table: string): Rows {
  const there = unit.tables.get(table);
  if (there !== undefined) return there;
  const fresh = rows();
  unit.tables.set(table, fresh);
  return fresh;
}

/** How many rows a unit holds. */
export const sizeOf = (unit: Unit): number =>
  [...unit.tables.values()].reduce((sum, table) => sum + table.size(), 0);

const keptOf = ({ id, rev, data, keys }: PageRow): Kept =>
  Object.freeze({ found: Object.freeze({ id, rev, data: frozen(data) }), keys: Object.freeze(keys) });

/** Puts the rows of a page into an empty unit. Throws `Damaged` for a row that cannot stand in that file. */
export function fill(unit: Unit, page: Page): void {
  for (const row of page.rows) {
    const table = rowsIn(unit, row.table);
    const fits = unit.file === LIVE || unit.file === dayFile(row.table, row.id.slice(0, 10));
    if (!fits || table.at(row.id) !== undefined)
      throw new Damaged(unit.file, 0, 'a row that belongs elsewhere, or is there twice');
    table.set(row.id, keptOf(row));
  }
  unit.saved = page.seq;
  unit.changed = page.seq;
  unit.hashed = page.hashed;
}

/** Reads a unit's file, if there is one. Throws `Damaged`. */
export async function readUnit(unit: Unit): Promise<Unit> {
  await unit.low.read();
  fill(unit, unit.low.data);
  unit.low.data = EMPTY_PAGE;
  return unit;
}

/** The rows of a unit as they are now, to be written as those of `seq`. Rows are immutable: this copies references. */
export const pageNow = (unit: Unit, seq: number): Page => ({
  seq,
  hashed: unit.hashed,
  rows: [...unit.tables].flatMap(([table, held]) =>
    held.all().map(({ found, keys }) => ({ table, ...found, keys })),
  ),
});

/** Writes a page of a unit, durably; the unit keeps no copy of it. */
export async function savePage(unit: Unit, page: Page): Promise<void> {
  unit.low.data = page;
  try {
    await unit.low.write();
    unit.saved = page.seq;
  } finally {
    unit.low.data = EMPTY_PAGE;
  }
}
