/** Ordinary talk is no reply, whatever is open. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readReply } from '../../../src/features/reply/read.ts';
import { simplify } from './simplify.ts';

const lines = readFileSync(new URL('../../talk/ordinary.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => line.replaceAll('\\n', '\n'));

const answered = (openNotices: readonly string[], openFindings: readonly string[]): readonly string[] =>
  lines.filter(
    (text) =>
      readReply({ text, openNotices, openFindings, quoted: null, role: 'staff' }, { simplify }).acts.length >
      0,
  );

describe('a thousand lines of ordinary talk', () => {
  it('are a thousand, and no two alike', () => {
    expect(lines.length).toBeGreaterThanOrEqual(1000);
    expect(new Set(lines).size).toBe(lines.length);
  });
  it('get silence while nothing is open', () => expect(answered([], [])).toEqual([]));
  it('get silence while a notice is open', () => expect(answered(['N2026-0107'], [])).toEqual([]));
  it('get silence while two notices are open', () =>
    expect(answered(['N2026-0107', 'N2026-0108'], [])).toEqual([]));
  it('are almost never taken for a reply to a finding', () =>
    expect(answered([], ['F2026-0412']).length).toBeLessThanOrEqual(10));
});
