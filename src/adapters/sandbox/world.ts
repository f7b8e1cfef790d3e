/** What the fake WeChat knows: people, rooms and the latest messages. No gateway in here. */
import { randomBytes } from 'node:crypto';
import type { Clock } from '../../core/ports.ts';
import { keepNewest } from './keep-newest.ts';

/** Somebody with an account. Only friends of the bot can be written to privately. */
export interface Person {
  readonly id: string;
  name: string;
  friend: boolean;
}

/** A group: its members in the order they came, and what they call themselves in it. */
export interface Group {
  readonly id: string;
  topic: string;
  readonly members: string[];
  readonly aliases: Map<string, string>;
}

/** One message of the fake WeChat. `room` is null in a private conversation, between `from` and `to`. */
export interface Said {
  readonly id: string;
  readonly at: number;
  readonly from: string;
  readonly to: string;
  readonly room: string | null;
  readonly kind: 'text' | 'file' | 'recall';
  /** How a file was sent; by its name unless told. */
  readonly as?: 'image' | 'file';
  /** The text, the file's name, or the id of the recalled message. */
  readonly text: string;
  readonly mentions: readonly string[];
}

/** A request waiting for the bot: of a friend, or into a room. */
interface Request {
  readonly id: string;
  readonly at: number;
  readonly from: string;
  /** The words with it, or the room's id. */
  readonly about: string;
}

const MESSAGES_KEPT = 10_000;
const FILES_KEPT = 100;

/** The state itself; everything in it may be read, and is changed only by the two files beside this one. */
export interface World {
  readonly bot: Person;
  readonly clock: Clock;
  readonly people: Map<string, Person>;
  readonly rooms: Map<string, Group>;
  readonly said: Map<string, Said>;
  /** Base64 by message id. */
  readonly files: Map<string, string>;
  readonly friendRequests: Map<string, Request>;
  readonly invitations: Map<string, Request>;
  /** How many of the next sends are answered with the vendor's throttling error. */
  throttled: number;
  /** Ids no other gateway, also not this one before a restart, has given out. */
  readonly newId: () => string;
}

/** A world with nobody in it but the bot. */
export function newWorld(clock: Clock, bot: { readonly id: string; readonly name: string }): World {
  const run = randomBytes(5).toString('hex');
  let count = 0;
  const self = { ...bot, friend: true };
  return {
    bot: self,
    clock,
    people: new Map([[self.id, self]]),
    rooms: new Map(),
    said: new Map(),
    files: new Map(),
    friendRequests: new Map(),
    invitations: new Map(),
    throttled: 0,
    newId: () => `${run}-${++count}`,
  };
}

/** Keeps a message and its file until newer ones push them out. */
export function record(world: World, said: Said, base64?: string): Said {
  keepNewest(world.said, said.id, said, MESSAGES_KEPT);
  if (base64 !== undefined) keepNewest(world.files, said.id, base64, FILES_KEPT);
  return said;
}

/** The person with this id; throws when nobody has it, which is a mistake of whoever plays the scene. */
export function person(world: World, id: string): Person {
  const found = world.people.get(id);
  if (found === undefined) throw new Error(`no contact ${id}`);
  return found;
}

/** The room with this id; throws when there is none. */
export function room(world: World, id: string): Group {
  const found = world.rooms.get(id);
  if (found === undefined) throw new Error(`no room ${id}`);
  return found;
}

/** The name shown in a room, or outside of any. */
export const shownName = (world: World, contact: string, inRoom: string | null): string =>
  (inRoom === null ? undefined : room(world, inRoom).aliases.get(contact)) ?? person(world, contact).name;
