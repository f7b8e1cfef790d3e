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
const midnight = (day: Day): number => dayjs.utc(day).valueOf();

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
export const iso = (at: number): string => `${civil(at).format('YYYY-MM-DDTHH:mm:ss')}+08:00`;

export const addDays = (day: Day, n: number): Day => dayjs.utc(midnight(day) + n * DAY).format('YYYY-MM-DD');
/** Whole days from `a` to `b`; negative when `b` is earlier. */
export const daysBetween = (a: Day, b: Day): number => Math.round((midnight(b) - midnight(a)) / DAY);
/** 1 = Monday … 7 = Sunday. */
export const weekdayOf = (day: Day): number => ((dayjs.utc(day).day() + 6) % 7) + 1;
/** True for a real day written `YYYY-MM-DD`: 2026-02-30 is not one. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/u.test(text) && dayjs.utc(midnight(text)).format('YYYY-MM-DD') === text;
export const yearOf = (day: Day): number => +day.slice(0, 4);
