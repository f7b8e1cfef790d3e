/** The people of a roster sheet, and which known person each of them is. */
import type { Person, Post, Unit } from '../../core/roster.ts';
import type { Entry } from './import-lines.ts';
import { IMPORT_TEXTS as TEXTS } from './import-texts.ts';

/** A person before he has an id. */
export type Draft = Omit<Person, 'id' | 'formerly'>;
type Units = ReadonlyMap<string, Unit>;
type Fits = (draft: Draft, person: Person) => boolean;

const draftOf = (entries: readonly Entry[], units: Units): Draft => {
  const [first] = entries;
  const title = [...new Set(entries.flatMap(({ titles }) => titles))].join(TEXTS.joint);
  const posts = entries.flatMap(({ unit, roles }) => {
    const id = units.get(unit)?.id;
    return id === undefined ? [] : roles.map((role): Post => ({ unit: id, role }));
  });
  return {
    name: first?.name ?? '',
    ...(title === '' ? {} : { title }),
    ...(first?.phone ? { phone: first.phone } : {}),
    posts,
  };
};

/** One person with several posts where name and phone are the same in several units. */
export function draftsOf(entries: readonly Entry[], units: Units): readonly Draft[] {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = entry.phone === '' ? `row ${entry.row}` : `${entry.name}\n${entry.phone}`;
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return [...groups.values()].map((group) => draftOf(group, units));
}

const samePhone: Fits = (draft, person) => draft.phone !== undefined && draft.phone === person.phone;
const sameUnit: Fits = (draft, person) =>
  draft.posts.some(({ unit }) => person.posts.some((post) => post.unit === unit));
const sameTitle: Fits = (draft, person) =>
  sameUnit(draft, person) && draft.title !== undefined && draft.title === person.title;
const posted = ({ posts }: Draft): string => posts.map(({ unit, role }) => `${unit} ${role}`).join();
const sameAll: Fits = (draft, person) =>
  draft.title === person.title && draft.phone === person.phone && posted(draft) === posted(person);

/**
 * Who is who: by name and phone, by all that is written, by name, unit and title, and by name and unit. Each step takes
 * only pairs without a rival on either side. A name alone never carries a binding into another unit.
 */
export function recognise(drafts: readonly Draft[], known: readonly Person[]): ReadonlyMap<Draft, Person> {
  const found = new Map<Draft, Person>();
  const taken = new Set<Person>();
  const byName = new Map<string, Person[]>();
  for (const person of known) byName.set(person.name, [...(byName.get(person.name) ?? []), person]);
  const draftsByName = new Map<string, Draft[]>();
  for (const draft of drafts) draftsByName.set(draft.name, [...(draftsByName.get(draft.name) ?? []), draft]);
  for (const fits of [samePhone, sameAll, sameTitle, sameUnit])
    for (const [name, namesakes] of draftsByName) {
      const open = namesakes.filter((draft) => !found.has(draft));
      const free = (byName.get(name) ?? []).filter((person) => !taken.has(person));
      for (const [draft, person] of pairs(open, free, fits)) {
        found.set(draft, person);
        taken.add(person);
      }
    }
  return found;
}

/** The pairs that fit each other and nobody else. */
function pairs(
  drafts: readonly Draft[],
  people: readonly Person[],
  fits: Fits,
): readonly (readonly [Draft, Person])[] {
  return drafts.flatMap((draft) => {
    const mine = people.filter((person) => fits(draft, person));
    const [person] = mine;
    const rivals = person ? drafts.filter((other) => fits(other, person)).length : 0;
    return person && mine.length === 1 && rivals === 1 ? [[draft, person] as const] : [];
  });
}
