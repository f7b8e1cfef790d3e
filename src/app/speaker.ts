/** Who speaks and where: turns the gateway's ids into people, rooms and roles. */
import type { Address } from '../core/change.ts';
import type { Ctx, Place, Speaker } from '../core/context.ts';
import { ofOffice, rolesAt } from '../core/org.ts';
import type { HeardMessage } from '../core/ports.ts';
import type { Unit } from '../core/roster.ts';
import { tidy } from '../core/text.ts';
import { BINDINGS, ROOMS, type Room } from '../features/access/access.ts';
import type { House } from './house.ts';

const addressOf = (room: Room | undefined, id: string): Address => {
  if (room === undefined || room.state === 'met') return `room:${id}`;
  if (room.kind === 'unit') return `unit:${room.unit ?? ''}`;
  return room.kind === 'unbound' || room.kind === 'public' ? `room:${id}` : room.kind;
};

/** In private a person speaks for the only supervised unit he belongs to. */
function ownUnit(house: House, posts: readonly { readonly unit: string }[]): Unit | undefined {
  const { org } = house.know();
  const units = [...new Set(posts.map((post) => post.unit))].flatMap((id) => org.unit(id) ?? []);
  return units.length === 1 ? units[0] : undefined;
}

async function placeOf(house: House, message: HeardMessage, speaker: Speaker): Promise<Place> {
  if (message.room === null) {
    const { person } = speaker;
    const here: Address = person === undefined ? `contact:${message.contact}` : `person:${person.id}`;
    return { here, kind: 'private', room: null, unit: ownUnit(house, person?.posts ?? []), trial: false };
  }
  const room = (await house.doors.store.get(ROOMS, message.room))?.data;
  const bound = room !== undefined && room.state !== 'met';
  return {
    here: addressOf(room, message.room),
    kind: bound ? room.kind : 'unbound',
    room: message.room,
    unit: bound && room.unit !== null ? house.know().org.unit(room.unit) : undefined,
    trial: room?.state === 'trial',
  };
}

async function speakerOf(house: House, message: HeardMessage): Promise<Speaker> {
  const binding = await house.doors.store.get(BINDINGS, message.contact);
  const person = binding === undefined ? undefined : house.know().org.person(binding.data.person);
  return { contact: message.contact, name: message.name, person, roles: [] };
}

const NO_ROLES: Speaker['roles'] = [];

/** The context a message is heard in. */
export async function contextOf(house: House, message: HeardMessage, calledAt: number | null): Promise<Ctx> {
  const speaker = await speakerOf(house, message);
  const where = await placeOf(house, message, speaker);
  const know = house.know();
  const { person } = speaker;
  // A unit the roster has dropped has no people: in its room everybody but the office is a guest.
  const scope = where.kind === 'unit' ? (where.unit?.id ?? '') : undefined;
  // A unit room's roles are those held there; a colleague of another unit is a guest without a role.
  const belongs =
    person !== undefined && (scope === undefined || ofOffice(person) || rolesAt(person, scope).length > 0);
  const roles = belongs && person !== undefined ? rolesAt(person, scope) : NO_ROLES;
  // Written out field by field: this is done for every word of talk, and copies of objects are what it costs.
  const { contact, name } = speaker;
  return {
    now: know.now,
    org: know.org,
    calendar: know.calendar,
    hours: know.hours,
    language: know.language,
    secrets: know.secrets,
    settings: know.settings,
    store: house.doors.store,
    where,
    who: { contact, name, person: belongs ? person : undefined, roles },
    said: {
      id: message.id,
      type: message.type,
      at: message.at,
      text: tidy(message.text, know.settings.bot.name),
      raw: message.text,
      quoted: message.quoted,
      mentions: message.mentions,
      calledAt,
    },
  };
}
