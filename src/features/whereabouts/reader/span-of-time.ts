/** From the time expressions of a statement to its first and last day, or clock times. */
import { addDays, type Day, daysBetween, instant, iso } from '../../../core/time.ts';
import type { HalfDay, Status } from '../reading.ts';
import { lastDay } from './lengths.ts';
import type { Days, TimeToken } from './time-tokens.ts';
import { hasRole, type Token } from './tokens.ts';
import type { Today } from './word-times.ts';

/** When an entry holds, in the words of the guide. */
export interface When {
  readonly from: string;
  readonly to: string | null;
  readonly halfDay: HalfDay | undefined;
}

const stamp = (day: Day, hm: string): string =>
  iso(hm === '24:00' ? instant(addDays(day, 1)) : instant(day, hm));
/** What stands right behind or before a time word: 回, 上班, 到岗 make it an end. */
function endWord(tokens: readonly Token[], time: TimeToken, text: string): 'back' | 'work' | null {
  const next = tokens[tokens.indexOf(time) + 1];
  // 明早八点换班: what is said of the hour holds for its day.
  const end =
    time.value.t === 'days' && next?.kind === 'time' && next.start === time.end ? next.end : time.end;
  const after = text.slice(end, end + 10);
  if (
    /^ *(?:才|再|正式|就|能|可|左右|前|之前|以前|准时|按时|回来|回)*(?:上班|返岗|到岗|销假|复工|回岗|归岗|返工|到单位|到局)/u.test(
      after,
    )
  )
    return 'work';
  if (
    /^ *(?:早上|上午|中午|下午|傍晚|晚上|晚|夜里)?(?:才|再|就|能|可|左右|前|之前|以前|钟|准时|赶)*(?:回|返|(?:结束|散会|开完|办完)(?!之?后|以后|就|再|了?[就再])|下班|完(?!后)|收|翻|转|归|换班|交班|交接|下岗)/u.test(
      after,
    )
  )
    return 'back';
  const before = tokens[tokens.indexOf(time) - 1];
  return hasRole(before, 'back') &&
    /(?:返回|返程|回程|结束|归|返)[^，,]{0,3}$/u.test(text.slice(Math.max(0, time.start - 24), time.start))
    ? 'back'
    : null;
}
const spansOf = (time: TimeToken): readonly Days[] => (time.value.t === 'days' ? time.value.spans : []);

/** 8.26 8.27 are one stretch; 2日、5日 are two days. */
function joined(spans: readonly Days[]): readonly Days[] {
  const out: Days[] = [];
  for (const span of spans) {
    const last = out.at(-1);
    if (last !== undefined && daysBetween(last.to, span.from) === 1)
      out[out.length - 1] = { from: last.from, to: span.to };
    else if (last === undefined || last.from !== span.from || last.to !== span.to) out.push(span);
  }
  return out;
}
const beforeDay = (day: Day, { calendar }: Today): Day => calendar.shiftWorkdays(day, -1);

/** Days already over are told beside what is ahead; they are no part of it. */
function ahead(times: readonly TimeToken[], today: Day, late: boolean): readonly TimeToken[] {
  const isOver = (time: TimeToken): boolean => {
    const last = spansOf(time).at(-1);
    return last !== undefined && last.to < today;
  };
  const later = times.some((time) => time.value.t === 'days' && !isOver(time));
  const long = times.some((time) => time.value.t === 'length' && time.value.unit !== 'hour');
  // 4.19-4.22: what has begun and goes on is told whole.
  const begins = (n: number): boolean => times[n + 1]?.till === true;
  return late || !(later || long)
    ? times
    : times.filter((time, n) => !isOver(time) || time.bound === 'since' || begins(n));
}

interface DaysSaid {
  readonly starts: readonly Days[];
  readonly end: Day | undefined;
  readonly since: boolean;
}

/** The day a time word ends an absence on, when it does. */
function endOf(time: TimeToken, word: 'back' | 'work' | null, when: Today): Day | undefined {
  const spans = spansOf(time);
  const [first] = spans;
  if (first === undefined) return undefined;
  if (word === 'work') return first.from > when.today ? addDays(first.from, -1) : first.from;
  if (time.bound === 'before' && word === null) return beforeDay(first.from, when);
  return time.till || word === 'back' ? spans.at(-1)?.to : undefined;
}

function daysSaid(
  times: readonly TimeToken[],
  tokens: readonly Token[],
  status: Status,
  text: string,
  when: Today,
): DaysSaid {
  const starts: Days[] = [];
  let end: Day | undefined;
  let since = false;
  const ranged = times.some((time) => spansOf(time).some(({ from, to }) => from !== to));
  for (const time of times) {
    if (time.value.t !== 'days') continue;
    const word = status === 'on_duty' ? null : endWord(tokens, time, text);
    const last = endOf(time, word, when);
    if (last !== undefined) {
      // An explicit range wins over a day of return.
      if (!((ranged || end !== undefined) && word !== null && starts.length > 0)) end = last;
      continue;
    }
    if (time.bound === 'since') since = true;
    const { whole } = time.value;
    starts.push(
      ...time.value.spans.map((span) =>
        whole === true && span.from < when.today && span.to >= when.today
          ? { from: when.today, to: span.to }
          : span,
      ),
    );
  }
  return { starts, end, since };
}

