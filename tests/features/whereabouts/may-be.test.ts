/** The look before the reader: it stops at every report, and most talk never costs a reading. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { mayBeWhereabouts } from '../../../src/features/whereabouts/reader/may-be.ts';
import { corpus, know } from './corpus.ts';

const look = (text: string): boolean => mayBeWhereabouts(text, know);

it('stops at every report people wrote', () => {
  const reports = [...corpus('dev-corpus.jsonl'), ...corpus('own-corpus.jsonl')].filter(
    ({ expect: { kind } }) => kind === 'whereabouts',
  );
  expect(reports.map(({ text }) => text).filter((text) => !look(text))).toEqual([]);
});

it('lets more than half of ordinary talk pass', () => {
  const talk = readFileSync(new URL('../../talk/ordinary.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  expect(talk.filter(look).length).toBeLessThan(talk.length / 2);
});
