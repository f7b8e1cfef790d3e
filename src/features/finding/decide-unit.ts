/** What a unit may do with a finding: sign, report, ask for time, object, put off. Pure. */
import { digitsOf, shortCode } from '../../core/codes.ts';
import { addWorkTime } from '../../core/hours.ts';
import { ok, type Result, refuse } from '../../core/result.ts';
import { DAY, MINUTE } from '../../core/time.ts';
import { type Actor, answersFor, signs } from './actor.ts';
import { type Finding, isOpen, isPaused } from './finding.ts';
import { allowed, type Facts, ranOn } from './ground.ts';
import { endOfWorkday } from './policy.ts';
import { notNow } from './refusals.ts';
import { TEXTS } from './texts.ts';

export type UnitDeed =
  | { readonly did: 'acknowledge' | 'proxy' | 'unsign' | 'supplement' }
  | { readonly did: 'report' | 'object'; readonly text: string }
  | { readonly did: 'extend'; readonly text: string; readonly days: number }
  | { readonly did: 'snooze'; readonly text: string; readonly until: number };

/** How long a receipt can be taken back. */
const UNDO = 10 * MINUTE;
/** Work minutes a 代签 quiets the reminders: one workday. */
const PROXY_REST = 7 * 60;
/** The regulation's thirty days: to object after the conclusion, and to decide on it. */
const OBJECT_WITHIN = 30 * DAY;
const DECIDE_WITHIN = 30 * DAY;
const MOST_SNOOZES = 2;
/** In workdays: a head who puts it off longer asks for an extension instead. */
const LONGEST_SNOOZE = 2;
const MOST_DAYS = 30;

type Judged = Result<Finding, string>;

const holes = ({ code }: Finding) => ({ code: shortCode(code), digits: digitsOf(code) });

function acknowledge(finding: Finding, actor: Actor, facts: Facts): Judged {
  if (!signs(actor)) {
    if (actor.capacity === 'liaison') return refuse(TEXTS.headSigns(holes(finding)));
    return refuse(TEXTS.headSignsOnly(holes(finding)));
  }
  if (isPaused(finding)) return refuse(TEXTS.paused(holes(finding)));
  const may = allowed(finding, 'acknowledge');
  if (!may.ok) return may;
  return ok({ ...finding, ack: { by: actor.id, at: facts.at }, restUntil: 0, turn: finding.turn + 1 });
}

function proxy(finding: Finding, actor: Actor, facts: Facts): Judged {
  if (actor.capacity !== 'liaison' && actor.capacity !== 'discipline')
    return refuse(signs(actor) ? TEXTS.signYourself(holes(finding)) : TEXTS.proxyWho(holes(finding)));
  if (finding.state !== 'issued') return refuse(notNow(finding, 'proxy'));
  if (isPaused(finding)) return refuse(TEXTS.paused(holes(finding)));
  if (finding.proxy !== null) return refuse(TEXTS.proxyOnce(holes(finding)));
  const { at, hours, calendar, kind } = facts;
  return ok({
    ...finding,
    proxy: { by: actor.id, at },
    // A head who has put it off for longer is not reminded sooner for it.
    restUntil: Math.max(finding.restUntil, addWorkTime(at, PROXY_REST, hours, kind, calendar)),
    turn: finding.turn + 1,
  });
}

/** The receipt is undone, not what it ran into: due times stay as they were. */
function unsign(finding: Finding, actor: Actor, { at }: Facts): Judged {
  const { ack } = finding;
  if (ack === null || ack.by !== actor.id) return refuse(TEXTS.unsignNone(holes(finding)));
  if (finding.state !== 'rectifying') return refuse(notNow(finding, 'unsign'));
  if (at - ack.at > UNDO) return refuse(TEXTS.unsignLate(holes(finding)));
  return ok({ ...finding, ack: null, turn: finding.turn + 1 });
}

/** The head's report of an unsigned finding is its receipt as well. */
function report(finding: Finding, text: string, actor: Actor, facts: Facts): Judged {
  if (!answersFor(actor)) return refuse(TEXTS.reportWho(holes(finding)));
  if (finding.state === 'issued' && !signs(actor)) return refuse(TEXTS.signFirst(holes(finding)));
  if (isPaused(finding)) return refuse(TEXTS.paused(holes(finding)));
  const may = allowed(finding, 'report');
  if (!may.ok) return may;
  if (text === '') return refuse(TEXTS.reportEmpty(holes(finding)));
  const mark = { by: actor.id, at: facts.at };
  return ok({
    ...finding,
    ack: finding.ack ?? mark,
    report: { ...mark, text },
    restUntil: 0,
    extension: finding.extension?.state === 'asked' ? null : finding.extension,
    turn: finding.turn + 1,
  });
}

