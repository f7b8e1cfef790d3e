/** The audit: who did what, kept a file a day, sealed every night so that a later change shows. */
import type { Entry } from './change.ts';
import { table } from './store.ts';

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
