/** Findings made by hand: one that was issued on a Monday morning, with whatever a test wants otherwise. */
import { instant } from '../../../src/core/time.ts';
import type { Actor, Capacity, Conflict } from '../../../src/features/finding/actor.ts';
import type { Finding, Step, StepName } from '../../../src/features/finding/finding.ts';
import type { Facts } from '../../../src/features/finding/ground.ts';
import { demoFacts } from '../../support/stage.ts';

/** Tuesday 2026-09-22 10:30, ten minutes after it was seen. */
export const ISSUED = instant('2026-09-22', '10:30');

/** One step of a finding's history; by the registrar unless told. */
export const step = (did: StepName, at: number, by = 'zfb03', text = ''): Step => ({ did, by, at, text });

/** 教育局, 玩游戏, by 孙磊, to be signed by 16:00 that day and put right by Friday evening, unless told otherwise. */
export const made = (over: Partial<Finding> = {}): Finding => ({
  code: 'F2026-0412',
  unit: 'jyj',
  type: '玩游戏',
  fresh: false,
  fact: '三楼办公室上班时间玩游戏',
  person: null,
  seenAt: instant('2026-09-22', '10:20'),
  registrar: 'zfb03',
  edition: 1,
  state: 'issued',
  issuedAt: ISSUED,
  policy: { ackMinutes: 240, fixDays: 3, officeMinutes: 420 },
  ackDueAt: instant('2026-09-22', '17:00'),
  fixDueAt: instant('2026-09-24', '18:00'),
  ack: null,
  proxy: null,
  report: null,
  closed: null,
  extension: null,
  objection: null,
  snoozes: 0,
  restUntil: 0,
  repeats: [],
  turn: 0,
  steps: [step('issue', ISSUED)],
  ...over,
});

const { hours, calendar } = demoFacts();

/** `09-22 10:00` of 2026. */
export const on = (text: string): number => instant(`2026-${text.slice(0, 5)}`, text.slice(6));

export const actor = (capacity: Capacity, id: string, conflict: Conflict | null = null): Actor => ({
  id,
  name: id,
  capacity,
  conflict,
});

/** What a rule may know at an instant; one proof is on record unless told otherwise. */
export const facts = (at: number, proofs = 1): Facts => ({ at, kind: 'bureau', proofs, hours, calendar });
