/** What a name shown in a group may say about who it is, and which units somebody has lately left. */
import type { Org } from '../../core/org.ts';
import type { FormerPost, Person, Unit } from '../../core/roster.ts';
import { type Reader, table } from '../../core/store.ts';
import { halfWidth } from '../../core/text.ts';
import { addDays, dayOf } from '../../core/time.ts';

/** Someone of a group, as it shows him. */
export interface Shown {
  readonly contact: string;
  readonly name: string;
}
export interface Pair {
  readonly contact: string;
  readonly person: string;
}

/** A unit's roster held against the names its group shows. Every person of the roster is in exactly one of four lists. */
export interface Matching {
  /** Bound before. */
  readonly bound: readonly Person[];
  /** Exact and unique on both sides. */
  readonly fresh: readonly Pair[];
  /** Nobody in the group shows this name. */
  readonly missing: readonly Person[];
  /** Namesakes, or several contacts that show one name. */
  readonly doubtful: readonly Person[];
  /** Names of unbound contacts that fit nobody. */
  readonly strangers: readonly string[];
}

const DOTS = /[•・．‧]/gu;
const SEPARATORS = /[^\p{Script=Han}\p{L}·]+/u;
const WORDS_AROUND = /^(?:县|市)|(?:同志|老师)$/gu;

/** Longest first, so that 县教育局 goes before 教育局. */
const namesOf = (unit: Unit): readonly string[] =>
  [unit.name, ...unit.aliases].sort((a, b) => b.length - a.length);

function without(word: string, names: readonly string[]): string {
  const name = names.find((one) => word !== one && (word.startsWith(one) || word.endsWith(one)));
  if (name === undefined) return word;
  return word.startsWith(name) ? word.slice(name.length) : word.slice(0, -name.length);
}

/** The words a shown name is made of, without the unit, numbers, brackets and emoji: 教育局-张三（科员） → 张三, 科员. */
function wordsOf(shown: string, unit: Unit): readonly string[] {
  const names = namesOf(unit);
  return halfWidth(shown.replace(DOTS, '·'))
    .split(SEPARATORS)
    .map((word) => without(word, names).replace(WORDS_AROUND, ''))
    .filter((word) => word !== '');
}

const isCalled = (person: Person, word: string): boolean =>
  word === person.name ||
  (person.title !== undefined &&
    (word === person.name + person.title || word === person.title + person.name));

/** People of the unit whose whole name the shown name holds; several when it is not unique. */
export function peopleShown(shown: string, unit: Unit, org: Org): readonly Person[] {
  const words = wordsOf(shown, unit);
  return org.members(unit.id).filter((person) => words.some((word) => isCalled(person, word)));
}

/** Holds a unit's roster against its group. `boundTo` names the person each bound contact is, whatever his unit. */
export function matchMembers(
  unit: Unit,
  members: readonly Shown[],
  boundTo: ReadonlyMap<string, string>,
  org: Org,
): Matching {
  const already = new Set(boundTo.values());
  const claims = new Map<string, string[]>();
  const strangers: string[] = [];
  for (const { contact, name } of members) {
    if (boundTo.has(contact)) continue;
    const people = peopleShown(name, unit, org);
    if (people.length === 0) strangers.push(name);
    // A name two people share proposes both of them, and so neither.
    for (const { id } of people) {
      const rivals = people.length === 1 ? [contact] : [contact, ''];
      claims.set(id, [...(claims.get(id) ?? []), ...rivals]);
    }
  }
  const open = org.members(unit.id).filter(({ id }) => !already.has(id));
  const contacts = (person: Person): readonly string[] => claims.get(person.id) ?? [];
  return {
    bound: org.members(unit.id).filter(({ id }) => already.has(id)),
    fresh: open.flatMap((person) => {
      const [contact, rival] = contacts(person);
      return contact === undefined || rival !== undefined ? [] : [{ contact, person: person.id }];
    }),
    missing: open.filter((person) => contacts(person).length === 0),
    doubtful: open.filter((person) => contacts(person).length > 1),
    strangers,
  };
}

/** Units a person was seen to leave, by a reload or by the night's comparison. Ids: person ids. */
export interface Left {
  readonly units: readonly FormerPost[];
}
export const LEFT = table<Left>('left-units');

/** Who was in a unit when it was last looked at: a roster changed while the program was down is noticed by it. Ids: unit ids. */
export interface Seen {
  readonly people: readonly string[];
}
export const SEEN = table<Seen>('unit-members');

/** Days after which somebody who has left a unit may judge it again: twelve months. */
const BARRED_DAYS = 365;

/** Units a person has left within twelve months, as the roster says or as was seen. */
export async function formerUnits(
  { store, now }: { readonly store: Reader; readonly now: number },
  person: Person,
): Promise<readonly string[]> {
  const seen = (await store.get(LEFT, person.id))?.data.units ?? [];
  const since = addDays(dayOf(now), -BARRED_DAYS);
  const here = new Set(person.posts.map(({ unit }) => unit));
  const left = [...(person.formerly ?? []), ...seen]
    .filter(({ unit, until }) => until >= since && !here.has(unit))
    .map(({ unit }) => unit);
  return [...new Set(left)];
}
