/** Which cues stand once the whole message is heard: jokes, waiting and chatter take the weaker ones away. */

import { type Clause, hasTag, type Sentence } from './clauses.ts';
import { asks, type Cue, type CueKind, type Scene } from './cue.ts';
import { neutral } from './receipt.ts';

const STRONG: ReadonlySet<CueKind> = new Set(['receipt', 'accept', 'done', 'object', 'delay', 'pass']);

/** The cues that count. */
export function standing(sentence: Sentence, cues: readonly Cue[], scene: Scene): readonly Cue[] {
  if (sentence.clauses.some((clause) => hasTag(clause, 'joke')))
    return cues.filter((cue) => cue.kind === 'object' || cue.kind === 'delay' || cue.kind === 'done');
  if (cues.some((cue) => STRONG.has(cue.kind))) return cues;
  if (sentence.clauses.some((clause) => hasTag(clause, 'hold'))) return [];
  if (cues.some((cue) => cue.kind === 'promise')) return cues;
  const spoken = new Set(cues.map((cue) => cue.clause));
  const chatter = sentence.clauses.some(
    (clause) => !spoken.has(clause) && !neutral(clause) && !onSubject(clause),
  );
  return chatter && !(scene.pointed || scene.noticed) ? [] : cues;
}

/** 五一我带班: says nothing new to the bot, but belongs to the receipt before it. */
const onSubject = (clause: Clause): boolean => hasTag(clause, 'notice', 'heed') && !asks(clause);
