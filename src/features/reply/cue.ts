/** A cue: the words in one clause that speak for one meaning, and the questions every rule asks about their surroundings. */

import { type Clause, HIDDEN, hasTag } from './clauses.ts';
import type { Tag, Word } from './lexicon.ts';

/**
 * `receipt` counts by itself, `weak` only where nothing else is said; `accept` and `promise` speak of a finding or a notice;
 * `pass` is a notice handed on; `done`, `object`, `delay` are a finding's.
 */
export type CueKind = 'receipt' | 'weak' | 'accept' | 'promise' | 'pass' | 'done' | 'object' | 'delay';

export interface Cue {
  readonly kind: CueKind;
  readonly clause: Clause;
  readonly start: number;
  readonly end: number;
  readonly rule: string;
}

/** What the rules may know beside the clause. */
export interface Scene {
  /** A finding is open, quoted or coded: objections, delays and rectifications are possible. */
  readonly finding: boolean;
  /** A finding is quoted, coded or spoken of, so that everyday words are about it. */
  readonly pointed: boolean;
  /** A notice is quoted or coded. */
  readonly noticed: boolean;
  /** Someone is addressed with @. */
  readonly addressed: boolean;
}

export const cueOf = (
  kind: CueKind,
  clause: Clause,
  words: readonly [Word, ...Word[]],
  rule: string,
): Cue => ({
  kind,
  clause,
  start: Math.min(...words.map((word) => word.start)),
  end: Math.max(...words.map((word) => word.end)),
  rule,
});

/** No word of the lexicon is longer. */
const LONGEST = 16;

export const is = (word: Word | undefined, ...tags: readonly Tag[]): boolean =>
  word !== undefined && tags.some((tag) => word.tags.has(tag));

/** The word carries one of many tags. */
export function within(word: Word, tags: ReadonlySet<Tag>): boolean {
  for (const tag of word.tags) if (tags.has(tag)) return true;
  return false;
}

/** The word before `word` carrying one of the tags, at most `reach` signs away. */
export function before(clause: Clause, word: Word, reach: number, ...tags: readonly Tag[]): Word | undefined {
  if (!hasTag(clause, ...tags)) return undefined;
  const { words } = clause;
  for (let index = firstFrom(words, word.start) - 1; index >= 0; index -= 1) {
    const other = words[index];
    if (other === undefined || other.start < word.start - reach - LONGEST) return undefined;
    if (other.end <= word.end && word.start - other.end <= reach && is(other, ...tags)) return other;
  }
  return undefined;
}

/** The word after `word` carrying one of the tags, at most `reach` signs away. */
export function after(clause: Clause, word: Word, reach: number, ...tags: readonly Tag[]): Word | undefined {
  if (!hasTag(clause, ...tags)) return undefined;
  const { words } = clause;
  for (let index = firstFrom(words, word.start); index < words.length; index += 1) {
    const other = words[index];
    if (other === undefined || other.start - word.end > reach) return undefined;
    if (other.end > word.end && is(other, ...tags)) return other;
  }
  return undefined;
}

/** 哈哈收到余额不足的通知: laughter and a long object make a joke. */
export const laughedAt = (clause: Clause, word: Word): boolean =>
  clause.end - word.end > 5 && before(clause, word, 0, 'laugh') !== undefined;

/** A negation stands directly before the word, or with one small word between. */
export const negated = (clause: Clause, word: Word): boolean => before(clause, word, 1, 'neg') !== undefined;

/** 是今天还是明天, 在不在, 改没改. */
const ALTERNATIVE = /[是要选用在去穿走坐吃喝].{1,10}还是|([一-龥])[不没]\1/u;

/** The clause asks. `能否…` asks too, but as a request: see `may`. 没什么异议 asks nothing. */
export function asks(clause: Clause): boolean {
  if (clause.stop === '?' || ALTERNATIVE.test(clause.text)) return true;
  if (!hasTag(clause, 'ask', 'askend', 'may')) return false;
  return clause.words.some(
    (word) =>
      (is(word, 'ask') && !negated(clause, word)) ||
      (is(word, 'askend') && closes(clause, word)) ||
      (is(word, 'may') && /[吗不]$/u.test(word.word) && closes(clause, word)),
  );
}

