/** Cuts a statement where another time of day or another day begins: 上午A，下午B; and keeps a reason with its leave. */
import { type Told, told } from './status.ts';
import type { TimeToken } from './time-tokens.ts';
import { hasRole, isSign, type Token } from './tokens.ts';

const RETURNS =
  /^ ?儿?(?:早上|上午|中午|下午|傍晚|晚上|晚|夜里)?(?:左右|前|之前|以前|才|再|就|能|先|都|准时|按时|钟|赶|得|要|可以)*(?:回|返|拢|到(?![一-鿿]{2,6}(?:开|去|下|检|参))|完|结束|散会|下班|上班|归|收|翻|转|换班|交班|交接|下岗)/u;

/** 下午回镇上开会: he comes back to something. */
const COMES_TO =
  /^ ?(?:再|都|就|两人都)*(?:回|返)(?:到|到了)?[^,，。;；\s]{1,5}(?:开会|参加|值班|培训|上班|办公)/u;

const isReturn = (after: string): boolean => RETURNS.test(after) && !COMES_TO.test(after);

/** A day, a part of it or an hour; 半天 and 全天 are lengths. */
const isMoment = (token: Token): token is TimeToken =>
  token.kind === 'time' &&
  (token.value.t === 'days' ||
    token.value.t === 'clock' ||
    (token.value.t === 'part' && !['noon', 'half', 'all'].includes(token.value.part)));

/** 10点前去银行，之后在岗: the hour the first ends at is where the next begins. */
function endHour(tokens: readonly Token[]): TimeToken | undefined {
  const hour = tokens.findLast(
    (token): token is TimeToken =>
      token.kind === 'time' && token.value.t === 'clock' && (token.till || token.bound === 'before'),
  );
  return hour === undefined ? undefined : { ...hour, till: false, bound: null };
}

interface Turn {
  readonly tokens: Token[];
  /** 之后在岗, 其余时间在岗: apart whatever it says. */
  readonly apart: boolean;
}

function opens(tokens: readonly Token[], n: number, current: readonly Token[], text: string): boolean {
  const token = tokens[n];
  const previous = tokens[n - 1];
  if (token === undefined || !isMoment(token) || token.till) return false;
  if (previous !== undefined && (previous.kind === 'time' || isSign(previous, '(-'))) return false;
  // 教育局5月14日: a day without a break in front begins nothing, unless another was said before.
  if (previous !== undefined && previous.kind !== 'sign' && !current.some(isMoment)) return false;
  if (isSign(previous, ' ') && tokens[n - 2]?.kind === 'time') return false;
  // 请假半天，上午，去医院: a time between commas belongs to what stands before it.
  if (isSign(previous, ',，') && isSign(tokens[n + 1], ',，')) return false;
  const after = text.slice(token.end, token.end + 10);
  return !isReturn(after);
}

/** The words from each moment up to the next. */
function pieces(tokens: readonly Token[], text: string): readonly Turn[] {
  const out: Turn[] = [{ tokens: [], apart: false }];
  for (const [n, token] of tokens.entries()) {
    const current = out.at(-1)?.tokens ?? [];
    const hour = hasRole(token, 'and-then') ? endHour(current) : undefined;
    if (hour !== undefined && told(tokens.slice(n), text)?.status === 'on_duty')
      out.push({ tokens: [hour], apart: true });
    else if (hasRole(token, 'rest-time')) out.push({ tokens: [token], apart: true });
    else if (opens(tokens, n, current, text)) out.push({ tokens: [token], apart: false });
    else current.push(token);
  }
  return out;
}

type Family = 'present' | 'duty' | 'leave' | 'away';

const familyOf = ({ status, rule }: Told): Family => {
  if (status === 'on_duty') return 'present';
  if (status === 'remote_duty') return 'duty';
  return /^(?:leave|reason|rest)/u.test(rule) ? 'leave' : 'away';
};
const isTyped = ({ rule }: Told): boolean =>
  (rule.startsWith('leave') && rule !== 'leave:plain' && rule !== 'leave:holiday') || rule === 'rest';

/** The words without the return at their end: 5月6号上班 says when a leave is over. */
function withoutReturn(tokens: readonly Token[], text: string): readonly Token[] {
  const at = tokens.findIndex((token) => isMoment(token) && isReturn(text.slice(token.end, token.end + 10)));
  return at < 0 ? tokens : tokens.slice(0, at);
}

/** Whether two pieces say one thing: a reason and its leave, or words of which one says nothing. */
function isOne(before: readonly Token[], after: readonly Token[], text: string): boolean {
  const first = told(withoutReturn(before, text), text);
  const second = told(withoutReturn(after, text), text);
  if (first === null || second === null) return true;
  const timed = before.some(isMoment);
  const same = familyOf(first) === familyOf(second);
  if (same && familyOf(first) === 'leave') return !(timed && isTyped(first) && isTyped(second));
  // 乡里开会 下午入户: two things, when both are said in words and the second has its part of the day.
  const parted = after[0]?.kind === 'time' && after[0].value.t === 'part' && first.status !== second.status;
  return !timed && same && !(parted && !/^(?:place|errand)/u.test(first.rule + second.rule));
}

/** More days and hours than this in one statement are no speech; cutting it would cost their square. */
const MOST_MOMENTS = 24;

/** A statement's tokens, turn by turn. */
export function turns(tokens: readonly Token[], text: string): readonly (readonly Token[])[] {
  if (tokens.filter(isMoment).length > MOST_MOMENTS) return [tokens];
  const out: Token[][] = [];
  for (const piece of pieces(tokens, text)) {
    const current = out.at(-1);
    if (current === undefined || (!piece.apart && isOne(current, piece.tokens, text))) {
      if (current === undefined) out.push([...piece.tokens]);
      else current.push(...piece.tokens);
    } else out.push([...piece.tokens]);
  }
  return out;
}
