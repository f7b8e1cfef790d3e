/** Turns what the wire tells into what the house hears, in the order it was told. */
import { type payloads, types } from 'wechaty-puppet';
import type { Clock, Heard, Log } from '../../core/ports.ts';
import type { Names } from './names.ts';
import { InOrder, Lanes } from './order.ts';
import { patiently } from './patience.ts';
import { instantOf, type Nameless, readMessage, withoutOwnName } from './reading.ts';
import type { Wire } from './wire.ts';

const LOADS_AT_ONCE = 64;

/** Where the wire is to be had: the one that is up, or the next one; null when there will be none. */
export interface Source {
  readonly next: () => Promise<Wire | null>;
  readonly account: string;
}

/** The doors this needs. */
export interface HearingDoors {
  readonly log: Log;
  readonly clock: Clock;
}

interface Step {
  readonly lane: string;
  readonly finish: () => Heard | null | Promise<Heard | null>;
}

/** Outlives single connections: what was announced before an outage is read after it. */
export class Hearing {
  readonly #source: Source;
  readonly #names: Names;
  readonly #doors: HearingDoors;
  readonly #hear: (event: Heard) => void;
  readonly #lanes = new Lanes<Heard | null>((event) => this.tell(event));
  readonly #order = new InOrder<Step | null>(LOADS_AT_ONCE, (step) => {
    if (step !== null) this.#lanes.run(step.lane, step.finish);
  });

  constructor(source: Source, names: Names, hear: (event: Heard) => void, doors: HearingDoors) {
    this.#source = source;
    this.#names = names;
    this.#hear = hear;
    this.#doors = doors;
  }

  /** Passes an event on. What the house throws is logged and goes no further. */
  tell(event: Heard | null): void {
    if (event === null) return;
    try {
      this.#hear(event);
    } catch (error) {
      const fault = error instanceof Error ? error.name : typeof error;
      this.#doors.log.error('what was heard was not handled', { kind: event.kind, fault });
    }
  }

  /** Listens to a new wire. */
  attach(wire: Wire): void {
    wire.on('message', ({ messageId }) => this.#order.put(() => this.#message(messageId)));
    wire.on('room-join', (event) => this.#inRoom(event.roomId, () => this.#joined(wire, event)));
    wire.on('room-leave', (event) => this.#inRoom(event.roomId, async () => this.#left(event)));
    wire.on('room-topic', (event) => this.#inRoom(event.roomId, async () => this.#topic(wire, event)));
    wire.on('room-invite', (event) => this.#order.put(() => this.#invitation(event.roomInvitationId)));
    wire.on('friendship', (event) => this.#order.put(() => this.#friend(event.friendshipId)));
    wire.on('dirty', (event) => this.#names.forget(event.payloadId));
  }

  #ask<T>(ask: (wire: Wire) => Promise<T>): Promise<T | undefined> {
    return patiently(() => this.#source.next(), ask);
  }

  #inRoom(lane: string, finish: Step['finish']): void {
    this.#order.put(async () => ({ lane, finish }));
  }

  async #message(id: string): Promise<Step | null> {
    const payload = await this.#ask((wire) => wire.messagePayload(id));
    if (payload === undefined) {
      this.#doors.log.warn('a message could not be fetched', { message: id });
      return null;
    }
    const read = readMessage(payload, this.#source.account, this.#doors.clock.now());
    if (read === null) return null;
    const lane = read.room ?? read.contact;
    return { lane, finish: () => (read.kind === 'recall' ? read : this.#named(read)) };
  }

  #named(read: Nameless): Heard | Promise<Heard> {
    const name = this.#names.get(read.room, read.contact);
    if (name !== undefined && !read.text.includes('@')) return { ...read, name };
    return this.#addressed(read);
  }

  async #addressed(read: Nameless): Promise<Heard> {
    const name = await this.#name(read.room, read.contact);
    if (!read.text.includes('@')) return { ...read, name };
    const account = this.#source.account;
    const own = [await this.#name(read.room, account), await this.#name(null, account)];
    const { text, called } = withoutOwnName(read.text, own);
    const mentions = called ? [...new Set([...read.mentions, account])] : read.mentions;
    return { ...read, name, text, mentions };
  }

  async #name(room: string | null, contact: string): Promise<string> {
    const known = this.#names.get(room, contact);
    if (known !== undefined) return known;
    return (await this.#ask((wire) => this.#names.ask(wire, room, contact))) ?? '';
  }

  async #joined(wire: Wire, event: payloads.EventRoomJoin): Promise<Heard> {
    this.#soil(wire, event.roomId);
    const { roomId: room, inviterId: by, inviteeIdList, timestamp } = event;
    const payload = await this.#ask((now) => now.roomPayload(room));
    const contacts = inviteeIdList.filter(Boolean);
    const self = contacts.includes(this.#source.account);
    const at = instantOf(timestamp, this.#doors.clock.now());
    return { kind: 'joined', at, room, topic: payload?.topic ?? '', by, contacts, self };
  }

  #left({ roomId: room, removeeIdList, timestamp }: payloads.EventRoomLeave): Heard {
    const contacts = removeeIdList.filter(Boolean);
    const self = contacts.includes(this.#source.account);
    return { kind: 'left', at: instantOf(timestamp, this.#doors.clock.now()), room, contacts, self };
  }

  #topic(wire: Wire, { roomId: room, newTopic: topic, timestamp }: payloads.EventRoomTopic): Heard {
    this.#soil(wire, room);
    return { kind: 'topic', at: instantOf(timestamp, this.#doors.clock.now()), room, topic };
  }

  // Not every gateway says that a room it just spoke of has changed.
  #soil(wire: Wire, room: string): void {
    wire.onDirty({ payloadType: types.Dirty.Room, payloadId: room });
    this.#names.forget(room);
  }

  async #invitation(id: string): Promise<Step | null> {
    const payload = await this.#ask((wire) => wire.roomInvitationPayload(id));
    const now = this.#doors.clock.now();
    const at = instantOf(payload?.timestamp, now);
    const { inviterId: contact = '', topic = '' } = payload ?? {};
    return { lane: contact, finish: () => ({ kind: 'invitation', at, invitation: id, contact, topic }) };
  }

  async #friend(id: string): Promise<Step | null> {
    const payload = await this.#ask((wire) => wire.friendshipPayload(id));
    if (payload === undefined || payload.type !== types.Friendship.Receive) return null;
    const { contactId: contact, hello = '' } = payload;
    const at = instantOf(payload.timestamp, this.#doors.clock.now());
    return {
      lane: contact,
      finish: async () => ({
        kind: 'friend',
        at,
        request: id,
        contact,
        name: await this.#name(null, contact),
        hello,
      }),
    };
  }
}