/** The days a statement covers, one stretch or several. */
function stretches(
  times: readonly TimeToken[],
  tokens: readonly Token[],
  status: Status,
  text: string,
  when: Today,
): { readonly spans: readonly Days[]; readonly open: boolean } {
  const { today } = when;
  const open = times.some(({ value }) => value.t === 'open');
  const length = times.find((time) => time.value.t === 'length' && time.value.unit !== 'hour')?.value;
  const { starts, end, since } = daysSaid(times, tokens, status, text, when);
  const all = joined(starts);
  const from = all[0]?.from ?? today;
  const single = all.every((span) => span.from === span.to);
  if (end !== undefined && end >= from) return { spans: [{ from, to: end }], open: false };
  if (length !== undefined && length.t === 'length' && single)
    return { spans: [{ from, to: lastDay(from, length.n, length.unit, status, when) }], open: false };
  if (open || (since && all.length === 1 && single)) return { spans: [{ from, to: from }], open: true };
  return { spans: all.length === 0 ? [{ from: today, to: today }] : all, open: false };
}

interface Clocks {
  readonly start: string | undefined;
  readonly end: string | undefined;
}
const ARRIVES =
  /^\s*(?:钟)?(?:左右)?(?:才|能|先|可)*(?:赶)?[到拢](?=$|[\s,，。;；!！)）(（]|岗|单位|局里|局(?!长)|办公室|得|哒|达|咧|嘎)/u;

/** 到明早八点: the hour ends where its day does. */
function followsEnd(tokens: readonly Token[], time: TimeToken): boolean {
  const day = tokens[tokens.indexOf(time) - 1];
  return day?.kind === 'time' && day.till && day.end >= time.start - 1;
}

function clocksOf(tokens: readonly Token[], text: string): Clocks {
  let start: string | undefined;
  let end: string | undefined;
  for (const time of tokens) {
    if (time.kind !== 'time' || time.value.t !== 'clock') continue;
    const { hm } = time.value;
    const ends =
      time.till ||
      followsEnd(tokens, time) ||
      time.bound === 'before' ||
      endWord(tokens, time, text) !== null ||
      ARRIVES.test(text.slice(time.end, time.end + 8));
    if (ends || start !== undefined) end ??= hm;
    else start = hm;
  }
  return { start, end };
}

/** 下午回, 晚上回: when he is back, not when he is away. 上午报的: when it was said. 下午继续: as before. */
const NO_HALF =
  /^儿?(?:再|才|就|能|也|还|接着|赶|得|可以|要|应该)*(?:回|返|不回|报|那条|[发说写填接]的|转来|转屋|归|翻|收工|到家|住|就住|继续|接着|上班|到岗|到单位|的?(?:接龙|去向|消息|登记|[^,，。]{0,3}报备))/u;

/** 明早报备, 今晚回: a day with its part, and when he reports or comes back. */
const NO_DAY_HALF = /^的?[^,，。]{0,3}报备|^(?:就|再|才)?(?:不?回|住)/u;
/** 上午报的, at the beginning: when it was said. */
const SAID_THEN = /^(?:报|那条|[发说写填接]的|的?(?:接龙|去向|消息|登记|[^,，。]{0,3}报备))/u;

const halfOfDay = ({ value, end }: TimeToken, text: string): HalfDay | undefined =>
  value.t === 'days' && value.half !== undefined && !NO_DAY_HALF.test(text.slice(end, end + 6))
    ? value.half
    : undefined;

/** A part of the day that says when he is away; `opens`: nothing but times stands in front. */
function halfSaid({ value, end }: TimeToken, opens: boolean, text: string): HalfDay | undefined {
  if (value.t !== 'part' || value.part === 'noon' || value.part === 'all') return undefined;
  const other = opens ? SAID_THEN.test(text.slice(end, end + 7)) : NO_HALF.test(text.slice(end, end + 6));
  return other ? undefined : value.part;
}

function halfOf(tokens: readonly Token[], text: string): HalfDay | undefined {
  let found: HalfDay | undefined;
  let opens = true;
  for (const token of tokens) {
    if (token.kind === 'time') {
      const whole = halfOfDay(token, text);
      if (whole !== undefined) return whole;
      const half = halfSaid(token, opens, text);
      // 请半天假，上午: the part that is named is the half that is meant.
      if (half !== undefined && (found === undefined || found === 'half')) found = half;
    } else if (token.kind !== 'sign') opens = false;
  }
  return found;
}

/** 值夜班 says when. */
const nightOf = (tokens: readonly Token[], text: string): HalfDay | undefined =>
  tokens.some(({ kind, start, end }) => kind === 'word' && /夜|通宵|晚班/u.test(text.slice(start, end)))
    ? 'eve'
    : undefined;

const isMany = (tokens: readonly Token[]): boolean =>
  tokens.some((token) => token.kind === 'time' && token.value.t === 'each');

/** When a statement holds: one entry for each stretch of days. `late`: the past counts as well. */
export function whenOf(
  tokens: readonly Token[],
  status: Status,
  text: string,
  when: Today,
  late = false,
): readonly When[] {
  const said = tokens.filter((token): token is TimeToken => token.kind === 'time');
  const { spans, open } = stretches(ahead(said, when.today, late), tokens, status, text, when);
  const { start, end } = clocksOf(tokens, text);
  const half = halfOf(tokens, text) ?? (status === 'remote_duty' ? nightOf(tokens, text) : undefined);
  const each = isMany(tokens);
  return spans.map(({ from, to }) => {
    const night = start !== undefined && end !== undefined && end < start && from === to;
    const last = end === undefined ? to : stamp(night ? addDays(to, 1) : to, end);
    const plain = half === undefined || start !== undefined || end !== undefined || open;
    return {
      from: start === undefined ? from : stamp(from, start),
      to: open ? null : last,
      halfDay: plain || !(from === to || each) ? undefined : half,
    };
  });
}
