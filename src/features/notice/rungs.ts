/** The rungs of an unreceipted notice: a reminder, then the people, then a telephone. Decided when they ring, from state. */

import { type Change, type Draft, NOTHING, together } from '../../core/change.ts';
import type { World } from '../../core/context.ts';
import { addWorkTime } from '../../core/hours.ts';
import { TIMERS, type Timer, type TimerJob } from '../../core/job.ts';
import { after } from '../../core/lifecycle.ts';
import type { Org } from '../../core/org.ts';
import { clockText, unitNames } from '../../core/phrase-texts.ts';
import type { Person, Unit } from '../../core/roster.ts';
import { inform } from '../../core/say.ts';
import { type Found, put } from '../../core/store.ts';
import { delegateOf, isReachable } from '../access/access.ts';
import { isGone } from '../whereabouts/whereabouts.ts';
import { unitKey, voided } from './issue.ts';
import { holesOf } from './message.ts';
import { NOTICE, NOTICES, type Notice, type Policy, type Receipt } from './notice.ts';
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

/** Keys of what a rung says to a unit or its people: the receipt takes back those that have not left. */
export function waitingKeys(notice: Notice, unit: string, org: Org): readonly string[] {
  const base = unitKey(notice.code, notice.edition, unit);
  const each = (rung: string, count: number): readonly string[] =>
    Array.from({ length: count }, (_, n) => `${base}/${rung}/${n}`);
  const heads = org.holders(unit, 'head').length;
  const liaisons = org.holders(unit, 'liaison').length;
  const others = liaisons + org.holders(unit, 'discipline').length;
  return [`${base}/remind`, ...each('head', heads), ...each('stand-in', liaisons), ...each('chase', others)];
}

interface Scene {
  readonly notice: Notice;
  readonly unit: Unit;
  readonly world: World;
}

const holes = ({ notice, unit, world }: Scene, person: Person) => ({
  ...holesOf(notice),
  name: person.name,
  unit: unit.name,
  due: clockText(notice.dueAt ?? world.now, world.now),
});

/** A word in private, to people the bot can reach there; the room's line reaches the others. */
async function privately(
  scene: Scene,
  person: Person,
  rung: string,
  text: string,
): Promise<readonly Draft[]> {
  const { notice, unit, world } = scene;
  if (!(await isReachable(world.store, person.id))) return [];
  const key = `${unitKey(notice.code, notice.edition, unit.id)}/${rung}`;
  return [inform(`person:${person.id}`, key, text, { request: notice.code })];
}

/** The head, or whoever acknowledges for him today. */
async function toHead(scene: Scene, head: Person, n: number): Promise<readonly Draft[]> {
  const { store, org, now } = scene.world;
  const delegate = org.person((await delegateOf(store, head.id, now)) ?? '');
  if (delegate !== undefined && (await isReachable(store, delegate.id))) {
    const text = TEXTS.nudgeDelegate({ ...holes(scene, delegate), head: head.name });
    return privately(scene, delegate, `head/${n}`, text);
  }
  return privately(scene, head, `head/${n}`, TEXTS.nudgeHead(holes(scene, head)));
}

/** With every head gone the word goes to the liaisons, who may sign for him. */
async function toLiaisons(scene: Scene, heads: readonly Person[]): Promise<readonly Draft[]> {
  const away = heads.map(({ name }) => name).join('、');
  const liaisons = scene.world.org.holders(scene.unit.id, 'liaison');
  const drafts = await Promise.all(
    liaisons.map((person, n) =>
      privately(scene, person, `stand-in/${n}`, TEXTS.nudgeStandIn({ ...holes(scene, person), away })),
    ),
  );
  return drafts.flat();
}

/** The first private word: to each head who is here, or to his delegate; a notice only he may sign still waits for him. */
async function firstRung(scene: Scene): Promise<readonly Draft[]> {
  const { notice, unit, world } = scene;
  const heads = world.org.holders(unit.id, 'head');
  const gone = await Promise.all(
    heads.map(
      async (head) =>
        (await delegateOf(world.store, head.id, world.now)) === undefined && isGone(world, head),
    ),
  );
  const moved = !notice.headOnly && heads.length > 0 && gone.every(Boolean);
  if (moved) return toLiaisons(scene, heads);
  const drafts = await Promise.all(
    heads.map((head, n) => (gone[n] === true && !notice.headOnly ? [] : toHead(scene, head, n))),
  );
  return drafts.flat();
}

async function remind(scene: Scene): Promise<readonly Draft[]> {
  const { notice, unit } = scene;
  const text = notice.headOnly ? TEXTS.remindHead(holesOf(notice)) : TEXTS.remind(holesOf(notice));
  const key = `${unitKey(notice.code, notice.edition, unit.id)}/remind`;
  return [inform(`unit:${unit.id}`, key, text, { request: notice.code }), ...(await firstRung(scene))];
}

async function chase(scene: Scene): Promise<readonly Draft[]> {
  const { notice, unit, world } = scene;
  const liaisons = world.org.holders(unit.id, 'liaison');
  const people = [...liaisons, ...world.org.holders(unit.id, 'discipline')];
  const drafts = await Promise.all(
    people.map((person, n) => {
      const mayBeAsked = liaisons.includes(person) && !notice.headOnly;
      const text = mayBeAsked ? TEXTS.chase(holes(scene, person)) : TEXTS.chaseLead(holes(scene, person));
      return privately(scene, person, `chase/${n}`, text);
    }),
  );
  return drafts.flat();
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

async function climb(rung: Rung, timer: Timer, world: World): Promise<Change> {
  const found = await subjectOf(timer, world);
  if (found === undefined) return NOTHING;
  const { data: notice } = found;
  const missing = await missingOf(world.store, notice);
  if (missing.length === 0 || rung === 'close') return close(found, missing);
  if (overtaken(rung, notice.policy, world.now)) return NOTHING;
  const worktime = addWorkTime(world.now, 0, world.hours, 'office', world.calendar);
  if (worktime > world.now) return again(timer, worktime, world);
  if (rung === 'phone') return phone(notice, missing, world);
  const all = await scenes(notice, missing, world);
  const drafts = await Promise.all(all.map(rung === 'remind' ? remind : chase));
  return together(drafts.map((say) => ({ say })));
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
