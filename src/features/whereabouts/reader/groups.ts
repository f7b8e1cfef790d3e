/** Statements with their status: turns of the day, pointers to the line above, places and arrivals. */
import { RANK } from '../lexicon/ranks.ts';
import { standing } from './denied.ts';
import type { Reader } from './reader.ts';
import { type Statement, wordsOf } from './statement.ts';
import { type Told, told, toldUnder } from './status.ts';
import { hasRole, type Token } from './tokens.ts';
import { turns } from './turns.ts';

const VAGUE = /那边|那里|那儿|那头|外面|外头|出去一下|出去一趟|转转|看看|转一圈/u;

export function isVague(tokens: readonly Token[], header: readonly Token[], reader: Reader): boolean {
  const goes = tokens.some((token) => hasRole(token, 'dest'));
  if (!goes || !VAGUE.test(wordsOf(tokens, reader.text))) return false;
  const status = toldUnder(header, tokens, reader.text);
  return status === null || status.rule === 'errand';
}

/** 其余包村干部: a part of the unit that the roster does not know. */
const isPart = ({ tokens }: Statement, text: string): boolean => {
  const [first, second] = tokens;
  return (
    first !== undefined &&
    second !== undefined &&
    hasRole(first, 'rest') &&
    second.kind !== 'sign' &&
    second.start === first.end &&
    /^[^\s,，]{0,4}(?:干部|队员|科室|股室|科|股|组|窗口人员|领导)/u.test(text.slice(first.end))
  );
};

export interface Group {
  readonly statement: Statement;
  readonly told: Told;
  readonly tokens: readonly Token[];
}

/** A pointer to the line above: 同上, 一样. */
const isDitto = (tokens: readonly Token[]): boolean => tokens.some((token) => hasRole(token, 'ditto'));

/** 同1: the line of that number. */
function pointedAt({ tokens }: Statement, groups: readonly Group[], text: string): Group | undefined {
  const n = /同 ?(?:第)?([1-9])/u.exec(wordsOf(tokens, text))?.[1];
  return n === undefined
    ? undefined
    : groups.filter(({ statement }) => statement.subject === 'named')[Number(n) - 1];
}

/** 一样 points to the group before; a day of its own replaces that one's. */
function asBefore(statement: Statement, last: Group): Group {
  const times = statement.tokens.filter(({ kind }) => kind === 'time');
  const kept = last.tokens.filter(({ kind }) => kind !== 'person' && (times.length === 0 || kind !== 'time'));
  return { statement, told: last.told, tokens: [...kept, ...times] };
}

/** 10点到岗, said before ten and of nothing else: not there yet. */
const LATER = /^(?:才|能|可|再|就)*[到拢](?=$|[\s,，。;；!！]|岗|单位|局|班)/u;

const comesAt = (tokens: readonly Token[], text: string): boolean =>
  tokens.some(
    (token) => token.kind === 'time' && token.value.t === 'clock' && text.charAt(token.end) === '到',
  );

/** 带娃打疫苗，九点半到: a reason, and the hour he will be there. */
const delayed = (status: Told | null, tokens: readonly Token[], { text, when }: Reader): boolean =>
  status?.rule.startsWith('reason') === true &&
  tokens.some(
    (token) =>
      token.kind === 'time' &&
      token.value.t === 'clock' &&
      token.value.hm > (when.now ?? '') &&
      LATER.test(text.slice(token.end, token.end + 6)),
  );

