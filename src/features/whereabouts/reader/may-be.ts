/** A look that costs next to nothing: whether a text holds any word a whereabouts report could do with. */
import type { Language } from '../../../core/ports.ts';
import { LEXICON, type Lexicon, type Word } from '../lexicon/lexicon.ts';
import { normalise } from './normalise.ts';

interface Knowledge {
  readonly language: Language;
  readonly lexicon?: Lexicon;
}

const tells = ({ cue, place, roles }: Word): boolean =>
  cue !== undefined ||
  place !== undefined ||
  roles.some((role) => role === 'dest' || role === 'ditto' || role === 'as-before');

/** Said of what was reported before, without any word of a status. */
const BEFORE = /作废|撤回|撤销|取消|忽略|更正|订正|错了/u;

/** False only when the reader would find nothing; ordinary talk is mostly left here. */
export function mayBeWhereabouts(text: string, { language, lexicon = LEXICON }: Knowledge): boolean {
  const plain = normalise(text, language);
  for (let at = 0; at < plain.length; ) {
    const word = lexicon.words.longest(plain, at);
    if (word !== null && tells(word.value)) return true;
    at = word === null ? at + 1 : word.end;
  }
  return BEFORE.test(plain);
}
