/** Whether a finding may be exposed, who may approve it, and what becomes of the exposure. Pure. */
import { shortCode } from '../../core/codes.ts';
import { after } from '../../core/lifecycle.ts';
import { ok, type Result, refuse } from '../../core/result.ts';
import { type Finding, isHeard, isPaused } from '../finding/finding.ts';
import { EXPOSURE, type Exposure, type ExposureVerb } from './exposure.ts';
import { TEXTS } from './texts.ts';

/** Who acts, and when. */
export interface Act {
  readonly by: string;
  readonly at: number;
}

/** What is true now: the finding as it is, the text as it would be written today, and its hash. */
export interface Ground {
  readonly finding: Finding;
  readonly text: string;
  readonly hash: string;
  /** Why the words may not go out at all: a name, an identity number. */
  readonly unfit?: string | undefined;
}

/** Nothing is exposed while an objection is open, before the unit was heard, or once it was withdrawn. */
export function blocked(finding: Finding, now: number): string | undefined {
  const code = shortCode(finding.code);
  if (finding.state === 'withdrawn') return TEXTS.gone({ code });
  if (isPaused(finding)) return TEXTS.objected({ code });
  return isHeard(finding, now) ? undefined : TEXTS.unheard({ code });
}

/** The finding, its state or its wording is no longer what the text says. */
export const isOutdated = (exposure: Exposure, { finding, hash }: Ground): boolean =>
  finding.edition !== exposure.edition || hash !== exposure.hash;

/** He has not been shown the text that would go out: it was rewritten in front of somebody else, or is not what it was. */
export const isUnread = (exposure: Exposure, ground: Ground, by: string): boolean =>
  isOutdated(exposure, ground) || (exposure.shownTo !== null && !exposure.shownTo.includes(by));

const changed = ({ code }: Exposure, { finding }: Ground): string =>
  TEXTS.changed({ code: shortCode(code), finding: shortCode(finding.code) });

function moved(exposure: Exposure, verb: ExposureVerb): Result<Exposure, string> {
  const state = after(EXPOSURE, exposure.state, verb);
  const holes = { code: shortCode(exposure.code), state: EXPOSURE.states[exposure.state] };
  return state === undefined
    ? refuse(TEXTS.notNow({ ...holes, verb: EXPOSURE.verbs[verb] }))
    : ok({ ...exposure, state });
}

/** What stands against this very text going out now. */
function barred(exposure: Exposure, ground: Ground, at: number): string | undefined {
  const bar = blocked(ground.finding, at) ?? ground.unfit;
  if (bar !== undefined) return bar;
  return isOutdated(exposure, ground) ? changed(exposure, ground) : undefined;
}

/** Approved by somebody who did not propose it, for this very text, if the finding is still what it was written from. */
export function approve(exposure: Exposure, ground: Ground, { by, at }: Act): Result<Exposure, string> {
  const next = moved(exposure, 'approve');
  if (!next.ok) return next;
  if (by === exposure.proposer) return refuse(TEXTS.own({ code: shortCode(exposure.code) }));
  const bar =
    barred(exposure, ground, at) ?? (isUnread(exposure, ground, by) ? changed(exposure, ground) : undefined);
  return bar === undefined ? ok({ ...next.value, approver: by }) : refuse(bar);
}

/** Goes out, or back to be approved anew when something has come up since. */
export function post(
  exposure: Exposure,
  ground: Ground,
  went: readonly string[],
  at: number,
): Result<Exposure, string> {
  const next = moved(exposure, 'post');
  if (!next.ok) return next;
  const bar = barred(exposure, ground, at) ?? (went.length === 0 ? TEXTS.nowhere() : undefined);
  return bar === undefined ? ok({ ...next.value, postedAt: at, went }) : refuse(bar);
}

export function sentBack(exposure: Exposure): Exposure {
  const state = after(EXPOSURE, exposure.state, 'return');
  return state === undefined ? exposure : { ...exposure, state, approver: null };
}

/** The proposal with the text of today, as it is shown to somebody; it has still to be approved. */
export function rewritten(exposure: Exposure, ground: Ground, shownTo: string): Exposure {
  if (!isUnread(exposure, ground, shownTo)) return exposure;
  const before = isOutdated(exposure, ground) ? [] : (exposure.shownTo ?? []);
  const { finding, text, hash } = ground;
  return { ...exposure, edition: finding.edition, text, hash, shownTo: [...before, shownTo] };
}

export function turnDown(exposure: Exposure, reason: string, by: string): Result<Exposure, string> {
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
