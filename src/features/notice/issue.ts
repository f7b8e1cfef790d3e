/** Issuing an edition: its state, a receipt a unit, a message a room, and the rungs it may climb. Pure. */

import type { Change, Draft } from '../../core/change.ts';
import { digitsOf, shortCode } from '../../core/codes.ts';
import { addWorkTime } from '../../core/hours.ts';
import { TIMERS } from '../../core/job.ts';
import { after } from '../../core/lifecycle.ts';
import { clockText } from '../../core/phrase-texts.ts';
import { ok, type Result, refuse } from '../../core/result.ts';
import { inform } from '../../core/say.ts';
import { type Found, put, type Row } from '../../core/store.ts';
import { DAY, HOUR, MINUTE } from '../../core/time.ts';
import { dueOf, holesOf, messageOf } from './message.ts';
import { NOTICE, NOTICES, type Notice, type Policy, RECEIPTS, type Receipt, receiptId } from './notice.ts';
import type { Facts } from './reach.ts';
import { TEXTS } from './texts.ts';

/** Days after its due time for which an office's notice still asks for receipts. */
const CLOSE_AFTER = 30 * DAY;
/** A reminder closer to the issue than this would be nagging; then the due time itself is the reminder's. */
const REMIND_GAP = HOUR;

/** The key of an edition's message to a unit. */
export const unitKey = (code: string, edition: number, unit: string): string =>
  `${code}/v${edition}/unit:${unit}`;

/** When the rungs of an edition issued at `now` and due at `dueAt` are climbed. */
function policyOf(now: number, dueAt: number, holiday: Notice['holiday'], facts: Facts): Policy {
  const { remindBefore, rungs } = facts.settings.bot.notice;
  const work = (from: number, minutes: number): number =>
    addWorkTime(from, minutes, facts.hours, 'office', facts.calendar);
  const remindAt = work(dueAt, -remindBefore);
  return {
    remindAt: remindAt >= now + REMIND_GAP ? remindAt : dueAt,
    chaseAt: work(dueAt, rungs.liaison),
    phoneAt: work(dueAt, rungs.office),
    closeAt: holiday === null ? dueAt + CLOSE_AFTER : holiday.afterAt,
  };
}

/** One timer a rung; a timer knows its edition, so those of an older one ring in vain. */
function timers(code: string, edition: number, policy: Policy): readonly Row[] {
  const rungs = {
    remind: policy.remindAt,
    chase: policy.chaseAt,
    phone: policy.phoneAt,
    close: policy.closeAt,
  };
  return Object.entries(rungs).map(([rung, at]) =>
    put(TIMERS, `notice.${rung}/${code}/v${edition}`, {
      at,
      job: `notice.${rung}`,
      subject: `${code}/v${edition}`,
    }),
  );
}

const asked = (code: string, edition: number, unit: string, now: number): Receipt => ({
  code,
  edition,
  unit,
  state: 'asked',
  askedAt: now,
  by: null,
  proxy: false,
  at: null,
  hintedAt: null,
});

/** Rows that void what an older edition still asked for. */
export const voided = (receipts: readonly Found<Receipt>[]): readonly Row[] =>
  receipts.map((found) => put(RECEIPTS, found.id, { ...found.data, state: 'void' as const }, found));

/** The line that tells units a notice is no longer theirs. */
export const farewell = (
  units: readonly string[],
  notice: Pick<Notice, 'code' | 'title' | 'edition'>,
  text: string,
): readonly Draft[] =>
  units.map((unit) => inform(`unit:${unit}`, `${unitKey(notice.code, notice.edition, unit)}/gone`, text));

/** The message of an edition to every unit it is for that has a room. */
function broadcast(issued: Notice, text: string, facts: Facts): readonly Draft[] {
  const until = issued.holiday?.beforeAt ?? issued.policy?.phoneAt;
  return issued.units
    .filter((unit) => facts.reach.live.has(unit))
    .map((unit) =>
      inform(`unit:${unit}`, unitKey(issued.code, issued.edition, unit), text, {
        request: issued.code,
        ...(until === undefined ? {} : { expiresAt: until }),
      }),
    );
}

/** The notice as it is once the edition that waits has been issued. */
function issuedOf(notice: Notice, by: string, now: number, facts: Facts): Notice {
  const renewed = notice.state !== 'draft';
  const content = renewed && notice.next !== null ? { ...notice, ...notice.next } : notice;
  const dueAt = dueOf(content, notice.holiday, now, facts);
  // A room on trial gets nothing, so its unit is asked nothing: the preview told the office to tell it otherwise.
  const units = content.units.filter((unit) => !facts.reach.trial.has(unit));
  return {
    ...content,
    units,
    state: 'issued',
    edition: renewed ? notice.edition + 1 : notice.edition,
    dueAt,
    approver: by,
    issuedAt: now,
    policy: policyOf(now, dueAt, notice.holiday, facts),
    went: [...new Set([...notice.went, ...units])],
    next: null,
  };
}

export interface Issuing {
  readonly by: string;
  /** Receipts the edition before still asks for. */
  readonly asked: readonly Found<Receipt>[];
  /** It goes out later than it should have. */
  readonly late?: boolean;
}

/** Issues a draft, or the new edition of an issued notice. `found.rev` 0 = the notice is new. */
export function issue(
  found: Found<Notice>,
  { by, asked: open, late }: Issuing,
  facts: Facts,
): Result<Change, string> {
  const { data: notice } = found;
  const state = NOTICE.states[notice.state];
  if (
    after(NOTICE, notice.state, 'issue') === undefined ||
    (notice.state !== 'draft' && notice.next === null)
  )
    return refuse(TEXTS.notNow({ code: shortCode(notice.code), state, verb: NOTICE.verbs.issue }));
  const issued = issuedOf(notice, by, facts.now, facts);
  if (issued.units.length === 0) return refuse(TEXTS.nobody({ code: shortCode(notice.code) }));
  const due = issued.dueAt ?? 0;
  if (due < facts.now + MINUTE)
    return refuse(TEXTS.pastDue({ due: clockText(due, facts.now), digits: digitsOf(notice.code) }));
  const { code, edition } = issued;
  const removed = notice.state === 'draft' ? [] : notice.units.filter((unit) => !issued.units.includes(unit));
  return ok({
    put: [
      put(NOTICES, code, issued, found),
      ...voided(open),
      ...issued.units.map((unit) =>
        put(RECEIPTS, receiptId(code, edition, unit), asked(code, edition, unit, facts.now)),
      ),
      ...(issued.policy === null ? [] : timers(code, edition, issued.policy)),
    ],
    say: [
      ...broadcast(issued, messageOf(issued, facts.now, facts, late), facts),
      ...farewell(removed, issued, TEXTS.removed(holesOf(notice))),
    ],
    audit: [
      {
        who: by,
        did: NOTICE.verbs.issue,
        about: code,
        detail: TEXTS.didIssue({ edition, count: issued.units.length }),
      },
    ],
  });
}
