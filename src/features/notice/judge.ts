/** What a word of receipt amounts to for each notice it names, and what is answered. */
import { digitsOf, shortCode } from '../../core/codes.ts';
import type { Ctx } from '../../core/context.ts';
import { shortClock } from '../../core/phrase-texts.ts';
import type { Found } from '../../core/store.ts';

import { capacityOf, type Notice, RECEIPTS, type Receipt, receiptId, type Signer } from './notice.ts';
import { noticeOf } from './reach.ts';
import { type Signing, sign } from './sign.ts';
import { TEXTS } from './texts.ts';

/** A recognised receipt. `how`: a code or a quote always counts, and a code is answered. */
export interface SignIntent {
  readonly codes: readonly string[];
  readonly how: 'word' | 'quote' | 'code';
  /** The quoted message is of an older edition. */
  readonly quotesOld?: boolean;
}

/** A word's outcome for one notice and unit. */
export interface Judged {
  readonly notice: Notice;
  readonly found: Found<Receipt>;
  readonly signing: Signing;
}

/** Judges a word for one code and every unit its speaker signs for. */
export async function judge(
  code: string,
  intent: SignIntent,
  signer: Signer,
  ctx: Ctx,
): Promise<readonly Judged[]> {
  const notice = (await noticeOf(ctx.store, code))?.data;
  if (notice === undefined) return [];
  const judged: Judged[] = [];
  for (const unit of signer.units) {
    const found = await ctx.store.get(RECEIPTS, receiptId(code, notice.edition, unit));
    if (found === undefined) continue;
    const { person, principals } = signer;
    const capacity = person === undefined ? undefined : capacityOf(person, unit, notice, ctx.org, principals);
    const quotesOld = intent.quotesOld ?? false;
    const word = { notice, receipt: found.data, person, capacity, at: ctx.said.at, quotesOld };
    judged.push({ notice, found, signing: sign(word, ctx.org.unit(unit)?.kind ?? 'bureau', ctx) });
  }
  return judged;
}

const nameOf = ({ by, proxy }: Receipt, ctx: Ctx): string => {
  const name = ctx.org.person(by ?? '')?.name ?? '';
  return proxy ? TEXTS.proxyMark({ name }) : name;
};

/** 👌 in a group is answered with silence; whoever names a code or writes in private gets a line. */
export const isLoud = (intent: SignIntent, ctx: Ctx): boolean =>
  intent.how === 'code' || ctx.where.kind === 'private';

function refusedLine({ notice }: Judged, loud: boolean, ctx: Ctx): string {
  const code = shortCode(notice.code);
  // A liaison who takes a head's receipt for his own should not be left to believe it.
  if (notice.headOnly && ctx.who.roles.includes('liaison')) return TEXTS.notYoursHead({ code });
  if (!loud || ctx.where.kind !== 'private') return '';
  return notice.headOnly ? TEXTS.notYoursHead({ code }) : TEXTS.notYours({ code });
}

/** The line about one notice that was not signed; '' = nothing to say. */
export function lineOf(judged: Judged, loud: boolean, ctx: Ctx): string {
  const { notice, signing } = judged;
  const code = shortCode(notice.code);
  const { edition } = notice;
  switch (signing.kind) {
    case 'withdrawn':
      return TEXTS.gone({ code });
    case 'old-edition':
      return TEXTS.oldEdition({ code, edition, digits: digitsOf(notice.code) });
    case 'over':
      return loud ? TEXTS.over({ code }) : '';
    case 'already': {
      const at = shortClock(signing.receipt.at ?? ctx.now, ctx.now);
      return loud ? TEXTS.already({ code, who: nameOf(signing.receipt, ctx), at }) : '';
    }
    case 'hint':
      return notice.headOnly ? TEXTS.hintHead({ code }) : TEXTS.hint({ code });
    case 'not-entitled':
      return refusedLine(judged, loud, ctx);
    default:
      return '';
  }
}

/** One line for everything signed at once. */
export function signedLine(signed: readonly Receipt[], ctx: Ctx): string {
  const [first] = signed;
  if (first === undefined) return '';
  const codes = [...new Set(signed.map(({ code }) => shortCode(code)))].join('、');
  return TEXTS.signed({ codes, who: nameOf(first, ctx), at: shortClock(first.at ?? ctx.now, ctx.now) });
}
