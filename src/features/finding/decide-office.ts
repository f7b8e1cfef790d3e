/** What the office may do with a finding: return, close, withdraw, reopen, correct, and decide what the unit asked. Pure. */
import { digitsOf, shortCode } from '../../core/codes.ts';
import { nextAwake } from '../../core/hours.ts';
import { ok, type Result, refuse } from '../../core/result.ts';
import { dayOf } from '../../core/time.ts';
import { type Actor, type Conflict, judges } from './actor.ts';
import { type Finding, isOpen } from './finding.ts';
import { allowed, type Facts, ranOn, unpaused } from './ground.ts';
import { ackDue, endOfWorkday, fixDue } from './policy.ts';
import { notNow } from './refusals.ts';
import { TEXTS } from './texts.ts';

export type OfficeDeed =
  | { readonly did: 'return' | 'close' | 'withdraw' | 'reopen'; readonly text: string }
  /** `person`: whom it concerns after all; left out when that was right. */
  | { readonly did: 'amend'; readonly text: string; readonly person?: string }
  | { readonly did: 'uphold' | 'reject'; readonly text: string }
  | { readonly did: 'refuse'; readonly text: string }
  /** Without a number of days: those that were asked for. */
  | { readonly did: 'grant'; readonly days?: number };

type Judged = Result<Finding, string>;
interface Holes {
  readonly code: string;
  readonly digits: string;
}
const holes = ({ code }: Finding): Holes => ({ code: shortCode(code), digits: digitsOf(code) });

/** A rule passed, or the first sentence that refuses. */
const first = (...rules: readonly Result<null, string>[]): Result<null, string> =>
  rules.find((rule) => !rule.ok) ?? ok(null);
const passes = (holds: boolean, sentence: () => string): Result<null, string> =>
  holds ? ok(null) : refuse(sentence());

const BARS: Readonly<Record<Conflict, (holes: { readonly code: string }) => string>> = {
  registrar: TEXTS.ownFinding,
  'own-unit': TEXTS.ownUnit,
  'former-unit': TEXTS.formerUnit,
};
/** Nobody judges his own finding, his own unit, or the unit he left within a year. */
const unbiased = (finding: Finding, { conflict }: Actor): Result<null, string> =>
  conflict === null ? ok(null) : refuse(BARS[conflict](holes(finding)));
/** Who registered it may send it back or correct it; only a tie to the unit bars him. */
const untied = (finding: Finding, actor: Actor): Result<null, string> =>
  actor.conflict === 'registrar' ? ok(null) : unbiased(finding, actor);
const ofOffice = (finding: Finding, actor: Actor): Result<null, string> =>
  passes(judges(actor), () => TEXTS.officeOnly(holes(finding)));
const said = (finding: Finding, text: string, sentence: (holes: Holes) => string): Result<null, string> =>
  passes(text !== '', () => sentence(holes(finding)));

function close(finding: Finding, text: string, actor: Actor, { at, proofs }: Facts): Judged {
  const may = first(
    unbiased(finding, actor),
    ofOffice(finding, actor),
    unpaused(finding),
    allowed(finding, 'close'),
    said(finding, text, TEXTS.closeEmpty),
    passes(proofs > 0, () => TEXTS.closeProof(holes(finding))),
  );
  if (!may.ok) return may;
  return ok({ ...finding, closed: { by: actor.id, at, text }, turn: finding.turn + 1 });
}

/** Sent back: it has its days again, from now. */
function sendBack(finding: Finding, text: string, actor: Actor, facts: Facts): Judged {
  const may = first(
    untied(finding, actor),
    ofOffice(finding, actor),
    unpaused(finding),
    allowed(finding, 'return'),
    said(finding, text, TEXTS.returnEmpty),
  );
  if (!may.ok) return may;
  const due = Math.max(finding.fixDueAt, fixDue(facts.at, finding.policy, facts.kind, facts));
  return ok({ ...finding, report: null, fixDueAt: due, turn: finding.turn + 1 });
}

function reopen(finding: Finding, text: string, actor: Actor, facts: Facts): Judged {
  const may = first(
    untied(finding, actor),
    ofOffice(finding, actor),
    allowed(finding, 'reopen'),
    said(finding, text, TEXTS.reopenEmpty),
  );
  if (!may.ok) return may;
  const fixDueAt = fixDue(facts.at, finding.policy, facts.kind, facts);
  return ok({ ...finding, report: null, closed: null, extension: null, fixDueAt, turn: finding.turn + 1 });
}

/** What only its registrar or the director may do. */
const byOwner = (
  finding: Finding,
  did: 'withdraw' | 'amend',
  text: string,
  actor: Actor,
): Result<null, string> =>
  first(
    untied(finding, actor),
    ofOffice(finding, actor),
    passes(actor.capacity === 'director' || actor.id === finding.registrar, () =>
      TEXTS.withdrawWho(holes(finding)),
    ),
    unpaused(finding),
    allowed(finding, did),
    said(finding, text, did === 'withdraw' ? TEXTS.withdrawEmpty : TEXTS.amendEmpty),
  );

