/** What a speaker could be replying to here: what is open for his units, and what he names or quotes by its code. */
import { type CodeMention, readCodes } from '../../core/codes.ts';
import type { Ctx } from '../../core/context.ts';
import { dayOf, yearOf } from '../../core/time.ts';
import { capacityOf, NOTICES, type Notice, openFor, type Signer, signerOf } from '../notice/notice.ts';

export interface Items {
  readonly signer: Signer;
  /** Notices that ask a receipt of these units. */
  readonly open: readonly Notice[];
  /** Notices named or quoted that are no longer open here: withdrawn, signed, closed. */
  readonly past: readonly Notice[];
  /** Codes in the text, and the code of the quoted message. */
  readonly codes: readonly CodeMention[];
  readonly quoted: string | null;
}

const full = (mention: CodeMention, now: number): string =>
  `N${mention.year ?? yearOf(dayOf(now))}-${String(mention.number).padStart(4, '0')}`;

/** The bot's messages carry their code with its letter; a quote without one is of somebody else's words. */
function quotedCode({ said, now }: Ctx): string | null {
  if (said.quoted === null) return null;
  const mention = readCodes(said.quoted).find(({ letter }) => letter === 'N');
  return mention === undefined ? null : full(mention, now);
}

async function named(codes: readonly string[], signer: Signer, ctx: Ctx): Promise<readonly Notice[]> {
  const found = await Promise.all([...new Set(codes)].map((code) => ctx.store.get(NOTICES, code)));
  return found
    .flatMap((one) => (one === undefined ? [] : [one.data]))
    .filter(({ issuedAt, went }) => issuedAt !== null && went.some((unit) => signer.units.includes(unit)));
}

/** Gathers them; undefined when there is nothing a reply could be about. */
export async function itemsOf(ctx: Ctx): Promise<Items | undefined> {
  const here = ctx.where.kind === 'unit' ? ctx.where.unit : undefined;
  const codes = readCodes(ctx.said.text).filter(
    ({ letter, form }) => (letter ?? 'N') === 'N' && form !== 'short',
  );
  const quoted = quotedCode(ctx);
  const atOnce = here === undefined ? undefined : await openFor(ctx.store, [here.id]);
  // Most talk ends here: nothing is open and nothing is named.
  if (atOnce?.length === 0 && codes.length === 0 && quoted === null) return undefined;
  const signer = await signerOf(ctx.who.person, ctx.where, ctx);
  const open = atOnce ?? (await openFor(ctx.store, signer.units));
  const wanted = [...codes.map((mention) => full(mention, ctx.now)), ...(quoted === null ? [] : [quoted])];
  const past = (await named(wanted, signer, ctx)).filter(({ code }) =>
    open.every((one) => one.code !== code),
  );
  return open.length + past.length === 0 ? undefined : { signer, open, past, codes, quoted };
}

/** True when this person could sign at least one of what is open. */
export const isEntitled = ({ signer, open }: Items, ctx: Ctx): boolean => {
  const { person, units, principals } = signer;
  if (person === undefined) return false;
  return open.some((notice) =>
    units.some(
      (unit) =>
        notice.units.includes(unit) && capacityOf(person, unit, notice, ctx.org, principals) !== undefined,
    ),
  );
};
