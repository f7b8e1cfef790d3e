/** What people really write about where they are is read as it was meant. */
import { describe, expect, it } from 'vitest';
import { corpus, explained, score } from './corpus.ts';

const dev = corpus('dev-corpus.jsonl');
const own = corpus('own-corpus.jsonl');

describe.each([
  ['the office’s 400 messages', dev, 0.985, 0.995, 0.99],
  ['our own messages: other counties, dialects and habits', own, 0.975, 0.99, 0.975],
] as const)('%s', (_name, rows, exact, precision, recall) => {
  const figures = score(rows);
  it('are read exactly, almost all', () => {
    expect(figures.exact, figures.wrong.join('\n')).toBeGreaterThanOrEqual(exact);
  });
  it('say of nobody what was not said', () => {
    expect(figures.precision).toBeGreaterThanOrEqual(precision);
  });
  it('leave out almost nothing', () => {
    expect(figures.recall).toBeGreaterThanOrEqual(recall);
  });
});

it('talk is hardly ever taken for a report', () => {
  expect(score(dev).falseAlarms).toBeLessThanOrEqual(0.01);
  expect(score(own).falseAlarms).toBeLessThanOrEqual(0.03);
});

it('our own corpus holds at least six hundred different messages', () => {
  expect(new Set(own.map(({ text }) => text)).size).toBeGreaterThanOrEqual(600);
});

it('every entry quotes the message and names the rule that decided', () => {
  for (const row of [...dev, ...own]) {
    const { entries } = explained(row) as unknown as {
      entries: { span: string; rule: string; place?: string; reason?: string }[];
    };
    for (const entry of entries) {
      expect(row.text).toContain(entry.span);
      expect(row.text).toContain(entry.place ?? '');
      expect(entry.rule).not.toBe('');
    }
  }
});
