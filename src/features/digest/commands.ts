/** 日报 and 明细: shown to leaders, previewed by the office and issued on 确认. */
import { action, type Command, command, type Outcome } from '../../core/command.ts';
import type { Ctx } from '../../core/context.ts';
import { granted } from '../../core/permission.ts';
import { ok, refuse } from '../../core/result.ts';
import { answer, answered, inform, logged, speakerId } from '../../core/say.ts';
import { put } from '../../core/store.ts';
import { type Day, dayOf, hmOf } from '../../core/time.ts';
import { DIGESTS, issuedId, type Reporter } from './digest.ts';
import { chatText, digestDocument } from './document.ts';
import { snapshotOf } from './snapshot.ts';
import { TEXTS } from './texts.ts';

const ISSUE = 'digest.issue';

/** Exactly what was previewed, and how often the day had been issued then. */
interface Preview {
  readonly day: Day;
  readonly text: string;
  readonly count: number;
}

async function shown(reporters: readonly Reporter[], ctx: Ctx): Promise<Outcome> {
  const day = dayOf(ctx.now);
  const before = await ctx.store.get(DIGESTS, issuedId(day));
  const mark = before === undefined ? '' : TEXTS.again();
  const snapshot = await snapshotOf(reporters, ctx, day, ctx.now);
  const text = chatText(digestDocument(snapshot, mark, ctx.org));
  if (ctx.where.kind !== 'office' || !granted(ISSUE, ctx)) return answered(ctx, text);
  const intent: Preview = { day, text, count: before?.data.count ?? 0 };
  return ok({
    ask: [
      {
        to: ctx.where.here,
        who: speakerId(ctx),
        text: TEXTS.preview({ text }),
        options: [
          { words: ['确认', '1'], command: ISSUE, intent },
          { words: ['取消', '0'], command: 'desk.cancel', intent: {} },
        ],
      },
    ],
  });
}

async function issued({ day, text, count }: Preview, ctx: Ctx): Promise<Outcome> {
  const found = await ctx.store.get(DIGESTS, issuedId(day));
  if ((found?.data.count ?? 0) !== count || day !== dayOf(ctx.now)) return refuse(TEXTS.nothingToIssue());
  return ok({
    put: [put(DIGESTS, issuedId(day), { count: count + 1, at: ctx.now, by: speakerId(ctx) }, found)],
    say: [
      inform('leaders', `digest/${day}/leaders/${count + 1}`, text, { priority: 'report' }),
      answer(ctx, TEXTS.issued()),
    ],
    audit: [logged(ctx, ISSUE, day)],
  });
}

async function detail(reporters: readonly Reporter[], ctx: Ctx): Promise<Outcome> {
  const snapshot = await snapshotOf(reporters, ctx, dayOf(ctx.now), ctx.now);
  const file = digestDocument(snapshot, '', ctx.org);
  const time = hmOf(ctx.now).replace(/^0/u, '');
  return ok({
    say: [
      answer(ctx, TEXTS.sent({ time, count: snapshot.units.length })),
      { to: ctx.where.here, key: `${ctx.said.id}/answer/file`, priority: 'answer', body: { file } },
    ],
    audit: [logged(ctx, 'digest.detail', dayOf(ctx.now))],
  });
}

/** The commands, over the rooms that report. */
export const digestCommands = (reporters: readonly Reporter[]): readonly Command[] => [
  command({
    id: 'digest.daily',
    verbs: ['日报'],
    said: ['office', 'leaders', 'private'],
    slots: {},
    summary: '看今天的日报',
    examples: [
      { as: '周文', at: '领导群', say: '日报', reply: '【作风日报】9月21日 周一' },
      { as: '赵明', at: '督查群', say: '日报', reply: '回 确认 发送' },
    ],
    run: (_, ctx) => shown(reporters, ctx),
  }),
  command({
    id: 'digest.detail',
    verbs: ['明细'],
    said: ['office', 'leaders', 'private'],
    slots: {},
    summary: '要各单位明细表',
    examples: [{ as: '周文', at: '领导群', say: '明细', reply: '各单位明细' }],
    run: (_, ctx) => detail(reporters, ctx),
  }),
  action<Preview>({
    id: ISSUE,
    said: ['office'],
    summary: TEXTS.titleDaily(),
    run: issued,
  }),
];
