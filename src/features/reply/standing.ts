/** Which cues stand once the whole message is heard: jokes, waiting and chatter take the weaker ones away. */

import { type Clause, hasTag, type Sentence } from './clauses.ts';
import { asks, type Cue, type CueKind, type Scene } from './cue.ts';
import { LATE } from './delay.ts';
import { neutral } from './receipt.ts';

const STRONG: ReadonlySet<CueKind> = new Set(['receipt', 'accept', 'done', 'object', 'delay', 'pass']);

/** The cues that count. */
export function standing(sentence: Sentence, found: readonly Cue[], scene: Scene): readonly Cue[] {
  const cues = chattered(sentence, found) ? found.filter((cue) => cue.rule !== LATE) : found;
  if (sentence.clauses.some((clause) => hasTag(clause, 'joke')))
    return cues.filter((cue) => cue.kind === 'object' || cue.kind === 'delay' || cue.kind === 'done');
  if (cues.some((cue) => STRONG.has(cue.kind))) return cues;
  if (sentence.clauses.some((clause) => hasTag(clause, 'hold'))) return [];
  if (cues.some((cue) => cue.kind === 'promise')) return cues;
  return chattered(sentence, cues) && !(scene.pointed || scene.noticed) ? [] : cues;
}

/** Some clause is neither a cue nor a courtesy nor on the subject. */
function chattered(sentence: Sentence, cues: readonly Cue[]): boolean {
  const spoken = new Set(cues.map((cue) => cue.clause));
  return sentence.clauses.some((clause) => !spoken.has(clause) && !neutral(clause) && !onSubject(clause));
}

/** 五一我带班: says nothing new to the bot, but belongs to the receipt before it. */
const onSubject = (clause: Clause): boolean =>
  ((hasTag(clause, 'notice', 'heed') && !hasTag(clause, 'neg')) || hasTag(clause, 'severe')) && !asks(clause);
