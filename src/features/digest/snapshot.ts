/** Takes the snapshot: every room is asked once for the county and once for each unit. */
import type { World } from '../../core/context.ts';
import type { Unit } from '../../core/roster.ts';
import type { Day } from '../../core/time.ts';
import type { Reporter, Said, Snapshot, UnitSaid } from './digest.ts';

/** What every room says of a day: of one unit, or of the county. */
export const saidOf = (
  reporters: readonly Reporter[],
  world: World,
  day: Day,
  unit: Unit | undefined,
): Promise<readonly Said[]> =>
  Promise.all(
    reporters.map(async ({ title, section }) => ({ title, section: await section({ ...world, day, unit }) })),
  );

/** Every unit, one after the other so that a county's rows are not all in memory at once. */
export async function unitsSaid(
  reporters: readonly Reporter[],
  world: World,
  day: Day,
): Promise<readonly UnitSaid[]> {
  const units: UnitSaid[] = [];
  for (const unit of world.org.supervised)
    units.push({ unit, said: await saidOf(reporters, world, day, unit) });
  return units;
}

/** A day's snapshot as of an instant: figures are of then, even when it is taken later. */
export async function snapshotOf(
  reporters: readonly Reporter[],
  world: World,
  day: Day,
  at: number,
): Promise<Snapshot> {
  const then = { ...world, now: at };
  return {
    day,
    at,
    said: await saidOf(reporters, then, day, undefined),
    units: await unitsSaid(reporters, then, day),
  };
}
