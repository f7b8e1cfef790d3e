/** A bound group may come back under another id: who it was is proposed, and a person confirms. */
import type { Ask } from '../../core/change.ts';
import type { World } from '../../core/context.ts';
import { holds, ofOffice } from '../../core/org.ts';
import type { MemberSeen } from '../../core/ports.ts';
import type { Person } from '../../core/roster.ts';
import type { Found } from '../../core/store.ts';
import { peopleShown } from '../org/org.ts';
import { ROOMS, type Room, reachable } from './access.ts';
import { PATIENCE } from './claims.ts';
import { boundTo } from './members.ts';
import { nameOf } from './rooms.ts';
import { ACCESS } from './texts.ts';

/** How many of a group's members belong where a bound group belongs. */
function familiar(
  room: Room,
  members: readonly MemberSeen[],
  bound: ReadonlyMap<string, string>,
  world: World,
): number {
  const unit = world.org.unit(room.unit ?? '');
  const belongs = (person: Person): boolean =>
    unit === undefined
      ? ofOffice(person) || holds(person, 'leader')
      : world.org.members(unit.id).includes(person);
  return members.filter(({ contact, name }) => {
    const person = world.org.person(bound.get(contact) ?? '');
    if (person !== undefined) return belongs(person);
    return unit !== undefined && peopleShown(name, unit, world.org).length === 1;
  }).length;
}

/** The bound group that a new one may be: the same name, and people who belong there. */
export async function formerRoom(
  id: string,
  topic: string,
  members: readonly MemberSeen[],
  world: World,
): Promise<{ readonly room: Found<Room>; readonly count: number } | undefined> {
  if (topic === '') return undefined;
  const bound = await boundTo(world);
  const rooms = (await world.store.find(ROOMS, {})).filter(
    (room) => room.id !== id && room.data.state !== 'met' && room.data.topic === topic,
  );
  return rooms
    .map((room) => ({ room, count: familiar(room.data, members, bound, world) }))
    .find(({ count }) => count > 0);
}

/** Asks the liaison and the office; the admins in private when it is the office's own group. */
export async function moveAsks(
  from: Found<Room>,
  to: string,
  count: number,
  world: World,
): Promise<readonly Ask[]> {
  const text = ACCESS.moveAsk({ name: nameOf(from.data, world.org), topic: from.data.topic, count });
  const intent = { from: from.id, to };
  const options = [
    { words: ['1', '是', '确认'], command: 'access.move', intent },
    { words: ['2', '不是'], command: 'access.move.no', intent },
  ];
  const ask = { text, options, minutes: PATIENCE };
  const people =
    from.data.kind === 'unit'
      ? await reachable(world.store, world.org, from.data.unit ?? '', 'liaison')
      : world.org.everywhere('admin');
  const [first] = people;
  const privately: readonly Ask[] =
    first === undefined ? [] : [{ ...ask, to: `person:${first.id}`, who: first.id }];
  return from.data.kind === 'office'
    ? privately
    : [...privately, { ...ask, to: 'office', who: '*', priority: 'notice' }];
}
