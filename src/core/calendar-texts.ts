/** A calendar in words: a year as a table, and what changed between two states of it. */
import type { Calendar, CalendarDay, Certainty, Period } from './calendar.ts';
import { periodsOfYear } from './calendar-report.ts';
import { addDays, type Day, weekdayOf, yearOf } from './time.ts';

const WEEKDAYS = ['', '周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const;
const CERTAINTY: Readonly<Record<Certainty, string>> = {
  official: '国务院通知',
  expected: '推算，以国务院通知为准',
  'statutory-only': '仅按法定，以国务院通知为准',
};

/** 9月29日; the year stands first where it is not `year`. */
export const dayText = (day: Day, year = yearOf(day)): string =>
  `${yearOf(day) === year ? '' : `${yearOf(day)}年`}${+day.slice(5, 7)}月${+day.slice(8)}日`;
/** 10月10日（周六） */
export const dayWithWeekday = (day: Day, year?: number): string =>
  `${dayText(day, year)}（${WEEKDAYS[weekdayOf(day)] ?? ''}）`;

/** 9月25日至27日, 1月1日, 2023年12月30日至2024年1月1日. */
export function spanText(first: Day, last: Day, year?: number): string {
  if (first === last) return dayText(first, year);
  const sameMonth = first.slice(0, 7) === last.slice(0, 7);
  const crosses = yearOf(first) !== yearOf(last);
  const end = sameMonth
    ? `${+last.slice(8)}日`
    : `${crosses ? `${yearOf(last)}年` : ''}${dayText(last, yearOf(last))}`;
  return `${dayText(first, crosses ? 0 : year)}至${end}`;
}

const makeupText = (period: Period, year: number): string =>
  period.makeup.length === 0
    ? ''
    : `，${period.makeup.map((day) => dayWithWeekday(day, year)).join('、')}上班`;

/** 2月15日至23日放假，共9天，2月14日（周六）、2月28日（周六）上班 */
const periodText = (period: Period): string =>
  `${spanText(period.first, period.last, period.year)}放假，共${period.days}天${makeupText(period, period.year)}`;

/** Two columns wide, as a Chinese character is. */
const MARKS: Readonly<Record<CalendarDay['kind'], string>> = {
  workday: ' .',
  weekend: ' -',
  holiday: '休',
  makeup: '班',
};
const DOUBTFUL: Readonly<Record<string, string>> = { holiday: '预', weekend: ' ?' };
const markOf = ({ kind, certainty }: CalendarDay): string =>
  (certainty === 'expected' ? DOUBTFUL[kind] : undefined) ?? MARKS[kind];
const LEGEND = '休 放假　班 周末上班　. 工作日　- 周末';
const DOUBT_LEGEND = '预 可能放假　? 周末，可能调为上班';

const monthDays = (year: number, month: number): Day[] => {
  const first = `${year}-${String(month).padStart(2, '0')}-01`;
  return Array.from({ length: 31 }, (_, i) => addDays(first, i)).filter(
    (day) => day.slice(0, 7) === first.slice(0, 7),
  );
};

function tableText(calendar: Calendar, year: number): string[] {
  const head = Array.from({ length: 31 }, (_, i) => String(i + 1).padStart(2)).join(' ');
  const months = Array.from({ length: 12 }, (_, i) => {
    const marks = monthDays(year, i + 1).map((day) => markOf(calendar.day(day)));
    return `${String(i + 1).padStart(2)}月  ${marks.join(' ')}`;
  });
  return [`      ${head}`, ...months];
}

const periodLine = (period: Period): string =>
  [
    `${period.name}：${periodText(period)}`,
    `节前最后工作日${dayWithWeekday(period.workdayBefore, period.year)}`,
    `节后首个工作日${dayWithWeekday(period.workdayAfter, period.year)}`,
  ].join('；');

const isCertain = (periods: readonly Period[]): boolean =>
  periods.every(({ certainty }) => certainty === 'official');
const titleText = (year: number, certain: boolean): string =>
  `${year}年放假安排（${CERTAINTY[certain ? 'official' : 'expected']}）`;

/** A whole year for a chat: its days off and make-up days, a line each; a phone has no room for a table. */
export function yearText(calendar: Calendar, year: number): string {
  const periods = periodsOfYear(calendar, year);
  const lines = periods.map((period) => `${period.name}：${periodText(period)}`);
  return [titleText(year, isCertain(periods)), ...lines].join('\n');
}

/** A whole year for the terminal: a table of months and days, and its periods. */
export function calendarText(calendar: Calendar, year: number): string {
  const periods = periodsOfYear(calendar, year);
  const certain = isCertain(periods);
  return [
    titleText(year, certain),
    '',
    ...tableText(calendar, year),
    '',
    certain ? LEGEND : `${LEGEND}　${DOUBT_LEGEND}`,
    '',
    ...periods.map(periodLine),
  ].join('\n');
}

const withCertainty = (period: Period | undefined): string =>
  period ? `${periodText(period)}（${CERTAINTY[period.certainty]}）` : '无';

/** What changed of the periods of a year, a line each, such as 2027年春节：… → …. */
export function changedPeriods(before: Calendar, after: Calendar, year: number): readonly string[] {
  const old = new Map(periodsOfYear(before, year).map((period) => [period.name, period]));
  const now = new Map(periodsOfYear(after, year).map((period) => [period.name, period]));
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((name) => {
    const [from, to] = [withCertainty(old.get(name)), withCertainty(now.get(name))];
    return from === to ? [] : [`${year}年${name}：${from} → ${to}`];
  });
}
