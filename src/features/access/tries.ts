/** Counts a contact's wrong codes, and says so: five a day, then it is deaf to codes until tomorrow. */
import type { Change } from '../../core/change.ts';
import type { Ctx } from '../../core/context.ts';
import { answer, logged } from '../../core/say.ts';
import { type Found, put } from '../../core/store.ts';
import { dayOf } from '../../core/time.ts';
import { TRIES, type Tries } from './access.ts';
import { MOST_TRIES, wrongToday } from './codes.ts';
import { ACCESS } from './texts.ts';

export const isLocked = (tries: Found<Tries> | undefined, now: number): boolean =>
  wrongToday(tries?.data, dayOf(now)) >= MOST_TRIES;

/** One more wrong try; `wrong` says how to do it right, until there are no tries left. */
export function wrongTry(ctx: Ctx, tries: Found<Tries> | undefined, wrong: (left: number) => string): Change {
  const day = dayOf(ctx.now);
  const count = wrongToday(tries?.data, day) + 1;
  const left = MOST_TRIES - count;
  return {
    put: [put(TRIES, ctx.who.contact, { day, count }, tries)],
    say: [answer(ctx, left > 0 ? wrong(left) : ACCESS.locked({ office: ctx.settings.bot.contact }))],
    ...(left > 0 ? {} : { audit: [logged(ctx, 'code-locked', ctx.who.contact)] }),
  };
}
