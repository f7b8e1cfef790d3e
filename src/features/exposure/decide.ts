/** Whether a finding may be exposed, who may approve it, and what becomes of the exposure. Pure. */
import { shortCode } from '../../core/codes.ts';
import { after } from '../../core/lifecycle.ts';
import { ok, type Result, refuse } from '../../core/result.ts';
import { type Finding, isHeard, isPaused } from '../finding/finding.ts';
import { EXPOSURE, type Exposure, type ExposureVerb } from './exposure.ts';
import { TEXTS } from './texts.ts';

export interface Facts {
  /** Who acts. */
  readonly by: string;
  readonly at: number;
  readonly hash: (text: string) => string;
}

/** Nothing is exposed while an objection is open, before the unit was heard, or once it was withdrawn. */
export function blocked(finding: Finding, now: number): string | undefined {
  const code = shortCode(finding.code);
  if (finding.state === 'withdrawn') return TEXTS.gone({ code });
  if (isPaused(finding)) return TEXTS.objected({ code });
  return isHeard(finding, now) ? undefined : TEXTS.unheard({ code });
}

function moved(exposure: Exposure, verb: ExposureVerb): Result<Exposure, string> {
  const state = after(EXPOSURE, exposure.state, verb);
  const holes = { code: shortCode(exposure.code), state: EXPOSURE.states[exposure.state] };
  return state === undefined
    ? refuse(TEXTS.notNow({ ...holes, verb: EXPOSURE.verbs[verb] }))
    : ok({ ...exposure, state });
}

/** Approved by somebody who did not propose it, for this very text, if the finding is still what it was written from. */
export function approve(
  exposure: Exposure,
  finding: Finding,
  went: readonly string[],
  { by, at, hash }: Facts,
): Result<Exposure, string> {
  const code = shortCode(exposure.code);
  const next = moved(exposure, 'post');
  if (!next.ok) return next;
  if (by === exposure.proposer) return refuse(TEXTS.own({ code }));
  const bar = blocked(finding, at);
  if (bar !== undefined) return refuse(bar);
  if (finding.edition !== exposure.edition || hash(exposure.text) !== exposure.hash)
    return refuse(TEXTS.changed({ code, finding: shortCode(finding.code) }));
  if (went.length === 0) return refuse(TEXTS.nowhere());
  return ok({ ...next.value, approver: by, postedAt: at, went });
}

export function turnDown(exposure: Exposure, reason: string, { by }: Facts): Result<Exposure, string> {
  const next = moved(exposure, 'refuse');
  if (!next.ok) return next;
  return reason === ''
    ? refuse(TEXTS.refuseEmpty({ code: shortCode(exposure.code) }))
    : ok({ ...next.value, approver: by, reason });
}

export function lift(exposure: Exposure, reason: string): Result<Exposure, string> {
  const next = moved(exposure, 'lift');
  if (!next.ok) return next;
  return reason === ''
    ? refuse(TEXTS.liftEmpty({ code: shortCode(exposure.code) }))
    : ok({ ...next.value, reason });
}
