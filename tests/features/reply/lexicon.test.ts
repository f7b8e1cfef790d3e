/** The vocabulary hangs together. */
import { describe, expect, it } from 'vitest';
import { fold } from '../../../src/features/reply/fold.ts';
import { DELAY_WORDS } from '../../../src/features/reply/words/delay.ts';
import { FINDING_WORDS } from '../../../src/features/reply/words/finding.ts';
import { HUSH_WORDS } from '../../../src/features/reply/words/hush.ts';
import { OBJECTION_WORDS } from '../../../src/features/reply/words/objection.ts';
import { PEOPLE_WORDS } from '../../../src/features/reply/words/people.ts';
import { RECEIPT_WORDS } from '../../../src/features/reply/words/receipt.ts';
import { REMEDY_WORDS } from '../../../src/features/reply/words/remedy.ts';
import { simplify } from './simplify.ts';

const tables: readonly Readonly<Record<string, string>>[] = [
  RECEIPT_WORDS,
  FINDING_WORDS,
  REMEDY_WORDS,
  OBJECTION_WORDS,
  DELAY_WORDS,
  HUSH_WORDS,
  PEOPLE_WORDS,
];

describe('the reply reader’s words', () => {
  it('no two tables have a tag of one name', () => {
    const tags = tables.flatMap((table) => Object.keys(table));
    expect(new Set(tags).size).toBe(tags.length);
  });
  it('are written in simplified characters, as the folded text is', () => {
    const words = tables.flatMap((table) => Object.values(table)).join(' ');
    expect(words.split(/\s+/u).filter((word) => fold(word, simplify).text !== word.toLowerCase())).toEqual(
      [],
    );
  });
});
