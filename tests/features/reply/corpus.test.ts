/** What people really write: the labelled replies are read as they were meant. */
import { describe, expect, it } from 'vitest';
import { readReply } from '../../../src/features/reply/read.ts';
import { corpus, type Labelled, score } from './corpus.ts';
import { simplify, traditional } from './simplify.ts';

const dev = corpus('dev-corpus.jsonl');
const own = corpus('own-corpus.jsonl');

describe.each([
  ['the office’s 150 replies', dev],
  ['our own replies: dialects, slips, voice, stickers', own],
])('%s', (_name, rows) => {
  it('are read exactly, almost all', () => {
    const { exact, intent, wrong } = score(rows);
    expect(exact, wrong.join('\n')).toBeGreaterThanOrEqual(0.985);
    expect(intent).toBeGreaterThanOrEqual(0.985);
  });

  it('never sign what was not signed', () => {
    const { falseActs, wrongTarget } = score(rows);
    expect(falseActs).toBeLessThanOrEqual(0.01);
    expect(wrongTarget).toBeLessThanOrEqual(0.003);
  });

  it('mean the same in traditional characters', () => {
    const turned = rows.map((row): Labelled => ({ ...row, text: traditional(row.text) }));
    const { exact, wrong } = score(turned);
    expect(exact, wrong.join('\n')).toBeGreaterThanOrEqual(0.97);
  });

  it('mean the same in full-width digits and letters', () => {
    const wide = (text: string): string =>
      text.replace(/[0-9A-Za-z-]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
    const turned = rows
      .filter(({ text }) => !/[[.]/u.test(text))
      .map((row) => ({ ...row, text: wide(row.text) }));
    const { exact, wrong } = score(turned);
    expect(exact, wrong.join('\n')).toBeGreaterThanOrEqual(0.985);
  });
});

it('our own corpus holds at least 200 different replies', () => {
  expect(new Set(own.map(({ text, context }) => text + JSON.stringify(context))).size).toBeGreaterThan(200);
});

it('a detail is always the sender’s own words', () => {
  for (const { context, text } of [...dev, ...own]) {
    for (const act of readReply({ ...context, text, role: 'head' }, { simplify }).acts) {
      expect(text).toContain(act.detail ?? '');
      expect(text.slice(act.span.start, act.span.end)).not.toBe('');
    }
  }
});
