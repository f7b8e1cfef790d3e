/** When people may be disturbed: outside quiet hours, noon, rest days and a mute. */
import { nextDisturbable } from '../core/hours.ts';
import type { House } from './house.ts';

/** The first instant from `at` on at which an unasked message may leave. */
export const disturbable =
  (house: House) =>
  (at: number): number => {
    const { hours, calendar } = house.know();
    return nextDisturbable(Math.max(at, house.mutedUntil()), hours, calendar);
  };
