/** Turns an address into a room or a contact and hands one message to the chat. */
import type { Address, Body, Deed, Evidence } from '../core/change.ts';
import type { Waiting } from '../core/outbox.ts';
import type { Destination, Sent } from '../core/ports.ts';
import { BINDINGS, ROOMS } from '../features/access/access.ts';
import type { House } from './house.ts';
import { APP } from './texts.ts';

export const isDeed = (body: Body): body is Deed => 'deed' in body;

async function contactOf(house: House, person: string): Promise<string | undefined> {
  const bindings = await house.doors.store.find(BINDINGS, { person });
  return [...bindings].sort((a, b) => b.data.at - a.data.at)[0]?.id;
}

/** The gateway's id for an address at this moment; ids may change, addresses do not. */
export async function destinationOf(house: House, to: Address): Promise<Destination | undefined> {
  const { store } = house.doors;
  const [kind, id = ''] = to.includes(':')
    ? [to.slice(0, to.indexOf(':')), to.slice(to.indexOf(':') + 1)]
    : [to];
  if (kind === 'room') return { room: id };
  if (kind === 'contact') return { contact: id };
  if (kind === 'person') {
    const contact = await contactOf(house, id);
    return contact === undefined ? undefined : { contact };
  }
  const rooms = await store.find(ROOMS, kind === 'unit' ? { kind: 'unit', unit: id } : { kind });
  const [room] = rooms.filter(({ data }) => data.state !== 'met');
  return room === undefined ? undefined : { room: room.id };
}

async function mentionsOf(house: House, people: readonly string[]): Promise<readonly string[]> {
  const contacts = await Promise.all(people.map((person) => contactOf(house, person)));
  return contacts.filter((contact) => contact !== undefined);
}

/** Sends a file of the vault; to whom a picture cannot be shown without its metadata, one line says so. */
async function present(
  { doors }: House,
  to: Destination,
  { evidence: { sha, name } }: Evidence,
): Promise<Sent | 'missing'> {
  const bytes = await doors.vault.read(sha);
  if (bytes === undefined) return 'missing';
  const file = doors.files.shown({ name, bytes });
  return doors.chat.send(to, file === undefined ? { text: APP.unshowable() } : { file });
}

/** Sends one message; `unreachable` when its address leads nowhere today, `missing` when the vault lacks its file. */
export async function deliver(house: House, row: Waiting): Promise<Sent | 'unreachable' | 'missing'> {
  const to = await destinationOf(house, row.to);
  if (to === undefined) return 'unreachable';
  const { chat, files } = house.doors;
  if ('file' in row.body) {
    const bytes = await files.render(row.body.file, 'xlsx');
    return chat.send(to, { file: { name: `${row.body.file.fileName}.xlsx`, bytes } });
  }
  if ('evidence' in row.body) return present(house, to, row.body);
  if (!('text' in row.body)) return 'unreachable';
  const mentions = await mentionsOf(house, row.mentions ?? []);
  return chat.send(to, mentions.length === 0 ? { text: row.body.text } : { text: row.body.text, mentions });
}

/** Does a deed of the account; files are the porter's. A member list comes back as an event. */
export async function act(house: House, { deed, id }: Deed): Promise<void> {
  const { chat, clock, vault } = house.doors;
  if (deed === 'accept-friend') await chat.accept('friend', id);
  else if (deed === 'accept-invitation') await chat.accept('invitation', id);
  else if (deed === 'leave') await chat.leave(id);
  else if (deed === 'drop-file') await vault.drop(id);
  else if (deed === 'list-members') {
    const members = await chat.members(id);
    const topic = (await chat.rooms()).find((room) => room.id === id)?.topic ?? '';
    await house.happened({ kind: 'members', at: clock.now(), room: id, topic, members });
  }
}
