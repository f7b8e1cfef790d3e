/** Unsays a whole message: the words before it stand again. Pure. */
import type { Change } from '../../core/change.ts';
import { drop, type Found, put, type Row } from '../../core/store.ts';
import type { Day } from '../../core/time.ts';
import {
  ABSENCES,
  type Absences,
  LAST_WORDS,
  type LastWords,
  type Statement,
  WHEREABOUTS,
} from './record.ts';

export interface WithdrawFacts {
  readonly speaker: string;
  readonly last: Found<LastWords>;
  readonly absences: ReadonlyMap<string, Found<Absences>>;
  readonly message: string;
  readonly at: number;
  readonly today: Day;
}

const unsaying = (facts: WithdrawFacts, from: Day, to: Day | null): Statement => ({
  unit: facts.last.data.unit,
  people: [],
  status: 'unknown',
  from,
  to,
  how: 'self',
  by: facts.speaker,
  saidAt: facts.at,
  message: facts.message,
  verb: 'withdraw',
  of: facts.last.data.message,
});

/** True while something the message said is still to come, or is today. */
export const mayWithdraw = (last: LastWords | undefined, today: Day): last is LastWords =>
  last !== undefined && last.until >= today;

/** The rows that unsay a person's last words. */
export function withdraw(facts: WithdrawFacts): Change {
  const { last, absences, message, today } = facts;
  const { days, unit, absent } = last.data;
  const daily = days.map((day): Row => {
    const id = `${day}/${unit}/-/${message}`;
    return put(WHEREABOUTS, id, unsaying(facts, day, day));
  });
  const long = absent.flatMap((person): readonly Row[] => {
    const found = absences.get(person);
    if (found === undefined) return [];
    const statements = [...found.data.statements, unsaying(facts, today, null)];
    return [put(ABSENCES, person, { statements }, found)];
  });
  return {
    put: [...daily, ...long, drop(LAST_WORDS, last)],
    audit: [{ who: facts.speaker, did: 'whereabouts.withdraw', about: unit }],
  };
}
