/** One time expression at a place in the text, with the words around it that make it an end or a start. */
import { DAY_PARTS } from '../lexicon/days.ts';
import type { HalfDay } from '../reading.ts';
import { readClock } from './clock-times.ts';
import { readDay } from './day-times.ts';
import { readNumber, skipSpaces } from './numbers.ts';
import type { LengthUnit, TimeRead, TimeToken, TimeValue } from './time-tokens.ts';
import { createTrie } from './trie.ts';
import { readFestival, readMonthWord, readRelative, readWeek, type Today } from './word-times.ts';

type Part = HalfDay | 'noon' | 'all';

const parts = createTrie<Part>();
for (const [part, list] of Object.entries(DAY_PARTS)) {
  for (const word of list.trim().split(/\s+/u)) parts.add(word, part as Part);
}
/** One-character parts count only beside another time word. */
const ALONE = /^[早晨晚夜]$/u;

const others = createTrie<TimeValue>();
for (const word of '长期 時間待定 时间待定 时间未定 期限不定 回来时间待定 返程时间待定 时间不定 办完再回 办完再回来 办完就回来再说 结束时间待定 回期未定 归期未定 归期待定 返回时间待定 返岗时间待定 待定 啥时候回来不一定 何时回来不定'.split(
  ' ',
)) {
  others.add(word, { t: 'open' });
}
for (const word of '每天 每日 天天 逐日'.split(' ')) others.add(word, { t: 'each' });
const week: TimeValue = { t: 'length', n: 1, unit: 'week' };
for (const word of '一周 1周 一星期 一个星期 1个星期 一个礼拜 一礼拜 一個星期 1个礼拜 个把星期 七天时间'.split(
  ' ',
))
  others.add(word, week);
for (const word of '半年 半年时间'.split(' ')) others.add(word, { t: 'length', n: 6, unit: 'month' });
for (const word of '半个月 半月 半个多月'.split(' '))
  others.add(word, { t: 'length', n: 1, unit: 'half-month' });
for (const word of '半年 半个年头'.split(' ')) others.add(word, { t: 'length', n: 6, unit: 'month' });
for (const word of '一年 1年'.split(' ')) others.add(word, { t: 'length', n: 12, unit: 'month' });
for (const word of '半小时 半个小时 半个钟 半个钟头 一刻钟'.split(' '))
  others.add(word, { t: 'length', n: 1, unit: 'hour' });
for (const word of '一上午 一早上 整个上午'.split(' ')) others.add(word, { t: 'part', part: 'am' });
for (const word of '一下午 一后晌 整个下午'.split(' ')) others.add(word, { t: 'part', part: 'pm' });
for (const word of '一晚上 一夜 一晚'.split(' ')) others.add(word, { t: 'part', part: 'eve' });

const UNITS: readonly (readonly [string, LengthUnit])[] = [
  ['个工作日', 'workday'],
  ['工作日', 'workday'],
  ['个小时', 'hour'],
  ['个钟头', 'hour'],
  ['小时', 'hour'],
  ['个钟', 'hour'],
  ['分钟', 'hour'],
  ['个星期', 'week'],
  ['星期', 'week'],
  ['个礼拜', 'week'],
  ['礼拜', 'week'],
  ['周', 'week'],
  ['个半月', 'month'],
  ['个月', 'month'],
  ['天', 'day'],
  ['日游', 'hour'],
  ['晚', 'hour'],
];

/** 一周年, 一周二, 3天前: another word. */
const goesOn = (text: string, end: number, kind: LengthUnit, word: string): boolean =>
  (kind === 'week' && word.length === 1 && /[一二三四五六日天末年岁]/u.test(text.charAt(end))) ||
  (kind === 'day' && /[气前]/u.test(text.charAt(end)));

const readLength = (text: string, at: number): TimeRead | null => {
  if (text.charAt(at - 1) === '第' || text.charAt(at - 1) === '.') return null;
  const n = readNumber(text, at);
  if (!n || n.n === 0 || n.n > 400) return null;
  const half = text.startsWith('.5', n.end) ? 2 : 0;
  const unit = UNITS.find(([word]) => text.startsWith(word, n.end + half));
  if (!unit) return null;
  const [word, kind] = unit;
  const end = n.end + half + word.length;
  if (goesOn(text, end, kind, word)) return null;
  const andHalf = half === 0 && kind === 'day' && text.charAt(end) === '半';
  return {
    value: { t: 'length', n: n.n + (half > 0 || andHalf ? 1 : 0), unit: kind },
    end: andHalf ? end + 1 : end,
  };
};

