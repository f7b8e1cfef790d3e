/** Days said by words: 明儿, 大后天, 下周二, 本周, 月底, 国庆前, 今明两天. */
import type { Calendar } from '../../../core/calendar.ts';
import { addDays, type Day, weekdayOf, yearOf } from '../../../core/time.ts';
import { DAY_HALVES, DAY_PAIRS, HOLIDAYS, RELATIVE_DAYS, WEEKDAY_DIGITS } from '../lexicon/days.ts';
import { lastOfMonth, readDayOfMonth } from './day-times.ts';
import { skipSpaces } from './numbers.ts';
import type { Days, TimeRead } from './time-tokens.ts';
import { createTrie } from './trie.ts';

/** What a date is reckoned from. */
export interface Today {
  readonly today: Day;
  /** Wall-clock time the message was sent. */
  readonly now?: string;
  readonly calendar: Calendar;
}

type Word = readonly [first: number, last: number, half?: 'am' | 'pm' | 'eve' | 'half'];

const words = createTrie<Word>();
for (const [offset, list] of Object.entries(RELATIVE_DAYS)) {
  for (const word of list.split(' ')) {
    const half = DAY_HALVES[word];
    words.add(word, half === undefined ? [+offset, +offset] : [+offset, +offset, half]);
  }
}
for (const [word, pair] of Object.entries(DAY_PAIRS)) words.add(word, pair);

const days = (spans: readonly Days[], end: number, whole = false): TimeRead => ({
  value: whole ? { t: 'days', spans, whole: true } : { t: 'days', spans },
  end,
});
const single = (day: Day, end: number): TimeRead => days([{ from: day, to: day }], end);

/** One-character day words (今, 明) count only before what cannot make another word of them. */
const isCut = (text: string, at: number, end: number): boolean => {
  if (end - at > 1) return '今天明天后天'.includes(text.slice(at, end)) && text.charAt(end) === '气';
  return (
    !/[、早晚上下]/u.test(text.charAt(end)) || /^[上下][边面游去来车楼乡村班]/u.test(text.slice(end, end + 2))
  );
};

/** Days reckoned from one today, kept for as long as it is asked for. */
const reckoned = { today: '', days: new Map<number, Day>() };

function daysAhead(today: Day, n: number): Day {
  if (reckoned.today !== today) {
    reckoned.today = today;
    reckoned.days.clear();
  }
  const known = reckoned.days.get(n);
  if (known !== undefined) return known;
  const day = addDays(today, n);
  reckoned.days.set(n, day);
  return day;
}

/** 今天, 明儿, 大后天, 今明两天. */
export const readRelative = (text: string, at: number, { today }: Today): TimeRead | null => {
  const match = words.longest(text, at);
  if (!match || isCut(text, at, match.end)) return null;
  const [first, last, half] = match.value;
  const spans = [{ from: daysAhead(today, first), to: daysAhead(today, last) }];
  return { value: half ? { t: 'days', spans, half } : { t: 'days', spans }, end: match.end };
};

const WEEK_WORDS = ['礼拜', '星期', '周', '拜'];
const WEEK_OFFSETS: Readonly<Record<string, number>> = { 上: -1, 本: 0, 这: 0, 该: 0, 今: 0, 呢: 0, 下: 1 };

interface WeekSaid {
  /** null = no word before: the nearest such day. */
  readonly offset: number | null;
  readonly end: number;
}

const readWeekWord = (text: string, at: number): WeekSaid | null => {
  const prefix = text.startsWith('下下', at) ? 2 : WEEK_OFFSETS[text.charAt(at)] === undefined ? 0 : 1;
  const offset = prefix === 2 ? 2 : prefix === 1 ? (WEEK_OFFSETS[text.charAt(at)] ?? null) : null;
  const counter = prefix > 0 && text.charAt(at + prefix) === '个' ? 1 : 0;
  const from = at + prefix + counter;
  const word = WEEK_WORDS.find((w) => text.startsWith(w, from));
  return word ? { offset, end: from + word.length } : null;
};

const monday = (day: Day, weeks: number): Day => addDays(day, 1 - weekdayOf(day) + 7 * weeks);

const readWholeWeek = (text: string, said: WeekSaid, { today, calendar }: Today): TimeRead | null => {
  if (said.offset === null || /^[末内]?[天年岁报考]/u.test(text.charAt(said.end))) return null;
  const first = monday(today, said.offset);
  if (said.offset < 0) return days([{ from: first, to: addDays(first, 4) }], said.end);
  if (said.offset > 0) return days([{ from: first, to: addDays(first, 4) }], said.end, true);
  let last = addDays(first, 6);
  while (last > today && !calendar.isWorkday(last)) last = addDays(last, -1);
  return days([{ from: today, to: last }], said.end, true);
};

const weekdayMeant = (said: WeekSaid, digit: number, today: Day): Day => {
  if (said.offset !== null) return addDays(monday(today, said.offset), digit - 1);
  return addDays(today, (digit - weekdayOf(today) + 7) % 7);
};

