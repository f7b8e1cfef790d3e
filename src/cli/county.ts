/** Seeds a store with a county in which everybody is bound and every room enabled: for the sandbox and for tests. */
import type { Roster, Unit } from '../core/roster.ts';
import { put, type Row } from '../core/store.ts';
import { BINDINGS, ROOMS, type Room } from '../features/access/access.ts';
import { contactId, roomId } from './cast.ts';

export interface SeedRoom {
  readonly id: string;
  readonly topic: string;
  readonly kind: Room['kind'];
  readonly unit: string | null;
  /** Ids of the people in it. */
  readonly people: readonly string[];
}

const membersOf = (roster: Roster, unit: Unit): readonly string[] =>
  roster.people.filter(({ posts }) => posts.some((post) => post.unit === unit.id)).map(({ id }) => id);

/** The county's rooms: one a unit, the office's, the leaders' (where the office sits too) and the public one. */
export function roomsOf(roster: Roster): readonly SeedRoom[] {
  const office = roster.units
    .filter(({ kind }) => kind === 'office')
    .flatMap((unit) => membersOf(roster, unit));
  const leaders = roster.units
    .filter(({ kind }) => kind === 'leaders')
    .flatMap((unit) => membersOf(roster, unit));
  const units = roster.units.filter(({ kind }) => kind !== 'office' && kind !== 'leaders');
  return [
    { id: roomId('office'), topic: '督查群', kind: 'office', unit: null, people: office },
    { id: roomId('leaders'), topic: '领导群', kind: 'leaders', unit: null, people: [...leaders, ...office] },
    { id: roomId('public'), topic: '公示群', kind: 'public', unit: null, people: [] },
    ...units.map((unit) => ({
      id: roomId(unit.id),
      topic: `${unit.name}工作群`,
      kind: 'unit' as const,
      unit: unit.id,
      people: membersOf(roster, unit),
    })),
  ];
}

/** Rows that bind everybody and enable every room; with `bare`, only the office and its room. */
export function countyRows(roster: Roster, now: number, bare = false): readonly Row[] {
  const rooms = roomsOf(roster).filter(({ kind }) => !bare || kind === 'office');
  const office = new Set(rooms.find(({ kind }) => kind === 'office')?.people);
  const people = roster.people.filter(({ id }) => !bare || office.has(id));
  return [
    ...people.map((person) =>
      put(BINDINGS, contactId(person), {
        contact: contactId(person),
        person: person.id,
        at: now,
        by: 'system',
      }),
    ),
    ...rooms.map(({ id, kind, unit, topic }) =>
      put(ROOMS, id, { kind, unit, state: 'live' as const, topic, metAt: now, boundBy: 'system' }),
    ),
  ];
}
