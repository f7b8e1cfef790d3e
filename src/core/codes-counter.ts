/** The one counter of codes a year, so that four digits mean one item. */
import { put, type Reader, type Row, table } from './store.ts';
import { dayOf, yearOf } from './time.ts';

interface Counter {
  readonly last: number;
}
export const COUNTERS = table<Counter>('counters');

/** The next code of a kind and the row that takes it; a racing taker makes the commit stale, and it is decided again. */
export async function nextCode(
  store: Reader,
  kind: 'N' | 'F' | 'C' | 'E',
  now: number,
): Promise<{ code: string; row: Row }> {
  const year = String(yearOf(dayOf(now)));
  const found = await store.get(COUNTERS, year);
  const last = (found?.data.last ?? 0) + 1;
  return {
    code: `${kind}${year}-${String(last).padStart(4, '0')}`,
    row: put(COUNTERS, year, { last }, found),
  };
}
