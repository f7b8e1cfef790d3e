/** Who is who and which room is whose: bindings, rooms and the codes that make them. */
import { lifecycle, type StateOf } from '../../core/lifecycle.ts';
import type { Role } from '../../core/roster.ts';
import { table } from '../../core/store.ts';

/** A contact of the gateway that is known to be a person of the roster. */
export interface Binding {
  readonly contact: string;
  readonly person: string;
  readonly at: number;
  /** The person (or `code`) that vouched. */
  readonly by: string;
}
/** Ids: contacts. */
export const BINDINGS = table<Binding>('bindings', 'live', (binding) => ({ person: binding.person }));

/** A room's life: met, bound on trial, enabled. */
export const ROOM = lifecycle({
  initial: 'met',
  states: { met: '未接入', trial: '试运行', live: '已启用' },
  verbs: { bind: '绑定', enable: '启用', unbind: '解绑' },
  moves: [
    { verb: 'bind', from: ['met'], to: 'trial' },
    { verb: 'enable', from: ['trial'], to: 'live' },
    { verb: 'unbind', from: ['trial', 'live'], to: 'met' },
  ],
});
export type RoomState = StateOf<typeof ROOM>;

export interface Room {
  readonly kind: 'unit' | 'office' | 'leaders' | 'public' | 'unbound';
  /** Unit id of a unit room. */
  readonly unit: string | null;
  readonly state: RoomState;
  readonly topic: string;
  /** When it was first seen. */
  readonly metAt: number;
  readonly boundBy: string | null;
}
/** Ids: the gateway's room ids. */
export const ROOMS = table<Room>('rooms', 'live', (room) => ({ kind: room.kind, unit: room.unit ?? '' }));

/** A one-time code that makes its bearer a person of the roster (or, for the first admin, creates one). */
export interface BindingCode {
  readonly person: string | null;
  readonly until: number;
  readonly tries: number;
  readonly issuedBy: string;
}
/** Ids: SHA-256 of the code. */
export const BINDING_CODES = table<BindingCode>('binding-codes');

/** A unit's 接入码: whoever says it in a group binds the group to the unit and himself as its liaison. */
export interface EntryCode {
  readonly unit: string;
  readonly until: number;
  readonly usedAt: number | null;
  /** Wrong tries do not hit a code, so they are counted against the contact: see `TRIES`. */
  readonly issuedBy: string;
}
/** Ids: the code. */
export const ENTRY_CODES = table<EntryCode>('entry-codes', 'live', (code) => ({ unit: code.unit }));

/** Wrong codes a contact has typed today; after five it is deaf to codes until tomorrow. */
export interface Tries {
  readonly day: string;
  readonly count: number;
}
/** Ids: contacts. */
export const TRIES = table<Tries>('tries');

/** Somebody says to be, or is proposed as, a person of a unit; another confirms it. */
export interface Claim {
  readonly contact: string;
  readonly person: string;
  readonly unit: string;
  readonly role: Role;
  readonly at: number;
  readonly state: 'open' | 'accepted' | 'confirmed' | 'refused';
}
/** Ids: `<person>/<contact>`. */
export const CLAIMS = table<Claim>('claims', 'live', (claim) => ({ unit: claim.unit, state: claim.state }));

/** Roles granted by chat on top of the roster. Ids: person ids. */
export interface Grant {
  readonly roles: readonly Role[];
}
export const GRANTS = table<Grant>('grants');

/** Unasked messages are held until then (`暂停`); the id is `all`. */
export interface Mute {
  readonly until: number;
  readonly by: string;
}
export const MUTES = table<Mute>('mutes');

/** A person's absence from acknowledging: who does it instead, until which day. Ids: person ids. */
export interface Delegation {
  readonly to: string;
  readonly until: string;
}
export const DELEGATIONS = table<Delegation>('delegations');

/** The bot's last request of a receipt in a conversation; a bare 收到 answers it. Ids: addresses. */
export interface Request {
  readonly code: string;
  readonly at: number;
}
export const REQUESTS = table<Request>('requests');
