/** The units of a roster sheet: which known one each is, what kind it is, and how many may hold a role in it. */
import { OFFICE_ROLES, type Role, type Unit } from '../../core/roster.ts';
import type { Entry, RowWord } from './import-lines.ts';
import { IMPORT_TEXTS as TEXTS, TOWNSHIP, WINDOW } from './import-texts.ts';

type Kind = Unit['kind'];
const MOST: readonly (readonly [Role, number])[] = [
  ['head', 2],
  ['discipline', 1],
  ['liaison', 3],
];
const SUPERVISED: readonly Role[] = ['head', 'discipline', 'liaison'];

const kindByName = (name: string): Kind =>
  TOWNSHIP.test(name) ? 'township' : WINDOW.test(name) ? 'window' : 'bureau';

/** The office and the leaders are known by their roles: nobody there answers for a unit. */
function kindByRoles(roles: readonly Role[]): Kind | undefined {
  if (roles.some((role) => SUPERVISED.includes(role))) return undefined;
  if (roles.some((role) => OFFICE_ROLES.includes(role))) return 'office';
  return roles.includes('leader') ? 'leaders' : undefined;
}

/** A known unit keeps its id, its aliases and, unless its roles say otherwise, its kind. */
export function unitsOf(
  entries: readonly Entry[],
  known: readonly Unit[],
  freshId: (name: string) => string,
): ReadonlyMap<string, Unit> {
  const units = new Map<string, Unit>();
  for (const name of new Set(entries.map(({ unit }) => unit))) {
    const roles = entries.filter(({ unit }) => unit === name).flatMap((entry) => entry.roles);
    const before = known.find((unit) => unit.name === name);
    const usual =
      before && before.kind !== 'office' && before.kind !== 'leaders' ? before.kind : kindByName(name);
    const kind = kindByRoles(roles) ?? usual;
    units.set(name, before ? { ...before, kind } : { id: freshId(name), name, aliases: [], kind });
  }
  return units;
}

const isSupervised = (unit: Unit | undefined): boolean => unit?.kind !== 'office' && unit?.kind !== 'leaders';

/** Takes the roles away that are one too many, each with a fault; the person stays. */
export function limited(
  entries: readonly Entry[],
  units: ReadonlyMap<string, Unit>,
): { readonly entries: readonly Entry[]; readonly faults: readonly RowWord[] } {
  const faults: RowWord[] = [];
  const held = new Map<string, number>();
  const mayHold = ({ unit, row }: Entry, role: Role): boolean => {
    const most = MOST.find(([limitedRole]) => limitedRole === role)?.[1];
    if (most === undefined || !isSupervised(units.get(unit))) return true;
    const count = (held.get(`${unit}\n${role}`) ?? 0) + 1;
    held.set(`${unit}\n${role}`, count);
    if (count > most) faults.push({ row, why: TEXTS.tooMany(unit, role) });
    return count <= most;
  };
  const kept = entries.map((entry): Entry => {
    const roles = entry.roles.filter((role) => mayHold(entry, role));
    return { ...entry, roles: roles.length === 0 ? ['staff'] : roles };
  });
  return { entries: kept, faults };
}

/** Supervised units nobody answers for or reports for, named at their first row. */
export function lacking(entries: readonly Entry[], units: ReadonlyMap<string, Unit>): readonly RowWord[] {
  return [...units].flatMap(([name, unit]) => {
    if (!isSupervised(unit)) return [];
    const own = entries.filter((entry) => entry.unit === name);
    const row = own[0]?.row ?? 0;
    const has = (role: Role): boolean => own.some(({ roles }) => roles.includes(role));
    return [
      ...(has('head') ? [] : [{ row, why: TEXTS.noHead(name) }]),
      ...(has('liaison') ? [] : [{ row, why: TEXTS.noLiaison(name) }]),
    ];
  });
}
