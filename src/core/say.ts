/** Drafts in the shapes rooms need most: an answer here, a word to a person, a line to the office. */
import type { Address, Change, Draft, Entry } from './change.ts';
import type { Ctx } from './context.ts';
import { ok, type Result } from './result.ts';

/** An answer in the conversation the message came from; `n` tells several answers to one message apart. */
export const answer = (ctx: Pick<Ctx, 'said' | 'where'>, text: string, n = 0): Draft => ({
  to: ctx.where.here,
  key: `${ctx.said.id}/answer/${n}`,
  priority: 'answer',
  body: { text },
});

/** An outcome that only answers. */
export const answered = (ctx: Pick<Ctx, 'said' | 'where'>, text: string): Result<Change, never> =>
  ok({ say: [answer(ctx, text)] });

/** A line that goes somewhere else because of this message, at once. */
export const tell = (to: Address, key: string, text: string): Draft => ({
  to,
  key,
  priority: 'answer',
  body: { text },
});

/** An unasked line, held in quiet hours; stale after `expiresAt`. */
export const inform = (to: Address, key: string, text: string, more: Partial<Draft> = {}): Draft => ({
  to,
  key,
  priority: 'notice',
  body: { text },
  ...more,
});

/** Who spoke, for records and the audit: the person where bound, else the contact. */
export const speakerId = (ctx: Pick<Ctx, 'who'>): string =>
  ctx.who.person?.id ?? `contact:${ctx.who.contact}`;

/** An audit entry by the speaker. */
export const logged = (ctx: Pick<Ctx, 'who'>, did: string, about: string, detail?: string): Entry => ({
  who: speakerId(ctx),
  did,
  about,
  ...(detail === undefined ? {} : { detail }),
});
