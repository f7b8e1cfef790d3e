/** When holiday notices are previewed, sent and recalled, and how a missed one is caught up. */
import { type Change, NOTHING } from '../../core/change.ts';
import type { Know, World } from '../../core/context.ts';
import type { Reaction } from '../../core/feature.ts';
import { addWorkTime } from '../../core/hours.ts';
import { type DueSlot, type Job, type Slot, TIMERS, type TimerJob } from '../../core/job.ts';
import { inform } from '../../core/say.ts';
import { put } from '../../core/store.ts';
import { addDays, type Day, dayOf, instant, MINUTE } from '../../core/time.ts';
import { isOverdue, previewNode, recorded, sendNode } from './holiday.ts';
import { type HolidayNode, holidayNodes } from './nodes.ts';
import { reachOf } from './reach.ts';
import { TEXTS } from './texts.ts';
import { briefDay, titleOf } from './wording.ts';

/** Minutes: a notice may go out until its holiday begins, and the rules say when that is. */
const UNTIL_HOLIDAY = 20 * 24 * 60;
/** Days back within which a notice may still be owed. */
const LOOK_BACK = 40;

const nodesOn = (from: Day, to: Day, { calendar, settings }: Know): readonly HolidayNode[] =>
  holidayNodes(calendar, from, to, settings.bot.notice);

type Picks = (day: Day, know: Know) => readonly HolidayNode[];
type Why = (node: HolidayNode) => string;

const slotsOf =
  (picks: Picks, why: Why) =>
  (day: Day, know: Know): readonly Slot[] =>
    picks(day, know).map((node) => ({ at: know.settings.bot.notice.at, part: node.id, why: why(node) }));

const runOf =
  (picks: Picks, run: (node: HolidayNode, due: DueSlot, world: World) => Promise<Change>): Job['run'] =>
  async (due, world) => {
    const node = picks(due.day, world).find(({ id }) => id === due.part);
    return node === undefined ? NOTHING : run(node, due, world);
  };

const tomorrows: Picks = (day, know) => {
  const next = know.calendar.shiftWorkdays(day, 1);
  return nodesOn(next, next, know);
};
const todays: Picks = (day, know) => nodesOn(day, day, know);
const recalled: Picks = (day, know) =>
  nodesOn(addDays(day, -LOOK_BACK), day, know).filter((node) => briefDay(node) === day);

/** The four lines of the last workday: shown and approved together with the notice, so they go when it went. */
async function brief(node: HolidayNode, { day }: DueSlot, world: World): Promise<Change> {
  const { notices } = await recorded(node, world);
  const until = instant(day, world.settings.bot.notice.due);
  const { live } = await reachOf(world.store);
  const going = notices.filter(({ data }) => data.state === 'issued' || data.state === 'closed');
  const say = going.flatMap(({ data }) =>
    data.units
      .filter((unit) => live.has(unit))
      .flatMap((unit) =>
        data.holiday?.brief == null
          ? []
          : [
              inform(`unit:${unit}`, `${data.code}/brief/unit:${unit}`, data.holiday.brief.text, {
                expiresAt: until,
              }),
            ],
      ),
  );
  return { say };
}

export const holidayJobs: readonly Job[] = [
  {
    id: 'notice.preview',
    title: TEXTS.jobPreview(),
    on: 'workday',
    slots: slotsOf(tomorrows, (node) => TEXTS.previewWhy({ title: titleOf(node.festivals) })),
    grace: 24 * 60,
    catchUp: 'latest',
    run: runOf(tomorrows, (node, _, world) => previewNode(node, world)),
  },
  {
    id: 'notice.send',
    title: TEXTS.jobSend(),
    on: 'workday',
    slots: slotsOf(todays, ({ festivals, ahead }) => TEXTS.holidayWhy({ title: titleOf(festivals), ahead })),
    grace: UNTIL_HOLIDAY,
    catchUp: 'latest',
    run: runOf(todays, (node, due, world) => sendNode(node, due.late, world)),
  },
  {
    id: 'notice.brief',
    title: TEXTS.jobBrief(),
    on: 'workday',
    slots: slotsOf(recalled, ({ festivals }) => TEXTS.briefWhy({ title: titleOf(festivals) })),
    grace: 8 * 60,
    catchUp: 'latest',
    run: runOf(recalled, brief),
  },
];

const CATCH_UP = 'notice.catch-up';

async function overdueNodes(world: World): Promise<readonly HolidayNode[]> {
  const today = dayOf(world.now);
  const nodes = nodesOn(addDays(today, -LOOK_BACK), today, world);
  const overdue = await Promise.all(nodes.map((node) => isOverdue(node, world)));
  return nodes.filter((_, n) => overdue[n]);
}

/** A timer for the next moment at which people are at work and notices go out. */
async function ringAt(at: number, world: World): Promise<Change> {
  const found = await world.store.get(TIMERS, CATCH_UP);
  return { put: [put(TIMERS, CATCH_UP, { at, job: CATCH_UP, subject: 'holiday' }, found)] };
}

/**
 * The planner looks back a week at most, at a first start not at all, and a new calendar may move a notice day into
 * the past: whatever made it late, a notice that is owed goes out while its holiday has not begun.
 */
async function lookBack(world: World): Promise<Change> {
  const overdue = await overdueNodes(world);
  if (overdue.length === 0) return NOTHING;
  const opens = instant(dayOf(world.now), world.settings.bot.notice.at);
  const from = Math.max(world.now + MINUTE, opens);
  return ringAt(addWorkTime(from, 0, world.hours, 'office', world.calendar), world);
}

export const catchUpTimer: TimerJob = {
  id: CATCH_UP,
  title: TEXTS.jobSend(),
  run: async (_, world) => {
    const [node] = await overdueNodes(world);
    // It goes out at nine like any other, only on a later day: nothing that units would have missed is sent again.
    return node === undefined ? NOTHING : sendNode(node, false, world);
  },
};

export const catchUpReactions: readonly Reaction[] = [
  {
    on: 'line',
    run: (event, world) =>
      event.kind === 'line' && event.state === 'up' ? lookBack(world) : Promise.resolve(NOTHING),
  },
  { on: 'roster', run: (_, world) => lookBack(world) },
];
