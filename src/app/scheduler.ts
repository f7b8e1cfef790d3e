/** The scheduler: at each tick runs the slots and timers that are due, each once, and remembers how far it looked. */
import { type DueSlot, RUNS, TIMERS, type Timer, WATERMARK } from '../core/job.ts';
import { claimOf, nextSlot, plan, type Skipped } from '../core/plan.ts';
import { drop, type Found, put } from '../core/store.ts';
import { MINUTE } from '../core/time.ts';
import { settle } from './commit.ts';
import type { House } from './house.ts';

export interface Scheduler {
  readonly tick: () => Promise<void>;
  /** The next instant something is due. */
  readonly nextAt: () => Promise<number | undefined>;
}

/** Runs one slot under its claim; whoever finds the claim taken does nothing. */
async function runSlot(house: House, due: DueSlot): Promise<void> {
  const job = house.jobs.find(({ id }) => id === due.job);
  if (job === undefined) return;
  const id = claimOf(due);
  await settle(house, async () => {
    if ((await house.doors.store.get(RUNS, id)) !== undefined) return undefined;
    const now = house.doors.clock.now();
    const claim = put(RUNS, id, { job: due.job, at: due.at, ranAt: now });
    return { change: await job.run(due, house.world()), origin: { id, rows: [claim] } };
  });
}

async function noteSkipped(house: House, { due, why }: Skipped): Promise<void> {
  const id = claimOf(due);
  house.doors.log.warn('job skipped', { job: due.job, part: due.part, at: due.at, why });
  await settle(house, async () => {
    if ((await house.doors.store.get(RUNS, id)) !== undefined) return undefined;
    const claim = put(RUNS, id, { job: due.job, at: due.at, ranAt: house.doors.clock.now(), skipped: why });
    return { change: {}, origin: { id, rows: [claim] } };
  });
}

/** A timer's row goes in the commit that handles it, so it rings once. */
async function ring(house: House, found: Found<Timer>): Promise<void> {
  const handler = house.timers.get(found.data.job);
  await settle(house, async () => {
    const still = await house.doors.store.get(TIMERS, found.id);
    if (still === undefined || still.data.at !== found.data.at) return undefined;
    const change = handler === undefined ? {} : await handler.run(still.data, house.world());
    // A handler that rings again writes the same row anew: its own row wins over the deletion.
    const again = (change.put ?? []).some((row) => row.table === TIMERS.name && row.id === found.id);
    return {
      change,
      origin: { id: `timer/${found.id}/${still.data.at}`, rows: again ? [] : [drop(TIMERS, still)] },
    };
  });
}

/** One job's bug must not stop the others: it is logged and the rest goes on. */
async function guarded(house: House, what: string, run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    house.doors.log.error('job failed', {
      job: what,
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  }
}

export function scheduler(house: House): Scheduler {
  const { store, clock } = house.doors;
  const tick = async (): Promise<void> => {
    const now = clock.now();
    const mark = await store.get(WATERMARK, 'jobs');
    // The first start looks back at nothing: what was due before the bot existed is nobody's loss.
    const { run, skipped } = plan(house.jobs, house.know(), mark?.data.at ?? now, now);
    const rung = (await store.find(TIMERS, {})).filter(({ data }) => data.at <= now);
    for (const slot of skipped) await guarded(house, slot.due.job, () => noteSkipped(house, slot));
    for (const slot of run) await guarded(house, slot.job, () => runSlot(house, slot));
    for (const timer of [...rung].sort((a, b) => a.data.at - b.data.at))
      await guarded(house, timer.data.job, () => ring(house, timer));
    // Claims keep jobs from running twice, so the mark need not move at every beat.
    const passed = run.length + skipped.length > 0;
    const moves = mark === undefined || now - mark.data.at >= MINUTE || (passed && now > mark.data.at);
    if (moves) await store.commit([put(WATERMARK, 'jobs', { at: now }, mark)]);
  };
  return {
    tick,
    nextAt: async () => {
      const now = clock.now();
      const timers = (await store.find(TIMERS, {})).map(({ data }) => data.at);
      const slot = nextSlot(house.jobs, house.know(), now);
      const times = slot === undefined ? timers : [...timers, slot.at];
      return times.length === 0 ? undefined : Math.min(...times);
    },
  };
}
