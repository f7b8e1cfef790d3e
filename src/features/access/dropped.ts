/** Who is dropped from the roster loses binding, roles, codes and delegations at once. */
import type { Change } from '../../core/change.ts';
import type { World } from '../../core/context.ts';
import type { Reaction } from '../../core/feature.ts';
import { holds } from '../../core/org.ts';
import { drop, type Found, put, type Row, type Table } from '../../core/store.ts';
import {
  BINDING_CODES,
  BINDINGS,
  CLAIMS,
  DELEGATIONS,
  GRANTS,
  NEWCOMERS,
  type Newcomer,
  NOMINATIONS,
} from './access.ts';

const dropAll = <T extends object>(
  table: Table<T>,
  found: readonly (Found<T> | undefined)[],
): readonly Row[] => found.flatMap((row) => (row === undefined ? [] : [drop(table, row)]));

/** Every row that makes somebody this person. */
async function rowsOf(person: string, { store }: World): Promise<readonly Row[]> {
  const delegations = (await store.find(DELEGATIONS, {})).filter(
    ({ id, data }) => id === person || data.to === person,
  );
  return [
    ...dropAll(BINDINGS, await store.find(BINDINGS, { person })),
    ...dropAll(GRANTS, [await store.get(GRANTS, person)]),
    ...dropAll(CLAIMS, await store.find(CLAIMS, { person })),
    ...dropAll(BINDING_CODES, await store.find(BINDING_CODES, { person })),
    ...dropAll(NOMINATIONS, [await store.get(NOMINATIONS, person)]),
    ...dropAll(DELEGATIONS, delegations),
  ];
}

/** Whom the store still knows and the roster does not: dropped while the bot was not running. */
export async function departed({ store, org }: Pick<World, 'store' | 'org'>): Promise<readonly string[]> {
  const people = [
    ...(await store.find(BINDINGS, {})).map(({ data }) => data.person),
    ...(await store.find(GRANTS, {})).map(({ id }) => id),
    ...(await store.find(CLAIMS, {})).map(({ data }) => data.person),
    ...(await store.find(BINDING_CODES, {})).flatMap(({ data }) => data.person ?? []),
    ...(await store.find(NOMINATIONS, {})).map(({ id }) => id),
    ...(await store.find(DELEGATIONS, {})).flatMap(({ id, data }) => [id, data.to]),
  ];
  return [...new Set(people)].filter((person) => org.person(person) === undefined);
}

/** The roster has somebody of a newcomer's name now: he goes on as that person, still admin. */
async function adopt({ id, data }: Found<Newcomer>, world: World): Promise<readonly Row[]> {
  const named = world.org.named(data.name).filter((person) => person.id !== id);
  const admins = named.filter((person) => holds(person, 'admin'));
  const [person, other] = admins.length > 0 ? admins : named;
  const found = await world.store.get(NEWCOMERS, id);
  if (person === undefined || other !== undefined || found === undefined) return [];
  const bindings = await world.store.find(BINDINGS, { person: id });
  const grant = await world.store.get(GRANTS, person.id);
  const roles = [...(grant?.data.roles ?? []), data.role];
  return [
    drop(NEWCOMERS, found),
    ...bindings.map((row) => put(BINDINGS, row.id, { ...row.data, person: person.id }, row)),
    ...(holds(person, data.role) ? [] : [put(GRANTS, person.id, { roles }, grant)]),
  ];
}

async function reloaded(dropped: readonly string[], world: World): Promise<Change> {
  const lost = await Promise.all(dropped.map((person) => rowsOf(person, world)));
  const newcomers = await world.store.find(NEWCOMERS, {});
  const adopted = await Promise.all(newcomers.map((found) => adopt(found, world)));
  // A delegation between two dropped people belongs to both.
  const rows = new Map([...lost.flat(), ...adopted.flat()].map((row) => [`${row.table}/${row.id}`, row]));
  return {
    put: [...rows.values()],
    audit: dropped.map((person) => ({ who: 'system', did: 'drop-person', about: person })),
  };
}

export const droppedReactions: readonly Reaction[] = [
  {
    on: 'roster',
    run: async (event, world) => (event.kind === 'roster' ? reloaded(event.dropped, world) : {}),
  },
];
