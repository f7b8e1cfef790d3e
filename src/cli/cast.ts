/** The cast of a scene: names and places of a dialogue as ids of the fake WeChat, and back. */
import type { Destination } from '../core/ports.ts';
import type { Person, Roster } from '../core/roster.ts';

/** Rooms that are no unit's. */
const FIXED: Readonly<Record<string, string>> = { 督查群: 'office', 领导群: 'leaders', 公示群: 'public' };

export interface Cast {
  readonly contactOf: (who: string, at: string) => string;
  /** Null for 私聊; undefined for a place nobody knows. */
  readonly roomOf: (place: string) => string | null | undefined;
  /** What a person is called; for a stranger, the name he came with. */
  readonly nameOf: (contact: string) => string;
  readonly placeOf: (to: Destination) => string;
  /** Takes a new group into the cast. */
  readonly addRoom: (topic: string) => string;
  /** The room has another id from now on. */
  readonly renumber: (place: string, id: string) => void;
}

const STRANGER = 'wxid_guest_';

/** `主任赵明` is 赵明: a title in front of a name belongs to the way people write. */
function personFor(roster: Roster, who: string, at: string): Person | undefined {
  const unit = roster.units.find(({ name, aliases }) => name === at || aliases.includes(at))?.id;
  const fits = roster.people.filter(
    ({ name }) => who === name || (who.endsWith(name) && who.length > name.length),
  );
  return fits.find(({ posts }) => posts.some((post) => post.unit === unit)) ?? fits[0];
}

export const contactId = (person: Pick<Person, 'id'>): string => `wxid_${person.id}`;
export const roomId = (name: string): string => `${name}@chatroom`;

export function castOf(roster: Roster): Cast {
  const rooms = new Map<string, string>(Object.entries(FIXED).map(([place, name]) => [place, roomId(name)]));
  for (const unit of roster.units)
    if (unit.kind !== 'office' && unit.kind !== 'leaders')
      for (const name of [unit.name, ...unit.aliases]) rooms.set(name, roomId(unit.id));
  const people = new Map(roster.people.map((person) => [contactId(person), person.name]));
  return {
    contactOf: (who, at) => {
      const person = personFor(roster, who, at);
      return person === undefined ? `${STRANGER}${who}` : contactId(person);
    },
    roomOf: (place) => (place === '私聊' ? null : rooms.get(place)),
    nameOf: (contact) => people.get(contact) ?? contact.replace(STRANGER, ''),
    placeOf: (to) => {
      if ('contact' in to) return people.get(to.contact) ?? to.contact.replace(STRANGER, '');
      return [...rooms].find(([, id]) => id === to.room)?.[0] ?? to.room;
    },
    addRoom: (topic) => {
      const id = roomId(`new-${rooms.size}`);
      rooms.set(topic, id);
      return id;
    },
    renumber: (place, id) => {
      const old = rooms.get(place);
      for (const [name, known] of rooms) if (known === old) rooms.set(name, id);
    },
  };
}
