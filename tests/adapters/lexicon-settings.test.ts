/** What an office adds to the vocabulary in config/lexicon.json is used, and what it gets wrong is explained. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { shippedCalendar } from '../../src/adapters/calendar/calendar.ts';
import { createLanguage } from '../../src/adapters/language/language.ts';
import { lexiconSchema } from '../../src/adapters/settings/lexicon.ts';
import { instant } from '../../src/core/time.ts';
import { readReply } from '../../src/features/reply/read.ts';
import { LEXICON, lexiconWith } from '../../src/features/whereabouts/lexicon/lexicon.ts';
import { readWhereabouts } from '../../src/features/whereabouts/reader/read.ts';

const know = { calendar: shippedCalendar(), language: createLanguage() };
const members = ['马成', '汪洋', '铁生贵'];
const read = (text: string, local: unknown): readonly string[] =>
  readWhereabouts(
    { text, sentAt: instant('2026-03-04', '08:40'), sender: '汪洋', members },
    { ...know, lexicon: lexiconWith(lexiconSchema.parse(local)) },
  ).entries.map(({ person, status }) => `${person}:${status}`);
const faults = (local: unknown): readonly string[] =>
  (lexiconSchema.safeParse(local).error?.issues ?? []).map(({ message }) => message);

describe('local words', () => {
  it('tell a status', () => {
    expect(read('马成今天打卯', {})).not.toContain('马成:field_visit');
    expect(read('马成今天打卯', { cues: { field_visit: ['打卯'] } })).toEqual(['马成:field_visit']);
  });
  it('place a destination', () => {
    expect(read('马成在老君台', { places: { field: ['老君台'] } })).toEqual(['马成:field_visit']);
    expect(read('马成去老君台', { places: { out: ['老君台'] } })).toEqual(['马成:business_trip']);
  });
  it('take a word away', () =>
    expect(read('马成下乡鞋丢了', { ignore: ['下乡鞋'] })).not.toContain('马成:field_visit'));
  it('are none as shipped, and cost nothing', () => {
    const shipped = lexiconSchema.parse(
      JSON.parse(readFileSync(new URL('../../config/lexicon.json', import.meta.url), 'utf8')),
    );
    expect(lexiconWith(shipped)).toBe(LEXICON);
  });
});

describe('a wrong file', () => {
  it('names the keys there are', () => expect(faults({ 词: [] })[0]).toContain('cues'));
  it('says what a word may be', () => {
    expect(faults({ cues: { rest: ['调 休'] } })[0]).toContain('不含空格');
    expect(faults({ ignore: ['长'.repeat(21)] })[0]).toContain('20个字');
  });
  it('says where a place may be', () => expect(faults({ places: { town: ['街上'] } })[0]).toContain('field'));
});

describe('local words of replies', () => {
  const open = ['N2026-0107'];
  const intentOf = (text: string, local: unknown): string | undefined =>
    readReply(
      { text, openNotices: open, openFindings: [], quoted: null, role: 'liaison' },
      { simplify: know.language.simplify, words: lexiconSchema.parse(local).replies },
    ).acts[0]?.intent;
  it('are a receipt where the office says so', () => {
    expect(intentOf('巴适得板', {})).toBeUndefined();
    expect(intentOf('巴适得板', { replies: { assent: ['巴适得板'] } })).toBe('ack_notice');
  });
  it('have kinds that are checked', () => {
    expect(faults({ replies: { yes: ['好'] } })).toEqual([
      '回复只有这几类：assent、accept、done、object、delay、ignore',
    ]);
  });
});
