/** The roster with its indexes: who belongs where, who answers for a unit, what a word means as a unit or a name. */
import { nearestUnits } from './near.ts';
import type { Language } from './ports.ts';
import { OFFICE_ROLES, type Person, type Role, type Roster, type Unit } from './roster.ts';

export interface Org {
  readonly units: readonly Unit[];
  readonly people: readonly Person[];
  readonly unit: (id: string) => Unit | undefined;
  readonly person: (id: string) => Person | undefined;
  /** People of a unit in roster order. */
  readonly members: (unit: string) => readonly Person[];
  /** People who hold a role in a unit, in roster order. */
  readonly holders: (unit: string, role: Role) => readonly Person[];
  /** People who hold a role anywhere. */
  readonly everywhere: (role: Role) => readonly Person[];
  /** Units that are supervised: neither the office nor the leaders. */
  readonly supervised: readonly Unit[];
  /** Units a word names exactly: by name, alias or pinyin initials. */
  readonly unitsNamed: (word: string) => readonly Unit[];
  /** The unit whose name or alias begins `text`, the longest one, and how many characters it took. */
  readonly unitAt: (text: string) => { readonly unit: Unit; readonly length: number } | undefined;
  /** People of that exact name, in one unit or anywhere. */
  readonly named: (name: string, unit?: string) => readonly Person[];
  /** The person whose name begins `text`, the longest one; only where it is unique. */
  readonly personAt: (
    text: string,
    unit?: string,
  ) => { readonly person: Person; readonly length: number } | undefined;
  /** The units whose names are near to a mistyped word, at most three. */
  readonly nearest: (word: string) => readonly Unit[];
}

/** Roles a person holds with regard to a unit; county-wide roles count everywhere. */
export function rolesAt(person: Person, unit: string | undefined): readonly Role[] {
  const wide = (role: Role): boolean => role === 'leader' || OFFICE_ROLES.includes(role);
  return person.posts
    .filter((post) => unit === undefined || post.unit === unit || wide(post.role))
    .map((post) => post.role);
}

export const holds = (person: Person, role: Role, unit?: string): boolean =>
  person.posts.some((post) => post.role === role && (unit === undefined || post.unit === unit));

/** True for people of the supervision office. */
export const ofOffice = (person: Person): boolean =>
  person.posts.some((post) => OFFICE_ROLES.includes(post.role));

const grouped = <T>(
  items: readonly T[],
  keys: (item: T) => readonly string[],
): ReadonlyMap<string, readonly T[]> => {
  const map = new Map<string, T[]>();
  for (const item of items)
    for (const key of new Set(keys(item))) map.set(key, [...(map.get(key) ?? []), item]);
  return map;
};

/** The longest prefix of `text` that is a key of `names`. */
function prefixIn(text: string, names: ReadonlyMap<string, unknown>, longest: number): string | undefined {
  for (let length = Math.min(longest, text.length); length > 0; length -= 1) {
    const word = text.slice(0, length);
    if (names.has(word)) return word;
  }
  return undefined;
}

const longestOf = (names: ReadonlyMap<string, unknown>): number =>
  [...names.keys()].reduce((most, name) => Math.max(most, name.length), 0);

export function orgOf(roster: Roster, language: Pick<Language, 'pinyin'>): Org {
  const { units, people } = roster;
  const initials = (name: string): string =>
    language
      .pinyin(name)
      .map((syllable) => syllable.slice(0, 1))
      .join('');
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const personById = new Map(people.map((person) => [person.id, person]));
  const members = grouped(people, (person) => person.posts.map((post) => post.unit));
  const spoken = grouped(units, (unit) => [unit.name, ...unit.aliases]);
  const short = grouped(units, (unit) => [unit.name, ...unit.aliases].map(initials));
  const names = grouped(people, (person) => [person.name]);
  const longestUnit = longestOf(spoken);
  const longestName = longestOf(names);
  const named: Org['named'] = (name, unit) =>
    (names.get(name) ?? []).filter(
      (person) => unit === undefined || person.posts.some((post) => post.unit === unit),
    );
  return {
    units,
    people,
    unit: (id) => byId.get(id),
    person: (id) => personById.get(id),
    members: (unit) => members.get(unit) ?? [],
    holders: (unit, role) => (members.get(unit) ?? []).filter((person) => holds(person, role, unit)),
    everywhere: (role) => people.filter((person) => holds(person, role)),
    supervised: units.filter((unit) => unit.kind !== 'office' && unit.kind !== 'leaders'),
    unitsNamed: (word) => spoken.get(word) ?? short.get(word.toLowerCase()) ?? [],
    unitAt: (text) => {
      const word = prefixIn(text, spoken, longestUnit);
      const unit = word === undefined ? undefined : spoken.get(word)?.[0];
      return word === undefined || unit === undefined ? undefined : { unit, length: word.length };
    },
    named,
    personAt: (text, unit) => {
      const word = prefixIn(text, names, longestName);
      const found = word === undefined ? [] : named(word, unit);
      const [person] = found;
      return word === undefined || person === undefined || found.length > 1
        ? undefined
        : { person, length: word.length };
    },
    nearest: (word) => nearestUnits(units, word, language),
  };
}
