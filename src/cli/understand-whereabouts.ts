/** One line of `ducha understand whereabouts`: a message and its unit, to the guide's kind, operation and entries. */
import { z } from 'zod';
import type { Calendar } from '../core/calendar.ts';
import type { Language } from '../core/ports.ts';
import type { Lexicon } from '../features/whereabouts/lexicon/lexicon.ts';
import { readWhereabouts } from '../features/whereabouts/reader/read.ts';
import type { Reasons } from '../features/whereabouts/reader/reason.ts';
import type { Entry, Reading } from '../features/whereabouts/reading.ts';

const name = z.string().min(1).max(60);
const whereaboutsLine = z.object({
  id: z.union([z.string(), z.number()]),
  sentAt: z.iso.datetime({ offset: true }),
  sender: name,
  unitMembers: z.array(name).max(5_000),
  text: z.string().max(20_000),
});

export interface UnderstoodWhereabouts {
  readonly id: string | number;
  readonly kind: Reading['kind'];
  readonly operation: Reading['operation'];
  readonly entries: readonly Omit<Entry, 'span' | 'rule' | 'by'>[];
}

/** The guide's fields in the guide's order; the words and the rule behind them are for `--explain`. */
const plain = (entry: Entry): UnderstoodWhereabouts['entries'][number] => {
  const { person, status, from, to, halfDay, place, reason, external } = entry;
  return {
    person,
    status,
    from,
    to,
    ...(halfDay === undefined ? {} : { halfDay }),
    ...(place === undefined ? {} : { place }),
    ...(reason === undefined ? {} : { reason }),
    ...(external === undefined ? {} : { external }),
  };
};

interface Knowledge {
  readonly calendar: Calendar;
  readonly language: Language;
  /** The house's words with the county's own. */
  readonly lexicon?: Lexicon;
  /** What somebody does for the office, unless leave and illness are asked for as well. */
  readonly reasons?: Reasons;
}

function readLine(
  line: unknown,
  know: Knowledge,
): { readonly id: string | number; readonly reading: Reading } {
  const { id, sentAt, sender, unitMembers, text } = whereaboutsLine.parse(line);
  return {
    id,
    reading: readWhereabouts(
      { text, sentAt: Date.parse(sentAt), sender, members: unitMembers },
      { ...know, reasons: know.reasons ?? 'work' },
    ),
  };
}

/** Reads one line of input; throws a ZodError when it is not of that shape. */
export function understandWhereabouts(line: unknown, know: Knowledge): UnderstoodWhereabouts {
  const { id, reading } = readLine(line, know);
  // A reading that only asks declares nothing.
  if (reading.entries.length === 0) return { id, kind: 'not-whereabouts', operation: null, entries: [] };
  return { id, kind: reading.kind, operation: reading.operation, entries: reading.entries.map(plain) };
}

/** The same with the words and the rule behind every entry. */
export function explainWhereabouts(
  line: unknown,
  know: Knowledge,
): Reading & { readonly id: string | number } {
  const { id, reading } = readLine(line, know);
  return { id, ...reading };
}
