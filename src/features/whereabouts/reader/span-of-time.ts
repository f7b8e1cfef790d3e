/** From the time expressions of a statement to its first and last day, or clock times. */
import { addDays, type Day, daysBetween, instant, iso } from '../../../core/time.ts';
import type { HalfDay, Status } from '../whereabouts.ts';
import { lastOfMonth } from './day-times.ts';
import type { Days, LengthUnit, TimeToken } from './time-tokens.ts';
import { hasRole, type Token } from './tokens.ts';
import type { Today } from './word-times.ts';

/** When an entry holds, in the words of the guide. */
export interface When {
  readonly from: string;
  readonly to: string | null;
  readonly halfDay?: HalfDay;
}

const stamp = (day: Day, hm: string): string =>
  iso(hm === '24:00' ? instant(addDays(day, 1)) : instant(day, hm));
/** Leave that is granted by the working day. */
const BY_WORKDAY: ReadonlySet<Status> = new Set(['leave_personal', 'leave_annual', 'rest']);
const AWAY_TRIPS: ReadonlySet<Status> = new Set([
  'business_trip',
  'meeting',
  'training',
  'field_visit',
  'out_on_business',
  'seconded',
]);

/** The n-th working day from `day` on, itself included when it is one. */
function workdaysFrom(day: Day, n: number, { calendar }: Today): Day {
  let last = day;
  for (let left = n, at = day; left > 0 && daysBetween(day, at) < 800; at = addDays(at, 1))
    if (calendar.isWorkday(at)) {
      last = at;
      left -= 1;
    }
  return last;
}

function monthsLater(day: Day, n: number): Day {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + n;
  const [year, month] = [Math.floor(months / 12), (months % 12) + 1];
  const date = Math.min(Number(day.slice(8)), Number(lastOfMonth(year, month).slice(8)));
  return addDays(`${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`, -1);
}

function lastDay(from: Day, n: number, unit: LengthUnit, status: Status, when: Today): Day {
  if (unit === 'hour') return from;
  if (unit === 'week') return addDays(from, n * 7 - 1);
  if (unit === 'half-month') return addDays(from, n * 15 - 1);
  if (unit === 'month') return monthsLater(from, n);
  return unit === 'workday' || BY_WORKDAY.has(status) ? workdaysFrom(from, n, when) : addDays(from, n - 1);
}

/** What stands right behind or before a time word: 回, 上班, 到岗 make it an end. */
function endWord(tokens: readonly Token[], time: TimeToken, text: string): 'back' | 'work' | null {
  const after = text.slice(time.end, time.end + 6);
  if (
    /^\s*(?:才|再|正式|就|能|左右|前|之前|以前)*(?:上班|返岗|到岗|销假|复工|回岗|在岗|归岗|返工)/u.test(after)
  )
    return 'work';
  if (/^\s*(?:才|再|就|能|左右|前|之前|以前|钟)*(?:回|返|结束|散会|下班|完|收|翻|转)/u.test(after))
    return 'back';
  const before = tokens[tokens.indexOf(time) - 1];
  return hasRole(before, 'back') &&
    /(?:返回|返程|回程|结束|归|返)[^，,]{0,3}$/u.test(text.slice(0, time.start))
    ? 'back'
    : null;
}

const dayTokens = (times: readonly TimeToken[]) => times.filter((time) => time.value.t === 'days');
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

/** The days a statement covers, one stretch or several. */
function stretches(
  tokens: readonly Token[],
  status: Status,
  text: string,
  when: Today,
): { readonly spans: readonly Days[]; readonly open: boolean } {
  const times = tokens.filter((token): token is TimeToken => token.kind === 'time');
  const { today } = when;
  const open = times.some(({ value }) => value.t === 'open');
  const length = times.find((time) => time.value.t === 'length' && time.value.unit !== 'hour')?.value;
  const starts: Days[] = [];
  let end: Day | undefined;
  let since = false;
  for (const time of dayTokens(times)) {
    const spans = spansOf(time);
    const [first] = spans;
    if (first === undefined) continue;
    const word = endWord(tokens, time, text);
    const whole = time.value.t === 'days' && time.value.whole === true;
    if (time.bound === 'before' && word === null) end = beforeDay(first.from, when);
    else if (word === 'work' && (time.till || starts.length > 0 || !AWAY_TRIPS.has(status)))
      end = first.from > today ? addDays(first.from, -1) : first.from;
    else if (time.till || word === 'back') end = spans.at(-1)?.to;
    else {
      if (time.bound === 'since') since = true;
      starts.push(
        ...spans.map((span) =>
          whole && span.from < today && span.to >= today ? { from: today, to: span.to } : span,
        ),
      );
    }
  }
  const all = joined(starts);
  const from = all[0]?.from ?? today;
  if (end !== undefined && end >= from) return { spans: [{ from, to: end }], open: false };
  if (length !== undefined && length.t === 'length' && all.every((span) => span.from === span.to))
    return { spans: [{ from, to: lastDay(from, length.n, length.unit, status, when) }], open: false };
  if (open || (since && all.length === 1 && all[0]?.from === all[0]?.to))
    return { spans: [{ from, to: from }], open: true };
  return { spans: all.length === 0 ? [{ from: today, to: today }] : all, open: false };
}

interface Clocks {
  readonly start?: string;
  readonly end?: string;
}

function clocksOf(tokens: readonly Token[], text: string): Clocks {
  let start: string | undefined;
  let end: string | undefined;
  for (const time of tokens) {
    if (time.kind !== 'time' || time.value.t !== 'clock') continue;
    const { hm } = time.value;
    if (
      time.till ||
      time.bound === 'before' ||
      endWord(tokens, time, text) !== null ||
      /^\s*(?:钟)?(?:左右)?(?:才)?(?:能)?到/u.test(text.slice(time.end, time.end + 6))
    )
      end ??= hm;
    else if (start === undefined) start = hm;
    else end ??= hm;
  }
  return { ...(start === undefined ? {} : { start }), ...(end === undefined ? {} : { end }) };
}

function halfOf(tokens: readonly Token[], text: string): HalfDay | undefined {
  for (const token of tokens) {
    if (token.kind !== 'time') continue;
    const { value } = token;
    if (value.t === 'days' && value.half !== undefined) return value.half;
    if (value.t !== 'part' || value.part === 'noon' || value.part === 'all') continue;
    // 下午回, 晚上回: when he is back, not when he is away. 上午报的: when it was said.
    if (/^(?:再|才|就|能)?(?:回|返|报|那条|的接龙|的去向)/u.test(text.slice(token.end, token.end + 4)))
      continue;
    return value.part;
  }
  return undefined;
}

/** When a statement holds: one entry for each stretch of days. */
export function whenOf(tokens: readonly Token[], status: Status, text: string, when: Today): readonly When[] {
  const { spans, open } = stretches(tokens, status, text, when);
  const { start, end } = clocksOf(tokens, text);
  const half = halfOf(tokens, text);
  const each = tokens.some((token) => token.kind === 'time' && token.value.t === 'each');
  return spans.map(({ from, to }) => {
    const last = end === undefined ? to : stamp(to, end < (start ?? '') && from === to ? end : end);
    const bounds = { from: start === undefined ? from : stamp(from, start), to: open ? null : last };
    const single = from === to || each;
    return half === undefined || start !== undefined || end !== undefined || !single || open
      ? bounds
      : { ...bounds, halfDay: half };
  });
}
