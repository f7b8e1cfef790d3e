/** Gathers what the rules look at: who speaks, for which unit, and what has been said before. */
import type { Ctx } from '../../core/context.ts';
import { holds } from '../../core/org.ts';
import type { Person, Unit } from '../../core/roster.ts';
import type { Found, Reader } from '../../core/store.ts';
import { type Day, dayOf } from '../../core/time.ts';
import { daysOf, type Named, type ReportFacts } from './decide-facts.ts';
import { ABSENCES, type Absences, LAST_WORDS, SEVERAL, type Statement, WHEREABOUTS } from './record.ts';
import { TEXTS } from './texts.ts';

/** A bound person who belongs to the unit the conversation is about. */
export interface Seat {
  readonly person: Person;
  readonly unit: Unit;
  readonly members: readonly Person[];
}

/** The speaker's seat; undefined for strangers, guests, the office, leaders, and people of several units in private. */
export function seatOf(ctx: Pick<Ctx, 'who' | 'where' | 'org'>): Seat | undefined {
  const { person } = ctx.who;
  const { unit } = ctx.where;
  if (person === undefined || unit === undefined || !ctx.org.supervised.includes(unit)) return undefined;
  const members = ctx.org.members(unit.id);
  return members.some(({ id }) => id === person.id) ? { person, unit, members } : undefined;
}

/** Why no unit is meant here: the roster has dropped the room's, or the speaker has several. */
export const noUnit = ({ where }: Pick<Ctx, 'where'>): string =>
  where.kind === 'unit' ? TEXTS.droppedUnit() : TEXTS.manyUnits();

/** Liaison or head of a unit: they see kinds of leave, and speak for the rest. */
export const isResponsible = (person: Person, unit: string): boolean =>
  holds(person, 'liaison', unit) || holds(person, 'head', unit);

/** The absences of people, by person. */
export async function absencesOf(
  store: Reader,
  people: readonly string[],
): Promise<ReadonlyMap<string, Found<Absences>>> {
  const found = await Promise.all(people.map((id) => store.get(ABSENCES, id)));
  return new Map(found.flatMap((row) => (row === undefined ? [] : [[row.id, row] as const])));
}

/** Whose statements matter: everybody's (undefined) when somebody speaks for the rest, else those of the people named. */
function concerned(members: readonly Person[], entries: readonly Named[]): readonly string[] | undefined {
  if (entries.some(({ by }) => by === 'others')) return undefined;
  const names = new Set(entries.map((entry) => entry.person));
  return members.filter(({ name }) => names.has(name)).map(({ id }) => id);
}

/** What the day's own rows say of these people; a unit's whole day only where it is needed. */
async function pageOf(
  store: Reader,
  unit: string,
  day: Day,
  people: readonly string[] | undefined,
): Promise<readonly Statement[]> {
  if (people === undefined) return (await store.find(WHEREABOUTS, { day, unit })).map(({ data }) => data);
  const who = [...people, SEVERAL];
  const found = await Promise.all(who.map((one) => store.find(WHEREABOUTS, { day, unit, who: one })));
  return found.flat().map(({ data }) => data);
}

/** Facts for entries that this message speaks of. */
export async function factsFor(
  ctx: Ctx,
  seat: Seat,
  entries: readonly Named[],
  doubtDay: ReportFacts['doubtDay'],
): Promise<ReportFacts> {
  const { said, store, settings } = ctx;
  const today = dayOf(said.at);
  const { person, unit, members } = seat;
  const people = concerned(members, entries);
  const absences = await absencesOf(store, people ?? members.map(({ id }) => id));
  const long = [...absences.values()].flatMap(({ data }) => data.statements);
  // Absences first, so that what was said for the day alone stands above.
  const page = async (day: Day): Promise<readonly [Day, readonly Statement[]]> => [
    day,
    [...long, ...(await pageOf(store, unit.id, day, people))],
  ];
  return {
    unit,
    members,
    speaker: person,
    responsible: isResponsible(person, unit.id),
    keepReason: settings.bot.whereabouts.keepReasons.includes(unit.id),
    here: ctx.where.here,
    message: said.id,
    at: said.at,
    today,
    doubtDay,
    book: new Map(await Promise.all(daysOf(entries).map(page))),
    absences,
    last: await store.get(LAST_WORDS, person.id),
  };
}
