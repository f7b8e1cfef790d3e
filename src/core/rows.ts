/** The rows of one table, or of one day of it, in memory: what every store that keeps rows itself is made of. */
import type { AnyTable, Found, Keys, Row } from './store.ts';
import { isDay } from './time.ts';

/** A row as it is kept: what readers get, and what it is found by. Both are frozen, so readers may share it. */
export interface Kept {
  readonly found: Found<object>;
  readonly keys: Keys;
}

export interface Rows {
  readonly size: () => number;
  readonly at: (id: string) => Kept | undefined;
  /** Rows whose keys include all of `keys`, in order of id; reads only the rows that share the rarest key. */
  readonly find: (keys: Keys) => readonly Found<object>[];
  /** Every row, oldest first. */
  readonly all: () => readonly Kept[];
  /** Puts a row in the place of another, or takes it away. */
  readonly set: (id: string, next: Kept | undefined) => void;
}

type Index = Map<string, Set<string>>;
const NONE: ReadonlySet<string> = new Set();
const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function moved(index: Index, id: string, from: string | undefined, to: string | undefined): void {
  if (from === to) return;
  if (from !== undefined) {
    const ids = index.get(from);
    ids?.delete(id);
    if (ids?.size === 0) index.delete(from);
  }
  if (to === undefined) return;
  const ids = index.get(to);
  if (ids === undefined) index.set(to, new Set([id]));
  else ids.add(id);
}

/** An empty set of rows. An index is built when a key is first asked for and kept from then on. */
export function rows(): Rows {
  const kept = new Map<string, Kept>();
  const indexes = new Map<string, Index>();
  let everything: readonly Found<object>[] | undefined;

  const indexOf = (key: string): Index => {
    const known = indexes.get(key);
    if (known !== undefined) return known;
    const index: Index = new Map();
    for (const [id, row] of kept) moved(index, id, undefined, row.keys[key]);
    indexes.set(key, index);
    return index;
  };
  const sorted = (): readonly Found<object>[] => {
    everything ??= Object.freeze(
      [...kept.values()].map((row) => row.found).sort((a, b) => inOrder(a.id, b.id)),
    );
    return everything;
  };
  const rarest = (asked: readonly (readonly [string, string])[]): ReadonlySet<string> =>
    asked
      .map(([key, value]) => indexOf(key).get(value) ?? NONE)
      .reduce((fewest, ids) => (ids.size < fewest.size ? ids : fewest));
  const find = (keys: Keys): readonly Found<object>[] => {
    const asked = Object.entries(keys);
    if (asked.length === 0) return sorted();
    const hits: Found<object>[] = [];
    for (const id of rarest(asked)) {
      const row = kept.get(id);
      if (row !== undefined && asked.every(([key, value]) => row.keys[key] === value)) hits.push(row.found);
    }
    return hits.sort((a, b) => inOrder(a.id, b.id));
  };
  const set = (id: string, next: Kept | undefined): void => {
    const before = kept.get(id);
    everything = undefined;
    for (const [key, index] of indexes) moved(index, id, before?.keys[key], next?.keys[key]);
    if (next === undefined) kept.delete(id);
    else kept.set(id, next);
  };
  return { size: () => kept.size, at: (id) => kept.get(id), find, all: () => [...kept.values()], set };
}

/** Freezes what JSON made, to the bottom. */
export function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
}

/** A row as it will be kept, a copy of its JSON: later changes to the writer's object never reach it. */
export const kept = (id: string, rev: number, json: string, keys: Keys): Kept =>
  Object.freeze({
    found: Object.freeze({ id, rev, data: frozen(JSON.parse(json) as object) }),
    keys: Object.freeze({ ...keys }),
  });

/** True when a row's rev is not the one it is to be written over. Throws on two writes of one record: a bug. */
export function isStale(writes: readonly Row[], at: (row: Row) => Kept | undefined): boolean {
  if (writes.length > 1) {
    const names = new Set(writes.map((row) => `${row.table}\n${row.id}`));
    if (names.size < writes.length) throw new Error('one commit writes a record twice');
  }
  return writes.some((row) => (at(row)?.found.rev ?? 0) !== row.rev);
}

/** The day that a daily table's id begins with. Throws when it begins with none: a bug. */
export function dayOfId(id: string): string {
  const day = id.slice(0, 10);
  if (id[10] !== '/' || !isDay(day)) throw new Error('the id of a daily row must begin with its day');
  return day;
}

/** How a table is kept. Throws for a table the store was not opened with: a bug. */
export function keptHow(tables: ReadonlyMap<string, AnyTable>, name: string): AnyTable['kept'] {
  const table = tables.get(name);
  if (table === undefined) throw new Error(`no such table: ${name}`);
  return table.kept;
}

/** What a search in a daily table asks for: its day, and the other keys. Throws without a day: a bug. */
export function askedOf(keys: Keys): { readonly day: string; readonly rest: Keys } {
  const { day, ...rest } = keys;
  if (day === undefined || !isDay(day)) throw new Error('a search in a daily table must name its day');
  return { day, rest };
}
