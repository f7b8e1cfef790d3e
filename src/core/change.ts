/** What a decision wants: rows to write, messages to say, entries for the audit, perhaps a question. */
import type { Document } from './document.ts';
import type { Row } from './store.ts';

/** Where a message goes, by meaning: the courier turns it into a room or a contact when it is sent. */
export type Address =
  | 'office'
  | 'leaders'
  | 'public'
  | `unit:${string}`
  | `room:${string}`
  | `person:${string}`
  | `contact:${string}`;

/** `answer` was asked for and goes at once; the others are unasked and respect quiet hours. */
export type Priority = 'answer' | 'urgent' | 'notice' | 'report';

/**
 * Something only the gateway's account can do besides talking. `fetch-file` gets what came with a message (`id` =
 * the gateway's message id) into the vault; its outcome comes as a `fetched` event; `drop-file`
 * takes the file of a hash out of it (`id` = the hash).
 */
export interface Deed {
  readonly deed:
    | 'accept-friend'
    | 'accept-invitation'
    | 'leave'
    | 'list-members'
    | 'fetch-file'
    | 'drop-file';
  readonly id: string;
}

/** A file of the vault, sent without its metadata; `name` is what it is called there. */
export interface Evidence {
  readonly evidence: { readonly sha: string; readonly name: string };
}

export type Body = { readonly text: string } | { readonly file: Document } | Evidence | Deed;

/** One message to be sent; the same key is the same message, however often it is drafted. */
export interface Draft {
  readonly to: Address;
  readonly key: string;
  readonly priority: Priority;
  readonly body: Body;
  /** Ids of people to mention. */
  readonly mentions?: readonly string[];
  /** Not sent before this instant. */
  readonly notBefore?: number;
  /** Not sent after this instant: it would be stale. */
  readonly expiresAt?: number;
  /** The code this message asks a receipt of; a bare 收到 answers the last such request. */
  readonly request?: string;
}

/** Who did what about which thing; `who` is a person id, a contact or `system`. */
export interface Entry {
  readonly who: string;
  readonly did: string;
  readonly about: string;
  readonly detail?: string;
}

/** A command with its intent, as an answer means it. */
export interface Meant {
  readonly command: string;
  readonly intent: object;
}
/** One way to answer a question: the words, the command with its intent that they mean, and what they mean besides. */
export interface Option extends Meant {
  readonly words: readonly string[];
  readonly also?: readonly Meant[];
}

/** A question is open for whoever it was put to (`who` = person or contact id, `*` = anyone there). */
export interface Ask {
  readonly to: Address;
  readonly who: string;
  readonly text: string;
  readonly options: readonly Option[];
  /** Minutes it stays open; 30 unless told. */
  readonly minutes?: number;
  /** The priority of its message; `answer` unless told. */
  readonly priority?: Priority;
  readonly key?: string;
  readonly notBefore?: number;
}

export interface Change {
  readonly put?: readonly Row[];
  readonly say?: readonly Draft[];
  readonly audit?: readonly Entry[];
  readonly ask?: readonly Ask[];
}

export const NOTHING: Change = {};

/** One change of several. Two writes of one record would contradict each other, so the caller avoids them. */
export const together = (changes: readonly Change[]): Change => ({
  put: changes.flatMap((change) => change.put ?? []),
  say: changes.flatMap((change) => change.say ?? []),
  audit: changes.flatMap((change) => change.audit ?? []),
  ask: changes.flatMap((change) => change.ask ?? []),
});
