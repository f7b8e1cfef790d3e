/** Claims that people decide: the liaison says who it is, the office approves roles. Pure but for reading rows. */
import type { Ask, Option } from '../../core/change.ts';
import type { World } from '../../core/context.ts';
import type { Person } from '../../core/roster.ts';
import { ROLES } from '../../core/roster.ts';
import { type Found, put, type Row } from '../../core/store.ts';
import { BINDINGS, CLAIMS, type Claim, reachable } from './access.ts';
import { type BindingFacts, bindingRows } from './binding.ts';
import { ACCESS } from './texts.ts';

type Knows = Pick<World, 'store' | 'org' | 'now'>;

/** Minutes a liaison or the office may take to answer. */
export const PATIENCE = 3 * 24 * 60;

/** The liaison who is asked about a unit's people; undefined when none is bound, or only the one in question. */
async function voucherOf(know: Knows, unit: string, about: string): Promise<Person | undefined> {
  const bound = await reachable(know.store, know.org, unit, 'liaison');
  return bound.find(({ id }) => id !== about);
}

/** Open claims of a unit, oldest first. */
export async function openClaims(know: Knows, unit: string): Promise<readonly Found<Claim>[]> {
  const claims = await know.store.find(CLAIMS, { unit, state: 'open' });
  return [...claims].sort((a, b) => a.data.at - b.data.at);
}

/** People a claim may mean: everybody of that name in the unit. */
const meant = (know: Knows, claim: Claim): readonly Person[] => {
  const name = know.org.person(claim.person)?.name;
  return name === undefined ? [] : know.org.named(name, claim.unit);
};

const label = (person: Person): string => `${person.name}${person.title ? `（${person.title}）` : ''}`;

/** Why it has to be asked: namesakes, a changed account, somebody bound as another, or a role. */
async function reasonOf(know: Knows, claim: Claim, people: readonly Person[]): Promise<string> {
  const { shown } = claim;
  const name = people[0]?.name ?? '';
  if (claim.by === 'name') return ACCESS.claimNoticed({ shown, name });
  if (people.length > 1) return ACCESS.claimNamesakes({ shown, name, count: people.length });
  const now = (await know.store.get(BINDINGS, claim.contact))?.data.person;
  if (now !== undefined) return ACCESS.claimOther({ shown, name, other: know.org.person(now)?.name ?? '' });
  if ((await know.store.find(BINDINGS, { person: claim.person })).length > 0)
    return ACCESS.claimContested({ shown, name });
  return ACCESS.claimRole({ shown, name, role: ROLES[claim.role] });
}

/** The question about one claim, as it is put to whoever vouches. */
export async function claimAsk(
  know: Knows,
  claim: Claim,
  to: Pick<Ask, 'to' | 'who'>,
  more: Partial<Ask> = {},
): Promise<Ask> {
  const people = meant(know, claim);
  const unit = know.org.unit(claim.unit)?.name ?? '';
  const options: Option[] = people.map((person, n) => ({
    words: [String(n + 1)],
    command: 'access.claim.yes',
    intent: { person: claim.person, contact: claim.contact, is: person.id },
  }));
  const list = people.map((person, n) => ACCESS.claimYes({ n: n + 1, who: label(person) }));
  const no = { person: claim.person, contact: claim.contact };
  options.push({ words: ['0', '不是', '都不是'], command: 'access.claim.no', intent: no });
  const text = [
    ACCESS.claimHead({ unit, reason: await reasonOf(know, claim, people) }),
    ...list,
    ACCESS.claimNo(),
  ].join('\n');
  return { ...to, text, options, minutes: PATIENCE, ...more };
}

/** Puts the question about a claim to the unit's liaison, else to the office. */
export async function askVoucher(know: Knows, claim: Claim, more: Partial<Ask> = {}): Promise<Ask> {
  const liaison = await voucherOf(know, claim.unit, claim.person);
  return liaison === undefined
    ? claimAsk(know, claim, { to: 'office', who: '*' }, { priority: 'notice', ...more })
    : claimAsk(know, claim, { to: `person:${liaison.id}`, who: liaison.id }, more);
}

/** Claims the office has to approve, oldest first. */
export async function acceptedClaims(know: Knows): Promise<readonly Found<Claim>[]> {
  const claims = await know.store.find(CLAIMS, { state: 'accepted' });
  return [...claims].sort((a, b) => a.data.at - b.data.at);
}

/** The first claim of each person and each contact: two that contradict each other are not approved together. */
export const oneEach = (claims: readonly Found<Claim>[]): readonly Found<Claim>[] =>
  claims.filter(
    ({ data }, n) =>
      claims.findIndex(
        (other) => other.data.person === data.person || other.data.contact === data.contact,
      ) === n,
  );

/** Confirms a claim: the contact is the person from now on. */
export function confirmRows(
  found: Found<Claim>,
  by: string,
  facts: BindingFacts,
  now: number,
): readonly Row[] {
  const { contact, person } = found.data;
  return [
    put(CLAIMS, found.id, { ...found.data, state: 'confirmed', by, at: now }, found),
    ...bindingRows({ contact, person, by, at: now }, facts, found.id),
  ];
}

/** One line of the office's list; somebody who is bound already would change his account, and the old one goes deaf. */
async function approvalLine(know: Knows, claim: Claim, n: number): Promise<string> {
  const nameOf = (id: string): string => know.org.person(id)?.name ?? ACCESS.codeHolder();
  const holes = {
    n,
    unit: know.org.unit(claim.unit)?.name ?? '',
    name: nameOf(claim.person),
    role: ROLES[claim.role],
    by: nameOf(claim.by),
  };
  const bound = await know.store.find(BINDINGS, { person: claim.person });
  return bound.some(({ id }) => id !== claim.contact)
    ? ACCESS.approvalMoved({ ...holes, shown: claim.shown })
    : ACCESS.approvalLine(holes);
}

/** The office's list of the day: one question for all of them, or one by one. */
export async function approvalAsk(
  claims: readonly Found<Claim>[],
  know: Knows,
  to: Pick<Ask, 'to' | 'who'>,
  more: Partial<Ask> = {},
): Promise<Ask> {
  const ids = claims.map(({ id }) => id);
  const lines = await Promise.all(claims.map(({ data }, n) => approvalLine(know, data, n + 1)));
  const each = ids.flatMap((id, n): readonly Option[] => [
    { words: [String(n + 1)], command: 'access.approve', intent: { ids: [id], rest: ids } },
    {
      words: [`不批${n + 1}`, `不批 ${n + 1}`],
      command: 'access.disapprove',
      intent: { ids: [id], rest: ids },
    },
  ]);
  const options = [
    { words: ['同意', '确认', '全部', '都批'], command: 'access.approve', intent: { ids, rest: ids } },
    ...each,
  ];
  const text = [ACCESS.approvalHead({ count: claims.length }), ...lines, ACCESS.approvalFoot()].join('\n');
  return { ...to, text, options, minutes: PATIENCE, ...more };
}
