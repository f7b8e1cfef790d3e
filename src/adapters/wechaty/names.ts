/** The names people show: asked for once, kept in memory, forgotten when the gateway says they are old. */
import { types } from 'wechaty-puppet';
import type { Wire } from './wire.ts';

/** Nobody tells of a new alias for certain, so none is believed for longer. */
const BELIEVED_MS = 12 * 3_600_000;
const KEPT = 50_000;
const ASKED_AGAIN = 2;

interface Known {
  readonly name: string;
  readonly until: number;
}

/** Shown names by room and contact. A room of `null` is a private conversation. */
export class Names {
  readonly #rooms = new Map<string, Map<string, Known>>();
  #count = 0;
  #changes = 0;

  /** The name as far as it is known and still believed. */
  get(room: string | null, contact: string): string | undefined {
    const known = this.#rooms.get(room ?? '')?.get(contact);
    return known !== undefined && known.until > performance.now() ? known.name : undefined;
  }

  /** Asks for the name: the room's alias, else the contact's alias, else its name. Rejects as the wire does. */
  async ask(wire: Wire, room: string | null, contact: string): Promise<string> {
    for (let again = 0; ; again++) {
      const before = this.#changes;
      const member = room === null ? undefined : await wire.roomMemberPayload(room, contact);
      const name = member?.roomAlias || (await this.#own(wire, contact)) || member?.name || '';
      if (before === this.#changes) this.#keep(room ?? '', contact, name);
      if (before === this.#changes || again === ASKED_AGAIN) return name;
      // Something changed while we asked, and the library may just have kept what was true before.
      wire.onDirty({ payloadType: types.Dirty.Contact, payloadId: contact });
    }
  }

  /** Forgets what was known of a room, or of a contact in every room. */
  forget(id: string): void {
    this.#changes++;
    this.#count -= this.#rooms.get(id)?.size ?? 0;
    this.#rooms.delete(id);
    for (const names of this.#rooms.values()) if (names.delete(id)) this.#count--;
  }

  /** Forgets everybody. */
  clear(): void {
    this.#changes++;
    this.#rooms.clear();
    this.#count = 0;
  }

  async #own(wire: Wire, contact: string): Promise<string> {
    const { alias, name } = await wire.contactPayload(contact);
    return alias || name;
  }

  #keep(room: string, contact: string, name: string): void {
    if (this.#count >= KEPT) this.clear();
    const names = this.#rooms.get(room) ?? new Map<string, Known>();
    if (!names.has(contact)) this.#count++;
    names.set(contact, { name, until: performance.now() + BELIEVED_MS });
    this.#rooms.set(room, names);
  }
}
