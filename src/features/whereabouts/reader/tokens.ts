/** The pieces a message is read as: people, times, known words, signs, and the text between them. */
import type { Word } from '../lexicon/lexicon.ts';
import type { Role } from '../lexicon/words.ts';
import type { TimeToken } from './time-tokens.ts';

/** How a person was written; the later forms are the weaker ones. */
export type PersonForm = 'full' | 'given' | 'title' | 'nick' | 'sound' | 'self' | 'outside';

export interface PersonToken {
  readonly kind: 'person';
  readonly start: number;
  readonly end: number;
  /** Positions in the roster: one = resolved, several = ambiguous, none = not on it. */
  readonly who: readonly number[];
  readonly form: PersonForm;
  /** Written with an @ before it. */
  readonly called: boolean;
}

export interface WordToken {
  readonly kind: 'word';
  readonly start: number;
  readonly end: number;
  readonly word: Word;
}

export interface SignToken {
  readonly kind: 'sign';
  readonly start: number;
  readonly end: number;
  readonly sign: string;
}

/** A number of people: 在岗9人, 外出4. */
export interface CountToken {
  readonly kind: 'count';
  readonly start: number;
  readonly end: number;
  readonly n: number;
}

export interface TextToken {
  readonly kind: 'text';
  readonly start: number;
  readonly end: number;
}

export type Token = PersonToken | WordToken | SignToken | CountToken | TextToken | TimeToken;

/** Most words play one part or none. */
export const plays = ({ roles }: Word, role: Role): boolean =>
  roles.length > 0 && (roles[0] === role || (roles.length > 1 && roles.includes(role)));

export const hasRole = (token: Token | undefined, role: Role): boolean =>
  token !== undefined && token.kind === 'word' && plays(token.word, role);

export const isSign = (token: Token | undefined, signs: string): boolean =>
  token?.kind === 'sign' && signs.includes(token.sign);
