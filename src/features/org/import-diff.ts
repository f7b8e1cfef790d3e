/** What one roster changes in another, in lines a person reads before saying yes. */
import { type Person, ROLES, type Roster } from '../../core/roster.ts';
import { IMPORT_TEXTS as TEXTS } from './import-texts.ts';

export interface Preview {
  readonly adds: readonly string[];
  readonly changes: readonly string[];
  readonly removals: readonly string[];
}

/** 教育局一把手、联络员，党校干部 */
function postsText(person: Person, { units }: Roster): string {
  const byUnit = new Map<string, string[]>();
  for (const { unit, role } of person.posts) byUnit.set(unit, [...(byUnit.get(unit) ?? []), ROLES[role]]);
  const name = (id: string): string => units.find((unit) => unit.id === id)?.name ?? id;
  return [...byUnit].map(([unit, roles]) => `${name(unit)}${roles.join(TEXTS.joint)}`).join(TEXTS.comma);
}

const phoneText = (before: string | undefined, after: string | undefined): readonly string[] => {
  if (before === after) return [];
  if (before === undefined) return [TEXTS.phoneAdded];
  return [after === undefined ? TEXTS.phoneDropped : TEXTS.phoneChanged];
};

/** What changed about one person; a phone number itself is never shown. */
function changesOf(was: Person, is: Person, before: Roster, after: Roster): readonly string[] {
  const [old, now] = [postsText(was, before), postsText(is, after)];
  const what = [
    ...(old === now ? [] : [TEXTS.posts(old, now)]),
    ...((was.title ?? '') === (is.title ?? '') ? [] : [TEXTS.titleChanged(was.title ?? '', is.title ?? '')]),
    ...phoneText(was.phone, is.phone),
  ];
  const unit = after.units.find(({ id }) => id === is.posts[0]?.unit)?.name ?? '';
  return what.length === 0 ? [] : [TEXTS.changed(is.name, unit, what.join(TEXTS.semicolon))];
}

const headsOf = ({ people }: Roster, unit: string): readonly Person[] =>
  people.filter(({ posts }) => posts.some((post) => post.unit === unit && post.role === 'head'));

/** The first head counts, so an exchanged order is a change. */
function orderChanges(before: Roster, after: Roster): readonly string[] {
  return after.units.flatMap(({ id, name }) => {
    const [old, now] = [headsOf(before, id), headsOf(after, id)];
    const ids = (people: readonly Person[]): string => people.map((person) => person.id).join();
    const names = (people: readonly Person[]): string =>
      people.map((person) => person.name).join(TEXTS.joint);
    const sameSet =
      old.length === now.length && now.every((head) => old.some((other) => other.id === head.id));
    return sameSet && ids(old) !== ids(now) ? [TEXTS.headOrder(name, names(old), names(now))] : [];
  });
}

/** Compares by id: units first, then people, in the order of the rosters. */
export function diffRosters(before: Roster, after: Roster): Preview {
  const was = new Map(before.people.map((person) => [person.id, person]));
  const is = new Set(after.people.map(({ id }) => id));
  const added = <T extends { id: string }>(from: readonly T[], to: readonly T[]): readonly T[] => {
    const known = new Set(from.map(({ id }) => id));
    return to.filter(({ id }) => !known.has(id));
  };
  const size = (unit: string): number =>
    after.people.filter(({ posts }) => posts.some((p) => p.unit === unit)).length;
  return {
    adds: [
      ...added(before.units, after.units).map(({ id, name }) => TEXTS.unitAdded(name, size(id))),
      ...added(before.people, after.people).map((person) =>
        TEXTS.added(person.name, postsText(person, after)),
      ),
    ],
    changes: [
      ...after.people.flatMap((person) => {
        const old = was.get(person.id);
        return old ? changesOf(old, person, before, after) : [];
      }),
      ...orderChanges(before, after),
    ],
    removals: [
      ...added(after.units, before.units).map(({ name }) => TEXTS.unitRemoved(name)),
      ...before.people
        .filter(({ id }) => !is.has(id))
        .map((person) => TEXTS.removed(person.name, postsText(person, before))),
    ],
  };
}
