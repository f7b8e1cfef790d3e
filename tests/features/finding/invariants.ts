/** What must hold of every deed that was let through, whatever came before it. */
import { workMinutesBetween } from '../../../src/core/hours.ts';
import type { Actor } from '../../../src/features/finding/actor.ts';
import type { Deed } from '../../../src/features/finding/decide.ts';
import { FINDING, type Finding, isOpen, isPaused } from '../../../src/features/finding/finding.ts';
import type { Rung } from '../../../src/features/finding/policy.ts';
import { facts } from './made.ts';

/** A deed, who did it when, and the finding before and after it. */
export interface Done {
  readonly before: Finding;
  readonly deed: Deed;
  readonly who: Actor;
  readonly after: Finding;
  readonly now: number;
  /** Photos and files that were on record. */
  readonly proofs: number;
}
type Rule = (done: Done) => boolean;
const did = (deed: Deed, ...names: readonly Deed['did'][]): boolean => names.includes(deed.did);

const UNDO = 10 * 60_000;
/** Whose decision it is: an inspector or the director with no tie to the finding. */
const unbiased = ({ capacity, conflict }: Actor): boolean =>
  (capacity === 'inspector' || capacity === 'director') && conflict === null;

/** The receipt is another one, or none. */
const isLost = ({ before: { ack }, after }: Done): boolean =>
  ack !== null && (after.ack?.by !== ack.by || after.ack.at !== ack.at);

function mayLose({ before: { ack, edition }, deed, who, after, now }: Done): boolean {
  if (deed.did === 'amend') return after.edition === edition + 1;
  return deed.did === 'unsign' && ack?.by === who.id && now - ack.at <= UNDO && after.ack === null;
}

/** As much work time is left to a due time as was left when the clock stopped, for rectification up to the end of the day. */
const DAY_OF_WORK = 8 * 60;
function keepsWhatWasLeft({ before, after, now }: Done, due: 'ackDueAt' | 'fixDueAt'): boolean {
  const stopped = before.objection?.at ?? now;
  if (before[due] <= stopped) return after[due] === before[due];
  const { hours, kind, calendar } = facts(now);
  const left = (from: number, to: number): number => workMinutesBetween(from, to, hours, kind, calendar);
  const more = left(now, after[due]) - left(stopped, before[due]);
  return due === 'ackDueAt' ? more === 0 : more >= 0 && more < DAY_OF_WORK;
}

const SAME = ['code', 'unit', 'registrar', 'person', 'issuedAt', 'seenAt'] as const;
const MOVES_DUE = ['grant', 'reject', 'supplement', 'return', 'reopen', 'amend'] as const;
const DURING_OBJECTION = ['unsign', 'uphold', 'reject', 'supplement'] as const;

const RULES: Readonly<Record<string, Rule>> = {
  'a move that is not in the table': ({ before, deed, after }) =>
    deed.did in FINDING.verbs
      ? FINDING.moves.some(
          ({ verb, from, to }) => verb === deed.did && from.includes(before.state) && to === after.state,
        )
      : before.state === after.state,
  'a receipt was lost': (done) => !isLost(done) || mayLose(done),
  'a receipt of somebody who may not give it': ({ before, who, after, now }) =>
    before.ack !== null || after.ack === null || (who.capacity === 'head' && after.ack.at === now),
  'signed off without a receipt': ({ after: { state, ack } }) =>
    ack !== null || state === 'issued' || state === 'withdrawn',
  'closed without a report': ({ before, deed }) =>
    !did(deed, 'close') || (before.state === 'reported' && before.report !== null),
  'closed without an unbiased check, its note and a proof': ({ deed, who, after, proofs }) =>
    deed.did !== 'close' ||
    (unbiased(who) && deed.text !== '' && proofs > 0 && after.closed?.text === deed.text),
  'an objection decided by somebody with a tie': ({ deed, who }) =>
    !did(deed, 'uphold', 'reject') || unbiased(who),
  'a word of the office from somebody tied to the unit': ({ before, deed, who }) =>
    did(deed, 'acknowledge', 'proxy', 'unsign', 'report', 'extend', 'object', 'supplement', 'snooze') ||
    unbiased(who) ||
    (who.id === before.registrar && who.conflict === 'registrar'),
  'something but its decision during an objection': ({ before, deed }) =>
    !isPaused(before) || did(deed, ...DURING_OBJECTION),
  'something done after the end': ({ before, deed }) =>
    isOpen(before) || (before.state === 'closed' && did(deed, 'reopen')),
  'a due time moved': ({ before, deed, after }) =>
    (before.ackDueAt === after.ackDueAt && before.fixDueAt === after.fixDueAt) || did(deed, ...MOVES_DUE),
  'a due time came nearer': ({ before, deed, after }) =>
    did(deed, 'amend', 'reopen') || (after.ackDueAt >= before.ackDueAt && after.fixDueAt >= before.fixDueAt),
  'an objection cost or gave time': (done) =>
    !did(done.deed, 'reject', 'supplement') ||
    (keepsWhatWasLeft(done, 'ackDueAt') && keepsWhatWasLeft(done, 'fixDueAt')),
  'its history was rewritten': ({ before, deed, who, after, now }) => {
    const last = after.steps.at(-1);
    return (
      after.steps.length === before.steps.length + 1 &&
      before.steps.every((step, n) => after.steps[n] === step) &&
      last?.did === deed.did &&
      last.by === who.id &&
      last.at === now
    );
  },
  'what it is became something else': ({ before, deed, after }) =>
    SAME.every((key) => after[key] === before[key]) &&
    after.edition - before.edition === (did(deed, 'amend') ? 1 : 0) &&
    (after.fact === before.fact || did(deed, 'amend')),
  'put off more than twice': ({ before, deed, after }) =>
    after.snoozes <= 2 && after.snoozes - before.snoozes === (did(deed, 'snooze') ? 1 : 0),
  'a turn went back': ({ before, after }) => after.turn === before.turn || after.turn === before.turn + 1,
};

const EVERY_RULE = Object.entries(RULES);

/** Every rule a deed has broken. */
export const broken = (done: Done): readonly string[] =>
  EVERY_RULE.filter(([, holds]) => !holds(done)).map(
    ([what]) => `${what}: ${done.who.id} ${done.deed.did} in ${done.before.state}`,
  );

type RungRule = (finding: Finding, rung: Rung, now: number) => boolean;
const RUNG_RULES: Readonly<Record<string, RungRule>> = {
  'a rung after the receipt': ({ ack }, rung) => ack === null || !rung.startsWith('ack'),
  'a rung after the report or the end': ({ state }) => state === 'issued' || state === 'rectifying',
  'a rung during an objection': (finding) => !isPaused(finding),
  'a rung while reminders rest': ({ restUntil }, _, now) => restUntil <= now,
  'a rung before its time': ({ ackDueAt, fixDueAt }, rung, now) =>
    rung === 'fix.ask' || (rung.startsWith('ack') ? ackDueAt : fixDueAt) <= now,
};

const EVERY_RUNG_RULE = Object.entries(RUNG_RULES);

/** Every rule a rung breaks by speaking now. */
export const outOfPlace = (finding: Finding, rung: Rung, now: number): readonly string[] =>
  EVERY_RUNG_RULE.filter(([, holds]) => !holds(finding, rung, now)).map(([what]) => what);
