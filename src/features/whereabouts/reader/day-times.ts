/** Days said by month and number: 4月7日, 4.7, 27-29号, 2、3号, 五一3号, 下月1号, 月底. */
import { addDays, type Day, daysBetween, isDay, yearOf } from '../../../core/time.ts';
import { isDigit, type NumberRead, readNumber, skipSpaces } from './numbers.ts';
import type { Days, TimeRead } from './time-tokens.ts';

const two = (n: number): string => String(n).padStart(2, '0');
const monthOf = (day: Day): number => +day.slice(5, 7);
/** Days further back than this are meant for next year. */
const BACK = 120;
const NOT_A_DAY = '楼线院文门桌坑车井桥路企码机会地公标厅棚台店铺房矿煤卡站台信函令通';

const make = (year: number, month: number, date: number): Day | null => {
  const day = `${year}-${two(month)}-${two(date)}`;
  return isDay(day) ? day : null;
};

/** The day `month`-`date` nearest to today, looking ahead. */
const nearDay = (today: Day, month: number, date: number): Day | null => {
  const day = make(yearOf(today), month, date);
  if (!day || daysBetween(day, today) <= BACK) return day;
  return make(yearOf(today) + 1, month, date);
};

/** The last day of a month (1–24: months of this year and the next). */
export const lastOfMonth = (year: number, month: number): Day => {
  const next =
    month % 12 === 0
      ? { y: year + month / 12, m: 1 }
      : { y: year + Math.floor(month / 12), m: (month % 12) + 1 };
  return addDays(`${next.y}-${two(next.m)}-01`, -1);
};

const one = (day: Day | null, end: number): TimeRead | null =>
  day ? { value: { t: 'days', spans: [{ from: day, to: day }] }, end } : null;

const isDayWord = (text: string, at: number): boolean => {
  const char = text.charAt(at);
  return (
    char === '日' || (char === '号' && !(NOT_A_DAY.includes(text.charAt(at + 1)) && at + 1 < text.length))
  );
};

interface NumberList {
  readonly runs: readonly (readonly [number, number])[];
  readonly end: number;
}

const LIST_SIGNS = '、,和-到至及.';

const signAfter = (text: string, at: number): { sign: string; end: number } | null => {
  let i = skipSpaces(text, at);
  const sign = text.charAt(i);
  if (sign === '' || !LIST_SIGNS.includes(sign)) return null;
  while (text.charAt(i) === sign) i += 1;
  return { sign, end: skipSpaces(text, i) };
};

const extend = (runs: (readonly [number, number])[], sign: string, n: number): boolean => {
  const last = runs.at(-1);
  if (!last || n > 31 || n <= last[1]) return false;
  if (sign === '-' || sign === '到' || sign === '至') runs.splice(-1, 1, [last[0], n]);
  else runs.push([n, n]);
  return true;
};

const isRange = (runs: readonly (readonly [number, number])[]): boolean => runs.some(([a, b]) => a !== b);
/** 8日至10日,12日上班: the last is the day of return. */
const RETURNS = /^[日号]?(?:才|再|就|能|可|正式|正常)*(?:上班|返岗|到岗|回|返|销假|结束)/u;

const COUNTED = '零一两三四五';

/** A list of days being read. */
interface Dates {
  readonly runs: (readonly [number, number])[];
  /** Where the list ends; negative while it may be no list of days at all. */
  end: number;
  at: number;
}

/** 8日-10: the last number of a stretch does without its own 日. */
const isBareEnd = (sign: string, after: string): boolean =>
  (sign === '-' || sign === '至') && !/[月.:点时人个天年\d/]/u.test(after);

/** 23、24两天: so many days as there are numbers. */
const isCounted = ({ runs }: Dates, text: string, at: number): boolean =>
  runs.length === COUNTED.indexOf(text.charAt(at)) && /^[天日]/u.test(text.charAt(at + 1));

/** Takes in the next number; false where the list is over. */
function takeDate(text: string, dates: Dates): boolean {
  const sign = signAfter(text, dates.at);
  const n = sign ? readNumber(text, sign.end) : null;
  if (!sign || !n) return false;
  const dayWord = isDayWord(text, n.end);
  const bare = dates.end >= 0 && isBareEnd(sign.sign, text.charAt(n.end));
  if (!dayWord && dates.end >= 0 && !bare) return false;
  if (sign.sign === ',' && (isRange(dates.runs) || RETURNS.test(text.slice(n.end)))) return false;
  if (!extend(dates.runs, sign.sign, n.n)) return false;
  dates.at = dayWord ? n.end + 1 : n.end;
  if (dayWord || bare || isCounted(dates, text, dates.at)) dates.end = dates.at;
  return true;
}

/** 27-29号, 2、3号, 7号、8号: numbers that end in 日/号 (`loose`: the last need not). */
const readDates = (text: string, first: NumberRead, loose: boolean): NumberList | null => {
  const at = isDayWord(text, first.end) ? first.end + 1 : first.end;
  const dates: Dates = { runs: [[first.n, first.n]], end: loose || at > first.end ? at : -1, at };
  while (takeDate(text, dates));
  return dates.end < 0 ? null : { runs: dates.runs, end: dates.end };
};

/** Joins runs of days that touch; single days far apart stay apart. */
const joinRuns = (spans: readonly Days[]): readonly Days[] => {
  const out: Days[] = [];
  for (const span of spans) {
    const last = out.at(-1);
    if (last && daysBetween(last.to, span.from) === 1) out.splice(-1, 1, { from: last.from, to: span.to });
    else out.push(span);
  }
  return out;
};

