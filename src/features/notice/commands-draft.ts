/** `通知`, `修改通知`, `下发通知`: an office's own notice, from its words to its preview. */

import { type Change, together } from '../../core/change.ts';
import { shortCode } from '../../core/codes.ts';
import { nextCode } from '../../core/codes-counter.ts';
import { action, type Command, command, type Outcome } from '../../core/command.ts';
import type { Ctx } from '../../core/context.ts';
import { after } from '../../core/lifecycle.ts';
import { granted } from '../../core/permission.ts';
import { ok, refuse } from '../../core/result.ts';
import { answer, logged, speakerId } from '../../core/say.ts';
import { codeSlot, fullCode } from '../../core/slots.ts';
import { type Found, put } from '../../core/store.ts';
import { contentOf, type Fault } from './draft.ts';
import { behindVerb, hasField, readFields, written } from './fields.ts';
import { hint } from './hint.ts';
import { type Content, NOTICE, NOTICES, type Notice } from './notice.ts';
import { holidayPreview, isWide, preview, upcomingEdition } from './preview.ts';
import { factsOf, noticeOf } from './reach.ts';
import { fieldsSlot } from './slots.ts';
import { TEXTS } from './texts.ts';

/** What is to be drafted: the words behind the verb, and the notice they change. */
interface Words {
  readonly text: string;
  readonly code: string | null;
}

const NEW: Omit<Notice, keyof Content | 'code' | 'proposer' | 'wordedAt'> = {
  state: NOTICE.initial,
  edition: 1,
  approver: null,
  issuedAt: null,
  policy: null,
  went: [],
  next: null,
  holiday: null,
};

/** Shows it where it was written, or to the director in the office room when only he may send it. */
export async function shown(notice: Notice, ctx: Ctx): Promise<Change> {
  const facts = await factsOf(ctx);
  const key = `${notice.code}/preview/${ctx.said.id}`;
  if (notice.holiday !== null && notice.state === 'draft')
    return holidayPreview(notice, TEXTS.optionsHoliday(), facts, key, 'answer');
  const mine = !isWide(upcomingEdition(notice).units) || granted('notice.approve', ctx);
  const to = mine ? ctx.where.here : 'office';
  const change = preview(notice, to, to === 'office' ? '*' : speakerId(ctx), facts, key);
  if (to === ctx.where.here) return change;
  return together([{ say: [answer(ctx, TEXTS.toDirector({ code: shortCode(notice.code) }))] }, change]);
}

/** An unknown unit is asked back with the nearest names; choosing one drafts again. */
function askedBack(fault: Fault, words: Words, ctx: Ctx): Outcome {
  if (fault.kind === 'sentence') return refuse(fault.text);
  const { word, near } = fault;
  const options = near.map((name, n) => ({
    words: [String(n + 1), name],
    command: 'notice.reword',
    intent: { ...words, text: words.text.replace(word, name) },
  }));
  const names = near.map((name, n) => `${n + 1} ${name}`).join('　');
  const ask = near.length === 0 ? TEXTS.nearNone() : TEXTS.nearOne({ options: names });
  const text = TEXTS.unknownUnit({ word: word.slice(0, 20), near: ask });
  return near.length === 0
    ? refuse(text)
    : ok({ ask: [{ to: ctx.where.here, who: speakerId(ctx), text, options }] });
}

async function draftNew(words: Words, ctx: Ctx): Promise<Outcome> {
  const content = contentOf(readFields(words.text), null, ctx);
  if (!content.ok) return askedBack(content.error, words, ctx);
  const { code, row } = await nextCode(ctx.store, 'N', ctx.now);
  const notice: Notice = { ...NEW, ...content.value, code, proposer: speakerId(ctx), wordedAt: ctx.now };
  const drafted: Change = {
    put: [row, put(NOTICES, code, notice)],
    audit: [logged(ctx, TEXTS.didDraft(), code)],
  };
  return ok(together([drafted, await shown(notice, ctx)]));
}

/** The notice with other words: a draft is rewritten, an issued one gets a next edition that waits. */
function reworded(notice: Notice, content: Content, now: number): Notice {
  if (notice.state !== 'draft') return { ...notice, next: content, wordedAt: now };
  const { holiday } = notice;
  return {
    ...notice,
    ...content,
    wordedAt: now,
    approver: null,
    holiday: holiday === null ? null : { ...holiday, edited: true },
  };
}

