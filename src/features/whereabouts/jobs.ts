/** The two messages of a quiet workday: the prompt at the start of work and the tally at the cutoff. */
import type { Change } from '../../core/change.ts';
import type { World } from '../../core/context.ts';
import type { Job } from '../../core/job.ts';
import { newlyDeclared } from '../access/access.ts';
import { isWorthAsking, promptText } from './board-prompt.ts';
import { forUnits, toUnit, type UnitNow } from './jobs-unit.ts';
import { slotsAt, type Window, windowOf } from './jobs-window.ts';
import { DOUBTS } from './record.ts';
import { isWorthTelling, type TallyFacts, tallyText } from './tally.ts';
import { TEXTS } from './texts.ts';

/** Minutes: a prompt as long as the usual window is open, a tally while it is still news. */
const PROMPT_GRACE = 59;
const TALLY_GRACE = 120;

function prompt(now: UnitNow, window: Window, at: number): Change {
  if (at >= window.cutoff || !isWorthAsking(now)) return {};
  return { say: [toUnit(now, 'prompt', promptText(now), window.cutoff)] };
}

/** The prompt at the start of work. */
export const promptJob: Job = {
  id: 'whereabouts.prompt',
  title: TEXTS.titlePrompt(),
  on: 'workday',
  slots: slotsAt(
    (window) => window.start,
    (kind) => TEXTS.whyPrompt({ kind }),
  ),
  grace: PROMPT_GRACE,
  catchUp: 'latest',
  run: (due, world) => forUnits(due, world, (now, window) => prompt(now, window, world.now)),
};

/** When the tally before this one was due: what has been corrected since waits for an acknowledgement. */
function previousCutoff({ unit, board }: UnitNow, world: World): number {
  const before = world.calendar.shiftWorkdays(board.day, -1);
  return windowOf(before, unit.kind, world)?.cutoff ?? 0;
}

const identifiedSince = async (since: number, { unit }: UnitNow, world: World): Promise<readonly string[]> =>
  (await newlyDeclared(world.store, unit.id, since)).flatMap((id) => world.org.person(id)?.name ?? []);

async function tally(now: UnitNow, window: Window, world: World): Promise<Change> {
  const since = previousCutoff(now, world);
  const doubts = await world.store.find(DOUBTS, { unit: now.unit.id });
  const facts: TallyFacts = {
    ...now,
    since,
    doubts: doubts.filter(({ data }) => data.day === now.board.day).length,
    identified: await identifiedSince(since, now, world),
  };
  return isWorthTelling(facts) ? { say: [toUnit(now, 'tally', tallyText(facts), window.end)] } : {};
}

/** The tally at the cutoff. */
export const cutoffJob: Job = {
  id: 'whereabouts.cutoff',
  title: TEXTS.titleCutoff(),
  on: 'workday',
  slots: slotsAt(
    (window) => window.cutoff,
    () => TEXTS.whyCutoff(),
  ),
  grace: TALLY_GRACE,
  catchUp: 'latest',
  run: (due, world) => forUnits(due, world, (now, window) => tally(now, window, world)),
};
