/** The reply reader's whole vocabulary, compiled once. */

import { type Token, trieOf } from './lexer.ts';
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

export const LEXICON = trieOf<Tag>(TABLES);
