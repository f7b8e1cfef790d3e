/** What follows a preview: sent, approved for later, held or dropped; and `撤回通知`. */

import { type Change, together } from '../../core/change.ts';
import { digitsOf, shortCode } from '../../core/codes.ts';
import { action, type Command, command, type Outcome } from '../../core/command.ts';
import type { Ctx } from '../../core/context.ts';
import { nextDisturbable } from '../../core/hours.ts';
import { granted } from '../../core/permission.ts';
import { soonText } from '../../core/phrase-texts.ts';
import { ok, refuse } from '../../core/result.ts';
import { answer, answered, logged, speakerId } from '../../core/say.ts';
import { codeSlot, fullCode } from '../../core/slots.ts';
import { type Found, put, type Row } from '../../core/store.ts';
import { takenBack } from '../../core/taken-back.ts';
import { issue, unitKey } from './issue.ts';
import { editionGap, minutesFor } from './message.ts';
import { NOTICES, type Notice } from './notice.ts';
import { waitingKeys, waitingLists } from './nudges.ts';
import { isWide, recallAsk, type Step, upcomingEdition } from './preview.ts';
import { type Facts, factsOf, missingOf, noticeOf } from './reach.ts';
import { dropped, notNow, recall } from './recall.ts';
import { TEXTS } from './texts.ts';

/** Messages of the present edition that may still wait: its own, and those of its rungs. */
async function unsent(notice: Notice, { store, org }: Ctx): Promise<readonly Row[]> {
  if (notice.issuedAt === null) return [];
  const own = notice.units.flatMap((unit) => [
    unitKey(notice.code, notice.edition, unit),
    ...waitingKeys(notice, unit, org),
  ]);
  const over = notice.units.map((unit) => ({ notice, unit }));
  return takenBack(store, [...own, ...(await waitingLists(store, over))]);
}

const and = (change: Change, ctx: Ctx, text: string): Change =>
  together([change, { say: [answer(ctx, text)] }]);

/** Approved ahead of its time: it goes out by itself when that comes. */
function approvedAhead(found: Found<Notice>, ctx: Ctx): Outcome {
  const { data: notice } = found;
  const { holiday, code } = notice;
  if (holiday === null) return refuse('');
  const next: Notice = { ...notice, approver: speakerId(ctx), holiday: { ...holiday, held: false } };
  const change: Change = {
    put: [put(NOTICES, code, next, found)],
    audit: [logged(ctx, TEXTS.didApprove(), code)],
  };
  const from = soonText(holiday.sendAt, ctx.now);
  return ok(and(change, ctx, TEXTS.approved({ code: shortCode(code), from })));
}

function issuing(notice: Notice, facts: Facts): string {
  const target = upcomingEdition(notice);
  const reached = target.units.filter((unit) => facts.reach.live.has(unit)).length;
  const holes = {
    code: shortCode(notice.code),
    edition: editionGap(target.edition),
    count: reached,
    minutes: minutesFor(reached, facts),
  };
  const from = nextDisturbable(facts.now, facts.hours, facts.calendar);
  return from > facts.now
    ? TEXTS.issuingLater({ ...holes, from: soonText(from, facts.now) })
    : TEXTS.issuing(holes);
}

async function issueNow(found: Found<Notice>, ctx: Ctx): Promise<Outcome> {
  const { data: notice } = found;
  const facts = await factsOf(ctx);
  const asked = notice.issuedAt === null ? [] : await missingOf(ctx.store, notice);
  const issued = issue(found, { by: speakerId(ctx), asked }, facts);
  if (!issued.ok) return issued;
  // An edition that is replaced before it has left need not arrive.
  const change = together([issued.value, { put: await unsent(notice, ctx) }]);
  return ok(and(change, ctx, issuing(notice, facts)));
}

async function recallNow(found: Found<Notice>, ctx: Ctx): Promise<Outcome> {
  const { data: notice } = found;
  const change = recall(found, {
    by: speakerId(ctx),
    asked: await missingOf(ctx.store, notice),
    takenBack: await unsent(notice, ctx),
  });
  if (!change.ok) return change;
  const holes = { code: shortCode(notice.code), count: notice.went.length };
  return ok(and(change.value, ctx, TEXTS.recalled(holes)));
}

