/** `接入码`: slips for the units. A code never stands in a group: it goes to a person in private. */

import { dayText } from '../../core/calendar-texts.ts';
import type { Draft } from '../../core/change.ts';
import { type Command, command, type Outcome } from '../../core/command.ts';
import type { Ctx } from '../../core/context.ts';
import { holds } from '../../core/org.ts';
import { ok, refuse } from '../../core/result.ts';
import type { Unit } from '../../core/roster.ts';
import { answer, logged, speakerId, tell } from '../../core/say.ts';
import { dayOf } from '../../core/time.ts';
import { ENTRY_CODES } from './access.ts';
import { type Scope, scopeSlot } from './scope.ts';
import { issueSlips, slipsChange } from './slips.ts';
import { ACCESS } from './texts.ts';

/** Whoever asks in a group is told there that the answer is private. */
export const privately = (ctx: Ctx, text: string): readonly Draft[] =>
  ctx.where.room === null || text === '' ? [] : [answer(ctx, text)];

async function one(ctx: Ctx, unit: Unit): Promise<Outcome> {
  const codes = await ctx.store.find(ENTRY_CODES, { unit: unit.id });
  const { slips, rows } = issueSlips([unit], codes, speakerId(ctx), ctx);
  const [slip] = slips;
  const to = ctx.who.person?.id;
  if (slip === undefined || to === undefined) return refuse('');
  const text = ACCESS.slip({
    unit: unit.name,
    code: slip.code,
    until: dayText(dayOf(slip.until)),
    use: ACCESS.slipUse({ code: slip.code }),
  });
  return ok({
    put: rows,
    say: [
      tell(`person:${to}`, `${ctx.said.id}/slip`, text),
      ...privately(ctx, ACCESS.slipSent({ unit: unit.name })),
    ],
    audit: [logged(ctx, 'entry-code', unit.id)],
  });
}

/** The sheet goes to the one who asked when he is an admin, else to the admins. */
async function all(ctx: Ctx): Promise<Outcome> {
  if (ctx.org.supervised.length === 0) return refuse(ACCESS.noUnits());
  const { change, document, count } = await slipsChange(ctx, speakerId(ctx));
  const { person } = ctx.who;
  const admins = person !== undefined && holds(person, 'admin') ? [person] : ctx.org.everywhere('admin');
  const sent = ACCESS.slipsSent({ count, names: admins.map(({ name }) => name).join('、') });
  const here = admins.some(({ id }) => ctx.where.here === `person:${id}`);
  const sheets = admins.map(
    ({ id }): Draft => ({
      to: `person:${id}`,
      key: `${ctx.said.id}/slips/${id}`,
      priority: 'answer',
      body: { file: document },
    }),
  );
  return ok({ ...change, say: [...sheets, ...(here ? [] : [answer(ctx, sent)])] });
}

async function issue(scope: Scope, ctx: Ctx): Promise<Outcome> {
  if (scope === null) return all(ctx);
  // The office's own rooms and the leaders' are bound by hand.
  return ctx.org.supervised.includes(scope)
    ? one(ctx, scope)
    : refuse(ACCESS.noSlipFor({ unit: scope.name }));
}

export const codeCommands: readonly Command[] = [
  command({
    id: 'access.codes',
    verbs: ['接入码'],
    said: ['office', 'private'],
    slots: { scope: scopeSlot },
    summary: '给单位发接入码，联络员用它把群接进来',
    examples: [
      { as: '钱进', at: '督查群', say: '接入码 全部', reply: '7个单位的接入单已私发给钱进' },
      { as: '钱进', at: '私聊', say: '接入码 教育局', reply: '14天内有效' },
    ],
    run: ({ scope }, ctx) => issue(scope, ctx),
  }),
];