function withdraw(finding: Finding, text: string, actor: Actor): Judged {
  const may = byOwner(finding, 'withdraw', text, actor);
  return may.ok ? ok({ ...finding, turn: finding.turn + 1 }) : may;
}

/** A corrected text is a new edition: signed anew, with its times from when it is told. */
function amend(
  finding: Finding,
  { text, person }: Extract<OfficeDeed, { readonly did: 'amend' }>,
  actor: Actor,
  facts: Facts,
): Judged {
  const may = byOwner(finding, 'amend', text, actor);
  if (!may.ok) return may;
  const { policy } = finding;
  const told = nextAwake(facts.at, facts.hours);
  return ok({
    ...finding,
    fact: text,
    person: person ?? finding.person,
    edition: finding.edition + 1,
    ack: null,
    proxy: null,
    report: null,
    extension: null,
    ackDueAt: ackDue(told, policy, facts.kind, facts),
    fixDueAt: fixDue(told, policy, facts.kind, facts),
    restUntil: 0,
    turn: finding.turn + 1,
  });
}

/** 采纳 ends the finding, 驳回 lets its clock run on. */
function decideObjection(
  finding: Finding,
  deed: { readonly did: 'uphold' | 'reject'; readonly text: string },
  actor: Actor,
  facts: Facts,
): Judged {
  const { objection } = finding;
  const may = first(
    unbiased(finding, actor),
    ofOffice(finding, actor),
    passes(objection?.state === 'open', () => TEXTS.noObjection(holes(finding))),
    said(finding, deed.text, TEXTS.decideEmpty),
  );
  if (!may.ok || objection === null) return may.ok ? refuse(TEXTS.noObjection(holes(finding))) : may;
  const decided = { by: actor.id, at: facts.at, text: deed.text };
  if (deed.did === 'reject')
    return ok(ranOn({ ...finding, objection: { ...objection, state: 'rejected', decided } }, facts));
  return ok({
    ...finding,
    objection: { ...objection, state: 'upheld', decided },
    turn: finding.turn + 1,
  });
}

/** A request that waits for its answer, on a finding that can still be put right. */
const answerable = (finding: Finding, did: 'grant' | 'refuse'): Result<null, string> =>
  first(
    unpaused(finding),
    passes(finding.extension?.state === 'asked', () => TEXTS.noExtension(holes(finding))),
    passes(isOpen(finding), () => notNow(finding, did)),
  );

function grant(finding: Finding, asked: number | undefined, actor: Actor, facts: Facts): Judged {
  const { extension } = finding;
  const days = asked ?? extension?.days ?? 0;
  const may = first(
    untied(finding, actor),
    ofOffice(finding, actor),
    answerable(finding, 'grant'),
    passes(Number.isInteger(days) && days >= 1 && days <= 30, () => TEXTS.grantDays(holes(finding))),
  );
  if (!may.ok || extension === null) return may.ok ? refuse(TEXTS.noExtension(holes(finding))) : may;
  const { kind } = facts;
  // Answered late, the days still are days the unit has.
  const fixDueAt = endOfWorkday(Math.max(finding.fixDueAt, facts.at), days, kind, facts);
  const decided = { by: actor.id, at: facts.at, text: dayOf(fixDueAt) };
  return ok({
    ...finding,
    extension: { ...extension, state: 'granted', decided },
    fixDueAt,
    // Unsigned, its rungs still climb to the receipt, whose time has not moved.
    turn: finding.state === 'rectifying' ? finding.turn + 1 : finding.turn,
  });
}

function refuseExtension(finding: Finding, text: string, actor: Actor, { at }: Facts): Judged {
  const { extension } = finding;
  const may = first(
    untied(finding, actor),
    ofOffice(finding, actor),
    answerable(finding, 'refuse'),
    said(finding, text, TEXTS.decideEmpty),
  );
  if (!may.ok || extension === null) return may.ok ? refuse(notNow(finding, 'refuse')) : may;
  return ok({
    ...finding,
    extension: { ...extension, state: 'refused', decided: { by: actor.id, at, text } },
  });
}

export function byOffice(finding: Finding, deed: OfficeDeed, actor: Actor, facts: Facts): Judged {
  switch (deed.did) {
    case 'close':
      return close(finding, deed.text, actor, facts);
    case 'return':
      return sendBack(finding, deed.text, actor, facts);
    case 'reopen':
      return reopen(finding, deed.text, actor, facts);
    case 'withdraw':
      return withdraw(finding, deed.text, actor);
    case 'amend':
      return amend(finding, deed, actor, facts);
    case 'uphold':
    case 'reject':
      return decideObjection(finding, deed, actor, facts);
    case 'grant':
      return grant(finding, deed.days, actor, facts);
    case 'refuse':
      return refuseExtension(finding, deed.text, actor, facts);
  }
}
