/** The labelled replies, and how a reading of them is scored. */
import { readFileSync } from 'node:fs';
import { understandReply } from '../../../src/cli/understand-replies.ts';
import type { ReplySummary } from '../../../src/features/reply/reply.ts';
import { simplify } from './simplify.ts';

export interface Labelled {
  readonly id: string;
  readonly context: {
    readonly openNotices: readonly string[];
    readonly openFindings: readonly string[];
    readonly quoted: string | null;
  };
  readonly senderRole: string;
  readonly text: string;
  readonly expect: ReplySummary;
}

export const corpus = (name: string): readonly Labelled[] =>
  readFileSync(new URL(name, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Labelled);

const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

/** Exact, intent, false acts and wrong targets, and the texts that were read wrongly. */
export function score(rows: readonly Labelled[]) {
  const read = rows.map((row) => ({ row, got: understandReply(row, { simplify }) }));
  const intent = read.filter(({ row, got }) => got.intent === row.expect.intent);
  const exact = intent.filter(
    ({ row, got }) => got.target === row.expect.target && (got.days ?? null) === (row.expect.days ?? null),
  );
  const none = read.filter(({ row }) => row.expect.intent === 'none');
  return {
    exact: ratio(exact.length, rows.length),
    intent: ratio(intent.length, rows.length),
    falseActs: ratio(none.filter(({ got }) => got.intent !== 'none').length, none.length),
    wrongTarget: ratio(
      read.filter(({ row, got }) => got.target !== null && got.target !== row.expect.target).length,
      rows.length,
    ),
    wrong: read.filter((one) => !exact.includes(one)).map(({ row, got }) => `${row.text} → ${got.intent}`),
  };
}