const listEnd = (text: string, at: number): { digit: number; end: number; range: boolean } | null => {
  const sign =
    /^(?: ?[、和及到至-]+ ?(?:本周|这周|下周|周|星期|礼拜)?| ?(?:周|星期|礼拜)(?=[一二三四五六日天末]))/u.exec(
      text.slice(at, at + 6),
    );
  if (!sign) return null;
  const digit = WEEKDAY_DIGITS[text.charAt(at + sign[0].length)];
  const end = at + sign[0].length + 1;
  if (digit === undefined || (/^\d/u.test(text.charAt(end - 1)) && /[\d日号月.:点]/u.test(text.charAt(end))))
    return null;
  if (!/[周星礼]/u.test(sign[0]) && /[个天人名位点号月十]/u.test(text.charAt(end))) return null;
  return { digit, end, range: /[到至-]/u.test(sign[0]) };
};

/** 周二, 下周二至周四, 周一、周三, 本周, 下周, 本周末. */
export const readWeek = (text: string, at: number, when: Today): TimeRead | null => {
  const said = readWeekWord(text, at);
  if (!said) return null;
  const digit = WEEKDAY_DIGITS[text.charAt(said.end)];
  if (digit === undefined) return readWholeWeek(text, said, when);
  const spans: Days[] = [];
  const first = weekdayMeant(said, digit, when.today);
  const isWeekend = text.charAt(said.end) === '末';
  spans.push({ from: first, to: isWeekend ? addDays(first, 1) : first });
  let end = said.end + 1;
  for (let next = listEnd(text, end); next; next = listEnd(text, end)) {
    const last = spans.at(-1) ?? { from: first, to: first };
    const ahead = (next.digit - weekdayOf(last.to) + 7) % 7;
    const to = addDays(last.to, ahead);
    if (ahead === 0) break;
    if (next.range || ahead === 1) spans.splice(-1, 1, { from: last.from, to });
    else spans.push({ from: to, to });
    end = next.end;
  }
  return days(spans, end);
};

const monthMeant = (today: Day, ahead: number): { month: number; year: number } => {
  const m = +today.slice(5, 7) - 1 + ahead;
  return { month: (m % 12) + 1, year: yearOf(today) + Math.floor(m / 12) };
};

/** 本月20日, 下个月1号, 月底, 下月底, 年底. */
export const readMonthWord = (text: string, at: number, { today }: Today): TimeRead | null => {
  const end = /^(?:年底|年末|岁末)/u.exec(text.slice(at, at + 2));
  if (end) return single(`${yearOf(today)}-12-31`, at + 2);
  const said = /^(本|这个?|当|下个?)?月/u.exec(text.slice(at, at + 4));
  if (!said) return null;
  const { month, year } = monthMeant(today, said[1]?.startsWith('下') ? 1 : 0);
  const rest = at + said[0].length;
  if (/^[底末]/u.test(text.charAt(rest))) return single(lastOfMonth(year, month), rest + 1);
  return said[1] === undefined ? null : readDayOfMonth(text, rest, today, month, year);
};

const festivals = createTrie<string>();
for (const [word, name] of Object.entries(HOLIDAYS)) festivals.add(word, name);

const nextHoliday = (when: Today, name: string | null): (Days & { before: Day; after: Day }) | null => {
  const found = when.calendar
    .periods(addDays(when.today, -14), addDays(when.today, 200))
    .find(
      (period) =>
        period.last >= when.today && (name === null || period.festivals.some((f) => f.includes(name))),
    );
  return found
    ? { from: found.first, to: found.last, before: found.workdayBefore, after: found.workdayAfter }
    : null;
};

const dayInHoliday = (text: string, at: number, holiday: Days, today: Day): TimeRead | null => {
  const month = +holiday.from.slice(5, 7);
  return readDayOfMonth(text, skipSpaces(text, at), today, month, yearOf(holiday.from));
};

/** 国庆假期, 中秋放假: the holiday with the word for it. */
const endOfHoliday = (text: string, end: number): number => {
  if (!/^(?:假期|期间|假|放假)/u.test(text.slice(end, end + 2))) return end;
  return end + (text.charAt(end) === '假' && text.charAt(end + 1) !== '期' ? 1 : 2);
};

/** 到节前, 节前都在: the last working day before it, as an end. */
const beforeHoliday = (text: string, at: number, end: number, before: Day): TimeRead | null => {
  if (!/^节?前/u.test(text.slice(end, end + 2))) return null;
  const isEnd = /[到至]$/u.test(text.charAt(at - 1));
  const stays = /^节?前(?:我|都|一直|全|均|大家|,|，)/u.test(text.slice(end, end + 5));
  return isEnd || stays
    ? { value: days([{ from: before, to: before }], end).value, end: text.indexOf('前', end) + 1, till: true }
    : null;
};

/** 五一3号, 国庆期间, 到节前, 清明假后7号; a festival that only describes (清明节前检查) is no date. */
export const readFestival = (text: string, at: number, when: Today): TimeRead | null => {
  const match = festivals.longest(text, at);
  if (match === null && text.charAt(at) !== '节') return null;
  const holiday = nextHoliday(when, match?.value ?? null);
  if (!holiday) return null;
  const end = match === null ? at : endOfHoliday(text, match.end);
  const inside = match === null ? null : dayInHoliday(text, end, holiday, when.today);
  const told = inside ?? beforeHoliday(text, at, end, holiday.before);
  if (told !== null) return told;
  return match && end > match.end && /[期间]/u.test(text.slice(match.end, end))
    ? days([holiday], end, true)
    : null;
};
