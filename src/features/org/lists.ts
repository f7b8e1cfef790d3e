/** The roster as text: the county's units, or the people of one. */
import type { Org } from '../../core/org.ts';
import { type Person, ROLES, type Role, type Unit } from '../../core/roster.ts';
import { ORG } from './texts.ts';

/** Lines a phone shows. */
const MOST_LINES = 12;

/** The county's units with how many people each has. */
export function unitList(org: Org): string {
  const { units } = org;
  const [first] = org.supervised.length > 0 ? org.supervised : units;
  if (first === undefined) return ORG.empty();
  const lines = units
    .slice(0, MOST_LINES)
    .map((unit) => ORG.unitLine({ unit: unit.name, count: org.members(unit.id).length }));
  const more =
    units.length > MOST_LINES
      ? ORG.more({ count: units.length, unit: first.name })
      : ORG.hint({ unit: first.name });
  return [ORG.head({ units: units.length, people: org.people.length }), ...lines, more].join('\n');
}

/** A unit's people by role, those without a binding marked. */
export function peopleList(unit: Unit, org: Org, bound: ReadonlySet<string>): string {
  const people = org.members(unit.id);
  const shown = (person: Person): string =>
    ORG.person({
      name: person.name,
      title: person.title === undefined ? '' : ` ${person.title}`,
      mark: bound.has(person.id) ? '' : ORG.unbound(),
    });
  const lines = (Object.keys(ROLES) as Role[]).flatMap((role) => {
    const holders = org.holders(unit.id, role);
    return holders.length === 0
      ? []
      : [ORG.roleLine({ role: ROLES[role], names: holders.map(shown).join('、') })];
  });
  const count = people.filter(({ id }) => bound.has(id)).length;
  return [ORG.unitHead({ unit: unit.name, count: people.length, bound: count }), ...lines].join('\n');
}