const spansOf = (list: NumberList, year: number, month: number): readonly Days[] =>
  joinRuns(
    list.runs.flatMap(([a, b]) => {
      const from = make(year, month, a);
      const to = make(year, month, b);
      return from && to ? [{ from, to }] : [];
    }),
  );

const inMonth = (text: string, today: Day, month: number, at: number, year?: number): TimeRead | null => {
  const start = skipSpaces(text, at);
  const base = nearDay(today, month, 1) ?? today;
  const baseYear = year ?? (month === monthOf(today) ? yearOf(today) : yearOf(base));
  if (text.charAt(start) === '底' || text.startsWith('末', start))
    return one(lastOfMonth(baseYear, month), start + 1);
  const first = readNumber(text, start);
  if (
    !first ||
    first.n < 1 ||
    first.n > 31 ||
    text.charAt(first.end) === '个' ||
    text.charAt(first.end) === '人'
  )
    return null;
  const list = readDates(text, first, true);
  const spans = list ? spansOf(list, baseYear, month) : [];
  return list && spans.length > 0 ? { value: { t: 'days', spans }, end: list.end } : null;
};

const readYear = (text: string, at: number): { year: number; end: number } | null => {
  if (!/^20\d\d[年.\-/]/u.test(text.slice(at, at + 5))) return null;
  return { year: +text.slice(at, at + 4), end: at + 5 };
};

const DOTS = './-';

/** 3.5万, 3.1.2: no day. */
const isMeasure = (text: string, end: number): boolean =>
  text.charAt(end) === '.'
    ? isDigit(text.charAt(end + 1))
    : /[%万亿元亩公千米斤吨倍分岁度折版个人天小块]/u.test(text.charAt(end));

/** 3.18, 3/16, 2026-03-18; a two-part number counts only if nothing makes it a measure. */
const readDotted = (text: string, today: Day, month: NumberRead, year?: number): TimeRead | null => {
  const dot = text.charAt(month.end);
  if (month.chinese || dot === '' || !DOTS.includes(dot) || (dot === '-' && year === undefined)) return null;
  const date = readNumber(text, month.end + 1);
  if (!date || date.chinese || date.n < 1 || date.n > 31) return null;
  if (isMeasure(text, date.end)) return null;
  const day = year === undefined ? nearDay(today, month.n, date.n) : make(year, month.n, date.n);
  const end = isDayWord(text, date.end) ? date.end + 1 : date.end;
  const till = day && /^-+\d{1,2}(?![.\d/:月点时])/u.exec(text.slice(end, end + 6));
  if (!day || !till) return one(day, end);
  const last = make(yearOf(day), month.n, +till[0].replace(/-/gu, ''));
  if (!last || last < day) return one(day, end);
  const stop = end + till[0].length;
  return {
    value: { t: 'days', spans: [{ from: day, to: last }] },
    end: isDayWord(text, stop) ? stop + 1 : stop,
  };
};

const readOwnMonth = (text: string, today: Day, first: NumberRead): TimeRead | null => {
  const list = readDates(text, first, false);
  if (!list || first.n < 1 || first.n > 31) return null;
  const month = monthOf(today);
  const isPast = first.n < +today.slice(8) - 12;
  const [m, y] = isPast
    ? month === 12
      ? [1, yearOf(today) + 1]
      : [month + 1, yearOf(today)]
    : [month, yearOf(today)];
  const spans = spansOf(list, y, m);
  return spans.length > 0 ? { value: { t: 'days', spans }, end: list.end } : null;
};

/** 5月-8月: from the first day of one month to the last of another. */
const readMonths = (text: string, at: number, today: Day, month: number): TimeRead | null => {
  const sign = /^份?(?:-+|到|至)/u.exec(text.slice(at, at + 4));
  const last = sign === null ? null : readNumber(text, at + sign[0].length);
  if (sign === null || last === null || last.n < 1 || last.n > 12 || text.charAt(last.end) !== '月')
    return null;
  if (isDigit(text.charAt(last.end + 1))) return null;
  const from = nearDay(today, month, 1) ?? today;
  const year = yearOf(from) + (last.n < month ? 1 : 0);
  return { value: { t: 'days', spans: [{ from, to: lastOfMonth(year, last.n) }] }, end: last.end + 1 };
};

/** A day by number at `at`. */
export const readDay = (text: string, at: number, today: Day): TimeRead | null => {
  if (/(?:窗口|房间|会议室|[楼栋门线车])$/u.test(text.slice(Math.max(0, at - 3), at))) return null;
  const year = readYear(text, at);
  const first = readNumber(text, year?.end ?? at);
  if (!first) return null;
  const sign = text.charAt(first.end);
  if (sign === '月' && first.n >= 1 && first.n <= 12)
    return (
      inMonth(text, today, first.n, first.end + 1, year?.year) ??
      readMonths(text, first.end + 1, today, first.n)
    );
  const dotted = first.n >= 1 && first.n <= 12 ? readDotted(text, today, first, year?.year) : null;
  return dotted ?? (year ? null : readOwnMonth(text, today, first));
};

/** A day of a month named by a word (本月, 下月, a festival's month). */
export const readDayOfMonth = (
  text: string,
  at: number,
  today: Day,
  month: number,
  year: number,
): TimeRead | null => inMonth(text, today, month, at, year);
