/** Cuts a normalised message into people, times, known words, counts, signs and the text between them. */
import { type Lexicon, type Word, wordOf } from '../lexicon/lexicon.ts';
import type { Roster20 } from './members.ts';
import { readNumber } from './numbers.ts';
import { readPerson } from './people.ts';
import { isHan } from './signs.ts';
import type { TimeToken } from './time-tokens.ts';
import { readTime } from './times.ts';
import { type CountToken, type PersonToken, plays, type Token, type WordToken } from './tokens.ts';
import type { Today } from './word-times.ts';

const SIGNS = new Set(' ,，;；。、:：()（）|\n-/+“”【】!！?？#…');

/** 9人, 外出4: a number of people. */
function readCount(text: string, at: number): CountToken | null {
  const number = readNumber(text, at);
  if (number === null) return null;
  const unit = /^(?:人|名|位|个人|个同志)/u.exec(text.slice(number.end, number.end + 3));
  if (unit === null && !/[岗到勤差假出][: ]?$/u.test(text.slice(Math.max(0, at - 2), at))) return null;
  if (unit === null && /^[0-9.:点月日号天:/]/u.test(text.charAt(number.end))) return null;
  return { kind: 'count', start: at, end: number.end + (unit?.[0].length ?? 0), n: number.n };
}

const COUNTY = wordOf({ place: 'out', proper: true });

/** 湟中的检查, 王五 共和: alone in front of 的, a sign, or what is done there. */
function isFree(text: string, at: number, end: number, lexicon: Lexicon): boolean {
  const before = text.charAt(at - 1);
  if (before !== '' && !':： (（,，|'.includes(before)) return false;
  if (/^[镇乡村街路社小中医局所银广大公桥河湖山屯寨组沟坪坝湾]/u.test(text.slice(end))) return false;
  const next = lexicon.words.longest(text, end)?.value;
  return (
    text.charAt(end) === '的' ||
    text.charAt(end) === '' ||
    SIGNS.has(text.charAt(end)) ||
    next?.cue !== undefined ||
    next?.place !== undefined ||
    (next !== undefined && plays(next, 'verb'))
  );
}

/** 去互助县, 到共和: the name of another county, where a destination is expected. */
function county(
  text: string,
  at: number,
  lexicon: Lexicon,
  when: Today,
): { end: number; value: Word } | null {
  const before = text.charAt(at - 1);
  if (!'去到赴往在从回'.includes(before) || before === '') {
    const named = lexicon.counties.longest(text, at);
    // With its suffix it is one anywhere: 互助县观摩.
    if (named !== null && isFree(text, at, named.end, lexicon)) return { end: named.end, value: COUNTY };
    return named !== null && /[县旗]$/u.test(text.slice(at, named.end)) && named.end - at > 2
      ? { end: named.end, value: COUNTY }
      : null;
  }
  const match = lexicon.counties.longest(text, at);
  if (
    match === null ||
    /^[镇乡村街路社小中医局所银广大公桥河湖山屯寨组沟坪坝湾]/u.test(text.slice(match.end))
  )
    return null;
  // 南关棚改工地: the first words of a place at home.
  if (
    match.end - at === 2 &&
    isHan(text.charAt(match.end)) &&
    lexicon.words.longest(text, match.end) === null &&
    readTime(text, match.end, when, null) === null
  )
    return null;
  return { end: match.end, value: COUNTY };
}

/** 到下午: the day part begins inside the longer word 到下. */
function cutAtTime(
  text: string,
  at: number,
  found: { readonly end: number; readonly value: Word },
  lexicon: Lexicon,
  when: Today,
): WordToken {
  const last = found.end - 1;
  if (last > at && '上下一今明早'.includes(text.charAt(last))) {
    const shorter = lexicon.words.get(text.slice(at, last));
    const time = shorter === undefined ? null : readTime(text, last, when, null);
    if (shorter !== undefined && time !== null && time.end > found.end)
      return { kind: 'word', start: at, end: last, word: shorter };
  }
  return { kind: 'word', start: at, end: found.end, word: found.value };
}