const readPart = (text: string, at: number, adjacent: boolean): TimeRead | null => {
  const match = parts.longest(text, at);
  if (!match) return null;
  const word = text.slice(at, match.end);
  const clockNext = readClock(text, skipSpaces(text, match.end), match.value);
  if (clockNext) return clockNext;
  if (ALONE.test(word) && !(adjacent && !/[点到来会饭餐自]/u.test(text.charAt(match.end)))) return null;
  return { value: { t: 'part', part: match.value }, end: match.end };
};

const readOther = (text: string, at: number): TimeRead | null => {
  const match = others.longest(text, at);
  if (!match) return null;
  if (match.value.t === 'length' && /^[一二三四五六日末年报度总来前]/u.test(text.charAt(match.end)))
    return null;
  return { value: match.value, end: match.end };
};

/** The longest reading wins: 3天 over 3, 下午两点 over 下午. */
const readAny = (text: string, at: number, when: Today, last: TimeToken | null): TimeRead | null => {
  const adjacent = last !== null && last.end === at && last.value.t === 'days';
  const half = adjacent && last.value.t === 'days' ? last.value.half : undefined;
  const part = last?.value.t === 'part' && last.end >= at - 3 ? last.value.part : half;
  let best: TimeRead | null = null;
  const take = (read: TimeRead | null): void => {
    if (read && (best === null || read.end > best.end)) best = read;
  };
  take(readOther(text, at));
  const char = text.charAt(at);
  // Most readers can only begin at a few characters: the rest need not be asked.
  if (NUMERALS.has(char)) {
    take(readLength(text, at));
    take(
      readClock(
        text,
        at,
        part ?? (last?.value.t === 'clock' && last.end >= at - 2 ? last.value.part : undefined),
      ),
    );
    take(readDay(text, at, when.today));
  }
  take(readRelative(text, at, when));
  take(readPart(text, at, adjacent));
  if (WEEKS.has(char)) take(readWeek(text, at, when));
  if (MONTHS.has(char)) take(readMonthWord(text, at, when));
  take(readFestival(text, at, when));
  return best;
};

const NUMERALS = new Set('0123456789零一二两俩三仨四五六七八九十幺壹贰叁廿卅');
const WEEKS = new Set('上本这该今呢下个礼星周拜');
const MONTHS = new Set('年岁本这当下月');
const FIRST = new Set(
  '0123456789零一二两俩三仨四五六七八九十廿半今明后大昨前寻琴听聽次第赶外万上下本这该呢周礼星拜月年节元春过清劳端中国长時时期回返办待啥何结归每天逐全整成白早晨晚夜晌头朝午晏吃傍挨通黑个隔当即一今现挨岁夜午晚',
);

const BOUND = /^(?:之前|以前|前|之后|以后|后|起|开始|开头|算起|算|左右|许|那天|当天|当日)+/u;

const boundOf = (text: string, end: number, clock: boolean): { bound: TimeToken['bound']; end: number } => {
  const said = BOUND.exec(text.slice(end, end + 6));
  if (!said || /^后[勤续备面期]|^前[往面期台]|^起[草床]|^算[上账]/u.test(text.slice(end, end + 2)))
    return { bound: null, end };
  // 10点前去 is 10点前, 明天前去 is 前去.
  if (!clock && text.startsWith('前去', end)) return { bound: null, end };
  const word = said[0];
  const bound = word.includes('前')
    ? 'before'
    : word.includes('后')
      ? 'after'
      : /起|开/u.test(word)
        ? 'since'
        : null;
  return { bound, end: end + word.length };
};

const WEEKDAY_NOTE =
  /^ ?\((?:(?:本|下|这)?(?:周|星期|礼拜)[一二三四五六日天]|[一二三四五六日])(?:补班|上班)?\)/u;

/** The time expression at `at`, or null; `last` is the one read just before. */
export const readTime = (text: string, at: number, when: Today, last: TimeToken | null): TimeToken | null => {
  if (!FIRST.has(text.charAt(at))) return null;
  const read = readAny(text, at, when, last);
  if (!read) return null;
  const note = read.value.t === 'days' ? WEEKDAY_NOTE.exec(text.slice(read.end, read.end + 10)) : null;
  const noted = note ? read.end + note[0].length : read.end;
  const { bound, end } =
    read.value.t === 'part' || read.value.t === 'open'
      ? { bound: null, end: noted }
      : boundOf(text, noted, read.value.t === 'clock');
  const before =
    text.charAt(at - 1) === ' '
      ? text.slice(Math.max(0, at - 6), at).trimEnd()
      : text.slice(Math.max(0, at - 2), at);
  return {
    kind: 'time',
    start: at,
    end,
    value: read.value,
    till:
      read.till === true ||
      (/[到至-]$/u.test(before) &&
        !/(?:改|提前|推迟|推|调|挪)到$/u.test(text.slice(Math.max(0, at - 4), at))),
    bound,
  };
};
