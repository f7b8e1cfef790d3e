/** Jobs are data: what is due on which day at what time, how late it may still run, and what it does. */
import type { Change } from './change.ts';
import type { Know, World } from './context.ts';
import { table } from './store.ts';
import type { Day, Hm } from './time.ts';

/** One planned run of a job on a day; `part` tells parallel slots apart (a kind of unit, a festival). */
export interface Slot {
  readonly at: Hm;
  readonly part?: string;
  /** Why it fires, for `未来30天`. */
  readonly why?: string;
}

export interface DueSlot {
  readonly job: string;
  readonly part: string;
  readonly day: Day;
  /** The planned instant. */
  readonly at: number;
  /** True when it runs so late that people should be told （补发）. */
  readonly late: boolean;
  readonly why: string;
}

export interface Job {
  readonly id: string;
  /** Its name in lists shown to people. */
  readonly title: string;
  /** A day that does not fit has no slots. */
  readonly on: 'workday' | 'daily';
  readonly slots: (day: Day, know: Know) => readonly Slot[];
  /** Minutes after its time at which it is too late to run. */
  readonly grace: number;
  /** After an outage: only the newest of each part, every one, or none. */
  readonly catchUp: 'latest' | 'each' | 'skip';
  readonly run: (due: DueSlot, world: World) => Promise<Change>;
}

/** A claim: whoever writes it first runs the job; its key is the job, the part and the planned time. */
export interface Run {
  readonly job: string;
  readonly at: number;
  readonly ranAt: number;
  /** Why it was not run, when it was not. */
  readonly skipped?: string;
}
/** Ids: `<day>/<job>/<part>@<HH:MM>`. */
export const RUNS = table<Run>('runs', 'daily');

/** An alarm a record set for itself: at `at`, the timer handler `job` looks at `subject` again. */
export interface Timer {
  readonly at: number;
  readonly job: string;
  readonly subject: string;
}
/** Ids: `<job>/<subject>[/…]`; the row is deleted in the commit that handles it. */
export const TIMERS = table<Timer>('timers');

/** What to do when a timer rings. The row is dropped by the scheduler; set another to ring again. */
export interface TimerJob {
  readonly id: string;
  readonly title: string;
  readonly run: (timer: Timer, world: World) => Promise<Change>;
}

/** How far the planner has looked; it only moves forward. */
export interface Watermark {
  readonly at: number;
}
export const WATERMARK = table<Watermark>('watermark');
