/** The doors as the house sees them: few methods each, nothing of the libraries behind them. */

import type { Document } from './document.ts';
import type { RosterLine } from './roster.ts';

/** Where a message goes, in the gateway's own ids. */
export type Destination = { readonly room: string } | { readonly contact: string };

/** What is sent: a text with contact ids to mention, or a file. */
export type Parcel =
  | { readonly text: string; readonly mentions?: readonly string[] }
  | { readonly file: { readonly name: string; readonly bytes: Uint8Array } };

/** `unknown`: no answer in time, it may have arrived. `failed` did certainly not arrive. */
export type Sent =
  | { readonly state: 'sent'; readonly id: string }
  | { readonly state: 'unknown' }
  | { readonly state: 'failed'; readonly why: 'offline' | 'throttled' | 'refused' };

/**
 * What came with a message. `offline` may pass; `gone`: the gateway has it no more; `too-large`: over the limit;
 * `refused`: the gateway would not or could not hand it over.
 */
export type Fetched =
  | { readonly state: 'done'; readonly bytes: Uint8Array; readonly name: string }
  | { readonly state: 'failed'; readonly why: 'offline' | 'gone' | 'too-large' | 'refused' };

export interface RoomSeen {
  readonly id: string;
  readonly topic: string;
}
export interface MemberSeen {
  readonly contact: string;
  /** The name shown in that room: the room's alias, else the contact's name. */
  readonly name: string;
}

/** The gateway's account. No method throws or waits without a limit. */
export interface Chat {
  readonly send: (to: Destination, parcel: Parcel) => Promise<Sent>;
  readonly rooms: () => Promise<readonly RoomSeen[]>;
  readonly members: (room: string) => Promise<readonly MemberSeen[]>;
  /** The picture or file of a message: a picture as large as it was sent, where the gateway has it. */
  readonly fetch: (message: string) => Promise<Fetched>;
  /** Accepts a friend request or a room invitation. */
  readonly accept: (what: 'friend' | 'invitation', id: string) => Promise<boolean>;
  readonly leave: (room: string) => Promise<boolean>;
}

/** What the gateway tells, in order of arrival. Instants are epoch ms, in the sender's clock where it has one. */
export type Heard =
  | HeardMessage
  | {
      readonly kind: 'recall';
      readonly at: number;
      readonly room: string | null;
      readonly contact: string;
      readonly message: string;
    }
  | {
      readonly kind: 'friend';
      readonly at: number;
      readonly request: string;
      readonly contact: string;
      readonly name: string;
      readonly hello: string;
    }
  | {
      readonly kind: 'invitation';
      readonly at: number;
      readonly invitation: string;
      readonly contact: string;
      readonly topic: string;
    }
  | {
      readonly kind: 'joined';
      readonly at: number;
      readonly room: string;
      readonly topic: string;
      readonly by: string;
      readonly contacts: readonly string[];
      readonly self: boolean;
    }
  | {
      readonly kind: 'left';
      readonly at: number;
      readonly room: string;
      readonly contacts: readonly string[];
      readonly self: boolean;
    }
  | { readonly kind: 'topic'; readonly at: number; readonly room: string; readonly topic: string }
  /** The line to the gateway: `up` after a login (with the time it was last known alive), `down` when lost. */
  | {
      readonly kind: 'line';
      readonly at: number;
      readonly state: 'up' | 'down';
      readonly account: string;
      readonly since: number | null;
    };

export interface HeardMessage {
  readonly kind: 'message';
  readonly id: string;
  readonly at: number;
  /** null = a private conversation. */
  readonly room: string | null;
  readonly contact: string;
  /** The sender's shown name: room alias, else name. */
  readonly name: string;
  readonly text: string;
  /** The text of the message this one quotes, if it quotes. */
  readonly quoted: string | null;
  /** Contact ids mentioned. */
  readonly mentions: readonly string[];
  /** Pictures and files come without text; `Chat.fetch` gets what they are. */
  readonly type: 'text' | 'image' | 'file' | 'other';
}

/** The only source of time. */
export interface Clock {
  readonly now: () => number;
}

/** Renders a document as a file, and reads files that come from outside. Both are limited in size and time. */
export interface Files {
  readonly render: (document: Document, as: 'xlsx') => Promise<Uint8Array>;
  /** The lines of a roster; throws a `RosterFault` naming what cannot be read. */
  readonly readRoster: (bytes: Uint8Array) => Promise<readonly RosterLine[]>;
  /** Whether the bytes are a picture, whatever they are called. */
  readonly isImage: (bytes: Uint8Array) => boolean;
  /**
   * A file as others may see it: a picture without place, time and device, its name ending as its format does; any
   * other file as it is. Undefined for a picture of a format that cannot be cleaned.
   */
  readonly shown: (file: NamedBytes) => NamedBytes | undefined;
}

export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Evidence: files kept under the SHA-256 of their bytes, in hex; the same bytes are kept once. */
export interface Vault {
  /** Resolves with the hash when the bytes are on disk. `name` is what the file was called. */
  readonly keep: (bytes: Uint8Array, name: string) => Promise<string>;
  /** Undefined when they are not there, or are no longer what was kept. */
  readonly read: (sha: string) => Promise<Uint8Array | undefined>;
  /** Takes them away for good; nothing happens when they are not there. */
  readonly drop: (sha: string) => Promise<void>;
}

/** Synchronous facts about Chinese text. */
export interface Language {
  /** One toneless syllable a character, in the reading a name has: 单 → shan. */
  readonly pinyin: (text: string) => readonly string[];
  /** Traditional characters to simplified ones. */
  readonly simplify: (text: string) => string;
}

/** One-way hashes and unguessable codes. */
export interface Secrets {
  /** SHA-256 in hex. */
  readonly hash: (text: string) => string;
  /** A random code of letters and digits without 0 O 1 I. */
  readonly draw: (length: number) => string;
}

/** Structured facts for the log. Never a message text, a phone number or a secret. */
export interface Log {
  readonly info: (what: string, facts?: Readonly<Record<string, unknown>>) => void;
  readonly warn: (what: string, facts?: Readonly<Record<string, unknown>>) => void;
  readonly error: (what: string, facts?: Readonly<Record<string, unknown>>) => void;
}