/** Nothing but particles stands after the word. */
export function closes(clause: Clause, word: Word): boolean {
  return reach(clause, word.end, 1, (next) => is(next, 'particle', 'askend')) === clause.end;
}

/**
 * Walks from a place over neighbouring words that satisfy the test, over hidden codes and over light punctuation;
 * returns where it had to stop. Overlapping words carry on: 均已 + 已收到.
 */
export function reach(clause: Clause, from: number, step: 1 | -1, allowed: (word: Word) => boolean): number {
  let at = from;
  for (let tries = 0; tries <= clause.text.length; tries += 1) {
    const next = step === 1 ? wordFrom(clause, at, allowed) : wordUpTo(clause, at, allowed);
    if (next !== undefined) at = step === 1 ? next.end : next.start;
    else if (light(clause, step === 1 ? at : at - 1)) at += step;
    else break;
  }
  return at;
}

function wordFrom(clause: Clause, at: number, allowed: (word: Word) => boolean): Word | undefined {
  const { words } = clause;
  for (let index = firstFrom(words, at - LONGEST); index < words.length; index += 1) {
    const word = words[index];
    if (word === undefined || word.start > at) return undefined;
    if (word.end > at && allowed(word)) return word;
  }
  return undefined;
}

function wordUpTo(clause: Clause, at: number, allowed: (word: Word) => boolean): Word | undefined {
  const { words } = clause;
  for (let index = firstFrom(words, at) - 1; index >= 0; index -= 1) {
    const word = words[index];
    if (word === undefined || word.start < at - LONGEST) return undefined;
    if (word.end >= at && allowed(word)) return word;
  }
  return undefined;
}

/** Index of the first word that starts at a place or after it. */
function firstFrom(words: readonly Word[], at: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.start ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

const light = (clause: Clause, at: number): boolean => {
  const sign = clause.text.charAt(at - clause.start);
  return sign === HIDDEN || (sign !== '' && '、:“”"‘’「」.-—'.includes(sign));
};

/** 办公室尽快拿出报告, 人事股把名单报上来: a department is told. */
const DEPARTMENT_TOLD =
  /^(?:办公室|党政办|综合办|纪检组|机关党委|[一-龥]{1,3}[股科室站所办])(?:的?同志)?(?:尽快|抓紧|赶紧|马上|立即|今天|明天|把|要|负责|牵头|去)/u;

/** 小赵你负责整改: told to one by name. */
const YOU_TOLD =
  /^(?!.{0,6}[我俺咱]).{0,10}都(?:把|给我|要(?!求)|不许|不准|得)|^[小老阿][一-龥](?:马上|立即|赶紧|赶快|抓紧|尽快|快|把|去|来|先|今天|明天|今晚)|^.{0,4}你们?(?:俩|几个)?(?:负责|把|去|来|抓紧|赶紧|赶快|马上|立即|尽快|要(?!求)|写|先|今天|明天|牵头|跟|给|记得|别)/u;

/** 请各科室…, 你们…, @小李 快…, 交给我: told to others. 请督查组复核 asks upward and is no order. */
export function orders(clause: Clause, scene: Scene): boolean {
  if (DEPARTMENT_TOLD.test(clause.text) || YOU_TOLD.test(clause.text)) return true;
  const first = clause.words.find((word) => is(word, 'order') && heads(clause, word));
  if (first === undefined)
    return (
      clause.words.some((word) => is(word, 'to_me')) ||
      (scene.addressed &&
        !clause.words.some((word) => is(word, 'self', 'addressee', 'received', 'read', 'past')))
    );
  if (
    before(clause, first, 0, 'self') === undefined &&
    /^各/u.test(first.word) &&
    after(clause, first, 4, 'strictly') !== undefined
  )
    return false;
  return after(clause, first, 0, 'upward') === undefined || is(after(clause, first, 0, 'order'), 'order');
}

/** At the head of the clause, or after one small sign: 那你…, 哎大家…. */
const heads = (clause: Clause, word: Word): boolean =>
  word.start === clause.start ||
  (word.start === clause.start + 1 && /^[^一-龥]|^[那就好行哎诶喂嗯]/u.test(clause.text));

/** 如有异议, 收到请…: said for a case, not of one. */
export const conditional = (clause: Clause): boolean =>
  hasTag(clause, 'cond') && clause.words.some((word) => is(word, 'cond') && word.start - clause.start <= 4);