function arriving(status: Told | null, tokens: readonly Token[], reader: Reader): Told | null {
  const { text, when } = reader;
  // 车限行，可能九点十分到: the cause and the hour together leave no doubt.
  if (status?.rule === 'cause:late' && comesAt(tokens, text)) return { ...status, rule: 'late:clock' };
  if (status !== null && delayed(status, tokens, reader))
    return { ...status, status: 'late', rule: 'late:clock' };
  if (status?.rule !== 'on-duty' || !/^(?:才|能|可|就)*到|^返岗/u.test(text.slice(status.start, status.end)))
    return status;
  const clock = tokens.findLast((token) => token.kind === 'time' && token.end <= status.start);
  if (clock?.kind !== 'time' || clock.value.t !== 'clock' || clock.value.hm <= (when.now ?? ''))
    return status;
  if (
    tokens.some(
      (token) =>
        token.kind === 'time' && token.value.t === 'days' && token.value.spans[0]?.from !== when.today,
    )
  )
    return status;
  return /^[^,，。]{0,4}$/u.test(text.slice(clock.end, status.start))
    ? { ...status, status: 'late', rule: 'late:clock' }
    : status;
}

/** A shared position with an address: its last, smallest place tells. */
function located(tokens: readonly Token[], text: string): Told | null {
  if (!/^\s*【(?:位置|定位|我的位置)】.*(?:[省市县州旗].*[乡镇村街路区]|[乡镇村]$)/u.test(text)) return null;
  const last = tokens.findLast((token) => token.kind === 'word' && token.word.place !== undefined);
  const place = last === undefined ? null : told([last], text);
  return place === null ? null : { ...place, rule: 'location' };
}

/** 青林乡路断了，改去青山乡: what stands before the change no longer holds, but for its days. */
function changed(tokens: readonly Token[], text: string): readonly Token[] {
  if (!text.includes('改')) return tokens;
  const at = tokens.findLastIndex(
    ({ start }) =>
      /改(?:去|到|为|成|在|回|赴|报|下)$/u.test(text.slice(Math.max(0, start - 1), start + 1)) ||
      /改(?:为|成|报)$/u.test(text.slice(Math.max(0, start - 2), start)),
  );
  if (at < 0 || told(tokens.slice(at), text) === null) return tokens;
  return tokens.filter((token, n) => n >= at || token.kind === 'time');
}

/** The days of a heading give way to days of the line. */
const headerFor = (header: readonly Token[], own: readonly Token[]): readonly Token[] => {
  const dated = own.some((token) => token.kind === 'time' && token.value.t === 'days' && !token.till);
  return dated ? header.filter((token) => token.kind !== 'time' || token.value.t !== 'days') : header;
};

/** Whose whereabouts are told elsewhere: a part of the unit, or those who report by themselves. */
const isLeftOut = (statement: Statement, { text, late }: Reader): boolean =>
  isPart(statement, text) || (!late && statement.tokens.some((token) => hasRole(token, 'self-report')));

/** 同上: the group it points to; undefined for a statement that says something itself. */
function dittoOf(statement: Statement, groups: readonly Group[], { text }: Reader): Group | undefined {
  const last = groups.at(-1);
  if (last === undefined || !isDitto(statement.tokens)) return undefined;
  const own = toldUnder(statement.header, statement.tokens, text);
  return own === null || own.rank < RANK.onDuty
    ? asBefore(statement, pointedAt(statement, groups, text) ?? last)
    : undefined;
}

/** The turns of a statement, each with its status. */
function turnsOf(statement: Statement, reader: Reader): readonly Group[] {
  const { text } = reader;
  return turns(changed(standing(statement.tokens, text), text), text).flatMap((tokens) => {
    const status =
      located(tokens, text) ?? arriving(toldUnder(statement.header, tokens, text), tokens, reader);
    return status === null || isVague(tokens, statement.header, reader)
      ? []
      : [{ statement, told: status, tokens: [...headerFor(statement.header, tokens), ...tokens] }];
  });
}

export function groupsOf(statements: readonly Statement[], reader: Reader): readonly Group[] {
  const groups: Group[] = [];
  for (const statement of statements) {
    if (isLeftOut(statement, reader)) continue;
    const ditto = dittoOf(statement, groups, reader);
    if (ditto === undefined) groups.push(...turnsOf(statement, reader));
    else groups.push(ditto);
  }
  return groups;
}
