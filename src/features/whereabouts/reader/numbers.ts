/** Numbers as people write them in reports: 3, 03, 三, 十五, 二十八, 两. */
import { NUMERALS } from '../../../core/numerals.ts';

/** A number read at a place. */
export interface NumberRead {
  readonly n: number;
  readonly end: number;
  /** Written with Chinese characters. */
  readonly chinese: boolean;
}

export const isDigit = (char: string): boolean => char >= '0' && char <= '9';

const readArabic = (text: string, at: number): NumberRead | null => {
  let end = at;
  while (end < text.length && end - at < 5 && isDigit(text.charAt(end))) end += 1;
  return end === at ? null : { n: +text.slice(at, end), end, chinese: false };
};

const NONE = -1;
/** The digit of each unit; looked up at every sign of every message. */
const digits = new Int8Array(0x10000).fill(NONE);
for (const [char, n] of Object.entries(NUMERALS)) digits[char.charCodeAt(0)] = n;

const digitAt = (text: string, at: number): number => digits[text.charCodeAt(at)] ?? NONE;

const readTens = (text: string, at: number, tens: number): NumberRead => {
  const unit = digitAt(text, at);
  const isUnit = unit > 0 && unit < 10 && text.charAt(at) !== '两';
  return { n: tens * 10 + (isUnit ? unit : 0), end: isUnit ? at + 1 : at, chinese: true };
};

const readChinese = (text: string, at: number): NumberRead | null => {
  const first = text.charAt(at);
  if (first === '十') return readTens(text, at + 1, 1);
  const digit = digitAt(text, at);
  if (digit === NONE) return null;
  if (digit >= 20) return readTens(text, at + 1, digit / 10);
  if (text.charAt(at + 1) === '十') return readTens(text, at + 2, digit);
  return { n: digit, end: at + 1, chinese: true };
};

/** The number at `at` (up to 99 in characters, up to five digits), or null. */
export const readNumber = (text: string, at: number): NumberRead | null =>
  readArabic(text, at) ?? readChinese(text, at);

export const skipSpaces = (text: string, at: number): number => {
  let i = at;
  while (text.charAt(i) === ' ') i += 1;
  return i;
};
