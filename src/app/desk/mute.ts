/** `暂停` and `恢复`: the bot stops starting conversations; asked, it still answers. */
import { dayText } from '../../core/calendar-texts.ts';
import type { Draft } from '../../core/change.ts';
import { action, type Command, command } from '../../core/command.ts';
import type { Ctx } from '../../core/context.ts';
import { ok } from '../../core/result.ts';
import { answer, answered, logged, speakerId, tell } from '../../core/say.ts';
import { numberSlot, optional } from '../../core/slots.ts';
import { put } from '../../core/store.ts';
import { dayOf, HOUR, hmOf } from '../../core/time.ts';
import { MUTES } from '../../features/access/access.ts';
import { DESK } from './texts.ts';

const LONGEST = 72;
const USUAL = 24;
const clock = (at: number): string => `${dayText(dayOf(at))}${hmOf(at)}`;

/** What changes the bot for everybody is shown to the office too, when it was said in private; a mute does not hold it back. */
const shownToOffice = (ctx: Ctx, text: (name: string) => string): readonly Draft[] =>
  ctx.where.kind === 'private'
    ? [tell('office', `${ctx.said.id}/office`, text(ctx.who.person?.name ?? ctx.who.name))]
    : [];

export const muteCommands: readonly Command[] = [
  command({
    id: 'desk.mute',
    verbs: ['暂停'],
    said: ['office', 'private'],
    slots: { hours: optional(numberSlot('小时', /^个?小时/u)) },
    summary: '一段时间内不主动发消息',
    examples: [{ as: '赵明', at: '督查群', say: '暂停 3小时', reply: '回 确认' }],
    run: async ({ hours }, ctx) => {
      const length = Math.min(hours ?? USUAL, LONGEST);
      const text = DESK.muteAsk({ hours: length, until: clock(ctx.now + length * HOUR) });
      const option = { words: ['确认', '1'], command: 'desk.mute.confirmed', intent: { hours: length } };
      return ok({ ask: [{ to: ctx.where.here, who: speakerId(ctx), text, options: [option] }] });
    },
  }),
  action<{ readonly hours: number }>({
    id: 'desk.mute.confirmed',
    said: ['office', 'private'],
    summary: '确认暂停',
    run: async ({ hours }, ctx) => {
      const until = ctx.now + hours * HOUR;
      const found = await ctx.store.get(MUTES, 'all');
      return ok({
        put: [put(MUTES, 'all', { until, by: speakerId(ctx) }, found)],
        say: [
          answer(ctx, DESK.muted({ until: clock(until) })),
          ...shownToOffice(ctx, (name) => DESK.mutedTold({ name, until: clock(until) })),
        ],
        audit: [logged(ctx, 'mute', 'bot', String(hours))],
      });
    },
  }),
  command({
    id: 'desk.resume',
    verbs: ['恢复'],
    said: ['office', 'private'],
    slots: {},
    summary: '恢复主动发消息',
    examples: [{ as: '赵明', at: '督查群', say: '恢复', reply: '现在没有暂停' }],
    run: async (_, ctx) => {
      const found = await ctx.store.get(MUTES, 'all');
      if (found === undefined || found.data.until <= ctx.now) return answered(ctx, DESK.notMuted());
      const option = { words: ['确认', '1'], command: 'desk.resume.confirmed', intent: {} };
      return ok({
        ask: [{ to: ctx.where.here, who: speakerId(ctx), text: DESK.resumeAsk(), options: [option] }],
      });
    },
  }),
  action({
    id: 'desk.resume.confirmed',
    said: ['office', 'private'],
    summary: '确认恢复',
    run: async (_, ctx) => {
      const found = await ctx.store.get(MUTES, 'all');
      return ok({
        put: [put(MUTES, 'all', { until: 0, by: speakerId(ctx) }, found)],
        say: [answer(ctx, DESK.resumed()), ...shownToOffice(ctx, (name) => DESK.resumedTold({ name }))],
        audit: [logged(ctx, 'resume', 'bot')],
      });
    },
  }),
  action({
    id: 'desk.cancel',
    said: ['unit', 'office', 'leaders', 'public', 'unbound', 'private'],
    summary: '取消',
    run: async (_, ctx) => answered(ctx, DESK.cancelled()),
  }),
];
