/** Whether a bare word (收到, 已阅, 👌, 1) answers something: only the bot's last request to this person here. */
import type { Ctx } from '../../core/context.ts';
import { dayOf, HOUR } from '../../core/time.ts';
import { REQUESTS } from '../access/access.ts';

/** For a notice on the day it was asked; for a finding within the hour in a room, and in private. */
const counts = (code: string, askedAt: number, ctx: Ctx): boolean => {
  if (code.startsWith('F')) return ctx.where.kind === 'private' || ctx.said.at - askedAt <= HOUR;
  return dayOf(askedAt) === dayOf(ctx.said.at);
};

/** True when somebody else has mentioned or quoted this person since the bot last asked for something here. */
export async function isCalled({ store, where, said }: Ctx): Promise<boolean> {
  const asked = (await store.get(REQUESTS, where.here))?.data;
  return said.calledAt !== null && said.calledAt > (asked?.at ?? 0);
}

/**
 * The code a bare word answers here, if any; not when somebody else has mentioned or quoted this person since it was
 * asked.
 */
export async function requested(ctx: Ctx): Promise<string | null> {
  const asked = (await ctx.store.get(REQUESTS, ctx.where.here))?.data;
  if (asked === undefined || asked.at > ctx.said.at) return null;
  if (ctx.said.calledAt !== null && ctx.said.calledAt > asked.at) return null;
  return counts(asked.code, asked.at, ctx) ? asked.code : null;
}
