/** How instants and lists are said in messages. */
import { dayText, dayWithWeekday } from './calendar-texts.ts';
import type { Org } from './org.ts';
import { dayOf, daysBetween, hmOf, yearOf } from './time.ts';

/** 9月21日18:00 */
export const clockText = (at: number, now: number): string =>
  `${dayText(dayOf(at), yearOf(dayOf(now)))}${hmOf(at)}`;

/** 10:52 today, else with its day. */
export const shortClock = (at: number, now: number): string =>
  dayOf(at) === dayOf(now) ? hmOf(at) : clockText(at, now);

/** 今天17:10, 明天9:00, 9月28日（周一）9:00 */
export function soonText(at: number, now: number): string {
  const away = daysBetween(dayOf(now), dayOf(at));
  const day = away === 0 ? '今天' : away === 1 ? '明天' : dayWithWeekday(dayOf(at));
  return `${day}${hmOf(at).replace(/^0/u, '')}`;
}

/** 教育局、财政局等12个: at most `most` names. */
export const namesText = (names: readonly string[], most: number): string =>
  names.length <= most ? names.join('、') : `${names.slice(0, most).join('、')}等${names.length}个`;

export const unitNames = (ids: readonly string[], org: Pick<Org, 'unit'>): readonly string[] =>
  ids.map((id) => org.unit(id)?.name ?? id);
