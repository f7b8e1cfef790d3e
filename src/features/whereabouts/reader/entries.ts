/** Turns statements into entries: status, days, place and people, or a question where something is missing. */
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Ask, Entry, Status } from '../whereabouts.ts';
import { declares, declaresOf } from './declares.ts';
import type { Roster20 } from './members.ts';
import { whenOf } from './span-of-time.ts';
import { type Statement, wordsOf } from './statement.ts';
import { placeSpan, type Told, told, toldUnder } from './status.ts';
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
    for (const tokens of turns(statement.tokens, reader.text)) {
      const status = toldUnder(statement.header, tokens, reader.text);
      if (status !== null && !isVague({ ...statement, tokens }, reader))
        groups.push({ statement, told: status, tokens: [...statement.header, ...tokens] });
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
  const covered =
    subject === 'others' || anyAway
      ? reader.roster.members.filter((member) => !named.has(member))
      : reader.roster.members;
  return covered.map((person) => ({ person, by: 'others' as const }));
}

const keyOf = (entry: Entry): string =>
  [entry.person, entry.status, entry.from, entry.to, entry.halfDay].join('|');

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
  if (status === null || first === undefined) return [];
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

const distinct = (entries: readonly Entry[]): readonly Entry[] => [
  ...new Map(entries.map((entry) => [keyOf(entry), entry])).values(),
];

/** The entries of a message. A later line about somebody in a list replaces the earlier one. */
export function entriesOf(statements: readonly Statement[], reader: Reader): Found {
  if (reader.operation === 'cancel') return { entries: distinct(withdrawn(statements, reader)), asks: [] };
  const groups = groupsOf(statements, reader);
  const named = namedIn(statements, reader);
  const anyAway = groups.some(
    ({ statement, told: { status } }) => statement.subject === 'named' && status !== 'on_duty',
  );
  const found = groups.flatMap((group) => entriesFor(group, peopleOf(group, named, anyAway, reader), reader));
  return {
    entries: distinct(found).filter((entry) => !isPast(entry, reader)),
    asks: vague(statements, reader),
  };
}
