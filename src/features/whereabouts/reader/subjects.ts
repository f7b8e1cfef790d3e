/** Whom a statement is about: people named before, after, along, or only mentioned. */
import { partOf } from './mentions.ts';
import { contentOf, draft, hasCue, isTimed, wordsOf } from './statement.ts';
import { MORE, onlyTimes, type State, selves, turnTo } from './statement-state.ts';
import { told } from './status.ts';
import { hasRole, isSign, type PersonToken, type Token } from './tokens.ts';

const HARD = ';；。!！…';
/** What may stand between a status and the names it heads: 请假2人张三, 带班领导李四, 下乡的有王五. */
const HEAD_WORDS = /^(?:领导|人员|员|干部|同志|的|有|是|为|:|：|分别|主任|长|\s)*$/u;

/** 勐腊县 交叉检查 王子腾 普文学: those it is about stand last, and nothing else does. */
function closesWithNames({ now, text }: State, tokens: readonly Token[], n: number): boolean {
  if (now.people.length > 0 || now.subject !== 'implied' || !isSign(tokens[n - 1], ' ')) return false;
  if (now.tokens.some((one) => isSign(one, ',，') || hasRole(one, 'self'))) return false;
  const rest = tokens.slice(n);
  const named = rest.every((one) => one.kind === 'person' || isSign(one, ' 、，,') || hasRole(one, 'with'));
  return named && told(now.tokens, text) !== null;
}

/** 带班领导常胜: the status stands in front of its people, and nothing else is said of them. */
export function headsNames(state: State, tokens: readonly Token[], n: number): boolean {
  if (closesWithNames(state, tokens, n)) return true;
  const { now, text } = state;
  if (now.people.length > 0 || now.subject !== 'implied' || !hasCue(now.tokens, text)) return false;
  const last = now.tokens.findLast((token) => token.kind === 'word' && token.word.cue !== undefined);
  const person = tokens[n];
  if (last === undefined || person === undefined) return false;
  if (now.tokens.some((token) => hasRole(token, 'dest') || hasRole(token, 'self') || hasRole(token, 'at')))
    return false;
  const between = text.slice(last.end, person.start).replace(/\d+[人名个位]?/u, '');
  if (!HEAD_WORDS.test(between)) return false;
  if (last.kind === 'word' && last.word.cue?.status === 'seconded') return true;
  const rest = tokens.slice(n + 1);
  const stop = rest.findIndex((token) => isSign(token, `${HARD},，`));
  return told(rest.slice(0, stop < 0 ? rest.length : stop), text) === null;
}

export const isMore = (tokens: readonly Token[], text: string): boolean => {
  const words = wordsOf(
    tokens.filter(({ kind }) => kind !== 'sign'),
    text,
  );
  return words !== '' && MORE.test(words);
};

/** 30号的大会我参加不了: what stands in front of 我 without a break is what it is about. */
export const isTopic = ({ now }: State, { form }: PersonToken): boolean =>
  form === 'self' && now.subject === 'implied' && !now.tokens.some(({ kind }) => kind === 'sign');

/** 带康健、金鑫 and 有我、何静: listed behind somebody who goes along. */
export function goesAlong({ now, text }: State, found: PersonToken): boolean {
  if (now.people.length === 0 || found.who.length === 0) return false;
  if (now.along >= 0 && /^[、和及与 ]*$/u.test(text.slice(now.along, found.start))) return true;
  return /[,，]\s*(?:有|还有|包括|另有|同行的?有?|随行的?有?|成员有?)[:：]?\s*$/u.test(
    text.slice(now.people[0]?.start ?? 0, found.start),
  );
}

/** 去党校的是苏晓峰: the clause in front is about the name behind it. */
export function tailOf({ now, text }: State, found: PersonToken): readonly Token[] {
  if (!/的(?:是|有|还有)$/u.test(text.slice(Math.max(0, found.start - 3), found.start))) return [];
  const sign = now.tokens.findLastIndex((one) => isSign(one, ',，'));
  return now.tokens.slice(sign + 1);
}

