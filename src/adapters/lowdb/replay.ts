/** Brings checkpoints up to date with the lines of the journal that they do not include yet. */
import { kept } from '../../core/rows.ts';
import { Damaged } from './errors.ts';
import type { LineRow } from './line.ts';
import type { Placed } from './scan.ts';
import { rowsIn, type Unit } from './unit.ts';
import type { Units } from './units.ts';

export const JOURNAL = 'journal.jsonl';

/** The days that these lines write to. */
export function daysOf(lines: readonly Placed[]): readonly { table: string; day: string }[] {
  const days = new Map<string, { table: string; day: string }>();
  for (const { line } of lines)
    for (const { table, day } of line.rows)
      if (day !== undefined) days.set(`${table}/${day}`, { table, day });
  return [...days.values()];
}

function apply(unit: Unit, { table, id, rev, data, keys }: LineRow, seq: number): void {
  rowsIn(unit, table).set(id, data === null ? undefined : kept(id, rev + 1, JSON.stringify(data), keys));
  unit.changed = seq;
  unit.dirty = true;
  unit.hashed = false;
}

interface Pending {
  readonly unit: Unit;
  readonly row: LineRow;
  readonly seq: number;
  readonly byte: number;
  /** The rev in memory now. */
  readonly rev: number;
}

/** The rows that their units' files do not include, in the order they were written. */
function* pendingOf(units: Units, lines: readonly Placed[]): Generator<Pending> {
  for (const { line, byte } of lines)
    for (const row of line.rows) {
      const unit = row.day === undefined ? units.live : units.atHand(row.table, row.day);
      if (unit === undefined) throw new Error('a day has left memory while it was held');
      const rev = rowsIn(unit, row.table).at(row.id)?.found.rev ?? 0;
      if (line.seq > unit.saved) yield { unit, row, seq: line.seq, byte, rev };
    }
}

/** Applies every line; the days they write to must be in memory. Throws `Damaged` where a row does not follow on. */
export function replay(units: Units, lines: readonly Placed[]): void {
  for (const { unit, row, seq, byte, rev } of pendingOf(units, lines)) {
    if (rev !== row.rev)
      throw new Damaged(JOURNAL, byte, `a row follows rev ${row.rev}, but ${rev} is there`);
    apply(unit, row, seq);
  }
}

/** Applies every row that is newer than what is there: each line holds whole rows, so gaps do no harm. */
export function replayLoosely(units: Units, lines: readonly Placed[]): void {
  for (const { unit, row, seq, rev } of pendingOf(units, lines)) if (row.rev >= rev) apply(unit, row, seq);
}
