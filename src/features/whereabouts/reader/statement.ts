/** A statement: whom some words are about, and the words; with the small looks at tokens its makers share. */
import { told } from './status.ts';
import { hasRole, isSign, type PersonToken, type Token } from './tokens.ts';

/** Whom a statement is about. */
export type Subject = 'named' | 'implied' | 'others' | 'everyone';

export interface Statement {
  readonly subject: Subject;
  readonly people: readonly PersonToken[];
  readonly tokens: readonly Token[];
  /** Words of a heading that hold for it too: 下村：…, 明日下村名单. */
  readonly header: readonly Token[];
  readonly start: number;
  readonly end: number;
}

/** A statement being gathered. */
export interface Draft {
  subject: Subject;
  people: PersonToken[];
  tokens: Token[];
  start: number;
  /** Where the last name ended that goes along; the names listed behind it do too. */
  along: number;
}

export const JOINERS = '、,， /|+&-';

export const draft = (subject: Subject = 'implied', start = -1, people: PersonToken[] = []): Draft => ({
  subject,
  people,
  tokens: [],
  start,
  along: -1,
});

/** What says something: not the signs of a list, not 和. */
export const contentOf = (tokens: readonly Token[]): readonly Token[] =>
  tokens.filter((token) => !isSign(token, JOINERS) && !hasRole(token, 'with'));

export const isTimed = ({ kind }: Token): boolean => kind === 'time';

/** A word of a status, not a mere place or errand. */
export const hasCue = (tokens: readonly Token[], text: string): boolean => {
  const found = told(tokens, text);
  return found !== null && !/^(?:place|errand)/u.test(found.rule);
};

export const wordsOf = (tokens: readonly Token[], text: string): string =>
  tokens.map(({ start, end }) => text.slice(start, end)).join('');

/** The times at the end of the words, behind the last sign: they open what comes next. */
export function trailingTimes(tokens: readonly Token[]): number {
  let at = tokens.length;
  while (at > 0) {
    const token = tokens[at - 1];
    if (token?.kind !== 'time' && !isSign(token, ' ')) break;
    at -= 1;
  }
  const before = tokens[at - 1];
  return at === 0 || isSign(before, ',，;；。、:：)') ? at : tokens.length;
}
