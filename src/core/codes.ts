/** Codes as people write them: N2026-0107, f0412, ０４１２, 412号, 零四一二; and which open item is meant. */
import { NUMERALS } from './numerals.ts';

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

const DASH = '[-‐‑–—―_~/·. ]';
/** The letter o stands for a zero among digits. */
const LETTERED = `([nfce])${DASH}{0,2}(?:(20[0-9o]{2})${DASH}{0,2}(?=[0-9o]))?([0-9o]{1,5})(?![0-9a-z])号?`;
const YEARED = '(20[0-9]{2})[-‐‑–—―_]([0-9]{3,4})(?![0-9a-z-])号?';
const SPOKEN = '[零〇一二三四五六七八九幺十百]{2,7}';
const PLAIN = `(第|编号[: ]?|序号)?([0-9o]{1,4}|${SPOKEN})(号?[那这][条件个]|号)?`;
const CODES = new RegExp(`(?<![0-9a-z])(?:${LETTERED}|${YEARED}|${PLAIN})`, 'gu');
const CODE_SIGN = /[0-9零〇一二三四五六七八九幺]/u;

/** What stands before or after a number that is a quantity, a date, a time or an address, not a code. */
const MEASURED_BEFORE = /[0-9.:月年/〔［[(¥@+\-点第零〇一二三四五六七八九十百千万亿幺两上下周]$/u;
const MEASURED_AFTER =
  /^(?:[0-9.:%°/~—\-+十百千万亿年月日天点时分秒元块毛角份人名个位次条件项户台辆部张页米斤公吨亩度岁届周家村套只批种楼室层栋班路w]|小时|左右|以内|多|余|来|几|号(?:文|令|楼|线|院|桌|车|窗|机|前|之前|以前|下午|上午|晚|早|中午|那天|当天|左右|开始|公告|台|房|会|下班|点))/u;

/** Every code-like mention, in order. Full-width signs count as their narrow forms. */
export function readCodes(text: string): readonly CodeMention[] {
  if (!CODE_SIGN.test(text) && !/[０-９]/u.test(text)) return [];
  const plain = narrow(text);
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
  const letter = code.charAt(0);
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
  const [, letter, letterYear, lettered, year, yeared, lead, plain, tail = ''] = match;
  if (lettered !== undefined) return sure(letter ?? '', letterYear ?? null, lettered, span);
  if (yeared !== undefined) return sure('', year ?? null, yeared, span);
  return plain === undefined ? null : plainMention({ lead: lead ?? '', digits: plain, tail }, text, span);
}

interface PlainParts {
  readonly lead: string;
  readonly digits: string;
  readonly tail: string;
}

function plainMention(parts: PlainParts, text: string, span: Span): CodeMention | null {
  const { lead, tail } = parts;
  const digits = arabic(parts.digits);
  if (digits === null) return null;
  if (MEASURED_BEFORE.test(text.slice(Math.max(0, span.start - 1), span.start))) return null;
  if (MEASURED_AFTER.test(text.slice(span.end - tail.length, span.end + 4))) return null;
  const named = lead.startsWith('编号') || (lead !== '' && tail.startsWith('号'));
  const spoken = !/[0-9o]/u.test(parts.digits);
  if (!named && tail === '' && (/^1*$/u.test(digits) || digits.length < (spoken ? 4 : 2))) return null;
  const form = named ? 'sure' : digits.length < 3 ? 'short' : 'digits';
  return { code: digits, letter: null, year: null, number: Number(digits), form, span };
}

function sure(letter: string, year: string | null, digits: string, span: Span): CodeMention {
  const number = zeros(digits);
  const head = letter.toUpperCase();
  const wholeYear = year === null ? null : zeros(year);
  return {
    code: `${head}${wholeYear === null ? '' : `${wholeYear}-`}${number.padStart(4, '0')}`,
    letter: letterOf(head),
    year: wholeYear === null ? null : Number(wholeYear),
    number: Number(number),
    form: 'sure',
    span,
  };
}

const zeros = (digits: string): string => digits.replaceAll('o', '0');

/** 零四幺二 → 0412, 四百一十二 → 412; null for what is neither. */
function arabic(digits: string): string | null {
  if (/^[0-9o]+$/u.test(digits)) return zeros(digits);
  const plain = digits.replaceAll('〇', '零').replaceAll('幺', '一');
  if (!/[十百]/u.test(plain)) return plain.replace(/./gu, (digit) => String(NUMERALS[digit] ?? ''));
  const parts =
    /^(?:([一二三四五六七八九])百零?)?(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/u.exec(plain);
  if (parts === null) return null;
  const [, hundreds, tens, ten, ones] = parts;
  const value = (digit: string | undefined): number => (digit === undefined ? 0 : (NUMERALS[digit] ?? 0));
  return String(value(hundreds) * 100 + (ten === undefined ? 0 : (value(tens) || 1) * 10) + value(ones));
}

/** Full-width ASCII to ASCII and capitals to small letters, one unit for one unit, so that spans stay true. */
function narrow(text: string): string {
  return text.replace(/[！-～　A-Z]/gu, (sign) => {
    const unit = sign.charCodeAt(0);
    if (unit === 0x3000) return ' ';
    return (unit >= 0xff01 ? String.fromCharCode(unit - 0xfee0) : sign).toLowerCase();
  });
}

/** N0107, as people are shown it. */
export const shortCode = (code: string): string => code.replace(/^([A-Z])\d{4}-/u, '$1');
/** 0107, as people are asked to say it. */
export const digitsOf = (code: string): string => code.slice(code.indexOf('-') + 1);
