/** What people say about whereabouts: free text, 去向, 更正, 撤回去向. */
import { action, command, type Outcome } from '../../core/command.ts';
import type { Ctx } from '../../core/context.ts';
import { ok, refuse } from '../../core/result.ts';
import { restSlot } from '../../core/slots.ts';
import { dayOf } from '../../core/time.ts';
import { statementsOf } from './board-load.ts';
import { acknowledged } from './commands-ack.ts';
import { absencesOf, noUnit, type Seat, seatOf } from './commands-facts.ts';
import { record } from './commands-record.ts';
import type { Report } from './decide-facts.ts';
import { mayWithdraw, withdraw } from './decide-withdraw.ts';
import { LAST_WORDS, type LastWords, type Statement } from './record.ts';
import { TEXTS } from './texts.ts';
import { readingOf, reportOf } from './understand.ts';

const noSeat = (ctx: Ctx): string => (ctx.where.unit === undefined ? noUnit(ctx) : TEXTS.notMember());

/** Reads and records what stands behind a command word. */
async function told(text: string, ctx: Ctx, unread: string): Promise<Outcome> {
  const seat = seatOf(ctx);
  if (seat === undefined) return refuse(noSeat(ctx));
  const report = reportOf(readingOf(text, seat.person.name, seat.unit.id, ctx));
  return report === undefined ? refuse(unread) : record(report, ctx, seat, true);
}

/** The statements of a message, to name what is unsaid. */
async function statementsIn(last: LastWords, ctx: Ctx, seat: Seat): Promise<readonly Statement[]> {
  const days = last.days.length > 0 ? last.days : [dayOf(ctx.said.at)];
  const pages = await Promise.all(days.map((day) => statementsOf(ctx.store, last.unit, seat.members, day)));
  const all = pages.flat().filter((said) => said.message === last.message && said.verb !== 'cancel');
  return [...new Map(all.map((said) => [JSON.stringify(said), said])).values()];
}

async function takenBack(ctx: Ctx): Promise<Outcome> {
  const seat = seatOf(ctx);
  if (seat === undefined) return refuse(noSeat(ctx));
  const last = await ctx.store.get(LAST_WORDS, seat.person.id);
  const today = dayOf(ctx.said.at);
  if (last === undefined || !mayWithdraw(last.data, today)) return refuse(TEXTS.nothingToWithdraw());
  const absences = await absencesOf(ctx.store, last.data.absent);
  const { message, at } = { message: ctx.said.id, at: ctx.said.at };
  const change = withdraw({ speaker: seat.person.id, last, absences, message, at, today });
  const said = await statementsIn(last.data, ctx, seat);
  return ok({ ...change, say: acknowledged(ctx, seat, said, 'withdraw') });
}

export const sayCommand = command({
  id: 'whereabouts.say',
  verbs: ['去向'],
  said: ['unit'],
  slots: { text: restSlot('谁、去哪、到哪天') },
  summary: '报去向',
  usage: '去向 <谁、去哪、到哪天>',
  examples: [
    { as: '张三', at: '教育局', say: '去向 我今天下乡去东峡镇', reply: '' },
    { as: '李四', at: '私聊', say: '去向 我今天病假', reply: '已登记：李四 病假' },
  ],
  run: ({ text }, ctx) => told(text, ctx, TEXTS.unread()),
});

export const correctCommand = command({
  id: 'whereabouts.correct',
  verbs: ['更正'],
  said: ['unit'],
  slots: { text: restSlot('姓名 去向') },
  summary: '更正去向',
  usage: '更正 <姓名> <去向>',
  examples: [
    {
      as: '陈静',
      at: '教育局',
      given: ['张三@教育局 > 我今天下乡', '时间 2026-09-21 10:00'],
      say: '更正 张三 出差到周三',
      reply: '已更正：张三 出差（至23日）',
    },
  ],
  run: ({ text }, ctx) => told(`${TEXTS.correctWord()}${text}`, ctx, TEXTS.unreadCorrection()),
});

export const withdrawCommand = command({
  id: 'whereabouts.withdraw',
  verbs: ['撤回去向'],
  said: ['unit'],
  slots: {},
  summary: '撤回自己刚报的去向',
  examples: [
    {
      as: '张三',
      at: '私聊',
      given: ['张三@教育局 > 我今天下乡'],
      say: '撤回去向',
      reply: '已撤回：张三 下乡',
    },
  ],
  run: (_, ctx) => takenBack(ctx),
});

/** The same, said in free text: where there is nothing to take back it was talk. */
export const unsayAction = action<object>({
  id: 'whereabouts.unsay',
  said: ['unit'],
  summary: '撤回自己刚报的去向',
  run: async (_, ctx) => {
    const outcome = await takenBack(ctx);
    return outcome.ok ? outcome : refuse('');
  },
});

export const reportAction = action<Report>({
  id: 'whereabouts.report',
  said: ['unit'],
  summary: '报去向',
  run: async (report, ctx) => {
    const seat = seatOf(ctx);
    return seat === undefined ? refuse('') : record(report, ctx, seat, false);
  },
});
