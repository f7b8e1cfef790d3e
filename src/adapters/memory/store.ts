/** A store that lives as long as its process: for tests, for the simulation and for trying things out. */
import { askedOf, dayOfId, isStale, kept, keptHow, type Rows, rows } from '../../core/rows.ts';
import type { AnyTable, Found, Keys, Row, Store, Table } from '../../core/store.ts';

/** An empty store of these tables. What is written is copied once as JSON and frozen, as on disk. */
export function memoryStore(tables: readonly AnyTable[]): Store {
  const known = new Map(tables.map((table) => [table.name, table]));
  const places = new Map<string, Rows>();

  const place = (name: string): Rows => {
    const there = places.get(name);
    if (there !== undefined) return there;
    const fresh = rows();
    places.set(name, fresh);
    return fresh;
  };
  const placeOf = (table: string, id: string): Rows =>
    place(keptHow(known, table) === 'live' ? table : `${table}/${dayOfId(id)}`);

  const get = async <T extends object>(table: Table<T>, id: string): Promise<Found<T> | undefined> =>
    placeOf(table.name, id).at(id)?.found as Found<T> | undefined;

  const find = async <T extends object>(table: Table<T>, keys: Keys): Promise<readonly Found<T>[]> => {
    if (keptHow(known, table.name) === 'live') return place(table.name).find(keys) as readonly Found<T>[];
    const { day, rest } = askedOf(keys);
    return place(`${table.name}/${day}`).find(rest) as readonly Found<T>[];
  };

  const commit = async (writes: readonly Row[]): Promise<'done' | 'stale'> => {
    if (isStale(writes, (row) => placeOf(row.table, row.id).at(row.id))) return 'stale';
    // Copied first and put in place afterwards: data that is no JSON throws before anything has changed.
    const next = writes.map(({ id, rev, data, keys }) =>
      data === null ? undefined : kept(id, rev + 1, JSON.stringify(data), keys ?? {}),
    );
    for (const [n, { table, id }] of writes.entries()) placeOf(table, id).set(id, next[n]);
    return 'done';
  };
  return { get, find, commit };
}
