/** Records what a message says: statements, absences, what they end, and what has to be asked. Pure. */
import type { Change, Entry as Logged } from '../../core/change.ts';
import { put, type Row } from '../../core/store.ts';
import { boardAt } from './board.ts';
import { doubtRows } from './decide-doubts.ts';
import type { Report, ReportFacts } from './decide-facts.ts';
import { type DoubtDraft, sorted } from './decide-statements.ts';
import { STATUSES } from './reading.ts';
import {
  ABSENCES,
  firstDay,
  isLong,
  LAST_WORDS,
  type LastWords,
  lastDay,
  type Statement,
  WHEREABOUTS,
} from './record.ts';

/** Later than any day: an absence without an end. */
const FOREVER = '9999-12-31';

/** What was decided: the rows, and what an acknowledgement may name. */
export interface Decided {
  readonly change: Change;
  readonly said: readonly Statement[];
  readonly doubts: readonly DoubtDraft[];
}

const wholeDay = (said: Statement): boolean =>
  said.halfDay === undefined && said.from.length === 10 && (said.to?.length ?? 0) === 10;

/** A correction, a cancellation, or being back for the whole day ends an absence from that day on. */
const endsAbsence = (said: Statement): boolean =>
  said.how !== 'rest' &&
  said.how !== 'outside' &&
  (said.verb !== 'report' || (STATUSES[said.status].category === 'present' && wholeDay(said)));

/** The absence of a person that stands on a day, by what is kept of him. */
function absenceOn(person: string, day: string, facts: ReportFacts): boolean {
  const kept = facts.absences.get(person)?.data.statements ?? [];
  const member = facts.members.filter(({ id }) => id === person);
  return boardAt(member, kept, day, facts.at).people.some(({ parts }) => parts.length > 0);
}

const ending = (said: Statement): Statement => {
  const { place: _place, reason: _reason, halfDay: _half, ...rest } = said;
  const to = said.verb === 'cancel' && isLong(said) ? lastDay(said) : null;
  return { ...rest, status: 'unknown', from: firstDay(said), to, verb: 'cancel' };
};

/** What goes into a person's absences because of one statement: the end of an old one, then the new one. */
function absencesFrom(said: Statement, facts: ReportFacts): readonly Statement[] {
  const [person] = said.people;
  if (person === undefined || said.how === 'rest') return [];
  const ended = endsAbsence(said) && absenceOn(person, firstDay(said), facts) ? [ending(said)] : [];
  const added = isLong(said) && said.verb !== 'cancel' ? [said] : [];
  return [...ended, ...added];
}

function absenceRows(all: ReadonlyMap<string, readonly Statement[]>, facts: ReportFacts): readonly Row[] {
  return [...all].map(([person, added]) => {
    const found = facts.absences.get(person);
    return put(ABSENCES, person, { statements: [...(found?.data.statements ?? []), ...added] }, found);
  });
}

const dailyRow = (said: Statement, n: number): Row => {
  const subject = said.people.length === 1 ? said.people[0] : said.how === 'outside' ? '+' : '*';
  return put(WHEREABOUTS, `${firstDay(said)}/${said.unit}/${subject}/${said.message}-${n}`, said);
};

/** What is kept with its day, and not among a person's absences. */
const isDaily = (said: Statement): boolean => !isLong(said) || said.people.length !== 1;

/** A cancellation counts only where something stands that it could end. */
function cancels(said: Statement, facts: ReportFacts): boolean {
  if (said.verb !== 'cancel') return true;
  const day = firstDay(said);
  const members = facts.members.filter(({ id }) => said.people.includes(id));
  const board = boardAt(members, facts.book.get(day) ?? [], day, facts.at);
  return board.people.some(({ parts }) => parts.length > 0);
}

function lastWords(
  said: readonly Statement[],
  absent: readonly string[],
  facts: ReportFacts,
): readonly Row[] {
  const { last, message, at, unit, speaker } = facts;
  if (said.length === 0 || (last !== undefined && last.data.at > at)) return [];
  const days = [...new Set(said.filter(isDaily).map(firstDay))];
  const ends = said.map((one) => lastDay(one) ?? FOREVER);
  const until = [...ends].sort().at(-1) ?? FOREVER;
  const words: LastWords = { message, at, unit: unit.id, days, absent, until };
  return [put(LAST_WORDS, speaker.id, words, last)];
}

const auditOf = (said: readonly Statement[], facts: ReportFacts): readonly Logged[] =>
  [...new Set(said.filter(({ verb }) => verb !== 'report').map(({ verb }) => verb))].map((verb) => ({
    who: facts.speaker.id,
    did: `whereabouts.${verb}`,
    about: facts.unit.id,
  }));

/** Decides a report, a correction or a cancellation. */
export function decide(report: Report, facts: ReportFacts): Decided {
  const { said: all, doubts } = sorted(report, facts);
  const said = all.filter((one) => cancels(one, facts));
  const absences = new Map<string, readonly Statement[]>();
  for (const one of said)
    for (const person of one.people) {
      const added = absencesFrom(one, facts);
      if (added.length > 0) absences.set(person, [...(absences.get(person) ?? []), ...added]);
    }
  const rows = [
    ...said.filter(isDaily).map(dailyRow),
    ...absenceRows(absences, facts),
    ...doubtRows(doubts, facts),
    ...lastWords(said, [...absences.keys()], facts),
  ];
  return { change: { put: rows, audit: auditOf(said, facts) }, said, doubts };
}