/** The step a person has confirmed, if what he saw is still what there is. */
async function proceed(step: Step, ctx: Ctx): Promise<Outcome> {
  const found = await noticeOf(ctx.store, step.code);
  if (found === undefined) return refuse(TEXTS.notFound({ code: shortCode(step.code) }));
  const { data: notice } = found;
  if (notice.wordedAt !== step.wordedAt) return refuse(TEXTS.stalePreview({ code: shortCode(step.code) }));
  const units = step.step === 'recall' ? notice.went : upcomingEdition(notice).units;
  if (isWide(units) && !granted('notice.approve', ctx))
    return refuse(TEXTS.directorOnly({ code: shortCode(step.code) }));
  if (step.step === 'recall') return recallNow(found, ctx);
  const ahead = notice.state === 'draft' && (notice.holiday?.sendAt ?? 0) > ctx.now;
  return ahead ? approvedAhead(found, ctx) : issueNow(found, ctx);
}

async function decline(step: Step, ctx: Ctx): Promise<Outcome> {
  const found = await noticeOf(ctx.store, step.code);
  if (found === undefined) return refuse(TEXTS.notFound({ code: shortCode(step.code) }));
  const { data: notice } = found;
  const code = shortCode(notice.code);
  if (step.step === 'recall') return answered(ctx, TEXTS.kept({ code }));
  if (notice.next !== null) {
    const change: Change = { put: [put(NOTICES, notice.code, { ...notice, next: null }, found)] };
    return ok(and(change, ctx, TEXTS.revisionDropped({ code, edition: notice.edition })));
  }
  const change = dropped(found, speakerId(ctx));
  return change.ok ? ok(and(change.value, ctx, TEXTS.dropped({ code }))) : change;
}

async function hold(step: Step, ctx: Ctx): Promise<Outcome> {
  const found = await noticeOf(ctx.store, step.code);
  const holiday = found?.data.holiday ?? null;
  if (found === undefined || holiday === null) return refuse(TEXTS.notFound({ code: shortCode(step.code) }));
  const { data: notice } = found;
  if (notice.state !== 'draft') return refuse(notNow(notice, 'drop'));
  const next: Notice = { ...notice, approver: null, holiday: { ...holiday, held: true } };
  const change: Change = {
    put: [put(NOTICES, notice.code, next, found)],
    audit: [logged(ctx, TEXTS.didHold(), notice.code)],
  };
  const holes = { code: shortCode(notice.code), digits: digitsOf(notice.code) };
  return ok(and(change, ctx, TEXTS.held(holes)));
}

async function withdraw(code: string, ctx: Ctx): Promise<Outcome> {
  const found = await noticeOf(ctx.store, code);
  if (found === undefined) return refuse(TEXTS.notFound({ code: shortCode(code) }));
  const { data: notice } = found;
  if (notice.state === 'draft') return decline({ code, step: 'issue', wordedAt: notice.wordedAt }, ctx);
  if (notice.state !== 'issued' && notice.state !== 'closed') return refuse(notNow(notice, 'withdraw'));
  const mine = !isWide(notice.went) || granted('notice.approve', ctx);
  const to = mine ? ctx.where.here : 'office';
  const ask = recallAsk(notice, to, to === 'office' ? '*' : speakerId(ctx), ctx.said.id);
  const elsewhere = to !== ctx.where.here;
  const told = TEXTS.toDirector({ code: shortCode(code) });
  return ok({ ask: [ask], ...(elsewhere ? { say: [answer(ctx, told)] } : {}) });
}

const GIVEN = ['赵明@督查群 > 通知 报送总结 范围：教育局\\n正文：请报送工作总结。', '赵明@督查群 > 1'];

export const decideCommands: readonly Command[] = [
  command({
    id: 'notice.withdraw',
    verbs: ['撤回通知'],
    said: ['office', 'private'],
    slots: { code: codeSlot },
    summary: '撤回通知，告知每个收到的单位',
    examples: [{ as: '赵明', at: '督查群', say: '撤回通知 0001', reply: '回 1 撤回', given: GIVEN }],
    run: ({ code }, ctx) => withdraw(fullCode(code, 'N', ctx.now) ?? '', ctx),
  }),
  action<Step>({
    id: 'notice.confirm',
    said: ['office', 'private'],
    summary: '确认发往一个单位的通知',
    run: proceed,
  }),
  action<Step>({
    id: 'notice.approve',
    said: ['office', 'private'],
    summary: '批准发往多个单位的通知',
    run: proceed,
  }),
  action<Step>({ id: 'notice.drop', said: ['office', 'private'], summary: '不发', run: decline }),
  action<Step>({ id: 'notice.hold', said: ['office', 'private'], summary: '暂缓节前提醒', run: hold }),
];
