/** The rungs of a finding: who is reminded when it is not signed or not put right. Each rings once a turn, in work time. */
import { type Change, type Draft, NOTHING, together } from '../../core/change.ts';
import type { World } from '../../core/context.ts';
import { addWorkTime, type UnitKind } from '../../core/hours.ts';
import { TIMERS, type Timer, type TimerJob } from '../../core/job.ts';
import { inform } from '../../core/say.ts';
import { put, type Row } from '../../core/store.ts';
import { dayOf } from '../../core/time.ts';
import { FINDINGS, type Finding } from './finding.ts';
import { type Clock, isRung, RUNGS, type Rung, rungTimes } from './policy.ts';
import { headsOf, othersOf, type Recipient } from './recipients.ts';
import { TELLING } from './texts-telling.ts';
import { holesOf } from './words.ts';

const subjectOf = ({ code, turn }: Pick<Finding, 'code' | 'turn'>): string => `${code}/t${turn}`;

/** One timer a rung of the present turn, of those that ring after `since`; a timer of an earlier turn rings in vain. */
export const timersOf = (finding: Finding, kind: UnitKind, clock: Clock, since = 0): readonly Row[] =>
  rungTimes(finding, kind, clock)
    .filter(({ at }) => at > since)
    .map(({ rung, at }) =>
      put(TIMERS, `finding.${rung}/${subjectOf(finding)}`, {
        at,
        job: `finding.${rung}`,
        subject: subjectOf(finding),
      }),
    );

/** The key of what a rung says to somebody: what has not left is taken back when the unit has answered. */
const rungKey = (finding: Finding, rung: Rung, to: string): string => `${subjectOf(finding)}/${rung}/${to}`;

/** Every key the rungs of this turn may have put into the outbox. */
export function rungKeys(finding: Finding, { org }: Pick<World, 'org'>): readonly string[] {
  const people = org.members(finding.unit).map(({ id }) => id);
  return RUNGS.flatMap((rung) => [...people, 'office'].map((to) => rungKey(finding, rung, to)));
}

type Line = (holes: ReturnType<typeof holesOf>) => string;

const toPeople = (
  finding: Finding,
  rung: Rung,
  people: readonly Recipient[],
  line: Line,
  world: World,
): readonly Draft[] =>
  people.map(({ person }) =>
    inform(`person:${person.id}`, rungKey(finding, rung, person.id), line(holesOf(finding, world)), {
      request: finding.code,
    }),
  );

const HEAD_LINES: Readonly<Record<'ack.people' | 'fix.ask' | 'fix.people', Line>> = {
  'ack.people': TELLING.rungAckHead,
  'fix.ask': TELLING.rungFixAsk,
  'fix.people': TELLING.rungFixHead,
};
const OTHER_LINES: Readonly<Record<'ack.people' | 'fix.people', Line>> = {
  'ack.people': TELLING.rungAckPeople,
  'fix.people': TELLING.rungFixPeople,
};

function toOffice(finding: Finding, rung: 'ack.office' | 'fix.office', world: World): readonly Draft[] {
  const heads = world.org.holders(finding.unit, 'head').map(({ name }) => name);
  const holes = { ...holesOf(finding, world), names: heads.join('、') || TELLING.rungNames() };
  const text = rung === 'ack.office' ? TELLING.rungAckOffice(holes) : TELLING.rungFixOffice(holes);
  return [inform('office', rungKey(finding, rung, 'office'), text)];
}

async function said(finding: Finding, rung: Rung, world: World): Promise<readonly Draft[]> {
  if (rung === 'ack.office' || rung === 'fix.office') return toOffice(finding, rung, world);
  const heads = await headsOf(finding.unit, world);
  const asked = toPeople(finding, rung, heads, HEAD_LINES[rung], world);
  if (rung === 'fix.ask') return asked;
  const told = new Set(heads.map(({ person }) => person.id));
  const roles = await Promise.all(
    (['liaison', 'discipline'] as const).map((role) => othersOf(finding.unit, role, world)),
  );
  const others = roles.flat().filter(({ person }) => !told.has(person.id));
  return [...asked, ...toPeople(finding, rung, others, OTHER_LINES[rung], world)];
}

/** Rings again at a later instant. */
async function later(timer: Timer, at: number, { store }: World): Promise<Change> {
  const id = `${timer.job}/${timer.subject}`;
  return { put: [put(TIMERS, id, { ...timer, at }, await store.get(TIMERS, id))] };
}

/** Once a request: the same key is the same message, on the day it is said. */
function unanswered(finding: Finding, world: World): readonly Draft[] {
  const days = finding.extension?.days ?? 0;
  const text = TELLING.rungExtension({ ...holesOf(finding, world), days });
  return [
    inform('office', `${finding.code}/extension/${finding.extension?.at ?? 0}/${dayOf(world.now)}`, text),
  ];
}

async function ring(rung: Rung, timer: Timer, world: World): Promise<Change> {
  const [code = '', turn = ''] = timer.subject.split('/t');
  const found = await world.store.get(FINDINGS, code);
  if (found === undefined || !isRung(found.data, rung, Number(turn))) return NOTHING;
  const kind = world.org.unit(found.data.unit)?.kind ?? 'bureau';
  const from = Math.max(world.now, found.data.restUntil);
  const worktime = addWorkTime(from, 0, world.hours, kind, world.calendar);
  if (worktime > world.now) return later(timer, worktime, world);
  // Asked for more time and not answered: that is the office's to settle, the unit is left alone.
  if (rung.startsWith('fix') && found.data.extension?.state === 'asked') {
    const hour = addWorkTime(world.now, 60, world.hours, kind, world.calendar);
    return together([await later(timer, hour, world), { say: unanswered(found.data, world) }]);
  }
  return {
    say: await said(found.data, rung, world),
    audit: [{ who: 'system', did: TITLES[rung], about: code }],
  };
}

const TITLES: Readonly<Record<Rung, string>> = {
  'ack.people': TELLING.jobAckPeople(),
  'ack.office': TELLING.jobAckOffice(),
  'fix.ask': TELLING.jobFixAsk(),
  'fix.people': TELLING.jobFixPeople(),
  'fix.office': TELLING.jobFixOffice(),
};

export const rungTimers: readonly TimerJob[] = RUNGS.map(
  (rung): TimerJob => ({
    id: `finding.${rung}`,
    title: TITLES[rung],
    run: (timer, world) => ring(rung, timer, world),
  }),
);
