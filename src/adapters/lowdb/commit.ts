/** The one verb: checks revs, changes memory and queues the line, all before anything else can happen. */
import { dayOfId, isStale, type Kept, kept, keptHow, type Rows } from '../../core/rows.ts';
import type { AnyTable, Row, Store } from '../../core/store.ts';
import type { Journal } from './journal.ts';
import { lineText, rowText } from './line.ts';
import { rowsIn, type Unit } from './unit.ts';
import type { Units } from './units.ts';

/** What a commit works on. */
export interface Parts {
  readonly units: Units;
  readonly journal: Journal;
  readonly tables: ReadonlyMap<string, AnyTable>;
  readonly now: () => number;
}

/** One row on its way: where it goes, what was there, what will be. */
interface Move {
  readonly unit: Unit;
  readonly rows: Rows;
  readonly id: string;
  readonly before: Kept | undefined;
  readonly next: Kept | undefined;
}

function place({ unit, rows, id }: Move, row: Kept | undefined, seq: number): void {
  rows.set(id, row);
  unit.dirty = true;
  unit.hashed = false;
  unit.changed = seq;
}

/** `Store.commit` on disk. Rejects with `StoreFull`, `StoreRefused` or `StoreStopped`; then nothing has changed. */
export function committer({ units, journal, tables, now }: Parts): Store['commit'] {
  const dayOf = ({ table, id }: Row): string | undefined =>
    keptHow(tables, table) === 'live' ? undefined : dayOfId(id);
  const unitOf = (row: Row): Unit | undefined => {
    const day = dayOf(row);
    return day === undefined ? units.live : units.atHand(row.table, day);
  };
  const atHand = (row: Row): Unit => {
    const unit = unitOf(row);
    if (unit === undefined) throw new Error('a day has left memory while it was held');
    return unit;
  };
  const moveOf = ({ table, id, rev, keys }: Row, unit: Unit, json: string): Move => {
    const rows = rowsIn(unit, table);
    const next = json === 'null' ? undefined : kept(id, rev + 1, json, keys ?? {});
    return { unit, rows, id, before: rows.at(id), next };
  };
  const write = async (writes: readonly Row[]): Promise<'done' | 'stale'> => {
    if (isStale(writes, (row) => rowsIn(atHand(row), row.table).at(row.id))) return 'stale';
    const seq = journal.seq + 1;
    const jsons = writes.map((row) => JSON.stringify(row.data));
    const moves = writes.map((row, n) => moveOf(row, atHand(row), jsons[n] ?? 'null'));
    const texts = writes.map((row, n) => rowText(row, dayOf(row), jsons[n] ?? 'null'));
    const onDisk = journal.append(lineText(seq, now(), texts), () => {
      for (const move of moves) place(move, move.before, seq);
    });
    for (const move of moves) place(move, move.next, seq);
    await onDisk;
    return 'done';
  };
  return async (writes) => {
    if (writes.length === 0) return 'done';
    if (writes.every((row) => unitOf(row) !== undefined)) return write(writes);
    // All its days are held, not only those away: reading one could push another out.
    const days = writes.flatMap((row) => {
      const day = dayOf(row);
      return day === undefined ? [] : [{ table: row.table, day }];
    });
    return units.holding(days, () => write(writes));
  };
}
