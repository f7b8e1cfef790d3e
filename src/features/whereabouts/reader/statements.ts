/** Groups tokens into statements: about whom, and in which words; headers, brackets and lists included. */
import { carriedFrom, isHeading } from './headings.ts';
import { partOf } from './mentions.ts';
import {
  contentOf,
  type Draft,
  draft,
  hasCue,
  isTimed,
  type Statement,
  trailingTimes,
  wordsOf,
} from './statement.ts';
import { told } from './status.ts';
import { hasRole, isSign, type PersonToken, type Token } from './tokens.ts';

const HARD = ';；。!！…';
/** 还有江河, 有我: more people for what was just said. */
const MORE =
  /^(?:还有|另有|有|包括|以及|加上|同行|随行|同去|一起|成员|人员|同行人员|随行人员|的|是|:|：|\s)*$/u;
const LEADS =
  /^(?:还有|以及|加上|带队|带车|领队|牵头|陪同|同行|随行|一起|一同|一块|一道|也去|也在|参加|同去|\s)+$/u;
/** What may stand between a status and the names it heads: 请假2人张三, 带班领导李四, 下乡的有王五. */
const HEAD_WORDS = /^(?:领导|人员|员|干部|同志|的|有|是|为|:|：|分别|主任|长|\s)*$/u;

interface State {
  readonly text: string;
  readonly sender: number;
  readonly statements: Statement[];
  carried: readonly Token[];
  header: readonly Token[];
  last: PersonToken[];
  now: Draft;
}

const onlyTimes = (tokens: readonly Token[]): boolean => contentOf(tokens).every(isTimed);
const onlyTitle = (tokens: readonly Token[]): boolean => tokens.every(({ kind }) => kind !== 'person');

function push(state: State, token: Token): void {
  if (state.now.start < 0) state.now.start = token.start;
  state.now.tokens.push(token);
}

/** Joins 还有江河 or 文局带队 to the statement before. */
function joinsBefore(state: State): boolean {
  const { people, tokens, subject } = state.now;
  const before = state.statements.at(-1);
  if (before === undefined || people.length === 0 || subject !== 'named') return false;
  const words = wordsOf(tokens, state.text).replace(/[\s,，、|+]/gu, '');
  const lead = state.text.slice(before.end, people[0]?.start ?? before.end);
  const more =
    words === '' &&
    /还有|另有|有|包括|以及|加上|随行|同行/u.test(lead) &&
    MORE.test(lead.replace(/[,，、]/gu, ''));
  if (!more && !(words !== '' && LEADS.test(words))) return false;
  const own: readonly PersonToken[] = before.subject === 'implied' ? selves(state) : [];
  if (
    before.subject === 'others' ||
    before.subject === 'everyone' ||
    told(before.tokens, state.text) === null
  )
    return false;
  state.statements[state.statements.length - 1] = {
    ...before,
    subject: 'named',
    people: [...before.people, ...own, ...people],
  };
  return true;
}

const selves = ({ sender, statements }: State): readonly PersonToken[] => {
  const start = statements.at(-1)?.start ?? 0;
  return sender < 0
    ? []
    : [{ kind: 'person', start, end: start, who: [sender], form: 'self', called: false }];
};

function flush(state: State): void {
  const { subject, people, tokens, start } = state.now;
  const joined = joinsBefore(state);
  if (people.length > 0) state.last = people;
  const followsOn =
    people.length === 0 && subject === 'implied' && state.last.length > 0 && contentOf(tokens).length > 0;
  const about = followsOn ? state.last : people;
  if (!joined && (about.length > 0 || contentOf(tokens).length > 0)) {
    const end = Math.max(tokens.at(-1)?.end ?? 0, people.at(-1)?.end ?? 0);
    state.statements.push({
      subject: followsOn ? 'named' : subject,
      people: about,
      tokens,
      header: state.header,
      start: start < 0 ? (people[0]?.start ?? 0) : start,
      end,
    });
  }
  state.now = draft();
}

/** Ends the statement; the times at its end open the next, whose subject is given. */
function turnTo(state: State, next: Draft): void {
  const { now } = state;
  const cut = now.people.length === 0 && onlyTimes(now.tokens) ? 0 : trailingTimes(now.tokens);
  const ahead = now.tokens.slice(cut);
  now.tokens = now.tokens.slice(0, cut);
  flush(state);
  state.now = next;
  next.tokens.push(...ahead);
}

