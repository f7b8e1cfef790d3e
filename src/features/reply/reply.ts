/** What a reply to a notice or a finding can mean, and the shapes it is read from and into. */

import type { Span } from '../../core/codes.ts';
import type { Role } from '../../core/roster.ts';
import type { LocalReplyWords } from '../../core/settings.ts';

/** Receipt of a notice, acknowledgement of a finding, rectification, objection, more time, or not ours. */
export type ReplyIntent = 'ack_notice' | 'ack_finding' | 'rectify' | 'appeal' | 'request_extension' | 'none';
export type ReplyActIntent = Exclude<ReplyIntent, 'none'>;

/** A message and what is open for its sender's unit. `quoted` is the code of the quoted message, if it has one. */
export interface ReplyMessage {
  readonly text: string;
  readonly openNotices: readonly string[];
  readonly openFindings: readonly string[];
  readonly quoted: string | null;
  readonly role: Role;
}

/** An office's own words, by what they say; simplified, without spaces. */
export type LocalReplies = Partial<LocalReplyWords>;

/** Facts the reader is given. `simplify` turns traditional characters into simplified ones. */
export interface ReplyKnowledge {
  readonly simplify: (text: string) => string;
  readonly words?: LocalReplies;
}

/** One thing the message does to one item. */
export interface ReplyAct {
  readonly intent: ReplyActIntent;
  /** The open item's code; null when it must be asked, or when a named code is not open. */
  readonly target: string | null;
  /** The words cover several open items (都, 两条) without naming them: ask once. */
  readonly all: boolean;
  /** An exact substring of the text: what was done, why, until when. */
  readonly detail?: string;
  /** Days asked for, when a count is stated. */
  readonly days?: number;
  /** Where in the text the deciding words stand. */
  readonly span: Span;
  /** The rule that decided, for `--explain`. */
  readonly rule: string;
}

export interface ReplyReading {
  /** Empty: not a reply to anything open. */
  readonly acts: readonly ReplyAct[];
  /** 0 … 1; below 0.6 the reading is worth a question. */
  readonly confidence: number;
  /** Only receipt words: no code, no quote, no word on the subject. Whether it counts is decided elsewhere. */
  readonly bare: boolean;
}

/** The guide's one intent and one target. */
export interface ReplySummary {
  readonly intent: ReplyIntent;
  readonly target: string | null;
  readonly detail?: string;
  readonly days?: number;
}
