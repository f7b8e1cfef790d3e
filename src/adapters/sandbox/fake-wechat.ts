/** The fake WeChat as whoever plays a scene sees it: people, rooms, what they say and what the bot sends. */
import './quiet.ts';
import { types } from 'wechaty-puppet';
import type { Clock } from '../../core/ports.ts';
import { DemoPuppet, type SendListener } from './demo-puppet.ts';
import { newWorld, person, record, room, type Said, shownName, type World } from './world.ts';

/** What comes with a message. `quote` is the id of a message still kept, or a name and a text. */
interface Saying {
  readonly quote?: string | { readonly name: string; readonly text: string };
  readonly mentions?: readonly string[];
  /** An id of one's own choosing; saying it again delivers the message twice. */
  readonly id?: string;
  /** When it was said, epoch ms; otherwise now. */
  readonly at?: number;
}

/** The plain interface of the fake WeChat. Ids of people or rooms that do not exist throw. */
export interface FakeWechat {
  readonly puppet: DemoPuppet;
  readonly botId: string;
  readonly addContact: (who: {
    readonly id: string;
    readonly name: string;
    readonly friend?: boolean;
  }) => void;
  /** The bot is a member unless `bot` is false. */
  readonly addRoom: (group: {
    readonly id: string;
    readonly topic: string;
    readonly members: readonly string[];
    readonly bot?: boolean;
  }) => void;
  /** Answers the message's id. `roomId` null = privately to the bot. */
  readonly say: (contactId: string, roomId: string | null, text: string, saying?: Saying) => string;
  readonly sayFile: (
    contactId: string,
    roomId: string | null,
    file: { readonly name: string; readonly bytes: Uint8Array; readonly as?: 'image' | 'file' },
  ) => string;
  /** Hands a kept message over once more, as gateways do after a restart. */
  readonly redeliver: (messageId: string) => void;
  readonly recall: (messageId: string) => void;
  /** Asks to become the bot's friend; answers the request's id. */
  readonly befriend: (contactId: string, hello: string) => string;
  /** Invites the bot into a room; answers the invitation's id. */
  readonly invite: (roomId: string, byContactId: string) => string;
  readonly addMember: (roomId: string, contactId: string, byContactId: string) => void;
  readonly removeMember: (roomId: string, contactId: string, byContactId: string) => void;
  readonly rename: (contactId: string, name: string) => void;
  /** What a member calls itself in a room; an empty name takes it back. */
  readonly alias: (roomId: string, contactId: string, name: string) => void;
  readonly retitle: (roomId: string, topic: string, byContactId: string) => void;
  /** The room is the same, its id is another: what some protocols do at each login. */
  readonly changeRoomId: (roomId: string, newId: string) => void;
  /** The next `count` sends are refused as too frequent. */
  readonly throttle: (count: number) => void;
  /** Logs the account out and shows a code to scan, as gateways do; `signIn` is the scan. */
  readonly signOut: () => Promise<void>;
  readonly signIn: () => void;
  readonly onSend: (listener: SendListener) => void;
}

/** Options of a fake WeChat: the bot's account and its heartbeat in real ms. */
export interface FakeOptions {
  readonly bot?: { readonly id: string; readonly name: string };
  readonly heartbeatMs?: number;
}

/** A fake WeChat with nobody in it but the bot, stamping messages with `clock`. */
export function fakeWechat(clock: Clock, options: FakeOptions = {}): FakeWechat {
  const world = newWorld(clock, options.bot ?? { id: 'wxid_ducha', name: '督查助手' });
  const listeners: SendListener[] = [];
  const tell: SendListener = (to, parcel, id) => {
    for (const listener of listeners) listener(to, parcel, id);
  };
  const puppet = new DemoPuppet(world, tell, options.heartbeatMs ?? 5_000);
  return {
    puppet,
    botId: world.bot.id,
    ...talk(world, puppet),
    ...people(world, puppet),
    ...rooms(world, puppet),
    onSend: (listener) => void listeners.push(listener),
  };
}

