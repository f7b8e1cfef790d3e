/** The audit: who did what, kept a file a day, sealed every night so that a later change shows. */

import { canonical } from './canonical.ts';
import type { Entry } from './change.ts';
import { type Found, table } from './store.ts';

export interface Logged extends Entry {
  readonly at: number;
}
/** Ids: `<day>/<instant>-<n>`. */
export const AUDIT = table<Logged>('audit', 'daily', (entry) => ({ about: entry.about }));

/** A day's seal: a hash over the hashes of its entries and the seal before it. */
export interface Seal {
  readonly day: string;
  readonly count: number;
  readonly previous: string;
  readonly hash: string;
}
/** Ids: the day. */
export const SEALS = table<Seal>('seals');

/** The days on which something was logged about a code, so that its history is found without a search. Ids: codes. */
export const TRAILS = table<{ readonly days: readonly string[] }>('trails');
export const isCode = (about: string): boolean => /^[NFCE]\d{4}-\d{4}$/u.test(about);

/** A purged entry keeps only its hash; the seal does not notice. */
const hashOf = (data: object, hash: (text: string) => string): string =>
  'hash' in data && typeof data.hash === 'string' ? data.hash : hash(canonical(data));

/** The seal of a day's entries, given the one before it. */
export function sealOf(
  day: string,
  previous: string,
  entries: readonly Found<Logged>[],
  hash: (text: string) => string,
): Seal {
  const all = entries.map(({ id, data }) => `${id} ${hashOf(data, hash)}`).join('\n');
  return { day, count: entries.length, previous, hash: hash(`${previous}\n${day}\n${all}`) };
}
