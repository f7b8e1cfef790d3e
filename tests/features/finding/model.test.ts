/**
 * A model check: every interleaving, up to eight steps deep, of what people may do with a finding and its exposure,
 * of rungs that ring and time that passes. States that are alike are looked at once; what must never happen is
 * asked of every step.
 */
import { expect, it, vi } from 'vitest';
import type { Actor } from '../../../src/features/finding/actor.ts';
import { type Deed, decide } from '../../../src/features/finding/decide.ts';
import type { Finding } from '../../../src/features/finding/finding.ts';
import { isRung, RUNGS, type Rung, rungTimes } from '../../../src/features/finding/policy.ts';
import { type Exposing, exposureKey, exposuresOf } from './exposures.ts';
import { broken, outOfPlace } from './invariants.ts';
import { actor, facts, made, on } from './made.ts';

vi.setConfig({ testTimeout: 120_000 });
const DEPTH = 8;

/** The clock's few instants: within the ten minutes, after them, past the receipt's due time, past everything. */
const TIMES = ['09-22 10:31', '09-22 10:50', '09-23 10:00', '09-29 10:00'].map(on);

const HEAD = actor('head', 'jyj01');
const LIAISON = actor('liaison', 'jyj03');
const STRANGER = actor('none', 'czj09');
const REGISTRAR = actor('director', 'zfb03', 'registrar');
const OTHER = actor('inspector', 'zfb04');
const INSIDER = actor('inspector', 'zfb05', 'own-unit');
const DIRECTOR = actor('director', 'zfb01');
const CHIEF = actor('director', 'zfb07', 'former-unit');
const SECOND = actor('head', 'jyj06');

/** Who may try what: everything somebody in the field could send, the forbidden included. */
const TRIES: readonly (readonly [Actor, Deed, proofs?: number])[] = [
  ...[HEAD, LIAISON, STRANGER].map((who) => [who, { did: 'acknowledge' }] as const),
  [LIAISON, { did: 'proxy' }],
  ...[HEAD, SECOND].map((who) => [who, { did: 'unsign' }] as const),
  [HEAD, { did: 'report', text: '已整改' }],
  [LIAISON, { did: 'report', text: '已整改' }],
  [HEAD, { did: 'object', text: '不实' }],
  [HEAD, { did: 'supplement' }],
  [HEAD, { did: 'extend', days: 2, text: '忙' }],
  [HEAD, { did: 'snooze', text: '开会', until: on('09-22 16:00') }],
  ...[REGISTRAR, OTHER, INSIDER].map((who) => [who, { did: 'close', text: '到位' }] as const),
  [OTHER, { did: 'close', text: '' }],
  [OTHER, { did: 'close', text: '到位' }, 0],
  [OTHER, { did: 'return', text: '不实' }],
  ...[REGISTRAR, CHIEF].map((who) => [who, { did: 'withdraw', text: '有误' }] as const),
  [OTHER, { did: 'reopen', text: '反弹' }],
  ...[REGISTRAR, DIRECTOR].map((who) => [who, { did: 'amend', text: '二楼办公室玩游戏' }] as const),
  ...[OTHER, CHIEF].map((who) => [who, { did: 'grant', days: 2 }] as const),
  [OTHER, { did: 'refuse', text: '不急' }],
  [OTHER, { did: 'uphold', text: '不实' }],
  [REGISTRAR, { did: 'uphold', text: '不实' }],
  ...[OTHER, REGISTRAR].map((who) => [who, { did: 'reject', text: '属实' }] as const),
];

interface Timer {
  readonly rung: Rung;
  readonly turn: number;
  readonly at: number;
}
interface World {
  readonly finding: Finding;
  readonly exposing: Exposing | null;
  readonly timers: readonly Timer[];
  /** What has rung: `<rung>@<turn>`. */
  readonly rung: readonly string[];
  /** Index into TIMES. */
  readonly clock: number;
}

const timersOf = (finding: Finding, now: number): readonly Timer[] =>
  rungTimes(finding, 'bureau', facts(now)).map(({ rung, at }) => ({ rung, at, turn: finding.turn }));

/** Two worlds are one when no rule can tell them apart: how often they turned, and when what was done long ago. */
function keyOf({ finding, exposing, timers, rung, clock }: World): string {
  const { state, ack, proxy, report, extension, objection, turn } = finding;
  const now = TIMES[clock] ?? 0;
  // Of a timer of an earlier turn only that it is there: whether it speaks is asked of every deed that ends a turn.
  const waiting = timers.map(({ rung, at, turn: its }) =>
    turn === its ? `${rung}${TIMES.findIndex((time) => time >= at)}` : `${at <= now}`,
  );
  return JSON.stringify([
    state,
    ack === null ? null : [ack.by, now - ack.at <= 600_000],
    [proxy !== null, report !== null, extension?.state, finding.snoozes, finding.restUntil],
    [finding.ackDueAt, finding.fixDueAt],
    objection === null ? null : [objection.state, objection.by, objection.at],
    finding.steps.findLast(({ did }) => did === 'amend' || did === 'reopen')?.at,
    exposureKey(exposing, finding),
    [...new Set(waiting)].sort(),
    rung.filter((one) => one.endsWith(`@${turn}`)).map((one) => one.split('@')[0]),
    clock,
  ]);
}

