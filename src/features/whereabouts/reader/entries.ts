/** Turns groups into entries: people, days and places, or a question where something is missing. */
import type { Ask, Entry, Status } from '../reading.ts';
import { declares, declaresOf } from './declares.ts';
import { entryOf, type Who } from './entry.ts';
import { type Group, groupsOf, isVague } from './groups.ts';
import { type Batch, standingEntries } from './overlaps.ts';
import { placeSpan } from './place-told.ts';
import type { Reader } from './reader.ts';
import { reasonSpan } from './reason.ts';
import { whenOf } from './span-of-time.ts';
import { type Statement, wordsOf } from './statement.ts';
import { told } from './status.ts';
import { hasRole, type PersonToken } from './tokens.ts';

export interface Found {
  readonly entries: readonly Entry[];
  readonly asks: readonly Ask[];
}

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

function reasonOf({ tokens, told: status }: Group, { text, raw, reasons }: Reader): string | undefined {
  const span = reasons === undefined ? undefined : reasonSpan(tokens, text, status, reasons);
  return span === undefined ? undefined : raw.slice(span.start, span.end);
}

const WITHOUT_PLACE: ReadonlySet<Status> = new Set([
  'leave_annual',
  'leave_other',
  'rest',
  'late',
  'unknown',
]);

function placeOf({ tokens, told: { status } }: Group, reader: Reader): string | undefined {
  if (WITHOUT_PLACE.has(status)) return undefined;
  const span = placeSpan(tokens, reader.text);
  return span === undefined ? undefined : reader.raw.slice(span.start, span.end);
}

/** The words of a statement as written: with the bracket that closes them, without the signs around them. */
function wordsSaid(raw: string, { start, end }: Statement): string {
  const words = raw.slice(start, end);
  const open = /[（(][^）)]*$/u.test(words) && /[）)]/u.test(raw.charAt(end));
  const said = (open ? raw.slice(start, end + 1) : words).replace(
    /^[\s、，,;；:：]+|[\s、，,;；:：]+$/gu,
    '',
  );
  return said === '' ? words : said;
}

function entriesFor(group: Group, people: readonly Who[], reader: Reader): readonly Entry[] {
  if (people.length === 0) return [];
  const { statement, told: status, tokens } = group;
  const whens = whenOf(tokens, status.status, reader.text, reader.when, reader.late);
  const place = placeOf(group, reader);
  const span = wordsSaid(reader.raw, statement);
  const reason = reasonOf(group, reader);
  const { status: what, rule } = status;
  const said = whens.map((when) => ({ status: what, when, place, reason, span, rule }));
  const [only] = said;
  if (only !== undefined && said.length === 1) return people.map((who) => entryOf(who, only));
  return people.flatMap((who) => said.map((one) => entryOf(who, one)));
}

const isPast = ({ to }: Entry, { when, late }: Reader): boolean => !late && to !== null && to < when.today;

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
  // 其他不变 says nothing new of anybody; 明天全局植树 calls them all together.
  if (group.told.rule === 'as-before') return [];
  if (subject === 'everyone' && !anyAway && group.told.status !== 'on_duty') return [];
  const beside =
    subject === 'others' ? group.statement.people.flatMap((person) => whoIs(person, reader) ?? []) : [];
  const left = subject === 'others' || anyAway ? named : NOBODY;
  return [...beside, ...othersThan(left, reader)];
}

const NOBODY: ReadonlySet<string> = new Set();

/** Every member but those named. */
function othersThan(named: ReadonlySet<string>, { roster }: Reader): readonly Who[] {
  const out: Who[] = [];
  for (const person of roster.members) if (!named.has(person)) out.push({ person, by: 'others' });
  return out;
}

/** Somebody goes somewhere, and nothing says where or what for. */
function vague(statements: readonly Statement[], reader: Reader): readonly Ask[] {
  return statements.flatMap((statement): readonly Ask[] => {
    const { tokens, start, end, subject } = statement;
    if (subject === 'others' || subject === 'everyone' || !isVague(tokens, statement.header, reader))
      return [];
    if (subject === 'implied' && !hasRole(tokens[0], 'dest')) return [];
    return [{ span: reader.raw.slice(start, end).trim(), why: 'no-status' }];
  });
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
  const ends: number[] = [];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) ends.push(at);
  return (at) => ends.findLastIndex((end) => end < at) + 1;
}

/** What the groups say, in order, each with its weight. */
function batchesOf(
  groups: readonly Group[],
  statements: readonly Statement[],
  reader: Reader,
): readonly Batch[] {
  const named = namedIn(statements, reader);
  const anyAway = groups.some(
    ({ statement, told: { status } }) => statement.subject === 'named' && status !== 'on_duty',
  );
  const lineOf = lineCounter(reader.text);
  return groups.map((group) => ({
    entries: entriesFor(group, peopleOf(group, named, anyAway, reader), reader),
    rank: group.told.rank,
    line: lineOf(group.statement.start),
  }));
}

/** The entries of a message. A later line about somebody in a list replaces the earlier one. */
export function entriesOf(statements: readonly Statement[], reader: Reader): Found {
  if (reader.operation === 'cancel')
    return {
      entries: standingEntries([{ entries: withdrawn(statements, reader), rank: 0, line: 0 }]),
      asks: [],
    };
  const groups = groupsOf(statements, reader);
  const entries = standingEntries(batchesOf(groups, statements, reader));
  return {
    entries: entries.some((entry) => isPast(entry, reader))
      ? entries.filter((entry) => !isPast(entry, reader))
      : entries,
    asks: vague(statements, reader),
  };
}
