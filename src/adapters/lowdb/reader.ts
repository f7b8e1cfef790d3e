/** Finds rows in memory, and in past days by reading their files. */
import { askedOf, dayOfId, keptHow, type Rows } from '../../core/rows.ts';
import type { AnyTable, Found, Keys, Reader, Table } from '../../core/store.ts';
import { rowsIn } from './unit.ts';
import type { Units } from './units.ts';

/** Rows of live tables and of open days are what memory holds at the call, written or still being written. */
export function reader(units: Units, tables: ReadonlyMap<string, AnyTable>): Reader {
  const dayIn = (table: string, day: string): Rows | Promise<Rows> => {
    const unit = units.atHand(table, day);
    return unit === undefined
      ? units.load(table, day).then((read) => rowsIn(read, table))
      : rowsIn(unit, table);
  };
  const get = async <T extends object>(table: Table<T>, id: string): Promise<Found<T> | undefined> => {
    const live = keptHow(tables, table.name) === 'live';
    const rows = live ? rowsIn(units.live, table.name) : dayIn(table.name, dayOfId(id));
    // An await would let others change what is at hand before it is looked at.
    return (rows instanceof Promise ? await rows : rows).at(id)?.found as Found<T> | undefined;
  };
  const find = async <T extends object>(table: Table<T>, keys: Keys): Promise<readonly Found<T>[]> => {
    if (keptHow(tables, table.name) === 'live')
      return rowsIn(units.live, table.name).find(keys) as readonly Found<T>[];
    const { day, rest } = askedOf(keys);
    const rows = dayIn(table.name, day);
    return (rows instanceof Promise ? await rows : rows).find(rest) as readonly Found<T>[];
  };
  return { get, find };
}
