/** The messages that wait, mirrored in memory so that the courier never searches the store. */
import { OUTBOX, type Waiting } from '../core/outbox.ts';
import type { Found, Row, Store } from '../core/store.ts';

export interface Outgoing {
  readonly rows: ReadonlyMap<string, Found<Waiting>>;
  /** Takes in rows that have just been committed. */
  readonly note: (rows: readonly Row[]) => void;
}

export async function outgoing(store: Store): Promise<Outgoing> {
  const rows = new Map((await store.find(OUTBOX, {})).map((found) => [found.id, found]));
  return {
    rows,
    note: (committed) => {
      for (const row of committed) {
        if (row.table !== OUTBOX.name) continue;
        if (row.data === null) rows.delete(row.id);
        // Rows of this table are only made from `Waiting` values.
        else rows.set(row.id, { id: row.id, rev: row.rev + 1, data: row.data as Waiting });
      }
    },
  };
}
