/** Tells at a glance that a text can be no reply: no word in it speaks for any act. */

import { longestAt } from './lexer.ts';
import type { Lexicon, Tag, Word } from './lexicon.ts';

const OF_NOTICES: ReadonlySet<Tag> = new Set<Tag>([
  'received',
  'mistyped',
  'read',
  'obey',
  'weak',
  'yes',
  'pass',
  'heed',
  'accord',
]);
const OF_FINDINGS: ReadonlySet<Tag> = new Set<Tag>([
  ...OF_NOTICES,
  'accept',
  'concede',
  'sorry',
  'vow',
  'at_once',
  'finding',
  'fix',
  'hand',
  'handed',
  'mended',
  'closing',
  'finished',
  'result',
  'matter',
  'fixture',
  'object',
  'dispute',
  'slip',
  'charge',
  'excuse',
  'proof',
  'that_day',
  'truth',
  'about',
  'other',
  'third',
  'delay',
  'defer',
  'short',
  'begun',
]);

/** Whether a folded text holds a word that any rule starts from; `finding`: objections and the like are possible. */
export function mayReply(text: string, finding: boolean, lexicon: Lexicon): boolean {
  const tags = finding ? OF_FINDINGS : OF_NOTICES;
  for (let from = 0; from < text.length; from += 1) {
    const word = longestAt(lexicon, text, from);
    if (word !== null && starts(word, tags) && (!small(word) || stands(text, word))) return true;
  }
  return false;
}

function starts(word: Word, tags: ReadonlySet<Tag>): boolean {
  for (const tag of word.tags) if (tags.has(tag)) return true;
  return false;
}

const small = (word: Word): boolean =>
  word.end - word.start === 1 && word.tags.has('weak') && !word.tags.has('accord');

/** 好, 行, 中: of one sign, worth a look only at an edge of the text or beside something that is no Han sign. */
const stands = (text: string, word: Word): boolean =>
  !isHan(text.charCodeAt(word.start - 1)) || !isHan(text.charCodeAt(word.end));
const isHan = (unit: number): boolean => unit >= 0x3400 && unit <= 0x9fff;