async function redraft(found: Found<Notice>, words: Words, ctx: Ctx): Promise<Outcome> {
  const { data: notice } = found;
  const may = notice.state === 'draft' ? 'alter' : 'issue';
  if (after(NOTICE, notice.state, may) === undefined)
    return refuse(
      TEXTS.notNow({
        code: shortCode(notice.code),
        state: NOTICE.states[notice.state],
        verb: NOTICE.verbs.alter,
      }),
    );
  const content = contentOf(readFields(words.text), notice.next ?? notice, ctx);
  if (!content.ok) return askedBack(content.error, words, ctx);
  const next = reworded(notice, content.value, ctx.now);
  const change: Change = {
    put: [put(NOTICES, notice.code, next, found)],
    audit: [logged(ctx, NOTICE.verbs.alter, notice.code)],
  };
  return ok(together([change, await shown(next, ctx)]));
}

async function draft(words: Words, ctx: Ctx): Promise<Outcome> {
  if (words.code === null) return draftNew(words, ctx);
  const found = await noticeOf(ctx.store, words.code);
  return found === undefined
    ? refuse(TEXTS.notFound({ code: shortCode(words.code) }))
    : redraft(found, words, ctx);
}

const textOf = (ctx: Ctx, verb: string, coded: boolean): string =>
  behindVerb(written(ctx.said.raw, ctx.settings.bot.name), verb, coded);

const SAMPLE =
  '通知 报送工作总结 截止：9月22日 18:00\n正文：请各单位报送上半年工作总结。\n范围：教育局、财政局';
const GIVEN = ['赵明@督查群 > 通知 报送总结 范围：教育局\\n正文：请报送工作总结。', '赵明@督查群 > 1'];

export const draftCommands: readonly Command[] = [
  command({
    id: 'notice.draft',
    verbs: ['通知'],
    said: ['office', 'private'],
    slots: { text: fieldsSlot },
    summary: '起草通知，预览后发送',
    usage: '通知 <标题>，另起行写 正文：… 范围：全部或单位 截止：M月D日 HH:MM',
    examples: [{ as: '赵明', at: '督查群', say: SAMPLE, reply: '请主任回 1 发送' }],
    run: async (_, ctx) =>
      hasField(ctx.said.text) ? draft({ text: textOf(ctx, '通知', false), code: null }, ctx) : ok(hint(ctx)),
  }),
  command({
    id: 'notice.revise',
    verbs: ['修改通知'],
    said: ['office', 'private'],
    slots: { code: codeSlot, text: fieldsSlot },
    summary: '修改通知，各单位重新签收',
    usage: '修改通知 <编号>，另起行写要改的 标题： 正文： 范围： 截止：',
    examples: [
      {
        as: '赵明',
        at: '督查群',
        say: '修改通知 0001\n截止：9月23日 18:00',
        reply: '（第2版）',
        given: GIVEN,
      },
    ],
    run: async ({ code }, ctx) => {
      const full = fullCode(code, 'N', ctx.now);
      if (full === undefined) return refuse(TEXTS.notFound({ code: `${code.kind}${code.number}` }));
      return draft({ text: textOf(ctx, '修改通知', true), code: full }, ctx);
    },
  }),
  command({
    id: 'notice.show',
    verbs: ['下发通知', '预览通知'],
    said: ['office', 'private'],
    slots: { code: codeSlot },
    summary: '再看一次待发的通知，确认后发送',
    examples: [
      {
        as: '赵明',
        at: '督查群',
        say: '下发通知 0001',
        reply: '【待发】N0001',
        given: GIVEN.slice(0, 1),
      },
    ],
    run: async ({ code }, ctx) => {
      const found = await noticeOf(ctx.store, fullCode(code, 'N', ctx.now) ?? '');
      if (found === undefined)
        return refuse(TEXTS.notFound({ code: `N${String(code.number).padStart(4, '0')}` }));
      const { data: notice } = found;
      const waits = notice.state === 'draft' || notice.next !== null;
      const state = NOTICE.states[notice.state];
      if (!waits)
        return refuse(TEXTS.notNow({ code: shortCode(notice.code), state, verb: NOTICE.verbs.issue }));
      return ok(await shown(notice, ctx));
    },
  }),
  action<Words>({
    id: 'notice.reword',
    said: ['office', 'private'],
    summary: '改正单位后再起草',
    run: draft,
  }),
];
