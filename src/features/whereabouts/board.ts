/** The board: what stands about each person of a unit on a day, as far as it had been said by a minute. Pure. */
import type { Person } from '../../core/roster.ts';
import { type Day, hmOf, instant } from '../../core/time.ts';
import { type Category, STATUSES } from './reading.ts';
import { covers, firstDay, lastDay, type Statement } from './record.ts';

/** What stands about one person. */
export interface PersonAt {
  readonly person: Person;
  /** In the order they were said; empty when nothing was said by name. */
  readonly parts: readonly Statement[];
  /** The 其余在岗 that covers the person when nothing was said by name. */
  readonly covered: Statement | undefined;
}

/** A unit on a day, at an instant. */
export interface Board {
  readonly day: Day;
  readonly at: number;
  readonly people: readonly PersonAt[];
  /** Outsiders who were reported along. */
  readonly outsiders: number;
}

const HALVES = { am: [0, 720], pm: [720, 1080], eve: [1080, 1440], half: [0, 1440] } as const;
const minutes = (moment: string): number => +moment.slice(11, 13) * 60 + +moment.slice(14, 16);

/** The part of a day a statement speaks of, in minutes after midnight. */
export function spanOn(said: Statement, day: Day): readonly [number, number] {
  const [start, end] = said.halfDay === undefined ? [0, 1440] : HALVES[said.halfDay];
  const from = firstDay(said) === day && said.from.length > 10 ? minutes(said.from) : start;
  const to = said.to !== null && lastDay(said) === day && said.to.length > 10 ? minutes(said.to) : end;
  return [from, to];
}

function overlap(a: Statement, b: Statement, day: Day): boolean {
  const [aFrom, aTo] = spanOn(a, day);
  const [bFrom, bTo] = spanOn(b, day);
  return (aFrom < bTo && bFrom < aTo) || aFrom === bFrom;
}

/** What is left after a cancellation: all it overlaps ends, or just the status it names where that stands. */
function ended(parts: readonly Statement[], by: Statement, day: Day): readonly Statement[] {
  const hit = parts.filter((part) => overlap(part, by, day));
  const named = hit.filter((part) => part.status === by.status);
  const gone = named.length > 0 ? named : hit;
  return parts.filter((part) => !gone.includes(part));
}

function next(parts: readonly Statement[], said: Statement, day: Day): readonly Statement[] {
  if (said.verb === 'cancel') return ended(parts, said, day);
  const kept = parts.filter((part) => part.message === said.message || !overlap(part, said, day));
  return [...kept, said];
}

const unsaid = (statements: readonly Statement[]): ReadonlySet<string> =>
  new Set(statements.flatMap((said) => (said.verb === 'withdraw' && said.of !== undefined ? [said.of] : [])));

/** What counts on a day of what had been said by an instant, oldest first. */
export function countingBy(statements: readonly Statement[], day: Day, at: number): readonly Statement[] {
  const spoken = statements.filter((said) => said.saidAt <= at);
  const gone = unsaid(spoken);
  return spoken
    .filter((said) => said.verb !== 'withdraw' && !gone.has(said.message) && covers(said, day))
    .sort((a, b) => a.saidAt - b.saidAt);
}

const none: readonly Statement[] = [];

function byPerson(counting: readonly Statement[]): ReadonlyMap<string, readonly Statement[]> {
  const all = new Map<string, Statement[]>();
  for (const said of counting)
    for (const person of said.people) {
      const list = all.get(person);
      if (list === undefined) all.set(person, [said]);
      else list.push(said);
    }
  return all;
}

function personAt(person: Person, said: readonly Statement[], day: Day): PersonAt {
  const parts = said.filter(({ how }) => how !== 'rest').reduce((all, one) => next(all, one, day), none);
  const covered = parts.length > 0 ? undefined : said.findLast(({ how }) => how === 'rest');
  return { person, parts, covered };
}

/** The board of a unit: the fold of what was said by `at`. Statements stand in the order they were kept. */
export function boardAt(
  members: readonly Person[],
  statements: readonly Statement[],
  day: Day,
  at: number,
): Board {
  const counting = countingBy(statements, day, at);
  const said = byPerson(counting);
  const outsiders = counting.reduce((sum, one) => sum + (one.how === 'outside' ? (one.count ?? 0) : 0), 0);
  return { day, at, outsiders, people: members.map((one) => personAt(one, said.get(one.id) ?? none, day)) };
}

/** The part of the day a person is counted under: the first in time. */
export function mainPart({ parts }: PersonAt, day: Day): Statement | undefined {
  return [...parts].sort((a, b) => spanOn(a, day)[0] - spanOn(b, day)[0])[0];
}

const AWAY: readonly Category[] = ['away', 'leave', 'unknown'];
/** True when a part of the day is spent away, or nobody knows where. */
export const isAway = ({ parts }: PersonAt): boolean =>
  parts.some(({ status }) => AWAY.includes(STATUSES[status].category));

/** True when nothing has been said about a person, by name or among the rest. */
export const isUnsaid = ({ parts, covered }: PersonAt): boolean =>
  parts.length === 0 && covered === undefined;

const said = (part: Statement): string =>
  [part.status, part.from, part.to, part.halfDay ?? '', part.place ?? ''].join();

/** People about whom something else stands now than at the board's minute. */
export function changedSince(then: Board, now: Board): readonly PersonAt[] {
  return now.people.filter((person, n) => {
    const before = then.people[n]?.parts ?? none;
    return before.map(said).join(';') !== person.parts.map(said).join(';');
  });
}

/** `9:05`: how people write a time. */
export const clock = (hm: string): string => hm.replace(/^0/u, '');
export const clockAt = (at: number): string => clock(hmOf(at));

/** The instant a day ends. */
export const endOf = (day: Day): number => instant(day, '24:00') - 1;
