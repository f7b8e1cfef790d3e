/** Once a day everything is purged whose time is up; the audit keeps hashes, so that the seals still hold. */
import type { LowdbStore } from '../adapters/lowdb/store.ts';
import { FEATURES } from '../app/features.ts';
import { tablesOf } from '../app/tables.ts';
import { AUDIT } from '../core/audit.ts';
import type { Log } from '../core/ports.ts';
import type { Limits } from '../core/settings.ts';
import { addDays, type Day } from '../core/time.ts';

/** Daily tables without a retention of their own are kept this long. */
const OTHERWISE = 400;

export async function purgeAll(store: LowdbStore, limits: Limits, today: Day, log: Log): Promise<void> {
  for (const table of tablesOf(FEATURES).filter(({ kept }) => kept === 'daily')) {
    const before = addDays(today, -(limits.retention[table.name] ?? OTHERWISE));
    const days = await store.purge(table, before, table.name === AUDIT.name);
    if (days > 0) log.info('purged', { table: table.name, before, days });
  }
}
