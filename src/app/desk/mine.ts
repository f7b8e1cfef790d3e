/** `我的待办` and `我的记录`: what a person owes, and what is kept about him, gathered from every room. */

import { dayText } from '../../core/calendar-texts.ts';
import { type Command, command, type Outcome } from '../../core/command.ts';
import type { Ctx } from '../../core/context.ts';
import type { Feature } from '../../core/feature.ts';
import { ok } from '../../core/result.ts';
import type { Person } from '../../core/roster.ts';
import { answered, tell } from '../../core/say.ts';
import { dayOf, hmOf } from '../../core/time.ts';
import { DESK } from './texts.ts';

const due = (at: number | null): string =>
  at === null ? '' : DESK.owesDue({ due: `${dayText(dayOf(at))}${hmOf(at)}` });

async function owed(features: readonly Feature[], person: Person, ctx: Ctx): Promise<string> {
  const all = (await Promise.all(features.map((feature) => feature.owes?.(person, ctx) ?? []))).flat();
  if (all.length === 0) return DESK.owesNone();
  const sorted = [...all].sort(
    (a, b) => (a.dueAt ?? Number.MAX_SAFE_INTEGER) - (b.dueAt ?? Number.MAX_SAFE_INTEGER),
  );
  const lines = sorted.map(({ code, text, dueAt }, n) =>
    DESK.owesLine({ n: n + 1, code, text, due: due(dueAt) }),
  );
  return [DESK.owesHead({ count: all.length }), ...lines].join('\n');
}

async function kept(features: readonly Feature[], person: Person, ctx: Ctx): Promise<string> {
  const lines = (await Promise.all(features.map((feature) => feature.keeps?.(person, ctx) ?? []))).flat();
  if (lines.length === 0) return DESK.keepsNone();
  return [DESK.keepsHead({ name: person.name }), ...lines.map((line) => `· ${line}`), DESK.keepsAfter()].join(
    '\n',
  );
}

type Gather = (features: readonly Feature[], person: Person, ctx: Ctx) => Promise<string>;
const gathered = async (features: readonly Feature[], ctx: Ctx, gather: Gather): Promise<string> =>
  ctx.who.person === undefined ? DESK.helpNone() : gather(features, ctx.who.person, ctx);

/** What is kept about a person is nobody else's business: asked for in a group, it is answered in private. */
async function keptPrivately(features: readonly Feature[], ctx: Ctx): Promise<Outcome> {
  const text = await gathered(features, ctx, kept);
  const { person } = ctx.who;
  if (ctx.where.kind === 'private' || person === undefined) return answered(ctx, text);
  return ok({ say: [tell(`person:${person.id}`, `${ctx.said.id}/kept`, text)] });
}

export const mineCommands = (features: readonly Feature[]): readonly Command[] => [
  command({
    id: 'desk.owes',
    verbs: ['我的待办', '待办'],
    said: ['unit', 'office', 'leaders', 'private'],
    slots: {},
    summary: '看我有什么要办',
    examples: [{ as: '张三', at: '私聊', say: '我的待办', reply: '您没有待办' }],
    run: async (_, ctx) => answered(ctx, await gathered(features, ctx, owed)),
  }),
  command({
    id: 'desk.keeps',
    verbs: ['我的记录'],
    said: ['unit', 'office', 'leaders', 'private'],
    slots: {},
    summary: '看保存了我的什么',
    examples: [{ as: '张三', at: '私聊', say: '我的记录', reply: '张三同志' }],
    run: (_, ctx) => keptPrivately(features, ctx),
  }),
];
