/** Loads what a decision on a finding needs: the record, who acts, and what stands against him. */
import type { Ctx, World } from '../../core/context.ts';
import type { Person } from '../../core/roster.ts';
import type { Found, Reader } from '../../core/store.ts';
import { dayOf } from '../../core/time.ts';
import { DELEGATIONS } from '../access/access.ts';
import { formerUnits } from '../org/org.ts';
import { type Actor, actorOf, type Ties } from './actor.ts';
import { EVIDENCE, type Evidence, FINDINGS, type Finding } from './finding.ts';
import type { Facts } from './ground.ts';

export const findingOf = (store: Reader, code: string): Promise<Found<Finding> | undefined> =>
  store.get(FINDINGS, code);

/** People who have delegated their acknowledgements to this person today. */
async function principalsOf(person: Person, { store, now }: World): Promise<readonly string[]> {
  const all = await store.find(DELEGATIONS, {});
  return all.filter(({ data }) => data.to === person.id && data.until >= dayOf(now)).map(({ id }) => id);
}

export const tiesOf = async (person: Person, world: World): Promise<Ties> => ({
  principals: await principalsOf(person, world),
  former: await formerUnits(world, person),
});

export const evidenceOf = (store: Reader, about: string): Promise<readonly Found<Evidence>[]> =>
  store.find(EVIDENCE, { about });

/** What shows the rectification or its check: only since it was last sent back or taken up again. */
async function proofsOf(finding: Finding, store: Reader): Promise<number> {
  const again = finding.steps.findLast(({ did }) => did === 'return' || did === 'reopen' || did === 'amend');
  const since = again?.at ?? finding.issuedAt;
  const all = await evidenceOf(store, finding.code);
  return all.filter(({ data }) => data.of !== 'problem' && !data.lost && data.at >= since).length;
}

export interface Scene {
  readonly found: Found<Finding>;
  readonly finding: Finding;
  readonly actor: Actor;
  readonly facts: Facts;
}

/** The scene of a word about a finding; undefined when there is no such finding or nobody bound speaks. */
export async function sceneOf(code: string, ctx: Ctx): Promise<Scene | undefined> {
  const found = await findingOf(ctx.store, code);
  const { person } = ctx.who;
  if (found === undefined || person === undefined) return undefined;
  const { data: finding } = found;
  const facts: Facts = {
    at: ctx.said.at,
    kind: ctx.org.unit(finding.unit)?.kind ?? 'bureau',
    proofs: await proofsOf(finding, ctx.store),
    hours: ctx.hours,
    calendar: ctx.calendar,
  };
  return { found, finding, actor: actorOf(person, finding, ctx.org, await tiesOf(person, ctx)), facts };
}
