/** The pure planner: which slots are due between a watermark and now, which are too late, and what comes next. */
import type { Know } from './context.ts';
import type { DueSlot, Job, Slot } from './job.ts';
import { addDays, DAY, type Day, dayOf, hmOf, instant, MINUTE } from './time.ts';

export interface Skipped {
  readonly due: DueSlot;
  readonly why: 'too-late' | 'newer' | 'skipped';
}
export interface Plan {
  readonly run: readonly DueSlot[];
  readonly skipped: readonly Skipped[];
}

/** Slots further back than this are not even logged. */
const LOOK_BACK = 7 * DAY;
/** Later than this counts as late, and the message says so. */
const LATE = 2 * MINUTE;

const fits = (job: Job, day: Day, know: Know): boolean => job.on === 'daily' || know.calendar.isWorkday(day);

const dueOf = (job: Job, day: Day, slot: Slot, now: number): DueSlot => {
  const at = instant(day, slot.at);
  return { job: job.id, part: slot.part ?? '', day, at, late: now - at > LATE, why: slot.why ?? job.title };
};

/** Every slot of a day, in order of time. */
export const slotsOn = (jobs: readonly Job[], day: Day, know: Know, now: number): readonly DueSlot[] =>
  jobs
    .filter((job) => fits(job, day, know))
    .flatMap((job) => job.slots(day, know).map((slot) => dueOf(job, day, slot, now)))
    .sort((a, b) => a.at - b.at);

/** The id of a slot's claim. */
export const claimOf = (due: DueSlot): string => `${due.day}/${due.job}/${due.part}@${hmOf(due.at)}`;

function* days(from: number, to: number): Generator<Day> {
  for (let day = dayOf(from); day <= dayOf(to); day = addDays(day, 1)) yield day;
}

/** What to run of the slots in (watermark, now], oldest first, and what not and why. */
export function plan(jobs: readonly Job[], know: Know, watermark: number, now: number): Plan {
  const from = Math.max(watermark, now - LOOK_BACK);
  const due = [...days(from, now)]
    .flatMap((day) => slotsOn(jobs, day, know, now))
    .filter(({ at }) => at > from && at <= now);
  const newest = new Map(due.map((slot) => [`${slot.job}/${slot.part}`, slot.at]));
  const run: DueSlot[] = [];
  const skipped: Skipped[] = [];
  for (const slot of due) {
    const job = jobs.find(({ id }) => id === slot.job);
    if (job === undefined) continue;
    if (now - slot.at > job.grace * MINUTE) skipped.push({ due: slot, why: 'too-late' });
    else if (job.catchUp === 'skip' && slot.late) skipped.push({ due: slot, why: 'skipped' });
    else if (job.catchUp === 'latest' && newest.get(`${slot.job}/${slot.part}`) !== slot.at)
      skipped.push({ due: slot, why: 'newer' });
    else run.push(slot);
  }
  return { run, skipped };
}

/** The first slot after `now`, looking at most `ahead` days. */
export function nextSlot(jobs: readonly Job[], know: Know, now: number, ahead = 20): DueSlot | undefined {
  for (let day = dayOf(now), n = 0; n <= ahead; day = addDays(day, 1), n += 1) {
    const next = slotsOn(jobs, day, know, now).find(({ at }) => at > now);
    if (next !== undefined) return next;
  }
  return undefined;
}
