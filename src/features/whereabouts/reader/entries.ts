/** Turns statements into entries: status, days, place and people, or a question where something is missing. */
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Ask, Entry, Status } from '../whereabouts.ts';
import { declares } from './declares.ts';
import type { Roster20 } from './members.ts';
import { whenOf } from './span-of-time.ts';
import { type Statement, turns } from './statements.ts';
import { placeSpan, type Told, told } from './status.ts';
import { hasRole, type PersonToken, type Token } from './tokens.ts';
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

function groupsOf(statements: readonly Statement[], reader: Reader): readonly Group[] {
  const groups: Group[] = [];
  for (const statement of statements) {
    if (isPart(statement, reader.text) || statement.tokens.some((token) => hasRole(token, 'self-report')))
      continue;
    const last = groups.at(-1);
    const own = told([...statement.header, ...statement.tokens], reader.text);
    if (isDitto(statement.tokens) && last !== undefined && (own === null || own.rank < 10)) {
      groups.push({
        statement,
        told: last.told,
        tokens: [
          ...last.tokens.filter(({ kind }) => kind !== 'person'),
          ...statement.tokens.filter(({ kind }) => kind === 'time'),
        ],
      });
      continue;
    }
    for (const tokens of turns(statement.tokens, reader.text)) {
      const all = [...statement.header, ...tokens];
      const status = told(all, reader.text);
      if (status !== null && !isVague({ ...statement, tokens }, reader))
        groups.push({ statement, told: status, tokens: all });
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
  const whens = whenOf(tokens, status.status, reader.text, reader.when);
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

function peopleOf(
  group: Group,
  named: ReadonlySet<string>,
  anyAway: boolean,
  reader: Reader,
): readonly Who[] {
  const { subject, people } = group.statement;
  if (subject === 'named') return people.flatMap((person) => whoIs(person, reader) ?? []);
  if (subject === 'implied') {
    const sender = reader.roster.members[reader.sender];
    return sender === undefined || !declares(group.tokens, reader.text, group.told)
      ? []
      : [{ person: sender }];
  }
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
  const status = told([...header, ...tokens], reader.text);
  const goes = tokens.some((token) => hasRole(token, 'dest'));
  return (
    goes &&
    (status === null || status.rule === 'errand') &&
    VAGUE.test(tokens.map((token) => reader.text.slice(token.start, token.end)).join(''))
  );
}

/** The entries of a message. A later line about somebody in a list replaces the earlier one. */
export function entriesOf(statements: readonly Statement[], reader: Reader): Found {
  const groups = groupsOf(statements, reader);
  const named = namedIn(statements, reader);
  const anyAway = groups.some(
    ({ statement, told: { status } }) => statement.subject === 'named' && status !== 'on_duty',
  );
  const found = groups.flatMap((group) => entriesFor(group, peopleOf(group, named, anyAway, reader), reader));
  const entries = [...new Map(found.map((entry) => [keyOf(entry), entry])).values()].filter(
    (entry) => !isPast(entry, reader),
  );
  return { entries, asks: vague(statements, reader) };
}
