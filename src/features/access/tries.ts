/** Counts a contact's wrong codes, and says so: five a day, then it is deaf to codes until tomorrow. */
import type { Change } from '../../core/change.ts';
import type { Ctx } from '../../core/context.ts';
import { answer, speakerId } from '../../core/say.ts';
import { type Found, put } from '../../core/store.ts';
import { dayOf } from '../../core/time.ts';
import { TRIES, type Tries } from './access.ts';
import { MOST_TRIES, wrongToday } from './codes.ts';
import { ACCESS } from './texts.ts';

export const isLocked = (tries: Found<Tries> | undefined, now: number): boolean =>
  wrongToday(tries?.data, dayOf(now)) >= MOST_TRIES;

/** One more wrong try of a contact; the one that locks it is logged. */
export function countTry(
  contact: string,
  tries: Found<Tries> | undefined,
  now: number,
  who = `contact:${contact}`,
): { readonly left: number; readonly change: Change } {
  const day = dayOf(now);
  const count = wrongToday(tries?.data, day) + 1;
  const left = MOST_TRIES - count;
  const locked = { who, did: 'code-locked', about: contact };
  return {
    left,
    change: { put: [put(TRIES, contact, { day, count }, tries)], audit: left === 0 ? [locked] : [] },
  };
}

/** One more wrong try; `wrong` says how to do it right, until there are no tries left. */
export function wrongTry(ctx: Ctx, tries: Found<Tries> | undefined, wrong: (left: number) => string): Change {
  const { left, change } = countTry(ctx.who.contact, tries, ctx.now, speakerId(ctx));
  const text = left > 0 ? wrong(left) : ACCESS.locked({ office: ctx.settings.bot.contact });
  return { ...change, say: [answer(ctx, text)] };
}
