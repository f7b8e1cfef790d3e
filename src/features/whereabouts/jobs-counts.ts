/** Every night: what is left of a day once its names are purged, how many people of each unit were where. */
import type { World } from '../../core/context.ts';
import type { Job } from '../../core/job.ts';
import { put } from '../../core/store.ts';
import type { Day } from '../../core/time.ts';
import { boardAt, endOf } from './board.ts';
import { dayBook } from './board-load.ts';
import { COUNTS, type DayCounts } from './record.ts';
import { figuresOf, totalOf } from './tally-county.ts';
import { TEXTS } from './texts.ts';

/** Units where nobody was away are not named; how many people belong to a unit is kept with its figures. */
async function countsOf(day: Day, { store, org }: World): Promise<DayCounts> {
  const book = await dayBook(store, day);
  const units: Record<string, DayCounts['units'][string]> = {};
  for (const { id } of org.supervised) {
    const members = org.members(id);
    const figures = figuresOf(boardAt(members, book.of(id, members), day, endOf(day)));
    if (totalOf(figures) > 0) units[id] = { people: members.length, ...figures };
  }
  return { units };
}

/** What was said is kept for months, so days the bot was not running for are counted when it is back. */
const GRACE_DAYS = 30;

export const countsJob: Job = {
  id: 'whereabouts.counts',
  title: '',
  on: 'daily',
  slots: () => [{ at: '23:50', why: TEXTS.whyCounts() }],
  grace: GRACE_DAYS * 24 * 60,
  catchUp: 'each',
  run: async ({ day }, world) => {
    const counts = await countsOf(day, world);
    if (Object.keys(counts.units).length === 0) return {};
    return { put: [put(COUNTS, `${day}/all`, counts, await world.store.get(COUNTS, `${day}/all`))] };
  },
};
