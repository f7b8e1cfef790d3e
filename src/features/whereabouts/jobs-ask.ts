/** In the window: the one question about what was not understood, and under roll-call the one nudge. */
import type { Address, Change } from '../../core/change.ts';
import type { World } from '../../core/context.ts';
import { type DueSlot, type Job, RUNS } from '../../core/job.ts';
import { claimOf } from '../../core/plan.ts';
import type { Person } from '../../core/roster.ts';
import { inform } from '../../core/say.ts';
import { type Found, put } from '../../core/store.ts';
import { MINUTE } from '../../core/time.ts';
import { isUnsaid } from './board.ts';
import { nudgeText } from './board-prompt.ts';
import { doubtWords, exampleOf } from './decide-doubts.ts';
import { forUnits, toUnit, type UnitNow } from './jobs-unit.ts';
import { slotsAt, type Window } from './jobs-window.ts';
import { DOUBTS, type Doubt } from './record.ts';
import { TEXTS } from './texts.ts';

/** More questions than this are a burden in themselves; the rest is only counted. */
const MOST_QUESTIONS = 9;
/** After a prompt that came late people get this long before they are nudged. */
const TIME_TO_ANSWER = 20 * MINUTE;

/** Doubts as the question numbers them. */
function question(to: Address, doubts: readonly Doubt[], members: readonly Person[]): string {
  const who = to.startsWith('unit:') ? TEXTS.toLiaison() : TEXTS.toYou();
  return [
    TEXTS.question({ count: doubts.length, who }),
    ...doubts.map((doubt) => TEXTS.doubt({ n: doubt.number ?? 0, words: doubtWords(doubt, members) })),
    TEXTS.answerLike({ example: exampleOf(doubts) }),
  ].join('\n');
}

function askHere(
  to: Address,
  found: readonly Found<Doubt>[],
  { unit, board }: UnitNow,
  { cutoff }: Window,
): Change {
  const numbered = found
    .slice(0, MOST_QUESTIONS)
    .map((row, n) => ({ row, data: { ...row.data, number: n + 1 } }));
  const members = board.people.map(({ person }) => person);
  const text = question(
    to,
    numbered.map(({ data }) => data),
    members,
  );
  return {
    put: numbered.map(({ row, data }) => put(DOUBTS, row.id, data, row)),
    say: [inform(to, `whereabouts/${board.day}/${unit.id}/ask/${to}`, text, { expiresAt: cutoff })],
  };
}

/** Every conversation in which something unclear was said gets one question. */
async function ask(now: UnitNow, window: Window, world: World): Promise<Change> {
  const doubts = (await world.store.find(DOUBTS, { unit: now.unit.id })).filter(
    ({ data }) => data.day === now.board.day && data.number === null,
  );
  const places = [...new Set(doubts.map(({ data }) => data.to))];
  const changes = places.map((to) =>
    askHere(
      to,
      doubts.filter(({ data }) => data.to === to),
      now,
      window,
    ),
  );
  return { put: changes.flatMap((one) => one.put ?? []), say: changes.flatMap((one) => one.say ?? []) };
}

/** The question, some minutes before the cutoff. */
export const askJob: Job = {
  id: 'whereabouts.ask',
  title: TEXTS.titleAsk(),
  on: 'workday',
  slots: slotsAt(
    (window) => window.ask,
    () => TEXTS.whyAsk(),
  ),
  grace: 8,
  catchUp: 'latest',
  run: (due, world) => forUnits(due, world, (now, window) => ask(now, window, world)),
};

/** True when the prompt went out so late that people have hardly read it. */
async function promptedLate(due: DueSlot, { start }: Window, world: World): Promise<boolean> {
  const claim = claimOf({ ...due, job: 'whereabouts.prompt', at: start });
  const ran = await world.store.get(RUNS, claim);
  return ran !== undefined && world.now - ran.data.ranAt < TIME_TO_ANSWER;
}

async function nudge(now: UnitNow, window: Window, due: DueSlot, world: World): Promise<Change> {
  const { rollCall, board } = now;
  if (rollCall === undefined || !board.people.some(isUnsaid)) return {};
  if (await promptedLate(due, window, world)) return {};
  return { say: [toUnit(now, 'nudge', nudgeText(board, rollCall), window.cutoff)] };
}

/** The nudge, for units under roll-call alone. */
export const nudgeJob: Job = {
  id: 'whereabouts.nudge',
  title: TEXTS.titleNudge(),
  on: 'workday',
  slots: (day, know) =>
    know.settings.bot.whereabouts.rollCall.some(({ until }) => day <= until)
      ? slotsAt(
          (window) => window.nudge,
          () => TEXTS.whyNudge(),
        )(day, know)
      : [],
  grace: 15,
  catchUp: 'latest',
  run: (due, world) => forUnits(due, world, (now, window) => nudge(now, window, due, world)),
};
