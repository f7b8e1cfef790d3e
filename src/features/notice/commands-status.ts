/** `签收情况`: who has not signed. */
import { shortCode } from '../../core/codes.ts';
import { type Command, command, type Outcome } from '../../core/command.ts';
import type { Ctx } from '../../core/context.ts';
import { refuse } from '../../core/result.ts';
import { answered } from '../../core/say.ts';
import { codeSlot, fullCode, optional } from '../../core/slots.ts';
import { NOTICE } from './notice.ts';
import { noticeOf } from './reach.ts';
import { openNotices, statusText } from './status.ts';
import { TEXTS } from './texts.ts';

/** Notices shown when none is named. */
const MOST = 3;

async function one(code: string, ctx: Ctx): Promise<Outcome> {
  const notice = (await noticeOf(ctx.store, code))?.data;
  if (notice === undefined) return refuse(TEXTS.notFound({ code: shortCode(code) }));
  if (notice.issuedAt !== null && notice.state !== 'withdrawn')
    return answered(ctx, await statusText(notice, ctx));
  const { title, state } = notice;
  return answered(ctx, TEXTS.statusDraft({ code: shortCode(code), title, state: NOTICE.states[state] }));
}

async function all(ctx: Ctx): Promise<Outcome> {
  const notices = (await openNotices(ctx.store)).slice(0, MOST);
  if (notices.length === 0) return answered(ctx, TEXTS.statusNone());
  const texts = await Promise.all(notices.map((notice) => statusText(notice, ctx)));
  return answered(ctx, texts.join('\n\n'));
}

export const statusCommands: readonly Command[] = [
  command({
    id: 'notice.status',
    verbs: ['签收情况'],
    said: ['office', 'private'],
    slots: { code: optional(codeSlot) },
    summary: '看哪些单位还没签收',
    examples: [
      {
        as: '赵明',
        at: '督查群',
        say: '签收情况',
        reply: '签收0/1',
        given: ['赵明@督查群 > 通知 报送总结 范围：教育局\\n正文：请报送工作总结。', '赵明@督查群 > 1'],
      },
    ],
    run: ({ code }, ctx) => {
      if (code === undefined) return all(ctx);
      return one(fullCode(code, 'N', ctx.now) ?? `${code.kind ?? 'N'}${code.number}`, ctx);
    },
  }),
];
