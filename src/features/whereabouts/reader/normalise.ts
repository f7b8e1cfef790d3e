/** One written form for many: widths, punctuation and traditional characters, keeping every position. */
import type { Language } from '../../../core/ports.ts';

/** Signs that mean the same as a plain one; each maps one unit to one unit, so positions stay. */
const SIGNS: Readonly<Record<string, string>> = {
  '　': ' ',
  '\u00a0': ' ',
  '\t': ' ',
  '\r': '\n',
  '﹔': ';',
  '﹐': ',',
  '､': '、',
  '﹑': '、',
  '∶': ':',
  '︰': ':',
  '﹕': ':',
  '｡': '。',
  '．': '.',
  '—': '-',
  '–': '-',
  '―': '-',
  '‐': '-',
  '－': '-',
  '~': '-',
  '～': '-',
  '〜': '-',
  '→': ':',
  '➡': ':',
  '⇒': ':',
  '►': ':',
  '│': '|',
  '┃': '|',
  丨: '|',
  '•': '·',
  '・': '·',
  '‧': '·',
  '〔': '(',
  '〕': ')',
  '﹙': '(',
  '﹚': ')',
  '[': '【',
  ']': '】',
  '［': '【',
  '］': '】',
  '「': '“',
  '」': '”',
  '『': '“',
  '』': '”',
  '"': '“',
  〇: '零',
};

const isFullWidth = (code: number): boolean => code >= 0xff01 && code <= 0xff5e;
const isPlain = (code: number): boolean => (code >= 0x4e00 && code <= 0x9fff) || (code > 0x20 && code < 0x7e);

const normaliseUnit = (char: string): string => {
  const sign = SIGNS[char];
  if (sign !== undefined) return sign;
  const code = char.charCodeAt(0);
  const plain = isFullWidth(code) ? String.fromCharCode(code - 0xfee0) : char;
  const mapped = SIGNS[plain] ?? plain;
  return mapped >= 'A' && mapped <= 'Z' ? mapped.toLowerCase() : mapped;
};

const simplifyInPlace = (text: string, language: Language): string => {
  const simple = language.simplify(text);
  return simple.length === text.length ? simple : [...text].map((char) => language.simplify(char)).join('');
};

/** The plain unit of each unit, worked out once. */
const plainUnits = new Uint16Array(0x10000);

const plainOf = (code: number): number => {
  const known = plainUnits[code] ?? 0;
  if (known !== 0 || code === 0) return known;
  const char = String.fromCharCode(code);
  const plain =
    isPlain(code) && SIGNS[char] === undefined && !(char >= 'A' && char <= 'Z')
      ? code
      : normaliseUnit(char).charCodeAt(0);
  plainUnits[code] = plain;
  return plain;
};

/** Normalises; the result has the length of the input, so a span of one is a span of the other. */
export const normalise = (raw: string, language: Language): string => {
  let out = '';
  let kept = 0;
  for (let i = 0; i < raw.length; i += 1) {
    const code = raw.charCodeAt(i);
    const plain = plainOf(code);
    if (plain === code) continue;
    out += raw.slice(kept, i) + String.fromCharCode(plain);
    kept = i + 1;
  }
  out = kept === 0 ? raw : out + raw.slice(kept);
  const simple = simplifyInPlace(out, language);
  return simple.length === raw.length ? simple : out;
};
