/** What the rules of a finding may know beside the record, and the one check they share. Pure. */

import { shortCode } from '../../core/codes.ts';
import type { UnitKind } from '../../core/hours.ts';
import { after } from '../../core/lifecycle.ts';
import { ok, type Result, refuse } from '../../core/result.ts';
import { FINDING, type Finding, type FindingVerb, isPaused } from './finding.ts';
import { type Clock, endOfWorkday, resumed } from './policy.ts';
import { notNow } from './refusals.ts';
import { TEXTS } from './texts.ts';

export interface Facts extends Clock {
  /** When it was said; a late delivery counts at its own time. */
  readonly at: number;
  /** The unit's, for its working hours. */
  readonly kind: UnitKind;
  /** Photos and files of the rectification or of its check that are on record since the last report. */
  readonly proofs: number;
}

/** A move of the table, not while an objection is open. */
export function allowed(finding: Finding, verb: FindingVerb): Result<null, string> {
  if (after(FINDING, finding.state, verb) === undefined) return refuse(notNow(finding, verb));
  return ok(null);
}

/** Nothing is judged while an objection waits for its decision. */
export const unpaused = (finding: Finding): Result<null, string> =>
  isPaused(finding) ? refuse(TEXTS.paused({ code: shortCode(finding.code) })) : ok(null);

/** The clock runs on after an objection: both due times keep the work time they had left. */
export function ranOn(finding: Finding, { at, kind, hours, calendar }: Facts): Finding {
  const from = finding.objection?.at ?? at;
  const on = (due: number): number => resumed(due, from, at, kind, { hours, calendar });
  return {
    ...finding,
    ackDueAt: on(finding.ackDueAt),
    // Rectification is due by the day: what is left of one runs to its end.
    fixDueAt: endOfWorkday(on(finding.fixDueAt), 0, kind, { hours, calendar }),
    turn: finding.turn + 1,
  };
}
