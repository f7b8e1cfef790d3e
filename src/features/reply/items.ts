/** What a speaker could be replying to here: what is open for his units, and what he names or quotes by its code. */
import { type CodeMention, readCodes } from '../../core/codes.ts';
import type { Ctx } from '../../core/context.ts';
import { holds } from '../../core/org.ts';
import { dayOf, yearOf } from '../../core/time.ts';
import { FINDINGS, type Finding, isOpen, openFindings } from '../finding/finding.ts';
import { capacityOf, NOTICES, type Notice, openFor, type Signer, signerOf } from '../notice/notice.ts';

export interface Items {
  readonly signer: Signer;
  /** Notices that ask a receipt of these units. */
  readonly open: readonly Notice[];
  /** Notices named or quoted that are no longer open here: withdrawn, signed, closed. */
  readonly past: readonly Notice[];
  /** Findings of these units that are not over, and those named or quoted that are. */
  readonly findings: readonly Finding[];
  readonly over: readonly Finding[];
  /** Codes in the text, and the code of the quoted message. */
  readonly codes: readonly CodeMention[];
  readonly quoted: string | null;
}

type Letter = 'N' | 'F';
const full = (mention: CodeMention, letter: Letter, now: number): string =>
  `${letter}${mention.year ?? yearOf(dayOf(now))}-${String(mention.number).padStart(4, '0')}`;
const isOurs = (letter: string | null): letter is Letter | null =>
  letter === null || letter === 'N' || letter === 'F';

/** The bot's messages carry their code with its letter; a quote without one is of somebody else's words. */
function quotedCode({ said, now }: Ctx): string | null {
  if (said.quoted === null) return null;
  const mention = readCodes(said.quoted).find(({ letter }) => letter === 'N' || letter === 'F');
  return mention === undefined ? null : full(mention, mention.letter === 'F' ? 'F' : 'N', now);
}

/** Full codes a text and a quote may mean: four digits are one item, whichever letter it has. */
const wantedCodes = (
  codes: readonly CodeMention[],
  quoted: string | null,
  now: number,
): readonly string[] => [
  ...new Set([
    ...codes.flatMap((mention) =>
      mention.letter === null
        ? [full(mention, 'N', now), full(mention, 'F', now)]
        : [full(mention, mention.letter === 'F' ? 'F' : 'N', now)],
    ),
    ...(quoted === null ? [] : [quoted]),
  ]),
];

async function namedNotices(codes: readonly string[], signer: Signer, ctx: Ctx): Promise<readonly Notice[]> {
  const found = await Promise.all(codes.map((code) => ctx.store.get(NOTICES, code)));
  return found
    .flatMap((one) => (one === undefined ? [] : [one.data]))
    .filter(({ issuedAt, went }) => issuedAt !== null && went.some((unit) => signer.units.includes(unit)));
}

async function namedFindings(
  codes: readonly string[],
  signer: Signer,
  ctx: Ctx,
): Promise<readonly Finding[]> {
  const found = await Promise.all(codes.map((code) => ctx.store.get(FINDINGS, code)));
  return found
    .flatMap((one) => (one === undefined ? [] : [one.data]))
    .filter((finding) => signer.units.includes(finding.unit) && !isOpen(finding));
}

/** Gathers them; undefined when nothing a reply could be about is open or named. */
export async function itemsOf(ctx: Ctx): Promise<Items | undefined> {
  const here = ctx.where.kind === 'unit' ? ctx.where.unit : undefined;
  const codes = readCodes(ctx.said.text).filter(({ letter, form }) => isOurs(letter) && form !== 'short');
  const quoted = quotedCode(ctx);
  const openHere = here === undefined ? undefined : await openFor(ctx.store, [here.id]);
  const findingsHere = here === undefined ? undefined : await openFindings(ctx.store, [here.id]);
  // Most talk ends here: nothing is open and nothing is named.
  if (openHere?.length === 0 && findingsHere?.length === 0 && codes.length === 0 && quoted === null)
    return undefined;
  const signer = await signerOf(ctx.who.person, ctx.where, ctx);
  const open = openHere ?? (await openFor(ctx.store, signer.units));
  const findings = findingsHere ?? (await openFindings(ctx.store, signer.units));
  const wanted = wantedCodes(codes, quoted, ctx.now);
  const past = (await namedNotices(wanted, signer, ctx)).filter(({ code }) =>
    open.every((one) => one.code !== code),
  );
  const over = await namedFindings(wanted, signer, ctx);
  const none = open.length + past.length + findings.length + over.length + codes.length === 0;
  return none ? undefined : { signer, open, past, findings, over, codes, quoted };
}

/** True when this person could sign at least one of the open notices. */
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

/** Whether this person signs for a unit here at all: head, liaison, or somebody a head has delegated. */
export const maySign = ({ signer: { person, units, principals } }: Items): boolean =>
  person !== undefined &&
  (principals.length > 0 ||
    units.some((unit) => holds(person, 'head', unit) || holds(person, 'liaison', unit)));

/** Open findings this person has a say in: as head, for one, as liaison or discipline lead. */
export const findingsFor = ({ signer, findings }: Items, ctx: Ctx): readonly Finding[] => {
  const { person, principals } = signer;
  if (person === undefined) return [];
  return findings.filter(
    ({ unit }) =>
      (['head', 'liaison', 'discipline'] as const).some((role) => holds(person, role, unit)) ||
      ctx.org.holders(unit, 'head').some(({ id }) => principals.includes(id)),
  );
};

/** Those among them he may sign himself: as head, or for a head who asked him to. */
export const signable = (items: Items, ctx: Ctx): readonly Finding[] => {
  const { person, principals } = items.signer;
  return findingsFor(items, ctx).filter(
    ({ unit }) =>
      (person !== undefined && holds(person, 'head', unit)) ||
      ctx.org.holders(unit, 'head').some(({ id }) => principals.includes(id)),
  );
};
