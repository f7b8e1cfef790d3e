/** Groups tokens into statements: about whom, and in which words; headers, brackets and lists included. */
import { carriedFrom, isHeading } from './headings.ts';
import { contentOf, draft, hasCue, isTimed, type Statement } from './statement.ts';
import { flush, group, onlyTitle, push, type State, turnTo } from './statement-state.ts';
import { told } from './status.ts';
import { person } from './subjects.ts';
import { hasRole, isSign, type PersonToken, type Token } from './tokens.ts';

const HARD = ';；。!！…';
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

/** 下乡2人(张三、李四) names them; 缺1人(水生，事假) says something of them as well. */
function bracketed(state: State, inside: readonly Token[], named: readonly PersonToken[]): void {
  const { now, text } = state;
  const own = inside.filter(({ kind }) => kind !== 'person');
  if (!hasCue(own, text)) {
    now.subject = 'named';
    now.people.push(...named);
    flush(state);
  } else {
    const { header } = state;
    state.header = [...header, ...now.tokens.filter((token) => token.kind === 'time')];
    state.now = draft();
    for (let n = 0; n < inside.length; n += 1) n = token(state, inside, n);
    flush(state);
    state.header = header;
  }
  state.last = [];
}

/** 值班（张三）: nobody named before; the bracket names them, or adds to what is said. */
function bracketAlone(state: State, inside: readonly Token[]): void {
  const { now, text } = state;
  const named = inside.filter((token): token is PersonToken => token.kind === 'person');
  const heads =
    named.length > 0 && (hasCue(now.tokens, text) || now.tokens.some(({ kind }) => kind === 'count'));
  if (heads) bracketed(state, inside, named);
  else for (const token of inside) if (token.kind !== 'person') push(state, token);
}

/** 张三（下乡）、…: closed here, unless more is said of him without a break. */
function closes(tokens: readonly Token[], end: number): boolean {
  const next = tokens[end + 1];
  const cell = isSign(next, '| ') && tokens[end + 2]?.kind === 'time';
  return (
    next === undefined || (next.kind === 'sign' && !cell) || next.kind === 'person' || next.kind === 'text'
  );
}

/** (探亲假到1月10日) belongs to the people right before it. */
function bracket(state: State, tokens: readonly Token[], n: number): number {
  const { now, text, header } = state;
  const close = tokens.findIndex((token, at) => at > n && isSign(token, ')）'));
  const end = close < 0 ? tokens.length : close;
  const inside = tokens.slice(n + 1, end);
  if (now.people.length === 0) {
    bracketAlone(state, inside);
    return end;
  }
  if (told(inside, text) === null && (header.length === 0 || inside.length === 0)) {
    now.tokens.push(...inside.filter(isTimed));
    return end;
  }
  now.tokens.push(...inside.filter(({ kind }) => kind !== 'person'));
  if (closes(tokens, end)) flush(state);
  return end;
}

/** 省里专家组10:20到, 领导去延安了: what people do who are not of the unit. 领导，我… only speaks to them. */
function beginsOthers(tokens: readonly Token[], n: number, text: string): boolean {
  const one = tokens[n];
  if (one === undefined || !hasRole(one, 'other-people')) return false;
  const next = tokens[n + 1];
  if (next === undefined || next.kind === 'sign' || hasRole(next, 'self') || next.kind === 'person')
    return false;
  if (/^[好早您你]/u.test(text.slice(one.end))) return false;
  for (let at = n - 1; at >= 0; at -= 1) {
    const token = tokens[at];
    if (token === undefined || isSign(token, ',，;；。!！\n')) return true;
    if (
      token.kind !== 'time' &&
      !(token.kind === 'word' && token.word.place !== undefined && token.word.cue === undefined)
    )
      return false;
  }
  return true;
}

/** 我值班他休息: the one just named beside me. 带他, 他的 are no subject. */
function isOther(tokens: readonly Token[], n: number, { other, text }: State): boolean {
  const one = tokens[n];
  const previous = tokens[n - 1];
  if (one === undefined || !hasRole(one, 'they') || other.length === 0 || text.charAt(one.end) === '的')
    return false;
  return (
    (previous?.kind === 'word' && previous.word.cue !== undefined) ||
    previous?.kind === 'sign' ||
    previous?.kind === 'time'
  );
}

/** 今天她值: one of them, the one beside me; 他们: all of them. */
function meantBy({ start, end }: Token, { text, last, other }: State): PersonToken[] {
  const single = /^(?:他|她|佢|伊|渠|人家)$/u.test(text.slice(start, end));
  return single && last.length > 1 && other.length > 0 ? [...other] : [...last];
}

const outsider = ({ start, end }: Token): PersonToken => ({
  kind: 'person',
  start,
  end,
  who: [],
  form: 'outside',
  called: false,
});

/** The comma behind 除…外. */
const endsException = (one: Token, text: string): boolean =>
  isSign(one, ',，') && /外$/u.test(text.slice(Math.max(0, one.start - 1), one.start));

function token(state: State, tokens: readonly Token[], n: number): number {
  const one = tokens[n];
  if (one === undefined) return n;
  if (one.kind === 'person') person(state, tokens, n);
  else if (isSign(one, '(（')) return bracket(state, tokens, n);
  else if (hasRole(one, 'except')) {
    flush(state);
    state.excepting = true;
  } else if (isSign(one, HARD)) flush(state);
  else if (state.excepting && endsException(one, state.text)) {
    // 除甲乙外，均在岗: all but those are meant.
    state.excepting = false;
    turnTo(state, draft('others', one.start));
  } else if (isSign(one, ':：')) colon(state, one);
  else if (hasRole(one, 'they') && contentOf(state.now.tokens).length === 0 && state.now.people.length === 0)
    state.now = draft('named', one.start, meantBy(one, state));
  else if (hasRole(one, 'rest') || hasRole(one, 'all')) group(state, one);
  else if (beginsOthers(tokens, n, state.text)) {
    // 省里专家组: the place in front is theirs.
    const sign = state.now.tokens.findLastIndex((before) => isSign(before, ',，'));
    state.now.tokens = state.now.tokens.slice(0, sign + 1);
    turnTo(state, draft('named', one.start, [outsider(one)]));
  } else if (isOther(tokens, n, state)) turnTo(state, draft('named', one.start, state.other));
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
  state.excepting = false;
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
  lines: readonly (readonly Token[])[],
  text: string,
  sender: number,
): readonly Statement[] {
  const state: State = {
    text,
    sender,
    statements: [],
    carried: [],
    header: [],
    last: [],
    other: [],
    excepting: false,
    now: draft(),
  };
  for (const tokens of lines) line(state, withSelf(tokens, sender));
  return state.statements;
}
