/** Turns statements into entries: status, days, place and people, or a question where something is missing. */
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Ask, Entry, Status } from '../whereabouts.ts';
import { declares, declaresOf } from './declares.ts';
import type { Roster20 } from './members.ts';
import { standingEntries } from './overlaps.ts';
import { whenOf } from './span-of-time.ts';
import { type Statement, wordsOf } from './statement.ts';
import { placeSpan, standing, type Told, told, toldUnder } from './status.ts';
import { hasRole, type PersonToken, type Token } from './tokens.ts';
import { turns } from './turns.ts';
import type { Today } from './word-times.ts';

export interface Reader {
  readonly roster: Roster20;
  /** Position of the sender in the roster; -1 when he is not on it. */
  readonly sender: number;
  readonly lexicon: Lexicon;
  readonly when: Today;
  /** The message as written, and as compared; of one length. */
  readonly raw: string;
  readonly text: string;
  readonly late: boolean;
  readonly operation: 'report' | 'correct' | 'cancel';
}
export interface Found {
  readonly entries: readonly Entry[];
  readonly asks: readonly Ask[];
}

type Who = Pick<Entry, 'person' | 'external' | 'by'>;

/** One member, or the words as written where two fit. */
function whoIs(person: PersonToken, { roster, raw }: Reader): Who | undefined {
  const [first, second] = person.who;
  // 张县长 belongs elsewhere; 小钱 is one of ours whom the roster lacks.
  if (first === undefined)
    return person.form === 'outside'
      ? undefined
      : { person: raw.slice(person.start, person.end), external: true };
  if (second !== undefined) return { person: raw.slice(person.start, person.end), external: true };
  return { person: roster.members[first] ?? '' };
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

interface Group {
  readonly statement: Statement;
  readonly told: Told;
  readonly tokens: readonly Token[];
}

/** A pointer to the line above: 同上, 一样. */
const isDitto = (tokens: readonly Token[]): boolean => tokens.some((token) => hasRole(token, 'ditto'));

/** 一样 points to the group before; a day of its own replaces that one's. */
function asBefore(statement: Statement, last: Group): Group {
  const times = statement.tokens.filter(({ kind }) => kind === 'time');
  const kept = last.tokens.filter(({ kind }) => kind !== 'person' && (times.length === 0 || kind !== 'time'));
  return { statement, told: last.told, tokens: [...kept, ...times] };
}

/** 10点到岗, said before ten and of nothing else: not there yet. */
function arriving(status: Told | null, tokens: readonly Token[], { text, when }: Reader): Told | null {
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

/** A shared position: its last, smallest place tells. */
function located(tokens: readonly Token[], text: string): Told | null {
  if (!/^\s*【(?:位置|定位|我的位置)】/u.test(text)) return null;
  const last = tokens.findLast((token) => token.kind === 'word' && token.word.place !== undefined);
  return last === undefined ? null : told([last], text);
}

/** 青林乡路断了，改去青山乡: what stands before the change no longer holds, but for its days. */
function changed(tokens: readonly Token[], text: string): readonly Token[] {
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

function groupsOf(statements: readonly Statement[], reader: Reader): readonly Group[] {
  const groups: Group[] = [];
  for (const statement of statements) {
    if (isPart(statement, reader.text) || statement.tokens.some((token) => hasRole(token, 'self-report')))
      continue;
    const last = groups.at(-1);
    const own = toldUnder(statement.header, statement.tokens, reader.text);
    if (isDitto(statement.tokens) && last !== undefined && (own === null || own.rank < 10)) {
      groups.push(asBefore(statement, last));
      continue;
    }
    for (const tokens of turns(changed(standing(statement.tokens, reader.text), reader.text), reader.text)) {
      const status =
        located(tokens, reader.text) ??
        arriving(toldUnder(statement.header, tokens, reader.text), tokens, reader);
      if (status !== null && !isVague({ ...statement, tokens }, reader))
        groups.push({ statement, told: status, tokens: [...headerFor(statement.header, tokens), ...tokens] });
    }
  }
  return groups;
}

function placeOf({ tokens }: Group, reader: Reader): { readonly place?: string } {
  const span = placeSpan(tokens, reader.text);
  return span === undefined ? {} : { place: reader.raw.slice(span.start, span.end) };
}

const WITHOUT_PLACE: ReadonlySet<Status> = new Set([
  'leave_annual',
  'leave_other',
  'rest',
  'late',
  'unknown',
]);

function entriesFor(group: Group, people: readonly Who[], reader: Reader): readonly Entry[] {
  const { statement, told: status, tokens } = group;
  const whens = whenOf(tokens, status.status, reader.text, reader.when, reader.late);
  const place = WITHOUT_PLACE.has(status.status) ? {} : placeOf(group, reader);
  const span = reader.raw.slice(statement.start, statement.end).trim();
  return people.flatMap((who) =>
    whens.map((when) => ({ ...who, status: status.status, ...when, ...place, span, rule: status.rule })),
  );
}

const isPast = ({ to }: Entry, { when, late }: Reader): boolean =>
  !late && to !== null && to.slice(0, 10) < when.today;

function namedIn(statements: readonly Statement[], reader: Reader): ReadonlySet<string> {
  return new Set(
    statements.flatMap(({ people }) => people.flatMap((person) => whoIs(person, reader)?.person ?? [])),
  );
}

function spokenFor(group: Group, reader: Reader): readonly Who[] {
  const { people, header } = group.statement;
  const own = people.length === 1 && people[0]?.form === 'self';
  if (own && !declares(group.tokens, reader.text, group.told, true)) return [];
  if (!(own || declaresOf(group.tokens, group.told, people.length > 1 || header.length > 0))) return [];
  return people.flatMap((person) => whoIs(person, reader) ?? []);
}

function senderOf(group: Group, reader: Reader): readonly Who[] {
  const sender = reader.roster.members[reader.sender];
  // 在岗14人，下乡2人: a count is about the unit.
  if (sender === undefined || group.tokens.some(({ kind }) => kind === 'count')) return [];
  return declares(group.tokens, reader.text, group.told, false) ? [{ person: sender }] : [];
}

function peopleOf(
  group: Group,
  named: ReadonlySet<string>,
  anyAway: boolean,
  reader: Reader,
): readonly Who[] {
  const { subject } = group.statement;
  if (subject === 'named') return spokenFor(group, reader);
  if (subject === 'implied') return senderOf(group, reader);
  // 其他不变 says nothing new of anybody.
  if (group.told.rule === 'as-before') return [];
  const covered =
    subject === 'others' || anyAway
      ? reader.roster.members.filter((member) => !named.has(member))
      : reader.roster.members;
  return covered.map((person) => ({ person, by: 'others' as const }));
}

const VAGUE = /那边|那里|那儿|那头|外面|外头|出去一下|出去一趟|转转|看看|转一圈/u;

/** Somebody goes somewhere, and nothing says where or what for. */
function vague(statements: readonly Statement[], reader: Reader): readonly Ask[] {
  return statements.flatMap((statement): readonly Ask[] => {
    const { tokens, start, end, subject } = statement;
    if (subject === 'others' || subject === 'everyone' || !isVague(statement, reader)) return [];
    if (subject === 'implied' && !hasRole(tokens[0], 'dest')) return [];
    return [{ span: reader.raw.slice(start, end).trim(), why: 'no-status' }];
  });
}

function isVague({ tokens, header }: Statement, reader: Reader): boolean {
  const goes = tokens.some((token) => hasRole(token, 'dest'));
  if (!goes || !VAGUE.test(wordsOf(tokens, reader.text))) return false;
  const status = toldUnder(header, tokens, reader.text);
  return status === null || status.rule === 'errand';
}

/** A withdrawal: one thing is taken back, for everybody it names. */
function withdrawn(statements: readonly Statement[], reader: Reader): readonly Entry[] {
  const tokens = statements.flatMap((statement) => [...statement.header, ...statement.tokens]);
  const status = told(tokens, reader.text, true);
  const [first] = statements;
  if (status === null || first === undefined || status.rule === 'errand') return [];
  const named = statements
    .filter(
      (statement) =>
        told(statement.tokens, reader.text, true) !== null ||
        /不|取消|作废|撤/u.test(wordsOf(statement.tokens, reader.text)),
    )
    .flatMap(({ people }) => people.flatMap((person) => whoIs(person, reader) ?? []));
  const sender = reader.roster.members[reader.sender];
  const own = first.subject === 'implied' || named.length === 0;
  const people: readonly Who[] = own && sender !== undefined ? [{ person: sender }, ...named] : named;
  const statement = { ...first, end: statements.at(-1)?.end ?? first.end };
  return entriesFor({ statement, told: status, tokens }, people, reader);
}

/** The number of the line a position is in; asked in rising order. */
function lineCounter(text: string): (at: number) => number {
  const ends = [...text.matchAll(/\n/gu)].map(({ index }) => index);
  return (at) => ends.findLastIndex((end) => end < at) + 1;
}

/** The entries of a message. A later line about somebody in a list replaces the earlier one. */
export function entriesOf(statements: readonly Statement[], reader: Reader): Found {
  if (reader.operation === 'cancel') {
    const said = withdrawn(statements, reader).map((entry) => ({ entry, rank: 0, line: 0 }));
    return { entries: standingEntries(said), asks: [] };
  }
  const groups = groupsOf(statements, reader);
  const named = namedIn(statements, reader);
  const anyAway = groups.some(
    ({ statement, told: { status } }) => statement.subject === 'named' && status !== 'on_duty',
  );
  const lineOf = lineCounter(reader.text);
  const found = groups.flatMap((group) =>
    entriesFor(group, peopleOf(group, named, anyAway, reader), reader).map((entry) => ({
      entry,
      rank: group.told.rank,
      line: lineOf(group.statement.start),
    })),
  );
  return {
    entries: standingEntries(found).filter((entry) => !isPast(entry, reader)),
    asks: vague(statements, reader),
  };
}
