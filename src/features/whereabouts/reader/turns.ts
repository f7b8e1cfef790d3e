/** Cuts a statement where another time of day or another day begins: 上午A，下午B. */
import { told } from './status.ts';
import type { TimeToken } from './time-tokens.ts';
import { hasRole, isSign, type Token } from './tokens.ts';

const RETURNS =
  /^ ?(?:左右|前|之前|以前|才|再|就|能|都|准时|按时|钟)*(?:回|返|到|完|结束|散会|下班|上班|归|收|翻|转)/u;
/** What is left of an hour, 之后, is no part of the day of its own. */
const isOpening = (token: Token): boolean =>
  token.kind === 'time' &&
  !token.till &&
  (token.value.t === 'days' ||
    (token.value.t === 'part' && token.value.part !== 'noon') ||
    token.value.t === 'clock');

function isApart(previous: Token | undefined): boolean {
  return (
    previous === undefined ||
    isSign(previous, ',，;；。 、\n') ||
    previous.kind === 'word' ||
    previous.kind === 'text'
  );
}

/** The tokens from `n` up to the next time that opens another turn. */
function ownWords(tokens: readonly Token[], n: number): readonly Token[] {
  const next = tokens.findIndex(
    (token, at) => at > n + 1 && isOpening(token) && isSign(tokens[at - 1], ',， '),
  );
  return tokens.slice(n, next < 0 ? tokens.length : next);
}

/** 10点前去银行，之后在岗: the hour the first ends at is where the next begins. */
function endHour(tokens: readonly Token[]): TimeToken | undefined {
  const hour = tokens.findLast(
    (token): token is TimeToken =>
      token.kind === 'time' && token.value.t === 'clock' && (token.till || token.bound === 'before'),
  );
  return hour === undefined ? undefined : { ...hour, till: false, bound: null };
}

/** A statement's tokens, turn by turn. */
export function turns(tokens: readonly Token[], text: string): readonly (readonly Token[])[] {
  const out: Token[][] = [[]];
  for (const [n, token] of tokens.entries()) {
    const current = out.at(-1) ?? [];
    const hour = hasRole(token, 'then') ? endHour(current) : undefined;
    if (
      hour !== undefined &&
      told(current, text) !== null &&
      told(tokens.slice(n), text)?.status === 'on_duty'
    ) {
      out.push([hour]);
      continue;
    }
    const previous = tokens[n - 1];
    const rest = hasRole(token, 'rest-time');
    const opens = rest || isOpening(token);
    const timed = rest || current.some(({ kind }) => kind === 'time') || isSign(previous, ',， ');
    if (
      opens &&
      timed &&
      isApart(previous) &&
      !RETURNS.test(text.slice(token.end, token.end + 8)) &&
      told(current, text) !== null &&
      told(ownWords(tokens, n), text) !== null
    )
      out.push([token]);
    else current.push(token);
  }
  return out;
}
