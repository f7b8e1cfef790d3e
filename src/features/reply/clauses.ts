/** Cuts a folded message into clauses with their words, and hides what only looks like words: codes, names after @, stickers. */

import { type CodeMention, readCodes } from '../../core/codes.ts';
import { lex } from './lexer.ts';
import type { Lexicon, Tag, Word } from './lexicon.ts';

export interface Clause {
  readonly start: number;
  readonly end: number;
  /** The clause as read: hidden parts are filled with HIDDEN. */
  readonly text: string;
  readonly words: readonly Word[];
  /** Every tag of its words. */
  readonly tags: ReadonlySet<Tag>;
  /** The sign that closes it, or ''. */
  readonly stop: string;
}

export interface Sentence {
  /** Folded text with codes hidden; spans refer to it. */
  readonly text: string;
  readonly clauses: readonly Clause[];
  readonly codes: readonly CodeMention[];
  /** Someone is addressed with @. */
  readonly addressed: boolean;
  /** Codes inside a quotation pasted above the reply. */
  readonly quotedCodes: readonly CodeMention[];
}

/** Stands in the text where a code stood. */
export const HIDDEN = '\ue000';
const GAP = '\ue001';
/** Longer clauses are cut, so that no rule looks further than a breath; keeps the reader linear. */
const BREATH = 80;
/** A text of more clauses is a document; its first ones are read. */
const MOST = 150;
const STOPS = /[,。;!?\n\r\t ~…|()【】《》:"“”'‘’「」『』\ue001→=>*#、·]/;
const SOFT = /["“”'‘’「」『』、《》·:]/;
const NAMED = /@[^\s@,，。:：]{1,20}[\s\u2005]?/gu;
const STICKER = /\[[^[\]\s]{1,8}\]/gu;
const PICTURES = /\p{Extended_Pictographic}/gu;

/** The clauses of a folded text. Quotation marks do not cut: a quoted word is mentioned, not said. */
export function sentenceOf(folded: string, lexicon: Lexicon): Sentence {
  const { quotation, from } = pastedQuotation(folded);
  const body = ' '.repeat(from) + folded.slice(from);
  const named = body.replace(NAMED, (name) => GAP.repeat(name.length));
  const codes = readCodes(named);
  const text = hideCodes(hideStickers(named, lexicon), codes);
  return {
    text,
    clauses: cut(text, lex(lexicon, text)),
    codes,
    addressed: named !== body,
    quotedCodes: quotation === '' ? [] : readCodes(quotation),
  };
}

/** WeChat's own way of quoting in text: 「…」, a rule of dashes, the reply. */
function pastedQuotation(text: string): { readonly quotation: string; readonly from: number } {
  const none = { quotation: '', from: 0 };
  if (!/^\s*[「『“"]/u.test(text)) return none;
  const rule = /\n[-—–\s]{4,80}\n/u.exec(text);
  if (rule === null) return none;
  return { quotation: text.slice(0, rule.index), from: rule.index + rule[0].length };
}

function hideStickers(text: string, lexicon: Lexicon): string {
  const known = (sticker: string): boolean => lex(lexicon, sticker)[0]?.end === sticker.length;
  return text.includes('[')
    ? text.replace(STICKER, (sticker) => (known(sticker) ? sticker : GAP.repeat(sticker.length)))
    : text;
}

function hideCodes(text: string, codes: readonly CodeMention[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const { span } of codes) {
    parts.push(text.slice(from, span.start), HIDDEN.repeat(span.end - span.start));
    from = span.end;
  }
  return parts.join('') + text.slice(from);
}

/** Cuts at stops; a glyph or a sticker is a clause of its own. */
function cut(text: string, words: readonly Word[]): readonly Clause[] {
  const clauses: Clause[] = [];
  const glyphs = glyphsOf(text, words);
  let from = 0;
  let next = 0;
  const close = (end: number, stop: string): void => {
    const inside: Word[] = [];
    for (; next < words.length; next += 1) {
      const word = words[next];
      if (word === undefined || word.start >= end) break;
      if (word.start >= from && word.end <= end) inside.push(word);
    }
    const body = text.slice(from, end);
    if (body.trim() !== '')
      clauses.push({ start: from, end, text: body, words: inside, tags: tagsOf(inside), stop });
    from = end + stop.length;
  };
  for (let index = 0; index < text.length && clauses.length < MOST; index += 1) {
    const glyphEnd = glyphs.get(index);
    if (glyphEnd !== undefined) {
      close(index, '');
      close(glyphEnd, '');
      index = glyphEnd - 1;
    } else if (stopsAt(text, index)) close(index, text.charAt(index));
    else if (index - from >= BREATH) close(index, '');
  }
  if (clauses.length < MOST) close(text.length, '');
  return clauses;
}

/** Where glyphs and stickers stand, known or not: start → end. */
function glyphsOf(text: string, words: readonly Word[]): ReadonlyMap<number, number> {
  const glyphs = new Map<number, number>();
  for (const match of text.matchAll(PICTURES)) glyphs.set(match.index, match.index + match[0].length);
  for (const word of words)
    if (word.tags.has('yes') || word.tags.has('glyph')) glyphs.set(word.start, word.end);
  return glyphs;
}

function stopsAt(text: string, index: number): boolean {
  const sign = text.charAt(index);
  if (!STOPS.test(sign)) return false;
  if (sign === ':') return !/\d/u.test(text.charAt(index - 1)) || !/\d/u.test(text.charAt(index + 1));
  return !SOFT.test(sign);
}

function tagsOf(words: readonly Word[]): ReadonlySet<Tag> {
  const tags = new Set<Tag>();
  for (const word of words) for (const tag of word.tags) tags.add(tag);
  return tags;
}

/** Whether a word of the clause carries one of the tags. */
export const hasTag = (clause: Clause, ...tags: readonly Tag[]): boolean =>
  tags.some((tag) => clause.tags.has(tag));
