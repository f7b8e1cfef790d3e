/** Who has left which unit is remembered without anybody writing it down: whoever judges findings must not judge that unit. */
import { dayText } from '../../core/calendar-texts.ts';
import type { World } from '../../core/context.ts';
import type { Job } from '../../core/job.ts';
import type { Person } from '../../core/roster.ts';
import { drop, type Found, put, type Reader, type Row } from '../../core/store.ts';
import { addDays, type Day, dayOf, yearOf } from '../../core/time.ts';
import { LEFT, SEEN, type Seen } from './org.ts';
import { ORG } from './texts.ts';

/** Days kept where limits.json does not say: a year, and time to look it up. */
const USUAL = 400;
const keptDays = ({ settings }: Pick<World, 'settings'>): number =>
  settings.limits.retention[LEFT.name] ?? USUAL;

export interface Departure {
  readonly person: string;
  readonly unit: string;
}

/** The rows that remember departures; of one unit left twice the later day counts. */
export async function departures(
  all: readonly Departure[],
  until: Day,
  store: Reader,
): Promise<readonly Row[]> {
  const people = [...new Set(all.map(({ person }) => person))];
  return Promise.all(
    people.map(async (person) => {
      const found = await store.get(LEFT, person);
      const units = all.filter((one) => one.person === person).map(({ unit }) => ({ unit, until }));
      const earlier = (found?.data.units ?? []).filter(({ unit }) => units.every((one) => one.unit !== unit));
      return put(LEFT, person, { units: [...earlier, ...units] }, found);
    }),
  );
}

/** People a unit had when it was last looked at and has no more. */
const goneFrom = ({ id, data }: Found<Seen>, now: readonly string[]): readonly Departure[] =>
  data.people.filter((person) => !now.includes(person)).map((person) => ({ person, unit: id }));

/** Compares every unit with what it was the night before; only what has changed is written. */
async function compared({ org, store, now }: World): Promise<readonly Row[]> {
  // A roster that cannot be read is empty: nobody has left because of that.
  if (org.people.length === 0) return [];
  const before = await store.find(SEEN, {});
  const known = new Map(before.map((found) => [found.id, found]));
  const members = (unit: string): readonly string[] => org.members(unit).map(({ id }) => id);
  const changed = org.units.flatMap(({ id }): readonly Row[] => {
    const people = members(id);
    const found = known.get(id);
    return found?.data.people.join() === people.join() ? [] : [put(SEEN, id, { people }, found)];
  });
  const closed = before.filter(({ id }) => org.unit(id) === undefined).map((found) => drop(SEEN, found));
  const left = before.flatMap((found) => goneFrom(found, members(found.id)));
  return [...changed, ...closed, ...(await departures(left, addDays(dayOf(now), -1), store))];
}

/** What is long past goes, unless somebody has just left again. */
async function past(world: World, fresh: ReadonlySet<string>): Promise<readonly Row[]> {
  const since = addDays(dayOf(world.now), -keptDays(world));
  return (await world.store.find(LEFT, {}))
    .filter(({ id, data }) => !fresh.has(id) && data.units.every(({ until }) => until < since))
    .map((found) => drop(LEFT, found));
}

export const seenJob: Job = {
  id: 'org.seen',
  title: '',
  on: 'daily',
  slots: () => [{ at: '00:25', why: ORG.seenWhy() }],
  grace: 24 * 60,
  catchUp: 'latest',
  run: async (_, world) => {
    const rows = await compared(world);
    const fresh = new Set(rows.filter(({ table }) => table === LEFT.name).map(({ id }) => id));
    return { put: [...rows, ...(await past(world, fresh))] };
  },
};

/** The units he was seen to leave, for `我的记录`. */
export async function keeps(person: Person, world: World): Promise<readonly string[]> {
  const units = (await world.store.get(LEFT, person.id))?.data.units ?? [];
  const year = yearOf(dayOf(world.now));
  return units.map(({ unit, until }) =>
    ORG.keepsLeft({
      unit: world.org.unit(unit)?.name ?? unit,
      day: dayText(until, year),
      until: dayText(addDays(until, keptDays(world)), year),
    }),
  );
}
