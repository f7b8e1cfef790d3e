/** Folds a raw message to one plain spelling, keeping the way back to the original for exact quotations. */

import type { Span } from '../../core/codes.ts';

export interface Folded {
  readonly text: string;
  /** Original index of every unit and of the end; null when nothing moved. */
  readonly at: readonly number[] | null;
}

/** Signs that only modify the one before them: joiners, variation selectors, skin tones, key caps. */
const INVISIBLE = /[\u200b-\u200f\u2060\ufeff]|\ufe0f|\u20e3|[\u{1f3fb}-\u{1f3ff}]/gu;
const HAS_INVISIBLE = /[\u200b-\u200f\u2060\ufeff\udffb-\udfff]|\ufe0f|\u20e3/;
const WIDE = /[Ａ-Ｚａ-ｚ０-９！-～　A-Z①-⑨➕]/g;

/** Narrow, lower-case, simplified, without invisible signs. */
export function fold(raw: string, simplify: (text: string) => string): Folded {
  const bare = HAS_INVISIBLE.test(raw) ? withoutInvisible(raw) : { text: raw, at: null };
  const narrow = bare.text.replace(WIDE, narrowSign);
  return { text: simplified(narrow, simplify), at: bare.at };
}

/** Where a span of the folded text stands in the original. */
export function originalSpan(folded: Folded, start: number, end: number): Span {
  if (folded.at === null) return { start, end };
  const last = folded.at[end - 1] ?? end - 1;
  return { start: folded.at[start] ?? start, end: end > start ? last + 1 : (folded.at[end] ?? end) };
}

function withoutInvisible(raw: string): Folded {
  const at: number[] = [];
  let text = '';
  let from = 0;
  const keep = (to: number): void => {
    for (let index = from; index < to; index += 1) at.push(index);
    text += raw.slice(from, to);
  };
  for (const match of raw.matchAll(INVISIBLE)) {
    keep(match.index);
    from = match.index + match[0].length;
  }
  keep(raw.length);
  at.push(raw.length);
  return { text, at };
}

function narrowSign(sign: string): string {
  const unit = sign.charCodeAt(0);
  if (unit === 0x3000) return ' ';
  if (sign === '➕') return '+';
  if (unit >= 0x2460 && unit <= 0x2468) return String(unit - 0x245f);
  return (unit >= 0xff01 && unit <= 0xff5e ? String.fromCharCode(unit - 0xfee0) : sign).toLowerCase();
}

/** Spans stay true only if nothing grows or shrinks; else sign by sign, and what still changes length is kept. */
function simplified(text: string, simplify: (text: string) => string): string {
  const whole = simplify(text);
  return whole.length === text.length ? whole : text.replace(/[㐀-鿿]/gu, (sign) => oneSign(sign, simplify));
}

/** Signs already looked up, by the conversion they were looked up in: one sign at a time is slow. */
const known = new WeakMap<(text: string) => string, Map<string, string>>();

function oneSign(sign: string, simplify: (text: string) => string): string {
  const signs = known.get(simplify) ?? new Map<string, string>();
  known.set(simplify, signs);
  const found = signs.get(sign);
  if (found !== undefined) return found;
  const plain = simplify(sign);
  const kept = plain.length === sign.length ? plain : sign;
  signs.set(sign, kept);
  return kept;
}
