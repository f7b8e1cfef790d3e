/** Every night: words that were kept for a question go, and so do absences and last words whose time is over. */
import type { Job } from '../../core/job.ts';
import { drop, type Found, put, type Row } from '../../core/store.ts';
import { addDays, type Day, dayOf } from '../../core/time.ts';
import {
  ABSENCES,
  type Absences,
  DOUBTS,
  firstDay,
  keptDays,
  LAST_WORDS,
  lastDay,
  type Statement,
} from './record.ts';
import { TEXTS } from './texts.ts';

/** The last day a statement counts, after what ended it; null while it is open. */
function lastCounting(said: Statement, all: readonly Statement[]): Day | null {
  const later = all.filter(({ saidAt }) => saidAt >= said.saidAt);
  if (later.some(({ verb, of }) => verb === 'withdraw' && of === said.message)) return dayOf(said.saidAt);
  const cuts = later
    .filter((one) => one.verb === 'cancel' && one.to === null)
    .map((one) => addDays(firstDay(one), -1));
  const ends = [lastDay(said), ...cuts].filter((day) => day !== null);
  return [...ends].sort()[0] ?? null;
}

/** What is left of a person's absences when everything that ended before `limit` is forgotten. */
export function remaining(all: readonly Statement[], limit: Day): readonly Statement[] {
  const alive = all.filter((said) => {
    const last = said.verb === 'report' || said.verb === 'correct' ? lastCounting(said, all) : limit;
    return last === null || last >= limit;
  });
  const first = alive.find(({ verb }) => verb === 'report' || verb === 'correct');
  // An end without anything it could end has nothing more to say.
  return first === undefined ? [] : alive.filter(({ saidAt }) => saidAt >= first.saidAt);
}

function absenceRow(found: Found<Absences>, limit: Day): readonly Row[] {
  const { statements } = found.data;
  const left = remaining(statements, limit);
  if (left.length === statements.length) return [];
  return [left.length === 0 ? drop(ABSENCES, found) : put(ABSENCES, found.id, { statements: left }, found)];
}

/** The nightly tidying. */
export const tidyJob: Job = {
  id: 'whereabouts.tidy',
  title: '',
  on: 'daily',
  slots: () => [{ at: '22:00', why: TEXTS.whyTidy() }],
  grace: 24 * 60,
  catchUp: 'latest',
  run: async ({ day }, { store, settings }) => {
    const doubts = (await store.find(DOUBTS, {})).filter(({ data }) => data.day <= day);
    const words = (await store.find(LAST_WORDS, {})).filter(({ data }) => data.until <= day);
    const limit = addDays(day, -keptDays(settings));
    return {
      put: [
        ...doubts.map((found) => drop(DOUBTS, found)),
        ...words.map((found) => drop(LAST_WORDS, found)),
        ...(await store.find(ABSENCES, {})).flatMap((found) => absenceRow(found, limit)),
      ],
    };
  },
};
