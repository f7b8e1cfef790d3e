/** What follows when the gateway has told who is in a group. */
import type { Ask, Change, Draft } from '../../core/change.ts';
import type { World } from '../../core/context.ts';
import type { Happening, Reaction } from '../../core/feature.ts';
import type { MemberSeen } from '../../core/ports.ts';
import type { Unit } from '../../core/roster.ts';
import { tell } from '../../core/say.ts';
import { drop, type Found, put, type Row } from '../../core/store.ts';
import { peopleShown } from '../org/org.ts';
import { CLAIMS, type Claim, claimId, ERRANDS, HELLOS, NOMINATIONS, ROOMS, type Room } from './access.ts';
import { askVoucher, openClaims } from './claims.ts';
import { greetingText } from './greeting.ts';
import { type Sought, seekHead } from './head.ts';
import { boundTo, listFor, matched } from './members.ts';
import { formerRoom, moveAsks } from './moved.ts';
import { roleIn } from './self.ts';
import { ACCESS } from './texts.ts';

type Seen = Extract<Happening, { kind: 'members' }>;

/** A group nobody has claimed: perhaps a bound one with a new id, else it is greeted, once. */
async function newGroup(event: Seen, found: Found<Room>, world: World): Promise<Change> {
  const topic = event.topic === '' ? found.data.topic : event.topic;
  const named = topic === found.data.topic ? [] : [put(ROOMS, found.id, { ...found.data, topic }, found)];
  const former = await formerRoom(found.id, topic, event.members, world);
  if (former !== undefined)
    return { put: named, ask: await moveAsks(former.room, found.id, former.count, world) };
  const greet: Draft = {
    to: `room:${found.id}`,
    key: `greet/${found.id}`,
    // Whoever brought the bot in waits for a word; a group that was merely noticed can wait until people are awake.
    priority: found.data.metBy === undefined ? 'notice' : 'answer',
    body: { text: greetingText(world) },
  };
  return { put: named, say: [greet] };
}

/** Contacts that nobody is bound to, by the one person whose name they show. */
async function shownBy(unit: Unit, members: readonly MemberSeen[], world: World) {
  const bound = await boundTo(world);
  const unbound = members.filter(({ contact }) => !bound.has(contact));
  return unbound.flatMap(({ contact, name }) => {
    const [person, other] = peopleShown(name, unit, world.org);
    return person === undefined || other !== undefined ? [] : [{ contact, name, person }];
  });
}
type Shown = Awaited<ReturnType<typeof shownBy>>;

async function heads(unit: Unit, shown: Shown, world: World): Promise<readonly Sought[]> {
  const open = (await world.store.find(NOMINATIONS, { unit: unit.id })).filter(
    ({ data }) => data.asked === null,
  );
  const sought = open.map(async (nomination): Promise<readonly Sought[]> => {
    const person = world.org.person(nomination.id);
    if (person === undefined) return [];
    const contacts = shown.filter((one) => one.person.id === person.id).map(({ contact }) => contact);
    const [contact = ''] = contacts;
    const friend = (await world.store.get(HELLOS, contact)) !== undefined;
    return [{ nomination, person, contacts, friend }];
  });
  return (await Promise.all(sought)).flat();
}

/** Unbound contacts that show the name of somebody whose own account is no longer in the group. */
async function changedAccounts(
  unit: Unit,
  shown: Shown,
  event: Seen,
  world: World,
): Promise<readonly Claim[]> {
  const here = new Set(event.members.map(({ contact }) => contact));
  const bound = [...(await boundTo(world))];
  const claims = shown.flatMap(({ contact, name, person }): readonly Claim[] => {
    const accounts = bound.filter(([, id]) => id === person.id).map(([account]) => account);
    if (accounts.length === 0 || accounts.some((account) => here.has(account))) return [];
    const about = { contact, person: person.id, unit: unit.id, role: roleIn(person, unit.id) };
    return [{ ...about, at: event.at, state: 'open', by: 'name', shown: name }];
  });
  const known = await Promise.all(claims.map((claim) => world.store.get(CLAIMS, claimId(claim))));
  return claims.filter((_, n) => known[n] === undefined);
}

async function list(event: Seen, unit: Unit, to: string | undefined, world: World) {
  const nothing: { ask: readonly Ask[]; say: readonly Draft[] } = { ask: [], say: [] };
  if (to === undefined) return nothing;
  const key = `list/${event.room}/${event.at}`;
  if (event.members.length === 0)
    return { ask: [], say: [tell(`person:${to}`, key, ACCESS.listEmpty({ unit: unit.name }))] };
  return listFor(to, unit, await matched(unit, event.members, world), world, key);
}

/** A unit's own group: the list for whoever asked, the heads to be asked, accounts that have changed. */
async function unitGroup(event: Seen, unit: Unit, world: World): Promise<Change> {
  const errand = await world.store.get(ERRANDS, event.room);
  const shown = await shownBy(unit, event.members, world);
  const names = await list(event, unit, errand?.data.to, world);
  const sought = (await heads(unit, shown, world)).map((one) => seekHead(one, world));
  const claims = await changedAccounts(unit, shown, event, world);
  const [first] = claims;
  const free = names.ask.length === 0 && (await openClaims(world, unit.id)).length === 0;
  const rows: readonly Row[] = [
    ...(errand === undefined ? [] : [drop(ERRANDS, errand)]),
    ...claims.map((claim) => put(CLAIMS, claimId(claim), claim)),
    ...sought.flatMap((one) => one.put),
  ];
  return {
    put: rows,
    say: [...names.say, ...sought.flatMap((one) => one.say)],
    ask: [
      ...names.ask,
      ...sought.flatMap((one) => one.ask),
      ...(first !== undefined && free ? [await askVoucher(world, first)] : []),
    ],
  };
}

async function seen(event: Seen, world: World): Promise<Change> {
  const found = await world.store.get(ROOMS, event.room);
  if (found === undefined) return {};
  if (found.data.state === 'met') return newGroup(event, found, world);
  const unit = found.data.kind === 'unit' ? world.org.unit(found.data.unit ?? '') : undefined;
  return unit === undefined ? {} : unitGroup(event, unit, world);
}

export const memberReactions: readonly Reaction[] = [
  { on: 'members', run: async (event, world) => (event.kind === 'members' ? seen(event, world) : {}) },
];