function extend(
  finding: Finding,
  { text, days }: { readonly text: string; readonly days: number },
  actor: Actor,
  { at }: Facts,
): Judged {
  if (!answersFor(actor)) return refuse(TEXTS.extendWho(holes(finding)));
  if (finding.state !== 'issued' && finding.state !== 'rectifying') return refuse(notNow(finding, 'extend'));
  if (isPaused(finding)) return refuse(TEXTS.paused(holes(finding)));
  if (at > finding.fixDueAt) return refuse(TEXTS.extendLate(holes(finding)));
  if (finding.extension?.state === 'asked') return refuse(TEXTS.extendAsked(holes(finding)));
  if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS)
    return refuse(TEXTS.extendDays({ ...holes(finding), days: MOST_DAYS }));
  if (text === '') return refuse(TEXTS.extendEmpty(holes(finding)));
  return ok({ ...finding, extension: { by: actor.id, at, text, days, state: 'asked', decided: null } });
}

/** What can be objected to: the conclusion as it stands since it was last corrected or taken up again. */
const concludedAt = ({ issuedAt, steps }: Finding): number =>
  steps.findLast(({ did }) => did === 'amend' || did === 'reopen')?.at ?? issuedAt;

function object(finding: Finding, text: string, actor: Actor, { at }: Facts): Judged {
  if (!answersFor(actor) && actor.id !== finding.person) return refuse(TEXTS.objectWho(holes(finding)));
  if (!isOpen(finding)) return refuse(notNow(finding, 'object'));
  if (isPaused(finding)) return refuse(TEXTS.objectOpen(holes(finding)));
  const since = concludedAt(finding);
  if (finding.objection?.state === 'rejected' && finding.objection.at >= since)
    return refuse(TEXTS.objectOnce(holes(finding)));
  if (at - since > OBJECT_WITHIN) return refuse(TEXTS.objectLate(holes(finding)));
  if (text === '') return refuse(TEXTS.objectEmpty(holes(finding)));
  const objection = {
    by: actor.id,
    at,
    text,
    state: 'open',
    decideBy: at + DECIDE_WITHIN,
    decided: null,
  } as const;
  return ok({ ...finding, objection, turn: finding.turn + 1 });
}

/** 只是补充说明: it was no objection, so the clock runs on. */
function supplement(finding: Finding, actor: Actor, facts: Facts): Judged {
  const { objection } = finding;
  if (objection === null || objection.state !== 'open' || objection.by !== actor.id)
    return refuse(TEXTS.objectNone(holes(finding)));
  return ok(ranOn({ ...finding, objection: { ...objection, state: 'supplement' } }, facts));
}

function snooze(finding: Finding, until: number, text: string, actor: Actor, facts: Facts): Judged {
  const { at } = facts;
  if (!signs(actor)) return refuse(TEXTS.snoozeWho(holes(finding)));
  if (finding.state !== 'issued') return refuse(notNow(finding, 'snooze'));
  if (isPaused(finding)) return refuse(TEXTS.paused(holes(finding)));
  if (finding.snoozes >= MOST_SNOOZES) return refuse(TEXTS.snoozeTwice(holes(finding)));
  if (until <= at) return refuse(TEXTS.snoozePast(holes(finding)));
  if (until > endOfWorkday(at, LONGEST_SNOOZE, facts.kind, facts))
    return refuse(TEXTS.snoozeLong(holes(finding)));
  if (text === '') return refuse(TEXTS.snoozeEmpty(holes(finding)));
  return ok({ ...finding, snoozes: finding.snoozes + 1, restUntil: until, turn: finding.turn + 1 });
}

export function byUnit(finding: Finding, deed: UnitDeed, actor: Actor, facts: Facts): Judged {
  switch (deed.did) {
    case 'acknowledge':
      return acknowledge(finding, actor, facts);
    case 'proxy':
      return proxy(finding, actor, facts);
    case 'unsign':
      return unsign(finding, actor, facts);
    case 'report':
      return report(finding, deed.text, actor, facts);
    case 'extend':
      return extend(finding, deed, actor, facts);
    case 'object':
      return object(finding, deed.text, actor, facts);
    case 'supplement':
      return supplement(finding, actor, facts);
    case 'snooze':
      return snooze(finding, deed.until, deed.text, actor, facts);
  }
}
