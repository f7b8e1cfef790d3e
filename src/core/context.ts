/** What a command, a job or a recogniser may know when it decides. */

import type { Calendar } from './calendar.ts';
import type { Address } from './change.ts';
import type { Hours } from './hours.ts';
import type { Org } from './org.ts';
import type { HeardMessage, Language, Secrets } from './ports.ts';
import type { Person, Role, Unit } from './roster.ts';
import type { Settings } from './settings.ts';
import type { Reader } from './store.ts';

/** Kinds of conversation. `unbound` is a group nobody has claimed. */
export type RoomKind = 'unit' | 'office' | 'leaders' | 'public' | 'unbound' | 'private';
/** Their names, as people are told them. */
export const ROOM_NAMES: Readonly<Record<RoomKind, string>> = {
  unit: '单位群',
  office: '督查群',
  leaders: '领导群',
  public: '公示群',
  unbound: '未接入的群',
  private: '私聊',
};

export interface Speaker {
  readonly contact: string;
  /** The name shown in the conversation; proposes, never proves. */
  readonly name: string;
  /** Set when the contact is bound to a person of the roster. */
  readonly person: Person | undefined;
  /** Roles that count here. */
  readonly roles: readonly Role[];
}

export interface Place {
  readonly here: Address;
  readonly kind: RoomKind;
  /** The gateway's room id; null in private. */
  readonly room: string | null;
  /** The unit of a unit room; in private the speaker's only unit, if there is just one. */
  readonly unit: Unit | undefined;
  /** A bound room that has not been enabled yet: the bot hears and answers, and starts nothing by itself. */
  readonly trial: boolean;
}

/** What everyone may know: nothing here waits. */
export interface Know {
  readonly now: number;
  readonly org: Org;
  readonly calendar: Calendar;
  readonly hours: Hours;
  readonly language: Language;
  readonly secrets: Secrets;
  readonly settings: Settings;
}

export interface Said {
  readonly id: string;
  /** A picture or a file has no text. */
  readonly type: HeardMessage['type'];
  /** When it was said, by the sender's clock; `now` may be later when the gateway delivered late. */
  readonly at: number;
  /** Tidied for matching: half-width, no control characters, no @bot. */
  readonly text: string;
  readonly raw: string;
  readonly quoted: string | null;
  readonly mentions: readonly string[];
  /** When someone else last mentioned or quoted this person here; a bare word then may answer them, not the bot. */
  readonly calledAt: number | null;
}

/** The context of a message. */
export interface Ctx extends Know {
  readonly said: Said;
  readonly who: Speaker;
  readonly where: Place;
  readonly store: Reader;
}

/** The context of a job, a timer or an event. */
export interface World extends Know {
  readonly store: Reader;
}
