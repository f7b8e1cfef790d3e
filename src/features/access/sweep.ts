/** Every night: what access no longer needs goes, each table after its own time. */
import type { World } from '../../core/context.ts';
import type { Job } from '../../core/job.ts';
import { drop, type Found, type Row, type Table } from '../../core/store.ts';
import { addDays, DAY, dayOf } from '../../core/time.ts';
import { BINDING_CODES, BINDINGS, CLAIMS, ENTRY_CODES, HELLOS, NOMINATIONS, TRIES } from './access.ts';
import { ACCESS } from './texts.ts';

/** Days kept where limits.json does not say. */
const USUAL = { claims: 90, hellos: 90, nominations: 7, 'entry-codes': 30 } as const;

const before = (world: World, table: keyof typeof USUAL): number =>
  world.now - (world.settings.limits.retention[table] ?? USUAL[table]) * DAY;

async function past<T extends object>(
  world: World,
  table: Table<T>,
  isPast: (found: Found<T>) => boolean,
): Promise<readonly Row[]> {
  return (await world.store.find(table, {})).filter(isPast).map((found) => drop(table, found));
}

async function sweep(world: World): Promise<readonly Row[]> {
  const yesterday = addDays(dayOf(world.now), -1);
  const bound = new Set((await world.store.find(BINDINGS, {})).map(({ id }) => id));
  const rows = await Promise.all([
    past(world, TRIES, ({ data }) => data.day <= yesterday),
    past(world, BINDING_CODES, ({ data }) => data.until < world.now),
    past(world, ENTRY_CODES, ({ data }) => data.until < before(world, 'entry-codes')),
    past(world, NOMINATIONS, ({ data }) => data.at < before(world, 'nominations')),
    past(world, CLAIMS, ({ data }) => data.state !== 'accepted' && data.at < before(world, 'claims')),
    // Whoever was bound meanwhile stays known as somebody who can be written to.
    past(world, HELLOS, ({ id, data }) => !bound.has(id) && data.at < before(world, 'hellos')),
  ]);
  return rows.flat();
}

export const sweepJob: Job = {
  id: 'access.sweep',
  title: '',
  on: 'daily',
  slots: () => [{ at: '00:20', why: ACCESS.sweepWhy() }],
  grace: 24 * 60,
  catchUp: 'latest',
  run: async (_, world) => ({ put: await sweep(world) }),
};
