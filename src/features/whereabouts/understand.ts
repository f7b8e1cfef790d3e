/** Reads a text against a unit's roster: the one place where this room calls the reader. */
import type { Ctx } from '../../core/context.ts';
import type { Org } from '../../core/org.ts';
import type { Report } from './decide-facts.ts';
import { lexiconWith } from './lexicon/lexicon.ts';
import { mayBeWhereabouts } from './reader/may-be.ts';
import { readWhereabouts } from './reader/read.ts';
import type { Reading } from './reading.ts';

const rosters = new WeakMap<Org, Map<string, readonly string[]>>();

/** The names of a unit, as one unchanging list as long as the roster is the same. */
function namesOf(org: Org, unit: string): readonly string[] {
  const known = rosters.get(org) ?? new Map<string, readonly string[]>();
  rosters.set(org, known);
  const names = known.get(unit) ?? org.members(unit).map(({ name }) => name);
  known.set(unit, names);
  return names;
}

/** Longer texts are documents, not reports; the rest of one is not read. */
const LONGEST = 5_000;

/** Whether a text may tell anything: a look that lets ordinary talk pass. */
export const mayTell = (text: string, ctx: Ctx): boolean =>
  mayBeWhereabouts(text, { language: ctx.language, lexicon: lexiconWith(ctx.settings.lexicon) });

/** Reads a text as said by a person of a unit. */
export const readingOf = (text: string, sender: string, unit: string, ctx: Ctx): Reading =>
  readWhereabouts(
    { text: text.slice(0, LONGEST), sender, sentAt: ctx.said.at, members: namesOf(ctx.org, unit) },
    { calendar: ctx.calendar, language: ctx.language, lexicon: lexiconWith(ctx.settings.lexicon) },
  );

/** What a reading asks this room to record, or to ask about; undefined for talk. */
export function reportOf({ kind, operation, confidence, entries, asks }: Reading): Report | undefined {
  if (kind === 'not-whereabouts' && asks.length === 0) return undefined;
  return { operation: operation ?? 'report', confidence, entries, asks };
}

/** True for 请忽略上一条: what it takes back is this person's last words. */
export const takesBack = ({ operation, entries }: Reading): boolean =>
  operation === 'cancel' && entries.every(({ rule }) => rule === 'cancel:last') && entries.length > 0;
