/** What is kept of what people said: statements, absences of several days, doubts, last words and views. */
import type { Address } from '../../core/change.ts';
import type { Settings } from '../../core/settings.ts';
import { table } from '../../core/store.ts';
import type { Day } from '../../core/time.ts';
import type { Ask, Entry, HalfDay, Status } from './reading.ts';

/** `self` 本人报, `other` 代报, `rest` covered by 其余在岗, `outside` people who are not on the roster. */
export type How = 'self' | 'other' | 'rest' | 'outside';

/** One thing said about where people are; it is never changed, later words only stand above it. */
export interface Statement {
  readonly unit: string;
  /** Person ids: one as a rule, everybody covered by 其余在岗, nobody for a withdrawal or outsiders. */
  readonly people: readonly string[];
  readonly status: Status;
  /** A day, or a day with `THH:MM:00+08:00`. */
  readonly from: string;
  /** As `from`; a bare day is inclusive; null = open end. */
  readonly to: string | null;
  readonly halfDay?: HalfDay;
  readonly place?: string;
  /** Only in units whose policy keeps reasons. */
  readonly reason?: string;
  readonly how: How;
  /** The person who said it. */
  readonly by: string;
  /** When it was said, by the sender's clock. */
  readonly saidAt: number;
  readonly message: string;
  /** `cancel` ends what stands in its span; `withdraw` unsays a whole message. */
  readonly verb: 'report' | 'correct' | 'cancel' | 'withdraw';
  /** The message a `withdraw` unsays. */
  readonly of?: string;
  /** How many outsiders. */
  readonly count?: number;
}

/** Statements about single days. Ids: `<day>/<unit>/<person>/<message>-<n>`. */
export const WHEREABOUTS = table<Statement>('whereabouts', 'daily', ({ unit, people }) => ({
  unit,
  who: people.length === 1 ? (people[0] ?? SEVERAL) : SEVERAL,
}));
/** The key `who` of statements that are not about one person: they are read for everybody. */
export const SEVERAL = '*';

/** Statements about several days, and what ended them, in the order they were said. Ids: person ids. */
export interface Absences {
  readonly statements: readonly Statement[];
}
export const ABSENCES = table<Absences>('absences');

/** A statement as a question proposes it. */
export type Guess = Pick<Entry, 'person' | 'status' | 'from' | 'to' | 'halfDay' | 'place'>;

/** Words that were not understood well enough; they wait for the one question of the window. */
export interface Doubt {
  readonly unit: string;
  /** Where it was said, and where the question goes. */
  readonly to: Address;
  readonly day: Day;
  /** The person who said it; for `unproven` the person the speaker seems to be. */
  readonly sender: string;
  readonly saidAt: number;
  readonly message: string;
  /** The words in question, and nothing else of the message. */
  readonly span: string;
  readonly why: Ask['why'] | 'unsure' | 'unproven';
  readonly guess: Guess | null;
  /** Its number in the question, once asked. */
  readonly number: number | null;
}
/** Ids: `<unit>/<day>/<message>-<n>`. */
export const DOUBTS = table<Doubt>('doubts', 'live', ({ unit }) => ({ unit }));

/** The last message in which a person said something about whereabouts: what 撤回去向 unsays. Ids: person ids. */
export interface LastWords {
  readonly message: string;
  readonly at: number;
  readonly unit: string;
  /** Days with statements of that message. */
  readonly days: readonly Day[];
  /** People with absences of that message. */
  readonly absent: readonly string[];
  /** The last day the message speaks of. */
  readonly until: Day;
}
export const LAST_WORDS = table<LastWords>('last-words');

/** Somebody looked at a unit's people. Ids: `<day>/<unit>/<viewer>/<message>`. */
export interface View {
  readonly unit: string;
  readonly by: string;
  readonly at: number;
  /** The day that was looked at. */
  readonly of: Day;
}
export const VIEWS = table<View>('views', 'daily', ({ unit }) => ({ unit }));

/** The day a statement begins. */
export const firstDay = (said: Pick<Statement, 'from'>): Day => said.from.slice(0, 10);
/** The day it ends; null when it is open. */
export const lastDay = (said: Pick<Statement, 'to'>): Day | null => said.to?.slice(0, 10) ?? null;
/** True for statements that reach over midnight: they are kept as absences. */
export const isLong = (said: Pick<Statement, 'from' | 'to'>): boolean => firstDay(said) !== lastDay(said);
/** True when a statement has something to say about a day. */
export const covers = (said: Pick<Statement, 'from' | 'to'>, day: Day): boolean =>
  firstDay(said) <= day && day <= (lastDay(said) ?? day);

/** A unit's roll-call policy. */
export type RollCall = Settings['bot']['whereabouts']['rollCall'][number];

/** The roll-call a unit is under on a day; undefined = only exceptions are reported. */
export const rollCallOf = (settings: Settings, unit: string, day: Day): RollCall | undefined =>
  settings.bot.whereabouts.rollCall.find((call) => call.unit === unit && day <= call.until);

/** Days a statement is kept. */
export const keptDays = (settings: Settings): number => settings.limits.retention[WHEREABOUTS.name] ?? 90;

/** What somebody who is not bound seems to say of himself. */
export interface Unproven {
  readonly person: string;
  readonly span: string;
  readonly guess: Guess;
}

/** How many people of each unit were where on a day: no names, kept when the words themselves are gone. */
export interface DayCounts {
  readonly units: Readonly<
    Record<
      string,
      {
        readonly people: number;
        readonly out: number;
        readonly trip: number;
        readonly meeting: number;
        readonly seconded: number;
        readonly leave: number;
        readonly unknown: number;
      }
    >
  >;
}
/** Ids: `<day>/all`. */
export const COUNTS = table<DayCounts>('whereabouts-counts', 'daily');
