/** Takes messages back that have not left yet. */
import { OUTBOX } from './outbox.ts';
import { drop, type Reader, type Row } from './store.ts';

/** Rows that take messages back which have not left yet; parts of a long one included. */
export async function takenBack(store: Reader, keys: readonly string[]): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const key of keys)
    for (let part = 1; ; part += 1) {
      const found = await store.get(OUTBOX, part === 1 ? key : `${key}#${part}`);
      if (found?.data.state === 'pending') rows.push(drop(OUTBOX, found));
      // The first part may have left while the second waits.
      if (found === undefined && part > 1) break;
    }
  return rows;
}