/** 下午甲休息、乙在局里: the part of the day in front holds for both. */
export function leadingTimes({ now, text, statements }: State, found: PersonToken): readonly Token[] {
  const first = now.people[0];
  if (first === undefined) return [];
  const close = /、\s*$/u.test(text.slice(first.start, found.start));
  const isPart = (one: Token): boolean => one.kind === 'time' && one.value.t === 'part';
  // 上午甲乙都在，下午甲去市里，乙在单位: after the second part of the day, a comma as well.
  const parted =
    now.tokens.some((one) => isPart(one) && one.end <= first.start) &&
    statements.some(({ tokens }) => tokens.some(isPart));
  if (!close && !parted) return [];
  return now.tokens.filter((one) => isTimed(one) && one.end <= first.start);
}

const isCue = (token: Token): boolean => token.kind === 'word' && token.word.cue !== undefined;

/** 值班：白天甲，晚上乙: another part of the day begins another's turn. */
const takesTurn = ({ now, header }: State): boolean => {
  const last = now.people.at(-1);
  return (
    last !== undefined && header.some(isCue) && now.tokens.some((one) => isTimed(one) && one.start > last.end)
  );
};

/** Somebody of whom something new is said; what stands in front may belong to him. */
function newSubject(state: State, found: PersonToken): void {
  const { now, text } = state;
  const lead = leadingTimes(state, found);
  const tail = tailOf(state, found);
  const silent = found.form === 'self' && now.subject === 'implied' && told(now.tokens, text) === null;
  const context = silent ? now.tokens.filter(isTimed) : [];
  if (tail.length > 0) now.tokens = now.tokens.slice(0, -tail.length);
  turnTo(state, draft('named', found.start, [found]));
  if (!state.now.tokens.some(isTimed)) state.now.tokens.unshift(...lead);
  state.now.tokens.unshift(...tail);
  if (context.length > 0) state.header = [...state.header, ...context];
}

/** Somebody an earlier word or a list places; false when he stands for himself. */
function isPlaced(state: State, found: PersonToken, tokens: readonly Token[], n: number): boolean {
  const { now, text } = state;
  const part = partOf(tokens, n, text);
  if (part === 'mention') return true;
  if (part === 'companion' && (now.people.length > 0 || contentOf(now.tokens).length > 0)) {
    companion(state, found);
    return true;
  }
  if (part === 'outsider') {
    turnTo(state, draft('named', found.start, [{ ...found, who: [], form: 'outside' }]));
    return true;
  }
  if (goesAlong(state, found)) {
    now.people.push(found);
    now.along = found.end;
    return true;
  }
  if (part === 'relayed') turnTo(state, draft('named', found.start, [found]));
  return part === 'relayed';
}

/** Takes a person in: as one more of those spoken of, under a heading, or as somebody new. */
export function person(state: State, tokens: readonly Token[], n: number): void {
  const { now, text } = state;
  const found = tokens[n];
  if (found?.kind !== 'person' || isPlaced(state, found, tokens, n)) return;
  const fresh = now.subject !== 'others' && now.subject !== 'everyone';
  if (fresh && now.people.length === 0 && isMore(now.tokens, text)) now.tokens = now.tokens.filter(isTimed);
  if (fresh && takesTurn(state)) turnTo(state, draft('named', found.start, [found]));
  else if (fresh && (onlyTimes(now.tokens) || isTopic(state, found))) {
    now.subject = 'named';
    now.people.push(found);
    if (now.start < 0) now.start = found.start;
  } else if (fresh && headsNames(state, tokens, n)) {
    const said = now.tokens;
    state.now = draft('named', now.start, [found]);
    state.header = [...state.carried, ...said];
  } else newSubject(state, found);
}

/** 我跟李四去…: somebody who goes along. */
export function companion(state: State, found: PersonToken): void {
  const { now } = state;
  if (found.who.length === 0) return;
  if (now.subject === 'implied') {
    const own = selves(state);
    now.people.push(...(state.last.length > 0 ? state.last : own));
  }
  now.subject = 'named';
  now.people.push(found);
  now.along = found.end;
}