type Talk = 'say' | 'sayFile' | 'redeliver' | 'recall' | 'throttle';
function talk(world: World, puppet: DemoPuppet): Pick<FakeWechat, Talk> {
  const deliver = (said: Said, base64?: string): string => {
    record(world, said, base64);
    puppet.emit('message', { messageId: said.id });
    return said.id;
  };
  const draft = (from: string, inRoom: string | null, kind: Said['kind'], text: string): Said => {
    if (inRoom !== null) room(world, inRoom);
    const place = { room: inRoom, to: inRoom === null ? world.bot.id : '' };
    return {
      id: world.newId(),
      at: world.clock.now(),
      from: person(world, from).id,
      kind,
      text,
      mentions: [],
      ...place,
    };
  };
  return {
    say: (from, inRoom, text, saying = {}) => {
      const { quote, mentions = [], ...stamp } = saying;
      const called = addressed(world, inRoom, mentions, text);
      return deliver({ ...draft(from, inRoom, 'text', quoted(world, quote, called)), mentions, ...stamp });
    },
    sayFile: (from, inRoom, file) =>
      deliver(
        { ...draft(from, inRoom, 'file', file.name), ...(file.as === undefined ? {} : { as: file.as }) },
        Buffer.from(file.bytes).toString('base64'),
      ),
    redeliver: (messageId) => void puppet.emit('message', { messageId }),
    recall: (messageId) => {
      const said = world.said.get(messageId);
      if (said === undefined) throw new Error(`no message ${messageId}`);
      deliver(draft(said.from, said.room, 'recall', messageId));
    },
    throttle: (count) => {
      world.throttled = count;
    },
  };
}

// WeChat writes the names of those mentioned into the text and parts them with a four-per-em space.
function addressed(world: World, inRoom: string | null, mentions: readonly string[], text: string): string {
  if (text.includes('@')) return text;
  return (
    mentions
      .filter(Boolean)
      .map((id) => `@${shownName(world, id, inRoom)}\u2005`)
      .join('') + text
  );
}

function quoted(world: World, quote: Saying['quote'], text: string): string {
  if (quote === undefined) return text;
  const said = typeof quote === 'string' ? world.said.get(quote) : undefined;
  if (typeof quote === 'string' && said === undefined) throw new Error(`no message ${quote}`);
  const name =
    typeof quote === 'string' ? shownName(world, said?.from ?? '', said?.room ?? null) : quote.name;
  const original = typeof quote === 'string' ? said?.text : quote.text;
  return `「${name}：${original}」\n- - - - - - - - - - - - - - -\n${text}`;
}

type People = 'addContact' | 'befriend' | 'rename' | 'signIn' | 'signOut';
function people(world: World, puppet: DemoPuppet): Pick<FakeWechat, People> {
  return {
    addContact: ({ id, name, friend = true }) => void world.people.set(id, { id, name, friend }),
    befriend: (contactId, hello) => {
      const request = {
        id: world.newId(),
        at: world.clock.now(),
        from: person(world, contactId).id,
        about: hello,
      };
      world.friendRequests.set(request.id, request);
      puppet.emit('friendship', { friendshipId: request.id });
      return request.id;
    },
    rename: (contactId, name) => {
      person(world, contactId).name = name;
      puppet.soil(types.Dirty.Contact, contactId);
    },
    signIn: () => puppet.signIn(),
    signOut: async () => {
      await puppet.logout('asked to');
      puppet.emit('scan', { status: types.ScanStatus.Waiting, qrcode: `demo-login-${world.newId()}` });
    },
  };
}

type Rooms = 'addRoom' | 'invite' | 'addMember' | 'removeMember' | 'alias' | 'retitle' | 'changeRoomId';
function rooms(world: World, puppet: DemoPuppet): Pick<FakeWechat, Rooms> {
  return {
    addRoom: ({ id, topic, members, bot = true }) => {
      const all = bot ? [world.bot.id, ...members] : [...members];
      for (const member of all) person(world, member);
      world.rooms.set(id, { id, topic, members: all, aliases: new Map() });
    },
    invite: (roomId, from) => {
      const request = { id: world.newId(), at: world.clock.now(), from, about: room(world, roomId).id };
      world.invitations.set(request.id, request);
      puppet.emit('room-invite', { roomInvitationId: request.id });
      return request.id;
    },
    addMember: (roomId, contact, by) => puppet.join(roomId, person(world, contact).id, by),
    removeMember: (roomId, contact, by) => puppet.part(roomId, contact, by),
    alias: (roomId, contact, name) => {
      const { aliases } = room(world, roomId);
      if (name === '') aliases.delete(contact);
      else aliases.set(contact, name);
      puppet.soil(types.Dirty.RoomMember, roomId);
    },
    retitle: (roomId, newTopic, changerId) => {
      const group = room(world, roomId);
      const event = { changerId, newTopic, oldTopic: group.topic, roomId, timestamp: world.clock.now() };
      group.topic = newTopic;
      puppet.soil(types.Dirty.Room, roomId);
      puppet.emit('room-topic', event);
    },
    changeRoomId: (roomId, newId) => {
      const group = room(world, roomId);
      world.rooms.delete(roomId);
      world.rooms.set(newId, { ...group, id: newId });
      puppet.soil(types.Dirty.Room, roomId);
    },
  };
}
