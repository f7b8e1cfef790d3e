/** What the bot does over the wire: sending, and the few things it may ask for. */
import { FileBox } from 'file-box';
import { types } from 'wechaty-puppet';
import type { Chat, Destination, Fetched, MemberSeen, Parcel, RoomSeen, Sent } from '../../core/ports.ts';
import type { FileLimits } from '../../core/settings.ts';
import { outcomeOf } from './faults.ts';
import { fetchFile } from './fetching.ts';
import type { Names } from './names.ts';
import { gather, within } from './patience.ts';
import { FILE_LIMIT_BYTES, type Timings } from './settings.ts';
import type { Wire } from './wire.ts';

const ASKED_AT_ONCE = 8;
// WeChat's own mark between a mentioned name and what follows.
const AFTER_NAME = '\u2005';

type FileParcel = Extract<Parcel, { readonly file: unknown }>;
type TextParcel = Extract<Parcel, { readonly text: string }>;

/** The account over whichever wire is up. */
export class Sending implements Chat {
  readonly #wire: () => Wire | null;
  readonly #names: Names;
  readonly #timings: Timings;
  readonly #files: FileLimits;
  #lastFile: Promise<unknown> = Promise.resolve();

  /** `wire()` is null while none is up. */
  constructor(wire: () => Wire | null, names: Names, timings: Timings, files: FileLimits) {
    this.#wire = wire;
    this.#names = names;
    this.#timings = timings;
    this.#files = files;
  }

  readonly send = async (to: Destination, parcel: Parcel): Promise<Sent> => {
    if ('file' in parcel && parcel.file.bytes.length > FILE_LIMIT_BYTES)
      return { state: 'failed', why: 'refused' };
    const wire = this.#wire();
    if (wire === null) return { state: 'failed', why: 'offline' };
    try {
      const id = await ('file' in parcel ? this.#file(wire, to, parcel) : this.#text(wire, to, parcel));
      // Old gateways do not say which id it got.
      return { state: 'sent', id: typeof id === 'string' ? id : '' };
    } catch (error) {
      return outcomeOf(error);
    }
  };

  readonly fetch = async (message: string): Promise<Fetched> => {
    const wire = this.#wire();
    return wire === null ? { state: 'failed', why: 'offline' } : fetchFile(wire, message, this.#files);
  };

  readonly rooms = (): Promise<readonly RoomSeen[]> =>
    this.#listed(async (wire) => {
      const ids = await wire.roomList();
      return gather(ids, ASKED_AT_ONCE, async (id) => ({ id, topic: (await wire.roomPayload(id)).topic }));
    });

  readonly members = (room: string): Promise<readonly MemberSeen[]> =>
    this.#listed(async (wire) => {
      const ids = (await wire.roomMemberList(room)).filter(Boolean);
      return gather(ids, ASKED_AT_ONCE, async (contact) => ({
        contact,
        name: await this.#name(wire, room, contact),
      }));
    });

  readonly accept = (what: 'friend' | 'invitation', id: string): Promise<boolean> =>
    this.#done((wire) => (what === 'friend' ? wire.friendshipAccept(id) : wire.roomInvitationAccept(id)));

  readonly leave = (room: string): Promise<boolean> => this.#done((wire) => wire.roomQuit(room));

  /** Makes both sides forget what they know of a room, so that the next look is a fresh one. */
  readonly sync = (room: string): Promise<boolean> =>
    this.#done(async (wire) => {
      for (const kind of [types.Dirty.Room, types.Dirty.RoomMember]) {
        await wire.dirtyPayload(kind, room);
        wire.onDirty({ payloadType: kind, payloadId: room });
      }
      this.#names.forget(room);
    });

  async #text(wire: Wire, to: Destination, { text, mentions = [] }: TextParcel): Promise<unknown> {
    if ('contact' in to) return wire.messageSendText(to.contact, text);
    if (mentions.length === 0) return wire.messageSendText(to.room, text);
    const asking = gather(mentions, ASKED_AT_ONCE, (contact) => this.#name(wire, to.room, contact));
    const names = (await within(this.#timings.callMs, asking, [])).filter((name) => name !== '');
    const calls = names.filter((name) => !text.includes(`@${name}`)).map((name) => `@${name}${AFTER_NAME}`);
    return wire.messageSendText(to.room, calls.join('') + text, [...mentions]);
  }

  // One after another: a failed upload is told from a failed send by being the only one under way.
  #file(wire: Wire, to: Destination, { file }: FileParcel): Promise<unknown> {
    const sent = this.#lastFile.then(() => {
      // A box made of a buffer cannot be put on the wire while it is small.
      const box = FileBox.fromBase64(Buffer.from(file.bytes).toString('base64'), file.name);
      return wire.messageSendFile('room' in to ? to.room : to.contact, box);
    });
    this.#lastFile = sent.catch(() => undefined);
    return sent;
  }

  async #name(wire: Wire, room: string, contact: string): Promise<string> {
    return this.#names.get(room, contact) ?? this.#names.ask(wire, room, contact);
  }

  #listed<T>(list: (wire: Wire) => Promise<readonly T[]>): Promise<readonly T[]> {
    const wire = this.#wire();
    return wire === null ? Promise.resolve([]) : within(this.#timings.listMs, list(wire), []);
  }

  #done(act: (wire: Wire) => Promise<unknown>): Promise<boolean> {
    const wire = this.#wire();
    if (wire === null) return Promise.resolve(false);
    const acted = act(wire).then(() => true);
    return within(this.#timings.callMs, acted, false);
  }
}
