/** One-time codes: what they look like, how they are drawn, how long they live and how often one may be wrong. */
import type { Secrets } from '../../core/ports.ts';
import type { Found } from '../../core/store.ts';
import { DAY, type Day, HOUR } from '../../core/time.ts';
import type { BindingCode, EntryCode, Tries } from './access.ts';

const LENGTH = 6;
/** How long a unit's entry code and a person's binding code are good for, in ms. */
export const ENTRY_LIFE = 14 * DAY;
export const BINDING_LIFE = 24 * HOUR;
/** Wrong codes a contact may type a day, and wrong names a binding code survives. */
export const MOST_TRIES = 5;
const MOST_DRAWS = 50;

/** A code has letters and digits, so that neither an English word nor a number in talk is taken for one. */
const mixed = (word: string): boolean => /[A-Z]/iu.test(word) && /\d/u.test(word);

/** A new code. */
export function freshCode(secrets: Secrets): string {
  for (let n = 0; n < MOST_DRAWS; n += 1) {
    const code = secrets.draw(LENGTH);
    if (mixed(code)) return code;
  }
  throw new Error('no usable code in fifty draws');
}

const ALONE = /^(?:接入码)?[\s:：,，。]*([A-Za-z0-9]{6})[\s。.!！]*$/u;
const WITHIN = /(?<![A-Za-z0-9])[A-Za-z0-9]{6}(?![A-Za-z0-9])/gu;

/** The code a whole message is, in capitals. */
export function codeAlone(text: string): string | undefined {
  const word = ALONE.exec(text)?.[1];
  return word !== undefined && mixed(word) ? word.toUpperCase() : undefined;
}

/** The first code-like word of a text: a friend request says 陈静 K7M2Q8. */
export const codeWithin = (text: string): string | undefined =>
  [...text.matchAll(WITHIN)].map(([word]) => word.toUpperCase()).find(mixed);

/** `open` codes bind; the others are told apart, because only a person who holds the slip can see them. */
export function judge(code: EntryCode | undefined, now: number): 'open' | 'unknown' | 'used' | 'expired' {
  if (code === undefined) return 'unknown';
  if (code.usedAt !== null) return 'used';
  return code.until < now ? 'expired' : 'open';
}

/** Wrong tries of a contact today. */
export const wrongToday = (tries: Tries | undefined, today: Day): number =>
  tries?.day === today ? tries.count : 0;

/** A binding code that still counts. */
export const isFresh = (code: Found<BindingCode> | undefined, now: number): code is Found<BindingCode> =>
  code !== undefined && code.data.until >= now && code.data.tries < MOST_TRIES;
