/** From the entries of a reading to statements about people of the unit; what stays unclear becomes a doubt. Pure. */
import { addDays } from '../../core/time.ts';
import { boardAt } from './board.ts';
import { dayOfMoment, type Named, type Report, type ReportFacts } from './decide-facts.ts';
import { type Ask, type Entry, STATUSES } from './reading.ts';
import type { Doubt, Guess, How, Statement } from './record.ts';

/** How far back something may be told late, and how far ahead an absence may begin, in days. */
const BACK = 7;
const AHEAD = 366;
/** More unclear words than this in one message are not worth a question. */
const MOST_DOUBTS = 8;

/** Unclear words before they have a place in the store. */
export type DoubtDraft = Pick<Doubt, 'span' | 'why' | 'guess'>;
export interface Sorted {
  readonly said: readonly Statement[];
  readonly doubts: readonly DoubtDraft[];
}

const inTime = (entry: Entry, { today }: ReportFacts): boolean => {
  const day = dayOfMoment(entry.from);
  return addDays(today, -BACK) <= day && day <= addDays(today, AHEAD);
};

export const guessOf = ({ person, status, from, to, halfDay, place }: Entry): Guess => ({
  person,
  status,
  from,
  to,
  ...(halfDay === undefined ? {} : { halfDay }),
  ...(place === undefined ? {} : { place }),
});

/** A statement about people; where somebody is on leave, and why, is nobody's business. */
export function statementOf(
  entry: Entry,
  people: readonly string[],
  how: How,
  verb: Statement['verb'],
  facts: ReportFacts,
): Statement {
  const { status, from, to, halfDay, place, reason } = entry;
  const onLeave = STATUSES[status].category === 'leave';
  return {
    unit: facts.unit.id,
    people,
    status,
    from,
    to,
    ...(halfDay === undefined ? {} : { halfDay }),
    ...(place === undefined || onLeave ? {} : { place }),
    ...(reason === undefined || !facts.keepReason ? {} : { reason }),
    how,
    by: facts.speaker.id,
    saidAt: facts.at,
    message: facts.message,
    verb,
  };
}

const doubtOf = (entry: Entry, why: DoubtDraft['why']): DoubtDraft => ({
  span: entry.span,
  why,
  guess: guessOf(entry),
});

/** The ask that belongs to an entry: the same words, or words that hold them. */
const askFor = (entry: Entry, asks: readonly Ask[]): Ask | undefined =>
  asks.find(({ span }) => span === entry.span || span.includes(entry.person) || entry.span.includes(span));

/** Why an entry is not recorded: the reader asks about its words, or is unsure of the whole without saying of what. */
function unsureWhy(entry: Entry, { confidence, asks }: Report): DoubtDraft['why'] | undefined {
  if (confidence === 'high') return undefined;
  return asks.length === 0 ? 'unsure' : askFor(entry, asks)?.why;
}

function sortOne(entry: Named, report: Report, facts: ReportFacts): Sorted {
  const nothing: Sorted = { said: [], doubts: [] };
  if (!inTime(entry, facts)) return nothing;
  if (entry.by === 'others' && !facts.responsible) return nothing;
  const fits = facts.members.filter(({ name, id }) =>
    entry.id === undefined ? name === entry.person : id === entry.id,
  );
  const [person] = fits;
  if (entry.external === true || person === undefined) {
    const ask = askFor(entry, report.asks);
    if (ask !== undefined) return { said: [], doubts: [doubtOf(entry, ask.why)] };
    return {
      said: [{ ...statementOf(entry, [], 'outside', report.operation, facts), count: 1 }],
      doubts: [],
    };
  }
  if (fits.length > 1) return { said: [], doubts: [doubtOf(entry, 'ambiguous-person')] };
  const why = unsureWhy(entry, report);
  if (why !== undefined) return { said: [], doubts: [doubtOf(entry, why)] };
  const how: How =
    entry.by === 'others' && entry.status === 'on_duty'
      ? 'rest'
      : person.id === facts.speaker.id
        ? 'self'
        : 'other';
  return { said: [statementOf(entry, [person.id], how, report.operation, facts)], doubts: [] };
}

