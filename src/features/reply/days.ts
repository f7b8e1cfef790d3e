/** How many days are asked for: 3天, 五个工作日, 一周, 半个月; never of a date or of 两三天. */
import { NUMERALS } from '../../core/numerals.ts';

export interface DayCount {
  readonly start: number;
  readonly end: number;
  readonly days: number;
}

const COUNT =
  /([0-9]{1,3}|[半一二两俩三仨四五六七八九十廿]{1,3})(个半?)?(多|来|把)?(工作日|天|日|号|周|星期|礼拜|月|小时|钟头)/gu;
const UNIT_DAYS: Readonly<Record<string, number>> = {
  工作日: 1,
  天: 1,
  日: 1,
  周: 7,
  星期: 7,
  礼拜: 7,
  月: 30,
};

/** Every stated count of days, in order. 上周, 7月20日, 20日前 and 两三天 are none. */
export function dayCounts(text: string): readonly DayCount[] {
  const counts: DayCount[] = [];
  for (const match of text.matchAll(COUNT)) {
    const days = daysOf(match, text);
    if (days !== null) counts.push({ start: match.index, end: match.index + match[0].length, days });
  }
  return counts;
}

function daysOf(match: RegExpMatchArray, text: string): number | null {
  const [whole, number = '', measure, vague, unit = ''] = match;
  const start = match.index ?? 0;
  const before = text.charAt(start - 1);
  if (
    vague !== undefined ||
    unit === '号' ||
    '上下本这每第月天/-~.0123456789几数'.includes(before || '\n') ||
    /[0-9一二两三四五六七八九十]至$/u.test(text.slice(Math.max(0, start - 2), start))
  )
    return null;
  if (
    unit === '日' &&
    (before === '到' || /^(?:前|之前|以前|上午|下午|晚|中午)/u.test(text.slice(start + whole.length)))
  )
    return null;
  if (/^[半几多来]/u.test(text.slice(start + whole.length))) return null;
  if (unit === '月' && measure === undefined && number !== '半') return null;
  if (unit === '小时' || unit === '钟头') return hours(number);
  const count = numberOf(number);
  return count === null ? null : scaled(count, measure === '个半', unit, number === '半');
}

function scaled(count: number, andHalf: boolean, unit: string, half: boolean): number | null {
  const size = UNIT_DAYS[unit] ?? 1;
  if (half) return unit === '月' ? 15 : null;
  return count * size + (andHalf ? Math.floor(size / 2) : 0);
}

const hours = (number: string): number | null => {
  const count = numberOf(number);
  return count !== null && count > 0 && count % 24 === 0 ? count / 24 : null;
};

/** 十五 → 15, 廿 → 20; two bare digits in a row (三五) are a guess, not a number. */
function numberOf(number: string): number | null {
  if (/^\d+$/u.test(number)) return Number(number);
  if (number === '半') return 0;
  const parts = /^([一二两三四五六七八九]?)(十|廿)?([一二三四五六七八九俩仨两]?)$/u.exec(number);
  if (parts === null) return null;
  const [, tens = '', ten, ones = ''] = parts;
  if (ten === undefined) return tens !== '' && ones !== '' ? null : (NUMERALS[tens + ones] ?? null);
  const high = ten === '廿' ? 2 : tens === '' ? 1 : (NUMERALS[tens] ?? 1);
  return high * 10 + (NUMERALS[ones] ?? 0);
}
