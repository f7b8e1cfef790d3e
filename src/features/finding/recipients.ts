/** Whom a word about a finding reaches: the heads or who stands in for them, the discipline lead, the liaisons. */
import type { World } from '../../core/context.ts';
import type { Person, Role } from '../../core/roster.ts';
import { delegateOf, isReachable } from '../access/access.ts';
import { isGone } from '../whereabouts/whereabouts.ts';

export interface Recipient {
  readonly person: Person;
  /** The head he stands in for. */
  readonly insteadOf: Person | null;
}

const unique = (all: readonly Recipient[]): readonly Recipient[] => [
  ...new Map(all.map((one) => [one.person.id, one])).values(),
];

async function standIn(head: Person, world: World): Promise<readonly Recipient[]> {
  const delegate = world.org.person((await delegateOf(world.store, head.id, world.now)) ?? '');
  if (delegate !== undefined) return [{ person: delegate, insteadOf: head }];
  // Nothing goes to somebody on leave who left nobody in his place.
  return (await isGone(world, head)) ? [] : [{ person: head, insteadOf: null }];
}

async function reached(all: readonly Recipient[], world: World): Promise<readonly Recipient[]> {
  const can = await Promise.all(all.map(({ person }) => isReachable(world.store, person.id)));
  return unique(all.filter((_, n) => can[n]));
}

/** The heads, in order, each by himself or by his delegate; only those who can be written to in private. */
export async function headsOf(unit: string, world: World): Promise<readonly Recipient[]> {
  const heads = await Promise.all(world.org.holders(unit, 'head').map((head) => standIn(head, world)));
  return reached(heads.flat(), world);
}

/** People of a role who are here today and can be written to. */
export async function othersOf(unit: string, role: Role, world: World): Promise<readonly Recipient[]> {
  const people = world.org.holders(unit, role);
  const gone = await Promise.all(people.map((person) => isGone(world, person)));
  const here = people.filter((_, n) => gone[n] !== true).map((person) => ({ person, insteadOf: null }));
  return reached(here, world);
}
