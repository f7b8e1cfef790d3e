/** Clock times: 9:30, 下午两点半, 九点一刻, 14时. */
import type { Hm } from '../../../core/time.ts';
import type { HalfDay } from '../reading.ts';
import { isDigit, type NumberRead, readNumber } from './numbers.ts';
import type { TimeRead } from './time-tokens.ts';

type Part = HalfDay | 'noon' | 'all';

const two = (n: number): string => String(n).padStart(2, '0');

/** The hour meant: a bare 1–6 is an afternoon hour, a part of the day said before it decides. */
const hourMeant = (hour: number, part: Part | undefined, literal: boolean): number => {
  if (hour === 12 && part === 'eve') return 24;
  if (hour >= 12 || literal) return hour;
  if (part === 'pm' || (part === 'eve' && hour >= 5) || (part === 'noon' && hour < 6)) return hour + 12;
  return part === undefined && hour >= 1 && hour <= 6 ? hour + 12 : hour;
};

const readMinutes = (text: string, at: number): { minutes: number; end: number } => {
  const rest = text.slice(at, at + 2);
  if (rest.startsWith('半')) return { minutes: 30, end: at + 1 };
  if (rest === '一刻') return { minutes: 15, end: at + 2 };
  if (rest === '三刻') return { minutes: 45, end: at + 2 };
  if (rest.startsWith('整') || rest.startsWith('钟')) return { minutes: 0, end: at + 1 };
  const from = rest.startsWith('零') ? at + 1 : at;
  const read = readNumber(text, from);
  if (!read || read.n >= 60 || (from === at && read.n < 10 && text.charAt(read.end) !== '分')) {
    return { minutes: 0, end: at };
  }
  const after = text.charAt(read.end);
  if (after === '分')
    return { minutes: read.n, end: read.end + (text.charAt(read.end + 1) === '钟' ? 2 : 1) };
  const isCount = '个人天小日号月点时:'.includes(after) && after !== '';
  return isCount ? { minutes: 0, end: at } : { minutes: read.n, end: read.end };
};

const readColon = (text: string, hour: NumberRead): { minutes: number; end: number } | null => {
  const at = hour.end + 1;
  if (hour.chinese || !isDigit(text.charAt(at)) || !isDigit(text.charAt(at + 1))) return null;
  const end = text.charAt(at + 2) === ':' && isDigit(text.charAt(at + 3)) ? at + 5 : at + 2;
  return isDigit(text.charAt(end)) ? null : { minutes: +text.slice(at, at + 2), end };
};

const isHourWord = (text: string, at: number): boolean => {
  const char = text.charAt(at);
  const next = text.charAt(at + 1);
  if (char === '点') return !'名上位击评心'.includes(next) || next === '';
  return char === '时' && !'间候段常代刻'.includes(next === '' ? ' ' : next);
};

/** A clock time at `at`; `part` is the part of the day said just before it. */
export const readClock = (text: string, at: number, part?: Part): TimeRead | null => {
  const hour = readNumber(text, at);
  if (!hour || hour.n > 24) return null;
  const literal = text.charAt(at) === '0' && hour.end - at === 2;
  const sign = text.charAt(hour.end);
  const rest =
    sign === ':' || (sign === '.' && part !== undefined)
      ? readColon(text, hour)
      : isHourWord(text, hour.end)
        ? readMinutes(text, hour.end + 1)
        : null;
  if (!rest || rest.minutes > 59) return null;
  const hm: Hm = `${two(hourMeant(hour.n, part, literal))}:${two(rest.minutes)}`;
  return { value: { t: 'clock', hm, part }, end: rest.end };
};
