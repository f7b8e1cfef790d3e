/** Rows, typed tables and the one verb that changes them. */

/** What a row can be found by; compared as exact strings. */
export type Keys = Readonly<Record<string, string>>;

/**
 * A table's name, how it is kept, and the keys of its rows.
 * A `live` table is in memory as a whole. A `daily` one is a file a day: its ids begin with `YYYY-MM-DD/`,
 * and a search in it names the day.
 */
export interface Table<T extends object> {
  readonly name: string;
  readonly kept: 'live' | 'daily';
  readonly keys: (data: T) => Keys;
}

/** A table whatever its rows are. */
export type AnyTable = Pick<Table<never>, 'name' | 'kept'>;

/** One record to write: `rev` as it was read (0 = must not exist yet); `data: null` deletes it. */
export interface Row {
  readonly table: string;
  readonly id: string;
  readonly rev: number;
  readonly data: object | null;
  readonly keys?: Keys;
}

/** One record as it was read. */
export interface Found<T extends object> {
  readonly id: string;
  readonly rev: number;
  readonly data: T;
}

export interface Reader {
  readonly get: <T extends object>(table: Table<T>, id: string) => Promise<Found<T> | undefined>;
  /** Every row whose keys include all of `keys`, in order of id. A daily table needs the key `day`. */
  readonly find: <T extends object>(table: Table<T>, keys: Keys) => Promise<readonly Found<T>[]>;
}

export interface Store extends Reader {
  /** All rows or none; resolves when they are on disk. `stale` when any row's rev has moved on. */
  readonly commit: (rows: readonly Row[]) => Promise<'done' | 'stale'>;
}

export const table = <T extends object>(
  name: string,
  kept: Table<T>['kept'] = 'live',
  keys: (data: T) => Keys = () => ({}),
): Table<T> => ({ name, kept, keys });

/** The row that writes `data`: over `found` when there is one, else as a new record. */
export const put = <T extends object>(
  of: Table<T>,
  id: string,
  data: T,
  found?: { readonly rev: number },
): Row => ({
  table: of.name,
  id,
  rev: found?.rev ?? 0,
  data,
  keys: of.keys(data),
});

/** The row that deletes `found`. */
export const drop = <T extends object>(of: Table<T>, found: Found<T>): Row => ({
  table: of.name,
  id: found.id,
  rev: found.rev,
  data: null,
});

/** Whether an error says that the store could not take a commit: a full disk, a broken one, a closed store. */
export const isStoreTrouble = (error: unknown): error is Error =>
  error instanceof Error && ['StoreFull', 'StoreRefused', 'StoreStopped'].includes(error.name);