const alike = (a: Statement, b: Statement): boolean =>
  a.how === b.how &&
  a.status === b.status &&
  a.from === b.from &&
  a.to === b.to &&
  a.halfDay === b.halfDay &&
  a.verb === b.verb;

/** One statement for all whom 其余在岗 covers, and one for all outsiders; whoever is spoken of by name is left out. */
function merged(said: readonly Statement[]): readonly Statement[] {
  const out: Statement[] = [];
  for (const one of said) {
    const n = out.findIndex((other) => (one.how === 'rest' || one.how === 'outside') && alike(one, other));
    const first = out[n];
    if (first === undefined) out.push(one);
    else if (one.how === 'rest') out[n] = { ...first, people: [...first.people, ...one.people] };
    else out[n] = { ...first, count: (first.count ?? 0) + 1 };
  }
  return out;
}

/** True when the same already stands; a person's own word is worth keeping beside a colleague's. */
function stands(said: Statement, facts: ReportFacts): boolean {
  if (said.verb === 'cancel' || said.how === 'outside') return false;
  const day = dayOfMoment(said.from);
  const members = facts.members.filter(({ id }) => said.people.includes(id));
  const about = boardAt(members, facts.book.get(day) ?? [], day, facts.at).people;
  if (said.how === 'rest') return about.every(({ covered }) => covered?.by === said.by);
  return about.some(({ parts }) =>
    parts.some(
      (part) =>
        part.status === said.status &&
        part.from === said.from &&
        part.to === said.to &&
        part.halfDay === said.halfDay &&
        part.place === said.place &&
        (part.how === 'self' || said.how !== 'self'),
    ),
  );
}

/** 其余 means those of whom nothing has been said: whoever has spoken for himself is not asserted to be in. */
function unspoken(said: Statement, facts: ReportFacts): Statement {
  if (said.how !== 'rest') return said;
  const day = dayOfMoment(said.from);
  const board = boardAt(facts.members, facts.book.get(day) ?? [], day, facts.at);
  const named = new Set(board.people.filter(({ parts }) => parts.length > 0).map(({ person }) => person.id));
  return { ...said, people: said.people.filter((id) => !named.has(id)) };
}

/** 明天张三下乡，其余在岗: the rest of the day the others are spoken of for, when that is one and the same later day. */
function onTheirDay(entries: readonly Named[], { today }: ReportFacts): readonly Named[] {
  const [day, other] = [...new Set(entries.filter(({ by }) => by !== 'others').map(({ from }) => from))];
  if (day === undefined || other !== undefined || dayOfMoment(day) <= today) return entries;
  const from = dayOfMoment(day);
  return entries.map((entry) =>
    entry.by === 'others' && entry.from === today && entry.to === today
      ? { ...entry, from, to: from }
      : entry,
  );
}

/** Sorts a reading into what is recorded and what must be asked. */
export function sorted(report: Report, facts: ReportFacts): Sorted {
  const all = onTheirDay(report.entries, facts).map((entry) => sortOne(entry, report, facts));
  const asked = report.entries.filter((entry) => entry.external === true || report.confidence === 'low');
  const used = new Set(asked.map((entry) => askFor(entry, report.asks)));
  const rest = report.asks.filter((ask) => !used.has(ask));
  const doubts = [
    ...all.flatMap((one) => one.doubts),
    ...rest.map(({ span, why }): DoubtDraft => ({ span, why, guess: null })),
  ];
  const said = merged(all.flatMap((one) => one.said)).map((one) => unspoken(one, facts));
  return {
    said: said.filter((one) => (one.how !== 'rest' || one.people.length > 0) && !stands(one, facts)),
    doubts: doubts.length > MOST_DOUBTS ? [] : doubts,
  };
}
