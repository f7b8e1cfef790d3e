/** Plans a roster import: the lines of a sheet become the whole roster, and everybody known keeps his id. */
import type { Person, Roster, RosterLine, Unit } from '../../core/roster.ts';
import { diffRosters, type Preview } from './import-diff.ts';
import { entriesOf, type RowWord } from './import-lines.ts';
import { draftsOf, recognise } from './import-people.ts';
import { IMPORT_TEXTS as TEXTS } from './import-texts.ts';
import { lacking, limited, unitsOf } from './import-units.ts';

export interface RosterPlan {
  /** The roster as it would be, without the rows that have faults. */
  readonly roster: Roster;
  readonly preview: Preview;
  /** Rows that were not taken as they stand. */
  readonly faults: readonly RowWord[];
  /** What was taken and should be looked at. */
  readonly doubts: readonly RowWord[];
}

/** Ids nobody has: the wanted one, or it with a number. Ids of the current roster are not given to others. */
function fresh(current: Roster, newId: (name: string) => string): (name: string) => string {
  const taken = new Set([...current.units, ...current.people].map(({ id }) => id));
  const counts = new Map<string, number>();
  return (name) => {
    const wanted = newId(name);
    let id = wanted;
    for (let n = counts.get(wanted) ?? 2; taken.has(id); n += 1) {
      id = `${wanted}${n}`;
      counts.set(wanted, n + 1);
    }
    taken.add(id);
    return id;
  };
}

/** A unit written by one of its aliases is that unit. */
function byUnitName(lines: readonly RosterLine[], { units }: Roster): readonly RosterLine[] {
  const names = new Set(units.map(({ name }) => name));
  const aliases = new Map(
    units.flatMap(({ name, aliases }) => aliases.map((alias) => [alias, name] as const)),
  );
  return lines.map((line) =>
    names.has(line.unit) ? line : { ...line, unit: aliases.get(line.unit) ?? line.unit },
  );
}

const isAdmin = ({ posts }: Person): boolean => posts.some(({ role }) => role === 'admin');

/** A sheet that names no admin does not unseat the present ones: nobody could let them in again. */
function keepAdmins(
  roster: Roster,
  current: Roster,
): { readonly roster: Roster; readonly doubts: readonly RowWord[] } {
  const admins = roster.people.some(isAdmin) ? [] : current.people.filter(isAdmin);
  if (admins.length === 0) return { roster, doubts: [] };
  const posts = (person: Person): Person['posts'] => person.posts.filter(({ role }) => role === 'admin');
  const listed = new Map(roster.people.map((person) => [person.id, person]));
  const kept = admins.map((admin): Person => {
    const now = listed.get(admin.id);
    return now ? { ...now, posts: [...now.posts, ...posts(admin)] } : { ...admin, posts: posts(admin) };
  });
  const keptById = new Map(kept.map((person) => [person.id, person]));
  const needed = new Set(kept.flatMap((person) => person.posts.map(({ unit }) => unit)));
  const missing = current.units.filter(
    ({ id }) => needed.has(id) && !roster.units.some((unit) => unit.id === id),
  );
  return {
    roster: {
      units: [...roster.units, ...missing],
      people: [
        ...roster.people.map((person) => keptById.get(person.id) ?? person),
        ...kept.filter(({ id }) => !listed.has(id)),
      ],
    },
    doubts: [{ row: 0, why: TEXTS.adminKept(admins.map(({ name }) => name).join(TEXTS.joint)) }],
  };
}

/**
 * The roster a sheet describes. People are recognised by name and phone, or name and unit; `newId` proposes an id for a
 * name that is new, and should never propose one that was used before.
 */
export function planRoster(
  current: Roster,
  lines: readonly RosterLine[],
  newId: (name: string) => string,
): RosterPlan {
  const read = entriesOf(byUnitName(lines, current));
  const freshId = fresh(current, newId);
  const units: ReadonlyMap<string, Unit> = unitsOf(read.entries, current.units, freshId);
  const { entries, faults } = limited(read.entries, units);
  const drafts = draftsOf(entries, units);
  const known = recognise(drafts, current.people);
  const people = drafts.map((draft): Person => {
    const before = known.get(draft);
    // A sheet says nothing of units left; who is known keeps what is known of him.
    const left = before?.formerly === undefined ? {} : { formerly: before.formerly };
    return { id: before?.id ?? freshId(draft.name), ...draft, ...left };
  });
  const { roster, doubts } = keepAdmins({ units: [...units.values()], people }, current);
  const byRow = (words: readonly RowWord[]): readonly RowWord[] => [...words].sort((a, b) => a.row - b.row);
  return {
    roster,
    preview: diffRosters(current, roster),
    faults: byRow([...read.faults, ...faults]),
    doubts: byRow([...doubts, ...lacking(entries, units)]),
  };
}
