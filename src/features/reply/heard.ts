/** A reply as its sentences are heard: the message, the sentence in hand, and the text they come from. */
import type { Sentence } from './clauses.ts';
import type { Folded } from './fold.ts';
import type { ReplyMessage } from './reply.ts';

export interface Heard {
  readonly message: ReplyMessage;
  readonly sentence: Sentence;
  readonly folded: Folded;
  /** The message speaks of several items in different ways: a detail is taken from the act's own clauses. */
  readonly several: boolean;
}
