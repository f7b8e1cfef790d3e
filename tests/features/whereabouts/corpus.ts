/** The labelled messages, and how a reading of them is scored: the measures of the annotation guide. */
import { readFileSync } from 'node:fs';
import { shippedCalendar } from '../../../src/adapters/calendar/calendar.ts';
import { createLanguage } from '../../../src/adapters/language/language.ts';
import { explainWhereabouts, understandWhereabouts } from '../../../src/cli/understand-whereabouts.ts';

interface Labelled {
  readonly id: string;
  readonly sentAt: string;
  readonly sender: string;
  readonly unitMembers: readonly string[];
  readonly text: string;
  readonly expect: {
    readonly kind: string;
    readonly operation: string | null;
    readonly entries: readonly Marked[];
  };
}

interface Marked {
  readonly person: string;
  readonly status: string;
  readonly from: string;
  readonly to: string | null;
  readonly halfDay?: string;
  readonly reason?: string;
}

export const know = { calendar: shippedCalendar(), language: createLanguage() };

export const corpus = (name: string): readonly Labelled[] =>
  readFileSync(new URL(name, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Labelled);

const keys = (entries: readonly Marked[]): ReadonlySet<string> =>
  new Set(entries.map((e) => [e.person, e.status, e.from, e.to, e.halfDay].join('|')));

const ratio = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);

interface Compared {
  readonly row: Labelled;
  readonly positive: boolean;
  readonly found: boolean;
  readonly exact: boolean;
  readonly hit: number;
  readonly missed: number;
  readonly wrong: number;
}

function compare(row: Labelled): Compared {
  const got = understandWhereabouts(row, know);
  const [want, have] = [keys(row.expect.entries), keys(got.entries)];
  const hit = [...want].filter((key) => have.has(key)).length;
  const same = got.kind === row.expect.kind && got.operation === row.expect.operation;
  return {
    row,
    positive: row.expect.kind === 'whereabouts',
    found: got.kind === 'whereabouts',
    exact: same && want.size === have.size && hit === want.size,
    hit,
    missed: want.size - hit,
    wrong: have.size - hit,
  };
}

const sum = (all: readonly Compared[], of: (one: Compared) => number): number =>
  all.reduce((total, one) => total + of(one), 0);

/** Exact messages, entry precision and recall, false alarms, and the texts that were read wrongly. */
export function score(rows: readonly Labelled[]) {
  const all = rows.map(compare);
  const talk = all.filter(({ positive }) => !positive);
  const hit = sum(all, (one) => one.hit);
  return {
    exact: ratio(all.filter(({ exact }) => exact).length, all.length),
    precision: ratio(hit, hit + sum(all, ({ wrong }) => wrong)),
    recall: ratio(hit, hit + sum(all, ({ missed }) => missed)),
    falseAlarms: 1 - ratio(talk.filter(({ found }) => !found).length, talk.length),
    wrong: all.filter(({ exact }) => !exact).map(({ row }) => `${row.id} ${row.text}`),
  };
}

/** The reading of a row, with the words and the rule behind each entry. */
export const explained = (row: Labelled) => explainWhereabouts(row, know);