const SUFFIX = /[镇乡村]$/u;

/** Whether a word like 城镇 is cut out of a place's name behind 去 or 在. */
function inPlaceName(
  text: string,
  at: number,
  { end, value }: { readonly end: number; readonly value: Word },
  last: TimeToken | null,
): boolean {
  if (end - at !== 2 || value.roles[0] !== 'noise' || !SUFFIX.test(text.slice(at, end))) return false;
  const before = text.slice(Math.max(last?.end ?? 0, at - 4), at);
  return /[去到赴在往回从下 ,、:(][一-鿿]{1,2}$/u.test(before);
}

const FIRST_DIGIT = 0x30;

const LEADS_ON = ['dest', 'at', 'with', 'not', 'back', 'behalf', 'cover', 'asked', 'verb'] as const;

/** A sign, a cue or a place behind a name: it ends there. */
function standsAlone(text: string, at: number, { words }: Lexicon): boolean {
  if (!isHan(text.charAt(at)) || '今明昨后上下早晚周'.includes(text.charAt(at))) return true;
  const next = words.longest(text, at)?.value;
  return (
    next !== undefined &&
    (next.cue !== undefined || next.place !== undefined || LEADS_ON.some((role) => plays(next, role)))
  );
}

/** The person at a place; 双龙镇 holds no 龙镇, and no other short form begins inside words that are not read. */
function personAt(
  text: string,
  at: number,
  roster: Roster20,
  lexicon: Lexicon,
  inText: boolean,
): PersonToken | null {
  const person = readPerson(text, at, roster, lexicon);
  if (person === null || !inText) return person;
  if (person.end - at === 2 && (person.form === 'title' || person.form === 'sound')) return null;
  // 绿水青山就是…: a given name inside other words.
  return person.form === 'given' && !standsAlone(text, person.end, lexicon) ? null : person;
}

function tokenAt(
  text: string,
  at: number,
  roster: Roster20,
  lexicon: Lexicon,
  when: Today,
  last: TimeToken | null,
  inText: boolean,
): Token | null {
  // Neither a letter nor a digit: nothing begins here.
  if (text.charCodeAt(at) < FIRST_DIGIT) return null;
  const person = personAt(text, at, roster, lexicon, inText);
  const found = county(text, at, lexicon, when) ?? lexicon.words.longest(text, at);
  // 边城镇, 双河乡村: the end of a place's name, not 城镇 or 乡村.
  if (found !== null && inPlaceName(text, at, found, last)) return null;
  const word = found === null ? null : cutAtTime(text, at, found, lexicon, when);
  // A name gives way to a longer word it begins: 施工现场, 雷雨天气.
  const weak = person?.form === 'nick' && word?.end === person.end;
  if (person !== null && !weak && (word === null || person.end >= word.end)) return person;
  const time = readTime(text, at, when, last);
  if (time !== null && (word === null || time.end >= word.end)) return time;
  return readCount(text, at) ?? word ?? person;
}

/** The tokens of a text, in order; every position belongs to one. */
export function tokenise(text: string, roster: Roster20, lexicon: Lexicon, when: Today): readonly Token[] {
  const tokens: Token[] = [];
  let last: TimeToken | null = null;
  let plain = -1;
  const flush = (at: number): void => {
    if (plain >= 0) tokens.push({ kind: 'text', start: plain, end: at });
    plain = -1;
  };
  for (let at = 0; at < text.length; ) {
    const char = text.charAt(at);
    const token: Token | null = SIGNS.has(char)
      ? ({ kind: 'sign', start: at, end: at + 1, sign: char } as const)
      : tokenAt(text, at, roster, lexicon, when, last, plain >= 0);
    if (token === null) {
      if (plain < 0) plain = at;
      at += 1;
      continue;
    }
    flush(at);
    tokens.push(token);
    if (token.kind === 'time') last = token;
    at = Math.max(token.end, at + 1);
  }
  flush(text.length);
  return tokens;
}