/** A restart: nothing but what is on disk comes back. */
const restarted = (finding: Finding): Finding => JSON.parse(JSON.stringify(finding)) as Finding;

/** Said twice, as a gateway may deliver it: only what may be said again does anything again. */
const AGAIN: ReadonlySet<Deed['did']> = new Set(['snooze', 'amend']);
function saidTwice(after: Finding, deed: Deed, who: Actor, now: number, proofs: number): readonly string[] {
  const twice = decide(after, deed, who, facts(now, proofs));
  if (!twice.ok || !AGAIN.has(deed.did)) return twice.ok ? [`a repeat was taken: ${deed.did}`] : [];
  return broken({ before: after, deed, who, after: twice.value, now, proofs });
}

/** What a deed has ended does not ring on, whatever timers are left: none of the turn before, none of another state. */
function rungsInVain(before: Finding, after: Finding): readonly string[] {
  const old = before.turn === after.turn ? [] : RUNGS.filter((rung) => isRung(after, rung, before.turn));
  const present = RUNGS.filter((rung) => isRung(after, rung, after.turn));
  return [
    ...old.map((rung) => `an old timer spoke: ${rung}`),
    ...present.flatMap((rung) => outOfPlace(after, rung, Number.POSITIVE_INFINITY)),
  ];
}

interface Step<T> {
  readonly next: T;
  readonly wrong: readonly string[];
}
/** A finding one deed on, with the timers it then has besides. */
interface Dealt extends Pick<World, 'finding' | 'timers'> {}

/** Every deed that is let through, and what is wrong with it. */
function* deedsOn(was: Finding, now: number): Generator<Step<Dealt>> {
  const before = restarted(was);
  for (const [who, deed, proofs = 1] of TRIES) {
    const outcome = decide(before, deed, who, facts(now, proofs));
    if (!outcome.ok) continue;
    const after = outcome.value;
    yield {
      next: { finding: after, timers: after.turn === before.turn ? [] : timersOf(after, now) },
      wrong: [
        ...broken({ before, deed, who, after, now, proofs }),
        ...saidTwice(after, deed, who, now, proofs),
        ...rungsInVain(before, after),
      ],
    };
  }
}

/** What can be done with a finding depends neither on its exposure nor on what has rung: it is decided once a clock. */
const DEALT = TIMES.map(() => new WeakMap<Finding, readonly Step<Dealt>[]>());
function dealt({ finding, clock }: World, now: number): readonly Step<Dealt>[] {
  const known = DEALT[clock]?.get(finding) ?? [...deedsOn(finding, now)];
  DEALT[clock]?.set(finding, known);
  return known;
}

/** Every world one step on, and what is wrong with the step. */
function* stepsFrom(world: World): Generator<Step<World>> {
  const now = TIMES[world.clock] ?? 0;
  for (const { next, wrong } of dealt(world, now))
    yield { next: { ...world, ...next, timers: [...world.timers, ...next.timers] }, wrong };
  yield* ringsOf(world, now);
  for (const { next, wrong } of exposuresOf(world.exposing, world.finding, now))
    yield { next: { ...world, exposing: next }, wrong };
  if (world.clock < TIMES.length - 1) yield { next: { ...world, clock: world.clock + 1 }, wrong: [] };
}

function* ringsOf(world: World, now: number): Generator<Step<World>> {
  const { finding } = world;
  for (const timer of world.timers.filter(({ at }) => at <= now)) {
    const timers = world.timers.filter((one) => one !== timer);
    if (!isRung(finding, timer.rung, timer.turn)) {
      yield { next: { ...world, timers }, wrong: [] };
      continue;
    }
    const name = `${timer.rung}@${timer.turn}`;
    const wrong = [
      ...outOfPlace(finding, timer.rung, now),
      ...(world.rung.includes(name) ? ['a rung twice in a turn'] : []),
    ].map((what) => `${what}: ${name}`);
    yield { next: { ...world, timers, rung: [...world.rung, name] }, wrong };
  }
}

/** The worlds one step on that have not been seen; every step is judged on the way. */
function onwards(edge: readonly World[], seen: Set<string>): readonly World[] {
  const next: World[] = [];
  for (const world of edge)
    for (const step of stepsFrom(world)) {
      if (step.wrong.length > 0) expect(step.wrong).toEqual([]);
      const key = keyOf(step.next);
      if (seen.has(key)) continue;
      seen.add(key);
      next.push(step.next);
    }
  return next;
}

/** The last steps: judged, but gone no further from. */
const judged = (edge: readonly World[]): readonly string[] =>
  edge.flatMap((world) => [...stepsFrom(world)].flatMap(({ wrong }) => wrong));

it(`nothing that must not happen happens within ${DEPTH} steps`, () => {
  const finding = made({ registrar: REGISTRAR.id });
  const timers = timersOf(finding, TIMES[0] ?? 0);
  const first: World = { finding, exposing: null, timers, rung: [], clock: 0 };
  const seen = new Set([keyOf(first)]);
  let edge: readonly World[] = [first];
  for (let depth = 1; depth < DEPTH; depth += 1) edge = onwards(edge, seen);
  expect(judged(edge)).toEqual([]);
  // A model that has stopped moving proves nothing.
  expect(seen.size).toBeGreaterThan(50_000);
});
