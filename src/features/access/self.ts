/** `我是 <姓名>` in a unit's group: staff is taken at its word, what is contested or carries a role is asked about. */
import type { Change } from '../../core/change.ts';
import { type Org, ofOffice, rolesAt } from '../../core/org.ts';
import { OFFICE_ROLES, type Person, type Role, type Unit } from '../../core/roster.ts';
import { drop, type Found, put, type Row } from '../../core/store.ts';
import { dayOf } from '../../core/time.ts';
import { CLAIMS, type Claim, claimId, NOMINATIONS, type Nomination } from './access.ts';
import { type BindingFacts, bindingRows } from './binding.ts';

/** The weightiest role somebody would gain by being taken for a person of this unit. */
export function roleIn(person: Person, unit: string): Role {
  const roles = rolesAt(person, unit);
  return WEIGHTY.find((role) => roles.includes(role)) ?? 'staff';
}
const WEIGHTY: readonly Role[] = [...OFFICE_ROLES, 'leader', 'head', 'discipline', 'liaison'];

export interface SelfFacts {
  readonly contact: string;
  /** The name the group shows. */
  readonly shown: string;
  readonly unit: Unit;
  readonly person: Person;
  /** True when the unit has several people of that name. */
  readonly namesakes: boolean;
  readonly binding: BindingFacts;
  /** The claim of this contact to this person, if it was made before. */
  readonly claim: Found<Claim> | undefined;
  /** Set when the liaison has registered this person as head. */
  readonly nomination: Found<Nomination> | undefined;
}

/** What a declaration comes to. */
export type SelfVerdict = 'known' | 'elsewhere' | 'bind' | 'vouched' | 'ask' | 'asked';

/** A question is put once; after a no, the same claim is heard again the next day. */
const isAsked = (claim: Found<Claim> | undefined, now: number): boolean =>
  claim?.data.state === 'open' ||
  claim?.data.state === 'accepted' ||
  (claim?.data.state === 'refused' && dayOf(claim.data.at) === dayOf(now));

/** The liaison's word covers the contact that was asked, or whoever declares himself while nobody was found. */
const isMeant = ({ nomination, contact }: SelfFacts): boolean =>
  nomination !== undefined && (nomination.data.asked === null || nomination.data.asked === contact);

/** Judges a declaration; `org` tells where a contact already belongs. */
export function judgeSelf(facts: SelfFacts, org: Org, now: number): SelfVerdict {
  const { binding, person, unit, contact, claim } = facts;
  const bound = binding.ofContact?.data.person;
  if (bound === person.id) return 'known';
  const member = bound === undefined ? undefined : org.person(bound);
  // Somebody of another unit, or of the office, is not made another person by a word in a group.
  if (member !== undefined && (ofOffice(member) || !org.members(unit.id).includes(member)))
    return 'elsewhere';
  const contested =
    facts.namesakes || member !== undefined || binding.ofPerson.some(({ id }) => id !== contact);
  if (!contested && isMeant(facts)) return 'vouched';
  if (isAsked(claim, now)) return 'asked';
  return !contested && roleIn(person, unit.id) === 'staff' ? 'bind' : 'ask';
}

/** The claim as it stands after a verdict. */
export const claimOf = (facts: SelfFacts, state: Claim['state'], by: string, at: number): Claim => ({
  contact: facts.contact,
  person: facts.person.id,
  unit: facts.unit.id,
  role: roleIn(facts.person, facts.unit.id),
  at,
  state,
  by,
  shown: facts.shown,
});

/** Rows of a declaration: silent in the group whatever it comes to. */
export function selfChange(facts: SelfFacts, verdict: SelfVerdict, now: number): Change {
  const { contact, person, nomination } = facts;
  const id = claimId({ contact, person: person.id });
  const row = (state: Claim['state'], by: string): Row =>
    put(CLAIMS, id, claimOf(facts, state, by, now), facts.claim);
  if (verdict === 'bind') {
    const binding = { contact, person: person.id, by: 'self', at: now };
    return {
      put: [row('confirmed', 'self'), ...bindingRows(binding, facts.binding, id)],
      audit: [{ who: person.id, did: 'bind', about: person.id, detail: 'self' }],
    };
  }
  if (verdict === 'vouched' && nomination !== undefined)
    return { put: [row('accepted', nomination.data.by), drop(NOMINATIONS, nomination)] };
  return verdict === 'ask' ? { put: [row('open', 'self')] } : {};
}
