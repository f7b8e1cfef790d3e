/** Reads to whom and until when: 全部, 各乡镇, units joined by 、; 9月22日 18:00 or 18:00. Pure. */
import type { Calendar } from '../../core/calendar.ts';
import type { Org } from '../../core/org.ts';
import { ok, type Result, refuse } from '../../core/result.ts';
import type { Unit } from '../../core/roster.ts';
import { takeDay, takeTime } from '../../core/slots.ts';
import { addDays, type Day, dayOf, daysBetween, instant } from '../../core/time.ts';

export interface Scope {
  /** Unit ids in roster order. */
  readonly units: readonly string[];
  readonly all: boolean;
}

const EVERYBODY = /^(?:全部|所有|各)(?:单位|部门)?$|^全县$|^各乡镇、?(?:和)?县直各单位$/u;
const KINDS: readonly (readonly [RegExp, readonly Unit['kind'][]])[] = [
  [/^(?:各|全部|所有)?乡镇/u, ['township']],
  [/^(?:各|全部|所有)?县直(?:各)?(?:单位|部门)?/u, ['bureau', 'window']],
];
const GAP = /^[\s、,，;；和及]+/u;

interface Taken {
  readonly units: readonly Unit[];
  readonly length: number;
}

function take(text: string, org: Org): Taken | undefined {
  const named = org.unitAt(text);
  if (named !== undefined && org.supervised.includes(named.unit))
    return { units: [named.unit], length: named.length };
  for (const [pattern, kinds] of KINDS) {
    const match = pattern.exec(text);
    if (match !== null)
      return { units: org.supervised.filter(({ kind }) => kinds.includes(kind)), length: match[0].length };
  }
  return undefined;
}

/** The units words name; refused with the word nobody knows. */
export function readScope(words: string, org: Org): Result<Scope, string> {
  const everybody: Scope = { units: org.supervised.map(({ id }) => id), all: true };
  if (EVERYBODY.test(words.trim())) return ok(everybody);
  const chosen = new Set<string>();
  let text = words.replace(GAP, '').trim();
  while (text !== '') {
    const taken = take(text, org);
    if (taken === undefined || taken.length === 0) return refuse(text.split(/[\s、,，;；]/u)[0] ?? text);
    for (const { id } of taken.units) chosen.add(id);
    text = text.slice(taken.length).replace(GAP, '');
  }
  const units = everybody.units.filter((id) => chosen.has(id));
  return ok({ units, all: units.length === everybody.units.length });
}

/** A day of the year said without its year is the next one: 1月5日 in December is in January. */
const ahead = (day: Day, today: Day): Day => {
  const next = `${+day.slice(0, 4) + 1}${day.slice(4)}`;
  return daysBetween(day, today) > 180 ? next : day;
};

/** 明天 is not left to the calendar's slot alone: 下班前 and 前 are dropped. */
const bare = (words: string): string =>
  words
    .trim()
    .replace(/(?:之前|以前|前)$/u, '')
    .replace(/^[（(]|[)）]$/gu, '');

/** The instant words name: a day, a time, or both; undefined when they are not clear. */
export function readDue(words: string, now: number, usual: string, calendar: Calendar): number | undefined {
  const today = dayOf(now);
  const text = bare(words);
  const workday = /^下个?工作日/u.exec(text)?.[0];
  const day =
    workday === undefined
      ? takeDay(text, today)
      : { value: calendar.shiftWorkdays(today, 1), rest: text.slice(workday.length) };
  const rest = (day?.rest ?? text).replace(/^[\s,，]*(?:[（(]周.[)）])?[\s,，]*(?:上午|下午|晚上|晚)?/u, '');
  const afternoon = /下午|晚/u.test(text);
  if (rest === '') return day === undefined ? undefined : instant(ahead(day.value, today), usual);
  const time = takeTime(rest);
  if (time === undefined || time.rest.trim() !== '') return undefined;
  const hour = Number(time.value.slice(0, 2));
  const hm = afternoon && hour < 12 ? `${hour + 12}${time.value.slice(2)}` : time.value;
  return instant(ahead(day?.value ?? today, today), hm);
}

/** The usual due time of something asked for at `now`; never after `latest`, when there is a limit. */
export function usualDue(
  now: number,
  usual: string,
  calendar: Calendar,
  latest = Number.MAX_SAFE_INTEGER,
): number {
  const next = instant(calendar.shiftWorkdays(dayOf(now), 1), usual);
  if (next <= latest) return next;
  const today = instant(dayOf(now), usual);
  return today > now ? today : instant(addDays(dayOf(now), 1));
}
