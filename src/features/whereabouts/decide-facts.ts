/** What the rules of this room look at when they decide, and the shapes they answer with. */
import type { Address } from '../../core/change.ts';
import type { Person, Unit } from '../../core/roster.ts';
import type { Found } from '../../core/store.ts';
import type { Day } from '../../core/time.ts';
import type { Ask, Entry, Reading } from './reading.ts';
import type { Absences, LastWords, Statement } from './record.ts';

/** An entry; `id` says which of two namesakes is meant, once somebody has answered that. */
export interface Named extends Entry {
  readonly id?: string;
}

/** A reading as an intent: what is to be recorded. */
export interface Report {
  readonly operation: 'report' | 'correct' | 'cancel';
  readonly confidence: Reading['confidence'];
  readonly entries: readonly Named[];
  readonly asks: readonly Ask[];
}

/** Facts about the message, its speaker and what has been said before. */
export interface ReportFacts {
  readonly unit: Unit;
  readonly members: readonly Person[];
  readonly speaker: Person;
  /** Liaison or head: only they may speak for everybody else. */
  readonly responsible: boolean;
  readonly keepReason: boolean;
  readonly here: Address;
  readonly message: string;
  /** When it was said. */
  readonly at: number;
  readonly today: Day;
  /** The day whose window takes up what was not understood; null when no question is to come. */
  readonly doubtDay: () => Day | null;
  /** Everything said about each day the message speaks of. */
  readonly book: ReadonlyMap<Day, readonly Statement[]>;
  readonly absences: ReadonlyMap<string, Found<Absences>>;
  readonly last: Found<LastWords> | undefined;
}

/** The day a moment of an entry lies on. */
export const dayOfMoment = (moment: string): Day => moment.slice(0, 10);

/** Every day an entry begins on: what must have been read before a report can be decided. */
export const daysOf = (entries: readonly Pick<Entry, 'from'>[]): readonly Day[] => [
  ...new Set(entries.map((entry) => dayOfMoment(entry.from))),
];
