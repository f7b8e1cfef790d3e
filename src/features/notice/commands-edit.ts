/** `改 第3条 …`: one line of a holiday notice that waits, changed from its preview. */

import { type Change, together } from '../../core/change.ts';
import { shortCode } from '../../core/codes.ts';
import { type Command, command, type Outcome } from '../../core/command.ts';
import type { Ctx } from '../../core/context.ts';
import { ok, refuse } from '../../core/result.ts';
import { logged } from '../../core/say.ts';
import { type CodeWord, codeSlot, fullCode, optional, restSlot } from '../../core/slots.ts';
import { type Found, put } from '../../core/store.ts';
import { unfitText } from '../../core/unfit-texts.ts';
import { shown } from './commands-draft.ts';
import { written } from './fields.ts';
import { NOTICE, NOTICES, type Notice } from './notice.ts';
import { itemSlot } from './slots.ts';
import { TEXTS } from './texts.ts';

const BEHIND_ITEM = /第?\s?[0-9０-９]{1,2}\s?(?:条|[.、．])[\s:：,，]*([\s\S]*)$/u;

/** The body with its n-th numbered line replaced; undefined when it has none. */
function withItem(body: string, item: number, text: string): string | undefined {
  const lines = body.split('\n');
  const at = lines.findIndex((line) => line.startsWith(`${item}. `));
  return at < 0 ? undefined : lines.with(at, TEXTS.forbidden({ n: item, item: text })).join('\n');
}

/** The holiday notice that waits: the named one, else the newest. */
async function waiting(code: CodeWord | undefined, ctx: Ctx): Promise<Found<Notice> | undefined> {
  const full = code === undefined ? undefined : fullCode(code, 'N', ctx.now);
  const drafts = await ctx.store.find(NOTICES, { state: 'draft' });
  return drafts.findLast(({ data }) => data.holiday !== null && (full === undefined || data.code === full));
}

async function edit(code: CodeWord | undefined, item: number, ctx: Ctx): Promise<Outcome> {
  const found = await waiting(code, ctx);
  const { data: notice } = found ?? {};
  if (found === undefined || notice === undefined || notice.holiday === null) return refuse(TEXTS.noDraft());
  const text = (BEHIND_ITEM.exec(written(ctx.said.raw, ctx.settings.bot.name))?.[1] ?? '')
    .replace(/\s+/gu, ' ')
    .trim();
  const wrong = unfitText(text);
  if (wrong !== undefined) return refuse(wrong);
  const body = withItem(notice.body, item, text);
  if (body === undefined) return refuse(TEXTS.noItem({ code: shortCode(notice.code), item }));
  // Another wording than the approved one: whoever approved it has to see it again.
  const next: Notice = {
    ...notice,
    body,
    wordedAt: ctx.now,
    approver: null,
    holiday: { ...notice.holiday, edited: true },
  };
  const change: Change = {
    put: [put(NOTICES, notice.code, next, found)],
    audit: [logged(ctx, NOTICE.verbs.alter, notice.code, TEXTS.didItem({ item }))],
  };
  return ok(together([change, await shown(next, ctx)]));
}

export const editCommands: readonly Command[] = [
  command({
    id: 'notice.edit',
    verbs: ['改'],
    said: ['office', 'private'],
    slots: { code: optional(codeSlot), item: itemSlot, text: restSlot('新的内容') },
    summary: '改待发节前提醒的一条',
    usage: '改 [编号] 第3条 <新的内容>',
    examples: [{ as: '赵明', at: '督查群', say: '改 第3条 公车私用', reply: '现在没有待发的节前提醒可改' }],
    run: ({ code, item }, ctx) => edit(code, item, ctx),
  }),
];
