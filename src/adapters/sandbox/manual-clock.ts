/** A clock that somebody moves, forwards only. */
import type { Clock } from '../../core/ports.ts';

export interface ManualClock extends Clock {
  /** Moves to an instant; an earlier one is refused with `false`. */
  readonly moveTo: (at: number) => boolean;
}

export function manualClock(start: number): ManualClock {
  let now = start;
  return {
    now: () => now,
    moveTo: (at) => {
      if (at < now) return false;
      now = at;
      return true;
    },
  };
}
