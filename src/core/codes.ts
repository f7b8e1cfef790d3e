/** Codes as people write them: N2026-0107, f0412, ０４１２, 412号, 零四一二; and which open item is meant. */

export type CodeLetter = 'N' | 'F' | 'C' | 'E';

/** Half-open range of UTF-16 units in the text that was read. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface CodeMention {
  /** As canonical as the writing allows: F2026-0412, F0412, 0412. */
  readonly code: string;
  readonly letter: CodeLetter | null;
  readonly year: number | null;
  readonly number: number;
  /**
   * `sure`: a letter, a year or 编号/第…号 says so. `digits`: bare digits or 412号, which count only beside an action
   * word or as an answer. `short`: one or two digits, which may as well be a date or a quantity.
   */
  readonly form: 'sure' | 'digits' | 'short';
  readonly span: Span;
}

const HAN_DIGITS = '零一二三四五六七八九';
const DIGIT = '[0-9oO零〇一二三四五六七八九幺]';
const DASH = '[-‐‑–—―_~/·. ]';
const LETTERED = `([NFCEnfce])${DASH}{0,2}(?:(20[0-9oO]{2})${DASH}{0,2}(?=[0-9oO]))?([0-9oO]{1,5})(?![0-9a-zA-Z])号?`;
const YEARED = `(20[0-9]{2})[-‐‑–—―_]([0-9]{3,4})(?![0-9a-zA-Z-])号?`;
const PLAIN = `(第|编号[:： ]?|问题|通知|序号)?(${DIGIT}{1,4}|[0-9]{1,4})(号?[那这][条件个]|号)?`;
const CODES = new RegExp(`(?<![0-9a-zA-Z])(?:${LETTERED}|${YEARED}|${PLAIN})`, 'gu');

/** What stands before or after a number that is a quantity, a date, a time or an address, not a code. */
const MEASURED_BEFORE = /[0-9.:：月年/〔［[(（¥￥@+\-点第零〇一二三四五六七八九十百千万幺两]$/u;
const MEASURED_AFTER =
  /^(?:[0-9.:：%°/~—\-+十百千万亿年月日天点时分秒元块毛角份人名个位次条件项户台辆部张页米斤公吨亩度岁届周家村套只批种楼室层栋班路届w]|小时|左右|以内|多|余|来|几|号(?:文|令|楼|线|院|桌|车|窗|机|前|之前|以前|下午|上午|晚|早|中午|那天|当天|左右|开始|公告|台|房|会|下班|点))/u;

/** Every code-like mention, in order. Full-width signs count as their narrow forms. */
export function readCodes(text: string): readonly CodeMention[] {
  const plain = narrow(text);
  if (!/[0-9零〇幺一二三四五六七八九]/u.test(plain)) return [];
  const found: CodeMention[] = [];
  for (const match of plain.matchAll(CODES)) {
    const mention = mentionOf(match, plain);
    if (mention !== null) found.push(mention);
  }
  return found;
}

/** The one open code a mention can only mean, else null. Missing zeros, letter and year are forgiven. */
export function matchCode(mention: CodeMention, openCodes: readonly string[]): string | null {
  const fits = openCodes.filter((code) => fitsCode(mention, code));
  return fits.length === 1 ? (fits[0] ?? null) : null;
}

/** The letter of a canonical code, or null when it has none of ours. */
export function letterOf(code: string): CodeLetter | null {
  const letter = code.slice(0, 1).toUpperCase();
  return letter === 'N' || letter === 'F' || letter === 'C' || letter === 'E' ? letter : null;
}

function fitsCode(mention: CodeMention, code: string): boolean {
  const parts = /^([NFCE])(\d{4})-(\d+)$/u.exec(code);
  if (parts === null) return false;
  const [, letter, year, digits] = parts;
  return (
    (mention.letter === null || mention.letter === letter) &&
    (mention.year === null || mention.year === Number(year)) &&
    mention.number === Number(digits)
  );
}

function mentionOf(match: RegExpMatchArray, text: string): CodeMention | null {
  const start = match.index ?? 0;
  const span = { start, end: start + match[0].length };
  const [, letter, letterYear, lettered, year, yeared, lead, plain, tail] = match;
  if (lettered !== undefined) return sure(letterOf(letter ?? ''), letterYear ?? null, lettered, span);
  if (yeared !== undefined) return sure(null, year ?? null, yeared, span);
  return plain === undefined ? null : plainMention({ lead, digits: plain, tail }, text, span);
}

interface PlainParts {
  readonly lead: string | undefined;
  readonly digits: string;
  readonly tail: string | undefined;
}

function plainMention(parts: PlainParts, text: string, span: Span): CodeMention | null {
  const digits = arabic(parts.digits);
  const named =
    parts.lead?.startsWith('编号') === true || (parts.lead === '第' && parts.tail?.startsWith('号') === true);
  const spoken = /[零〇一二三四五六七八九幺]/u.test(parts.digits);
  if (spoken && digits.length < 3) return null;
  if (MEASURED_BEFORE.test(text.slice(Math.max(0, span.start - 1), span.start))) return null;
  if (MEASURED_AFTER.test(text.slice(span.end - (parts.tail?.length ?? 0)))) return null;
  if (/^1*$/u.test(digits) && parts.tail === undefined && !named) return null;
  if (digits.length < 2 && parts.tail === undefined && !named) return null;
  const form = named ? 'sure' : digits.length < 3 ? 'short' : 'digits';
  return { code: digits, letter: null, year: null, number: Number(digits), form, span };
}

function sure(letter: CodeLetter | null, year: string | null, digits: string, span: Span): CodeMention {
  const number = arabic(digits);
  const wholeYear = year === null ? null : arabic(year);
  const code = `${letter ?? ''}${wholeYear === null ? '' : `${wholeYear}-`}${number.padStart(4, '0')}`;
  return {
    code,
    letter,
    year: wholeYear === null ? null : Number(wholeYear),
    number: Number(number),
    form: 'sure',
    span,
  };
}

const arabic = (digits: string): string =>
  digits
    .replace(/[oO〇零]/gu, '0')
    .replace(/幺/gu, '1')
    .replace(/[一二三四五六七八九]/gu, (d) => String(HAN_DIGITS.indexOf(d)));

/** Full-width ASCII to ASCII, one unit for one unit, so that spans stay true. */
function narrow(text: string): string {
  return text.replace(/[！-～　]/gu, (sign) =>
    sign === '　' ? ' ' : String.fromCharCode(sign.charCodeAt(0) - 0xfee0),
  );
}
