/** Who is in a group, held against the roster: the liaison sees it in private, and his `1` binds. */
import type { Ask, Draft } from '../../core/change.ts';
import type { World } from '../../core/context.ts';
import { holds } from '../../core/org.ts';
import type { MemberSeen } from '../../core/ports.ts';
import type { Person, Unit } from '../../core/roster.ts';
import { tell } from '../../core/say.ts';
import { type Matching, matchMembers, type Pair } from '../org/org.ts';
import { BINDINGS } from './access.ts';
import { PATIENCE } from './claims.ts';
import { roleIn } from './self.ts';
import { ACCESS } from './texts.ts';

/** Everybody who is bound, by contact. */
export async function boundTo(world: Pick<World, 'store'>): Promise<ReadonlyMap<string, string>> {
  return new Map((await world.store.find(BINDINGS, {})).map(({ id, data }) => [id, data.person]));
}

const names = (people: readonly Person[]): string => people.map(({ name }) => name).join('、');

/** What the one who looks at the list may confirm: everybody but heads, who answer for themselves. */
function confirmable(matching: Matching, unit: Unit, world: World): readonly Pair[] {
  return matching.fresh.filter(({ person }) => {
    const one = world.org.person(person);
    return one !== undefined && !holds(one, 'head', unit.id);
  });
}

function lines(matching: Matching, unit: Unit, world: World): readonly string[] {
  const { bound, fresh, missing, doubtful, strangers } = matching;
  const people = fresh.flatMap(({ person }) => world.org.person(person) ?? []);
  const heads = people.filter((person) => holds(person, 'head', unit.id));
  const weighty = people.filter((person) => !heads.includes(person) && roleIn(person, unit.id) !== 'staff');
  const total = world.org.members(unit.id).length;
  const count = {
    total,
    matched: bound.length + fresh.length,
    missing: missing.length,
    doubtful: doubtful.length,
  };
  return [
    ACCESS.listHead({ unit: unit.name }),
    ACCESS.listCount(count),
    ...(bound.length > 0 ? [ACCESS.listBound({ count: bound.length })] : []),
    ...(people.length > 0 ? [ACCESS.listFresh({ names: names(people) })] : []),
    ...(missing.length > 0 ? [ACCESS.listMissing({ names: names(missing) })] : []),
    ...(doubtful.length > 0 ? [ACCESS.listDoubtful({ names: names(doubtful) })] : []),
    ...(strangers.length > 0 ? [ACCESS.listStrangers({ names: strangers.join('、') })] : []),
    ...(weighty.length > 0 ? [ACCESS.listWeighty({ names: names(weighty) })] : []),
    ...(heads.length > 0 ? [ACCESS.listHeads({ names: names(heads), first: heads[0]?.name ?? '' })] : []),
  ];
}

/** The list, as a question when there is something to confirm. */
export function listFor(
  to: string,
  unit: Unit,
  matching: Matching,
  world: World,
  key: string,
): { readonly ask: readonly Ask[]; readonly say: readonly Draft[] } {
  const pairs = confirmable(matching, unit, world);
  const text = lines(matching, unit, world);
  if (pairs.length === 0) {
    const foot = matching.missing.length + matching.doubtful.length > 0 ? [ACCESS.listSelf()] : [];
    return { ask: [], say: [tell(`person:${to}`, key, [...text, ...foot].join('\n'))] };
  }
  const ask: Ask = {
    to: `person:${to}`,
    who: to,
    key,
    text: [...text, ACCESS.listAsk({ count: pairs.length })].join('\n'),
    options: [{ words: ['1', '确认'], command: 'access.list.confirm', intent: { unit: unit.id, pairs } }],
    minutes: PATIENCE,
  };
  return { ask: [ask], say: [] };
}

/** Members as they are matched: the bot itself is nobody. */
export async function matched(unit: Unit, members: readonly MemberSeen[], world: World): Promise<Matching> {
  const people = members.filter(({ name }) => name !== world.settings.bot.name);
  return matchMembers(unit, people, await boundTo(world), world.org);
}
