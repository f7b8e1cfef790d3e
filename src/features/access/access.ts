/** Who is who and which room is whose: bindings, rooms and the codes that make them. */
import { lifecycle, type StateOf } from '../../core/lifecycle.ts';
import type { Org } from '../../core/org.ts';
import type { Person, Role } from '../../core/roster.ts';
import { type Found, type Reader, table } from '../../core/store.ts';
import { dayOf } from '../../core/time.ts';

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
  /** The contact that brought the bot in; absent when the room was noticed by a message. */
  readonly metBy?: string;
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
export const BINDING_CODES = table<BindingCode>('binding-codes', 'live', (code) => ({
  person: code.person ?? '',
}));

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

/**
 * Somebody says to be, or is proposed as, a person of a unit. `open`: the liaison has not looked at it; `accepted`:
 * vouched for, waits for the office; `confirmed`: bound, and named in the unit's next tally.
 */
export interface Claim {
  readonly contact: string;
  readonly person: string;
  readonly unit: string;
  readonly role: Role;
  readonly at: number;
  readonly state: 'open' | 'accepted' | 'confirmed' | 'refused';
  /** The person who vouched; `self` when it was said, `name` when only the shown name suggests it. */
  readonly by: string;
  /** The name shown in the group when it was made. */
  readonly shown: string;
}
/** Ids: `<person>/<contact>`. */
export const CLAIMS = table<Claim>('claims', 'live', ({ unit, state, person, contact }) => ({
  unit,
  state,
  person,
  contact,
}));
export const claimId = ({ person, contact }: Pick<Claim, 'person' | 'contact'>): string =>
  `${person}/${contact}`;

/** A head the liaison has registered, who has not answered yet. Ids: person ids. */
export interface Nomination {
  readonly person: string;
  readonly unit: string;
  readonly by: string;
  readonly at: number;
  /** The contact that was asked, once the group's members have been looked through. */
  readonly asked: string | null;
}
export const NOMINATIONS = table<Nomination>('nominations', 'live', ({ unit }) => ({ unit }));

/** A contact that has met the bot in private: greeted once; `unit` when it gave that unit's entry code. Ids: contacts. */
export interface Hello {
  readonly at: number;
  readonly unit: string | null;
}
export const HELLOS = table<Hello>('hellos');

/** When friend requests of the last hour were accepted; the id is `friends`. */
export interface Pace {
  readonly times: readonly number[];
}
export const PACES = table<Pace>('paces');

/** Why a room's members were asked for: to show a person the matched names. Ids: room ids. */
export interface Errand {
  readonly to: string;
}
export const ERRANDS = table<Errand>('errands');

/** A person the roster lacks, made by the first admin's code; gone once the roster has somebody of that name. */
export interface Newcomer {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}
/** Ids: person ids. */
export const NEWCOMERS = table<Newcomer>('newcomers', 'live', ({ name }) => ({ name }));

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

/** The bound room of a unit, on trial or live. */
export async function roomOfUnit(store: Reader, unit: string): Promise<Found<Room> | undefined> {
  const rooms = await store.find(ROOMS, { kind: 'unit', unit });
  return rooms.find(({ data }) => data.state !== 'met');
}

/** True when a contact is bound to the person, so that he can be written to in private. */
export const isReachable = async (store: Reader, person: string): Promise<boolean> =>
  (await store.find(BINDINGS, { person })).length > 0;

/** Who acknowledges for a person on a day: the one he delegated to, while it lasts. */
export async function delegateOf(store: Reader, person: string, now: number): Promise<string | undefined> {
  const found = await store.get(DELEGATIONS, person);
  return found === undefined || found.data.until < dayOf(now) ? undefined : found.data.to;
}

/** Bound people who hold a role in a unit, in roster order. */
export async function reachable(
  store: Reader,
  org: Org,
  unit: string,
  role: Role,
): Promise<readonly Person[]> {
  const people = org.holders(unit, role);
  const bound = await Promise.all(people.map(({ id }) => isReachable(store, id)));
  return people.filter((_, n) => bound[n]);
}

/** People of a unit who said `我是 …` after `since` and were taken at their word: the next tally names them. */
export async function newlyDeclared(store: Reader, unit: string, since: number): Promise<readonly string[]> {
  const claims = await store.find(CLAIMS, { unit, state: 'confirmed' });
  return claims.filter(({ data }) => data.by === 'self' && data.at > since).map(({ data }) => data.person);
}
