/** Instants are epoch milliseconds, civil days are `YYYY-MM-DD`; China is UTC+8 all year, whatever the host says. */
import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc.js';

dayjs.extend(utc);

/** A civil day in China, `YYYY-MM-DD`. */
export type Day = string;
/** A wall-clock time in China, `HH:MM`. */
export type Hm = string;

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
const OFFSET = 8 * HOUR;

const civil = (at: number) => dayjs.utc(at + OFFSET);
// UTC mode parses a civil day the same on every host; the local mode and the timezone plugin do not.
const starts = new Map<Day, number>();
/** Midnight of a day as UTC would have it; remembered, since the same few days are asked for all the time. */
function midnight(day: Day): number {
  const known = starts.get(day);
  if (known !== undefined) return known;
  if (starts.size > 4_000) starts.clear();
  const at = dayjs.utc(day).valueOf();
  starts.set(day, at);
  return at;
}

const names = new Map<number, Day>();
/** The civil day of an instant. Asked for every message, so the names of days are remembered. */
export function dayOf(at: number): Day {
  const day = Math.floor((at + OFFSET) / DAY);
  const known = names.get(day);
  if (known !== undefined) return known;
  if (names.size > 4_000) names.clear();
  const name = civil(at).format('YYYY-MM-DD');
  names.set(day, name);
  return name;
}
/** The wall clock of an instant. */
export const hmOf = (at: number): Hm => {
  const minutes = Math.floor(((((at + OFFSET) % DAY) + DAY) % DAY) / MINUTE);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
};
/** The instant of a wall-clock time on a civil day; `24:00` is the next midnight. */
export const instant = (day: Day, hm: Hm = '00:00'): number =>
  midnight(day) - OFFSET + +hm.slice(0, 2) * HOUR + +hm.slice(3, 5) * MINUTE;
/** ISO 8601 with China's offset, to the second. */
export const iso = (at: number): string => {
  const seconds = Math.floor((((at % MINUTE) + MINUTE) % MINUTE) / 1000);
  return `${dayOf(at)}T${hmOf(at)}:${String(seconds).padStart(2, '0')}+08:00`;
};

export const addDays = (day: Day, n: number): Day => dayOf(midnight(day) - OFFSET + n * DAY);
/** Whole days from `a` to `b`; negative when `b` is earlier. */
export const daysBetween = (a: Day, b: Day): number => Math.round((midnight(b) - midnight(a)) / DAY);
/** 1 = Monday … 7 = Sunday. */
export const weekdayOf = (day: Day): number => ((((Math.floor(midnight(day) / DAY) + 3) % 7) + 7) % 7) + 1;
/** True for a real day written `YYYY-MM-DD`: 2026-02-30 is not one. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/u.test(text) && dayOf(midnight(text) - OFFSET) === text;
export const yearOf = (day: Day): number => +day.slice(0, 4);