function group(state: State, token: Token): void {
  const { now } = state;
  // 张三、李四都在岗: said of those just named.
  if (hasRole(token, 'all') && now.people.length > 0 && contentOf(now.tokens).length === 0)
    return push(state, token);
  turnTo(state, draft(hasRole(token, 'rest') ? 'others' : 'everyone', token.start));
  // What headed a list of the absent says nothing of the rest.
  if (hasRole(token, 'rest') && state.statements.at(-1)?.header === state.header)
    state.header = state.header.filter(isTimed);
  push(state, token);
}

/** 带班领导常胜: the status stands in front of its people, and nothing else is said of them. */
function headsNames(state: State, tokens: readonly Token[], n: number): boolean {
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

const isMore = (tokens: readonly Token[], text: string): boolean => {
  const words = wordsOf(
    tokens.filter(({ kind }) => kind !== 'sign'),
    text,
  );
  return words !== '' && MORE.test(words);
};

/** 30号的大会我参加不了: what stands in front of 我 without a break is what it is about. */
const isTopic = ({ now }: State, { form }: PersonToken): boolean =>
  form === 'self' && now.subject === 'implied' && !now.tokens.some(({ kind }) => kind === 'sign');

/** 带康健、金鑫 and 有我、何静: listed behind somebody who goes along. */
function goesAlong({ now, text }: State, found: PersonToken): boolean {
  if (now.people.length === 0 || found.who.length === 0) return false;
  if (now.along >= 0 && /^[、和及与 ]*$/u.test(text.slice(now.along, found.start))) return true;
  return /[,，]\s*(?:有|还有|包括|另有|同行的?有?|随行的?有?|成员有?)[:：]?\s*$/u.test(
    text.slice(now.people[0]?.start ?? 0, found.start),
  );
}

/** 去党校的是苏晓峰: the clause in front is about the name behind it. */
function tailOf({ now, text }: State, found: PersonToken): readonly Token[] {
  if (!/的(?:是|有|还有)$/u.test(text.slice(Math.max(0, found.start - 3), found.start))) return [];
  const sign = now.tokens.findLastIndex((one) => isSign(one, ',，'));
  return now.tokens.slice(sign + 1);
}

/** 下午甲休息、乙在局里: the part of the day in front holds for both. */
function leadingTimes({ now, text, statements }: State, found: PersonToken): readonly Token[] {
  const first = now.people[0];
  if (first === undefined) return [];
  const close = /、\s*$/u.test(text.slice(first.start, found.start));
  const isPart = (one: Token): boolean => one.kind === 'time' && one.value.t === 'part';
  // 上午甲乙都在，下午甲去市里，乙在单位: after the second part of the day, a comma as well.
  const parted =
    statements.some(({ tokens }) => tokens.some(isPart)) &&
    now.tokens.some((one) => isPart(one) && one.end <= first.start);
  if (!close && !parted) return [];
  return now.tokens.filter((one) => isTimed(one) && one.end <= first.start);
}

function person(state: State, tokens: readonly Token[], n: number): void {
  const { now, text } = state;
  const found = tokens[n];
  if (found?.kind !== 'person') return;
  const part = partOf(tokens, n, text);
  if (part === 'mention') return;
  if (part === 'companion' && (now.people.length > 0 || contentOf(now.tokens).length > 0)) {
    companion(state, found);
    return;
  }
  if (part !== 'outsider' && goesAlong(state, found)) {
    now.people.push(found);
    now.along = found.end;
    return;
  }
  if (part === 'outsider') {
    turnTo(state, draft('named', found.start, [{ ...found, who: [], form: 'outside' }]));
    return;
  }
  if (part === 'relayed') {
    turnTo(state, draft('named', found.start, [found]));
    return;
  }
  const fresh = now.subject !== 'others' && now.subject !== 'everyone';
  if (fresh && now.people.length === 0 && isMore(now.tokens, text)) now.tokens = now.tokens.filter(isTimed);
  if (fresh && (onlyTimes(now.tokens) || isTopic(state, found))) {
    now.subject = 'named';
    now.people.push(found);
    if (now.start < 0) now.start = found.start;
  } else if (fresh && headsNames(state, tokens, n)) {
    const said = now.tokens;
    state.now = draft('named', now.start, [found]);
    state.header = [...state.carried, ...said];
  } else {
    const lead = leadingTimes(state, found);
    const tail = tailOf(state, found);
    const context =
      found.form === 'self' && now.subject === 'implied' && told(now.tokens, text) === null
        ? now.tokens.filter(isTimed)
        : [];
    if (tail.length > 0) now.tokens = now.tokens.slice(0, -tail.length);
    turnTo(state, draft('named', found.start, [found]));
    if (!state.now.tokens.some(isTimed)) state.now.tokens.unshift(...lead);
    state.now.tokens.unshift(...tail);
    if (context.length > 0) state.header = [...state.header, ...context];
  }
}

/** 我跟李四去…: somebody who goes along. */
function companion(state: State, found: PersonToken): void {
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

function colon(state: State, token: Token): void {
  const { now, text } = state;
  if (now.people.length === 0 && hasCue(now.tokens, text) && onlyTitle(now.tokens)) {
    state.header = [...state.carried, ...now.tokens];
    state.now = draft();
  } else if (now.people.length > 0 && state.header.length > 0 && hasCue(now.tokens, text)) {
    const next = now.tokens;
    now.tokens = [];
    flush(state);
    state.header = [...state.carried, ...next];
  } else if (now.people.length === 0 && now.subject === 'implied') {
    // 教育局9月22日：a title in front; its days hold for the line.
    state.header = [...state.carried, ...now.tokens.filter(isTimed)];
    state.now = draft();
  } else push(state, token);
}

/** (探亲假到1月10日) belongs to the people right before it; 下乡2人(张三、李四) names them. */
function bracket(state: State, tokens: readonly Token[], n: number): number {
  const { now, text } = state;
  const close = tokens.findIndex((token, at) => at > n && isSign(token, ')）'));
  const end = close < 0 ? tokens.length : close;
  const inside = tokens.slice(n + 1, end);
  const named = inside.filter((token): token is PersonToken => token.kind === 'person');
  if (now.people.length === 0) {
    if (named.length > 0 && hasCue(now.tokens, text)) {
      now.subject = 'named';
      now.people.push(...named);
      flush(state);
      state.last = [];
    } else for (const token of inside) if (token.kind !== 'person') push(state, token);
    return end;
  }
  const says = told(inside, text) !== null || (state.header.length > 0 && inside.length > 0);
  if (!says) {
    now.tokens.push(...inside.filter(isTimed));
    return end;
  }
  now.tokens.push(...inside.filter(({ kind }) => kind !== 'person'));
  const next = tokens[end + 1];
  // 张三（下乡）、…: closed here, unless more is said of him without a break.
  const cell = isSign(next, '| ') && tokens[end + 2]?.kind === 'time';
  if (next === undefined || (next.kind === 'sign' && !cell) || next.kind === 'person' || next.kind === 'text')
    flush(state);
  return end;
}

function token(state: State, tokens: readonly Token[], n: number): number {
  const one = tokens[n];
  if (one === undefined) return n;
  if (one.kind === 'person') person(state, tokens, n);
  else if (isSign(one, '(（')) return bracket(state, tokens, n);
  else if (isSign(one, HARD) || hasRole(one, 'except')) flush(state);
  else if (isSign(one, ':：')) colon(state, one);
  else if (hasRole(one, 'they') && contentOf(state.now.tokens).length === 0 && state.now.people.length === 0)
    state.now = draft('named', one.start, [...state.last]);
  else if (hasRole(one, 'rest') || hasRole(one, 'all')) group(state, one);
  else push(state, one);
  return n;
}

/** 我 is a person like the others. */
const withSelf = (tokens: readonly Token[], sender: number): readonly Token[] =>
  sender < 0
    ? tokens
    : tokens.map((one) =>
        hasRole(one, 'self')
          ? { kind: 'person', start: one.start, end: one.end, who: [sender], form: 'self', called: false }
          : one,
      );

function line(state: State, tokens: readonly Token[]): void {
  state.header = state.carried;
  state.last = [];
  state.now = draft();
  const before = state.statements.length;
  for (let n = 0; n < tokens.length; n += 1) n = token(state, tokens, n);
  flush(state);
  const made = state.statements.slice(before);
  if (made.length === 0 && state.header !== state.carried && tokens.length > 0)
    // 一、下村：with the names on the lines below.
    state.carried = carriedFrom(tokens, state.text);
  if (
    made.length > 0 &&
    made.every(({ subject }) => subject === 'implied') &&
    isHeading(tokens, state.text)
  ) {
    state.statements.length = before;
    state.carried = carriedFrom(tokens, state.text);
  }
}

/** The statements of a message, line by line. */
export function statementsIn(
  lines: Iterable<readonly Token[]>,
  text: string,
  sender: number,
): readonly Statement[] {
  const state: State = { text, sender, statements: [], carried: [], header: [], last: [], now: draft() };
  for (const tokens of lines) line(state, withSelf(tokens, sender));
  return state.statements;
}
