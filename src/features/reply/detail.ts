/** The part of the text worth keeping as the act's detail: the reason, what was done, what is promised. */

import type { Heard } from './acts.ts';
import type { Cue } from './cue.ts';
import { originalSpan } from './fold.ts';
import { neutral } from './receipt.ts';
import type { ReplyActIntent } from './reply.ts';

/** An exact substring of the message's text, or nothing when the words only name the act. */
export function detailOf(intent: ReplyActIntent, cues: readonly Cue[], heard: Heard): string | undefined {
  const { message, sentence, folded } = heard;
  const formal = new Set(
    cues.filter((cue) => cue.kind === 'receipt' || cue.kind === 'weak').map((cue) => cue.clause),
  );
  const telling = sentence.clauses.filter(
    (clause) => !formal.has(clause) && !neutral(clause) && clause.text.length > 2,
  );
  const first = telling[0];
  const last = telling.at(-1);
  if (first === undefined || last === undefined || intent === undefined) return undefined;
  const span = originalSpan(folded, first.start, last.end);
  return message.text.slice(span.start, span.end).trim();
}
