/** The rungs of an unreceipted notice: a reminder, then the people, then a telephone. Decided when they ring, from state. */

import { type Change, type Draft, NOTHING, together } from '../../core/change.ts';
import type { World } from '../../core/context.ts';
import { addWorkTime } from '../../core/hours.ts';
import { TIMERS, type Timer, type TimerJob } from '../../core/job.ts';
import { after } from '../../core/lifecycle.ts';
import { unitNames } from '../../core/phrase-texts.ts';
import { inform } from '../../core/say.ts';
import { drop, type Found, put } from '../../core/store.ts';
import { unitKey, voided } from './issue.ts';
import { holesOf } from './message.ts';
import { NOTICE, NOTICES, type Notice, type Policy, type Receipt } from './notice.ts';
import { chase, firstRung, type Scene, spoken } from './nudges.ts';
import { missingOf, noticeOf, reachOf } from './reach.ts';
import { TEXTS } from './texts.ts';

type Rung = 'remind' | 'chase' | 'phone' | 'close';
/** The rung that makes one superfluous when both are due after an outage. */
const NEXT: Readonly<Record<Rung, keyof Policy | null>> = {
  remind: 'chaseAt',
  chase: 'phoneAt',
  phone: null,
  close: null,
};

/** The line of a unit's own room. */
function reminder({ notice, unit }: Scene): Draft {
  const text = notice.headOnly ? TEXTS.remindHead(holesOf(notice)) : TEXTS.remind(holesOf(notice));
  const key = `${unitKey(notice.code, notice.edition, unit.id)}/remind`;
  return inform(`unit:${unit.id}`, key, text, { request: notice.code });
}

const inRosterOrder = (missing: readonly Found<Receipt>[], notice: Notice): readonly string[] =>
  notice.units.filter((unit) => missing.some(({ data }) => data.unit === unit));

/** Units that have not signed; those the notice never reached are only for the telephone. */
async function scenes(
  notice: Notice,
  missing: readonly Found<Receipt>[],
  world: World,
): Promise<readonly Scene[]> {
  const { live } = await reachOf(world.store);
  return inRosterOrder(missing, notice)
    .filter((unit) => live.has(unit))
    .flatMap((id) => {
      const unit = world.org.unit(id);
      return unit === undefined ? [] : [{ notice, unit, world }];
    });
}

/** One to-do in the office room: from here on a person telephones. */
function phone(notice: Notice, missing: readonly Found<Receipt>[], world: World): Change {
  const names = unitNames(inRosterOrder(missing, notice), world.org).join('、');
  const key = `${notice.code}/v${notice.edition}/phone`;
  return { say: [inform('office', key, TEXTS.phone({ ...holesOf(notice), names }))] };
}

/** Nobody is asked any more: all have signed, or its time is over. */
function close(found: Found<Notice>, missing: readonly Found<Receipt>[]): Change {
  const state = after(NOTICE, found.data.state, 'close');
  if (state === undefined) return NOTHING;
  return {
    put: [put(NOTICES, found.id, { ...found.data, state }, found), ...voided(missing)],
    audit: [{ who: 'system', did: NOTICE.verbs.close, about: found.id }],
  };
}

/** A rung that rings now, with who has not signed. */
interface Ringing {
  readonly timer: Found<Timer>;
  readonly notice: Notice;
  readonly missing: readonly Found<Receipt>[];
}

/** The timer's edition of an issued notice; undefined when there is nothing left to ask. */
async function subjectOf(timer: Timer, world: World): Promise<Found<Notice> | undefined> {
  const [code = '', edition = ''] = timer.subject.split('/v');
  const found = await noticeOf(world.store, code);
  const alive = found?.data.state === 'issued' && found.data.edition === Number(edition);
  return alive ? found : undefined;
}

const overtaken = (rung: Rung, policy: Policy | null, now: number): boolean => {
  const next = NEXT[rung];
  return next !== null && policy !== null && policy[next] <= now;
};

/** Rings again when work begins: a rung is climbed in work hours only, also when it is late. */
async function again(timer: Timer, at: number, world: World): Promise<Change> {
  const id = `${timer.job}/${timer.subject}`;
  const found = await world.store.get(TIMERS, id);
  return { put: [put(TIMERS, id, { ...timer, at }, found)] };
}

/** The rungs of the same kind that ring now, this timer's among them: one word to a person does for all. */
async function ringingWith(rung: Rung, timer: Timer, world: World): Promise<readonly Ringing[]> {
  const rows = (await world.store.find(TIMERS, {})).filter(
    ({ data }) => data.job === timer.job && data.at <= world.now,
  );
  const ringing: Ringing[] = [];
  for (const row of rows) {
    const found = await subjectOf(row.data, world);
    if (found === undefined || overtaken(rung, found.data.policy, world.now)) continue;
    const missing = await missingOf(world.store, found.data);
    if (missing.length > 0) ringing.push({ timer: row, notice: found.data, missing });
  }
  return ringing;
}

/** Reminds of every notice whose rung rings now; the timers of the others go with it, so that each rings once. */
async function nudge(rung: 'remind' | 'chase', timer: Timer, world: World): Promise<Change> {
  const ringing = await ringingWith(rung, timer, world);
  const all = (
    await Promise.all(ringing.map(({ notice, missing }) => scenes(notice, missing, world)))
  ).flat();
  const rooms = rung === 'remind' ? all.map(reminder) : [];
  const words = (await Promise.all(all.map(rung === 'remind' ? firstRung : chase))).flat();
  const others = ringing.filter(({ timer: { data } }) => data.subject !== timer.subject);
  const room: Change = { say: rooms, put: others.map((one) => drop(TIMERS, one.timer)) };
  return together([room, spoken(rung, words)]);
}

async function climb(rung: Rung, timer: Timer, world: World): Promise<Change> {
  const found = await subjectOf(timer, world);
  if (found === undefined) return NOTHING;
  const { data: notice } = found;
  const missing = await missingOf(world.store, notice);
  if (missing.length === 0 || rung === 'close') return close(found, missing);
  if (overtaken(rung, notice.policy, world.now)) return NOTHING;
  const worktime = addWorkTime(world.now, 0, world.hours, 'office', world.calendar);
  if (worktime > world.now) return again(timer, worktime, world);
  return rung === 'phone' ? phone(notice, missing, world) : nudge(rung, timer, world);
}

const TITLES: Readonly<Record<Rung, string>> = {
  remind: TEXTS.rungRemind(),
  chase: TEXTS.rungChase(),
  phone: TEXTS.rungPhone(),
  close: TEXTS.rungClose(),
};

export const rungTimers: readonly TimerJob[] = (['remind', 'chase', 'phone', 'close'] as const).map(
  (rung): TimerJob => ({
    id: `notice.${rung}`,
    title: TITLES[rung],
    run: (timer, world) => climb(rung, timer, world),
  }),
);
