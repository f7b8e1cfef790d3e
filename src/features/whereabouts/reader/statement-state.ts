/** What a line has said so far: the statement being made, and those made. */
import {
  contentOf,
  type Draft,
  draft,
  isTimed,
  type Statement,
  type Subject,
  trailingTimes,
  wordsOf,
} from './statement.ts';
import { told } from './status.ts';
import { hasRole, type PersonToken, type Token } from './tokens.ts';

/** 还有江河, 有我: more people for what was just said. */
export const MORE =
  /^(?:还有|另有|有|包括|以及|加上|同行|随行|同去|一起|成员|人员|同行人员|随行人员|的|是|:|：|\s)*$/u;
const LEADS =
  /^(?:还有|以及|加上|带队|带车|领队|牵头|陪同|同行|随行|一起|一同|一块|一道|也去|也在|参加|同去|同往|跟着|跟去|开车|驾车|司机|随同|作陪|\s)+$/u;

export interface State {
  readonly text: string;
  readonly sender: number;
  readonly statements: Statement[];
  carried: readonly Token[];
  header: readonly Token[];
  last: PersonToken[];
  /** Whom a 他 means: who was named last, the sender left aside. */
  other: PersonToken[];
  /** Inside 除…外. */
  excepting: boolean;
  now: Draft;
}

export const onlyTimes = (tokens: readonly Token[]): boolean => contentOf(tokens).every(isTimed);
export const onlyTitle = (tokens: readonly Token[]): boolean => tokens.every(({ kind }) => kind !== 'person');

export function push(state: State, token: Token): void {
  if (state.now.start < 0) state.now.start = token.start;
  state.now.tokens.push(token);
}

/** Joins 还有江河 or 文局带队 to the statement before. */
export function joinsBefore(state: State): boolean {
  const { people, tokens, subject } = state.now;
  const before = state.statements.at(-1);
  if (before === undefined || people.length === 0 || subject !== 'named') return false;
  const words = wordsOf(
    tokens.filter(({ kind }) => kind !== 'time'),
    state.text,
  ).replace(
    /[\s,，、|+]|^[和与及跟同]$|^[和与及](?=参加)|(?:当天)?(?:往返|来回|回来?|返回?|返程|转来)$/gu,
    '',
  );
  const lead = state.text.slice(before.end, people[0]?.start ?? before.end);
  const more =
    words === '' &&
    /还有|另有|有|包括|以及|加上|随行|同行/u.test(lead) &&
    MORE.test(lead.replace(/[,，、]/gu, ''));
  const behind = words === '' && before.subject === 'implied' && BREAK.test(lead) && moves(before);
  if (!more && !behind && !(words !== '' && LEADS.test(words))) return false;
  const speaks = behind || people.some(({ form }) => form === 'self');
  const own: readonly PersonToken[] = before.subject === 'implied' && !speaks ? selves(state) : [];
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
    tokens: [...before.tokens, ...tokens.filter((token) => token.kind !== 'word' || hasRole(token, 'back'))],
  };
  return true;
}

const BREAK = /^\s*[,，:：、]?\s*$/u;
/** 去呼和浩特汇报: words that say where somebody goes. */
const moves = ({ tokens }: Statement): boolean =>
  tokens.some((token) => hasRole(token, 'dest')) && !tokens.some((token) => hasRole(token, 'back'));

export const selves = ({ sender, statements }: State): readonly PersonToken[] => {
  const start = statements.at(-1)?.start ?? 0;
  return sender < 0
    ? []
    : [{ kind: 'person', start, end: start, who: [sender], form: 'self', called: false }];
};

/** 会议（三楼），15:00: days and hours at the end belong to what was just said. */
function joinsTimes({ statements, now: { tokens } }: State): boolean {
  const before = statements.at(-1);
  if (before === undefined) return false;
  statements[statements.length - 1] = { ...before, tokens: [...before.tokens, ...tokens] };
  return true;
}

/** Keeps who was named, for a 他 or for words that go on about them. */
function remember(state: State): void {
  const { people } = state.now;
  if (people.length > 0) state.last = people;
  const named = people.filter(({ form }) => form !== 'self');
  if (named.length > 0) state.other = named;
}

/** What was gathered, as a statement about these people. */
const made = ({ now, header }: State, subject: Subject, people: readonly PersonToken[]): Statement => ({
  subject,
  people,
  tokens: now.tokens,
  header,
  start: now.start < 0 ? (now.people[0]?.start ?? 0) : now.start,
  end: Math.max(now.tokens.at(-1)?.end ?? 0, now.people.at(-1)?.end ?? 0),
});

export function flush(state: State): void {
  const { subject, people, tokens } = state.now;
  const joined = joinsBefore(state);
  remember(state);
  const says = contentOf(tokens).length > 0;
  const followsOn = says && people.length === 0 && subject === 'implied' && state.last.length > 0;
  const timed = followsOn && onlyTimes(tokens) && joinsTimes(state);
  if (!timed && !joined && (says || people.length > 0))
    state.statements.push(followsOn ? made(state, 'named', state.last) : made(state, subject, people));
  state.now = draft();
}

/** Ends the statement; the times at its end open the next, whose subject is given. */
export function turnTo(state: State, next: Draft): void {
  const { now } = state;
  const cut = now.people.length === 0 && onlyTimes(now.tokens) ? 0 : trailingTimes(now.tokens);
  const ahead = now.tokens.slice(cut);
  now.tokens = now.tokens.slice(0, cut);
  flush(state);
  state.now = next;
  next.tokens.push(...ahead);
}

const endsWithAnd = ({ people, tokens }: Draft, { start }: Token, text: string): boolean =>
  people.length > 0 &&
  contentOf(tokens).length === 0 &&
  /[和与跟及同]$/u.test(text.slice(Math.max(0, start - 1), start));

/** 张三、李四都在岗: said of those just named, not of all. */
function isOfNamed(state: State, token: Token): boolean {
  const { now, text, excepting } = state;
  if (!hasRole(token, 'all') || excepting || now.people.length === 0) return false;
  return '都均'.includes(text.charAt(token.start)) || contentOf(now.tokens).length === 0;
}

export function group(state: State, token: Token): void {
  const { now } = state;
  if (isOfNamed(state, token)) {
    push(state, token);
    return;
  }
  state.excepting = false;
  const rest = hasRole(token, 'rest');
  // 我和其他人在单位: said of him as well.
  const beside = rest && endsWithAnd(now, token, state.text) ? now.people : [];
  if (beside.length > 0) state.now = draft('implied');
  turnTo(state, draft(rest ? 'others' : 'everyone', token.start, [...beside]));
  // What headed a list of the absent says nothing of the rest.
  if (rest && state.statements.at(-1)?.header === state.header) state.header = state.header.filter(isTimed);
  push(state, token);
}
