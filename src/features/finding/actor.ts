/** In what capacity somebody acts on a finding, and what stands against it: one's own finding, one's own unit. */
import { holds, type Org, ofOffice } from '../../core/org.ts';
import type { Person } from '../../core/roster.ts';
import type { Finding } from './finding.ts';

/** `head` signs for himself, `delegate` for a head who asked him to; a liaison reports, and may sign by proxy. */
export type Capacity =
  | 'head'
  | 'delegate'
  | 'liaison'
  | 'discipline'
  | 'director'
  | 'inspector'
  | 'admin'
  | 'none';

/** Why somebody may not judge a finding: he registered it, belongs to its unit, or did within twelve months. */
export type Conflict = 'registrar' | 'own-unit' | 'former-unit';

export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly capacity: Capacity;
  readonly conflict: Conflict | null;
}

/** What is known of a person beside the roster: who delegated to him today, and units he has left within a year. */
export interface Ties {
  readonly principals: readonly string[];
  readonly former: readonly string[];
}

function capacityOf(person: Person, unit: string, org: Org, { principals }: Ties): Capacity {
  if (holds(person, 'head', unit)) return 'head';
  if (org.holders(unit, 'head').some(({ id }) => principals.includes(id))) return 'delegate';
  // What he is in that unit comes first: there he never judges, whatever he is in the office.
  if (holds(person, 'liaison', unit)) return 'liaison';
  if (holds(person, 'discipline', unit)) return 'discipline';
  if (holds(person, 'director')) return 'director';
  if (holds(person, 'supervisor')) return 'inspector';
  return holds(person, 'admin') ? 'admin' : 'none';
}

function conflictOf(
  person: Person,
  finding: Pick<Finding, 'registrar' | 'unit'>,
  ties: Ties,
): Conflict | null {
  if (person.posts.some(({ unit }) => unit === finding.unit)) return 'own-unit';
  if (ties.former.includes(finding.unit)) return 'former-unit';
  return finding.registrar === person.id ? 'registrar' : null;
}

export const actorOf = (
  person: Person,
  finding: Pick<Finding, 'registrar' | 'unit'>,
  org: Org,
  ties: Ties,
): Actor => ({
  id: person.id,
  name: person.name,
  capacity: capacityOf(person, finding.unit, org, ties),
  conflict: ofOffice(person) ? conflictOf(person, finding, ties) : null,
});

/** 一把手, or whoever acknowledges for him. */
export const signs = ({ capacity }: Actor): boolean => capacity === 'head' || capacity === 'delegate';
/** Who answers for the unit's rectification. */
export const answersFor = (actor: Actor): boolean => signs(actor) || actor.capacity === 'liaison';
export const judges = ({ capacity }: Actor): boolean => capacity === 'director' || capacity === 'inspector';
