/** What a word does to a finding: the finding as it is afterwards, or the sentence that refuses it. Pure. */
import { after } from '../../core/lifecycle.ts';
import { ok, type Result, refuse } from '../../core/result.ts';
import type { Actor } from './actor.ts';
import { byOffice, type OfficeDeed } from './decide-office.ts';
import { byUnit, type UnitDeed } from './decide-unit.ts';
import { FINDING, type Finding, type FindingVerb, type StepName } from './finding.ts';
import type { Facts } from './ground.ts';
import { notNow } from './refusals.ts';

export type Deed = UnitDeed | OfficeDeed;

const UNIT_DEEDS: readonly StepName[] = [
  'acknowledge',
  'proxy',
  'unsign',
  'report',
  'extend',
  'object',
  'supplement',
  'snooze',
];
const isUnitDeed = (deed: Deed): deed is UnitDeed => UNIT_DEEDS.includes(deed.did);

const isMove = (did: StepName): did is FindingVerb => did in FINDING.verbs;

/** Decides one deed. The state moves only as the table has it; flags move as their own rules say. */
export function decide(finding: Finding, deed: Deed, actor: Actor, facts: Facts): Result<Finding, string> {
  const { did } = deed;
  // Who may not do it hears who can, also when it could not be done now.
  const judged = isUnitDeed(deed)
    ? byUnit(finding, deed, actor, facts)
    : byOffice(finding, deed, actor, facts);
  if (!judged.ok) return judged;
  const state = isMove(did) ? after(FINDING, finding.state, did) : finding.state;
  if (state === undefined) return refuse(notNow(finding, did));
  const text = 'text' in deed ? deed.text : '';
  const step = { did, by: actor.id, at: facts.at, text };
  return ok({ ...judged.value, state, steps: [...finding.steps, step] });
}
