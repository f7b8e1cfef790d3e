/** From the words of a notice to its content, or to why it cannot be sent. Pure. */

import type { Know } from '../../core/context.ts';
import { clockText, unitNames } from '../../core/phrase-texts.ts';
import { ok, type Result, refuse } from '../../core/result.ts';
import { unfitText } from '../../core/unfit-texts.ts';
import type { Fields } from './fields.ts';

import type { Content } from './notice.ts';
import { readDue, readScope } from './scope.ts';
import { TEXTS } from './texts.ts';

/** Longest body, in characters: about four phone screens. */
const LONGEST = 4_000;

/** Why words did not become a notice; an unknown unit can be put right by a choice. */
export type Fault =
  | { readonly kind: 'sentence'; readonly text: string }
  | { readonly kind: 'unit'; readonly word: string; readonly near: readonly string[] };
const sentence = (text: string): Result<never, Fault> => refuse({ kind: 'sentence', text });

function scopeOf(
  words: string | undefined,
  base: Content | null,
  know: Know,
): Result<Pick<Content, 'units' | 'all'>, Fault> {
  if (words === undefined && base !== null) return ok({ units: base.units, all: base.all });
  const scope = readScope(words ?? '全部', know.org);
  if (scope.ok) return scope;
  const near = know.org.nearest(scope.error).filter((unit) => know.org.supervised.includes(unit));
  return refuse({
    kind: 'unit',
    word: scope.error,
    near: unitNames(
      near.map(({ id }) => id),
      know.org,
    ),
  });
}

function dueAtOf(words: string | undefined, base: Content | null, know: Know): Result<number | null, Fault> {
  const { now, calendar, settings } = know;
  // A due time that has passed is not kept for a new edition.
  if (words === undefined) return ok(base?.dueAt != null && base.dueAt > now ? base.dueAt : null);
  const at = readDue(words, now, settings.bot.notice.due, calendar);
  if (at === undefined) return sentence(TEXTS.unclearDue());
  return at > now ? ok(at) : sentence(TEXTS.dueOver({ due: clockText(at, now) }));
}

/** The content that fields mean: a new one, or `base` with what was written put in its place. */
export function contentOf(fields: Fields, base: Content | null, know: Know): Result<Content, Fault> {
  const title = (fields.title ?? base?.title ?? '').replace(/\s+/gu, ' ');
  const body = fields.body ?? base?.body ?? '';
  const length = title.length + body.length;
  const wrong = unfitText(`${title}\n${body}`);
  if (title === '') return sentence(TEXTS.noTitle());
  if (wrong !== undefined) return sentence(wrong);
  if (length > LONGEST) return sentence(TEXTS.tooLong({ length, max: LONGEST }));
  const scope = scopeOf(fields.scope, base, know);
  if (!scope.ok) return scope;
  const dueAt = dueAtOf(fields.due, base, know);
  if (!dueAt.ok) return dueAt;
  const headOnly = fields.headOnly ?? base?.headOnly ?? false;
  return ok({ title, body, ...scope.value, dueAt: dueAt.value, headOnly });
}
