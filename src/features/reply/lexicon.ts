/** The reply reader's whole vocabulary, compiled once; an office may add words of its own. */

import { type Token, type Trie, trieOf } from './lexer.ts';
import type { LocalReplies } from './reply.ts';
import { DELAY_WORDS } from './words/delay.ts';
import { FINDING_WORDS } from './words/finding.ts';
import { HUSH_WORDS } from './words/hush.ts';
import { OBJECTION_WORDS } from './words/objection.ts';
import { PEOPLE_WORDS } from './words/people.ts';
import { RECEIPT_WORDS } from './words/receipt.ts';
import { REMEDY_WORDS } from './words/remedy.ts';

const TABLES = {
  ...RECEIPT_WORDS,
  ...FINDING_WORDS,
  ...REMEDY_WORDS,
  ...OBJECTION_WORDS,
  ...DELAY_WORDS,
  ...HUSH_WORDS,
  ...PEOPLE_WORDS,
} as const;

/** What a word may be to a reply. */
export type Tag = keyof typeof TABLES;
export type Word = Token<Tag>;
export type Lexicon = Trie<Tag>;

const LEXICON: Lexicon = trieOf<Tag>(TABLES);

/** Which tag a local word gets. */
const LOCAL_TAGS: Readonly<Record<keyof LocalReplies, Tag>> = {
  assent: 'weak',
  accept: 'accept',
  done: 'finished',
  object: 'object',
  delay: 'delay',
  ignore: 'meeting',
};

const compiled = new WeakMap<LocalReplies, Lexicon>();

/** The house's vocabulary with an office's own words; compiled once for each table of words. */
export function lexiconWith(words: LocalReplies | undefined): Lexicon {
  if (words === undefined) return LEXICON;
  const known = compiled.get(words);
  if (known !== undefined) return known;
  const tables: Record<Tag, string> = { ...TABLES };
  for (const key of Object.keys(LOCAL_TAGS) as (keyof LocalReplies)[]) {
    tables[LOCAL_TAGS[key]] += ` ${(words[key] ?? []).join(' ')}`;
  }
  const lexicon = trieOf<Tag>(tables);
  compiled.set(words, lexicon);
  return lexicon;
}
