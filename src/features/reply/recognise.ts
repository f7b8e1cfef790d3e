/** From what people write to commands: which receipts a reply gives, whether a bare word counts, and what must be asked. */
import { readCodes } from '../../core/codes.ts';
import type { Ctx } from '../../core/context.ts';
import type { Meaning, Recogniser } from '../../core/feature.ts';
import { OFFICE_ROLES, type Role } from '../../core/roster.ts';
import { dayOf, yearOf } from '../../core/time.ts';
import { REQUESTS } from '../access/access.ts';
import type { Notice } from '../notice/notice.ts';
import { type Items, isEntitled, itemsOf } from './items.ts';
import { readReply } from './read.ts';
import type { ReplyAct, ReplyReading } from './reply.ts';

/** Longer texts are papers, not replies. */
const LONGEST = 2_000;
/** Below this the reading is worth a question, not an act. */
const SURE = 0.6;
const UNDO = /^撤回签收(?:[\s:：,，]+(\S.*)|(\d\S*|[Nn]\d\S*))?$/u;
const PROXY = /^代签(?=$|[\s:：NnＮｎ\d])/u;

const RANKS: readonly Role[] = ['head', 'liaison', 'discipline', 'leader'];

/** The capacity a person speaks in here. */
function roleOf({ who }: Ctx): Role {
  const office = who.roles.find((role) => OFFICE_ROLES.includes(role));
  return office ?? RANKS.find((role) => who.roles.includes(role)) ?? 'staff';
}

/**
 * A bare word answers only the bot's last request here: on the day it was made, and not when somebody else has
 * mentioned or quoted this person since.
 */
async function requested(ctx: Ctx): Promise<string | null> {
  const asked = (await ctx.store.get(REQUESTS, ctx.where.here))?.data;
  if (asked === undefined || asked.at > ctx.said.at) return null;
  if (ctx.said.calledAt !== null && ctx.said.calledAt > asked.at) return null;
  return dayOf(asked.at) === dayOf(ctx.said.at) ? asked.code : null;
}

type How = 'word' | 'quote' | 'code';

/** True when the quoted message is of an edition before the present one: later ones carry their number. */
const quotesOld = (notice: Notice | undefined, quoted: string | null): boolean =>
  notice !== undefined && notice.edition > 1 && quoted !== null && !quoted.includes(`第${notice.edition}版`);

/** People who are not bound can at most make the room hear, once, who has to sign. */
const signing = (codes: readonly string[], how: How, items: Items, ctx: Ctx): readonly Meaning[] => {
  if (codes.length === 0) return [];
  const notice = [...items.open, ...items.past].find(({ code }) => code === codes[0]);
  const old = how === 'quote' && quotesOld(notice, ctx.said.quoted);
  const intent = { codes, how, ...(old ? { quotesOld: true } : {}) };
  return [{ command: ctx.who.person === undefined ? 'notice.overhear' : 'notice.sign', intent }];
};

const which = (items: Items, ctx: Ctx): readonly Meaning[] =>
  items.open.length > 0 && isEntitled(items, ctx)
    ? [{ command: 'reply.which', intent: { codes: items.open.map(({ code }) => code) } }]
    : [];

/** A named code that is not open for this unit. */
const unknown = (items: Items, ctx: Ctx): readonly Meaning[] => {
  const known = [...items.open, ...items.past].map(({ code }) => code);
  const lost = items.codes.find(
    ({ number, year }) =>
      !known.some(
        (code) => Number(code.slice(6)) === number && (year === null || code.startsWith(`N${year}`)),
      ),
  );
  if (lost === undefined || items.open.length === 0 || !isEntitled(items, ctx)) return [];
  const intent = { word: lost.code, codes: items.open.map(({ code }) => code) };
  return [{ command: 'reply.unknown', intent }];
};

const isReceipt = ({ intent }: ReplyAct): boolean => intent === 'ack_notice' || intent === 'ack_finding';

/** A bare word: it counts for what was asked last, or not at all; in private it is asked what it is for. */
async function bare(reading: ReplyReading, items: Items, ctx: Ctx): Promise<readonly Meaning[]> {
  const code = await requested(ctx);
  const open = items.open.some((notice) => notice.code === code);
  if (code !== null && open && !reading.acts.some(({ all }) => all))
    return signing([code], 'word', items, ctx);
  return ctx.where.kind === 'private' || (code !== null && open) ? which(items, ctx) : [];
}

/** Receipts of what was named, quoted, or can only be meant. */
function receipts(acts: readonly ReplyAct[], items: Items, ctx: Ctx): readonly Meaning[] {
  const targets = [...new Set(acts.flatMap(({ target }) => target ?? []))].filter((code) =>
    code.startsWith('N'),
  );
  const how: How = items.codes.length > 0 ? 'code' : items.quoted === null ? 'word' : 'quote';
  const lost = acts.some(({ target }) => target === null);
  if (!lost) return signing(targets, how, items, ctx);
  const more = items.codes.length > 0 ? unknown(items, ctx) : which(items, ctx);
  return [...signing(targets, how, items, ctx), ...more];
}

/** More time for a notice is the office's to give: it is passed on. */
const extensions = (acts: readonly ReplyAct[], items: Items): readonly Meaning[] =>
  acts
    .filter(
      ({ intent, target }) => intent === 'request_extension' && target !== null && target.startsWith('N'),
    )
    .filter(() => items.codes.length > 0 || items.quoted !== null)
    .map(({ target, detail, days }) => ({
      command: 'notice.extend',
      intent: { code: target, detail: detail ?? '', days: days ?? null },
    }));

/** 撤回签收, with or without a code. */
function undone({ said, now }: Ctx): readonly Meaning[] | undefined {
  const match = UNDO.exec(said.text);
  if (match === null) return undefined;
  const rest = match[1] ?? match[2];
  const [mention] = rest === undefined ? [] : readCodes(rest);
  if (rest !== undefined && mention === undefined) return [];
  const code =
    mention === undefined
      ? null
      : `N${mention.year ?? yearOf(dayOf(now))}-${String(mention.number).padStart(4, '0')}`;
  return [{ command: 'notice.unsign', intent: { code } }];
}

async function hear(ctx: Ctx): Promise<readonly Meaning[]> {
  const undo = undone(ctx);
  if (undo !== undefined) return undo;
  const items = await itemsOf(ctx);
  if (items === undefined) return [];
  // It answers the message it quotes, and that is not the bot's.
  if (ctx.said.quoted !== null && items.quoted === null && items.codes.length === 0) return [];
  const message = {
    text: ctx.said.text.replace(PROXY, '签收'),
    openNotices: [...items.open, ...items.past].map(({ code }) => code),
    openFindings: [],
    quoted: items.quoted,
    role: roleOf(ctx),
  };
  const reading = readReply(message, { simplify: ctx.language.simplify });
  if (reading.acts.length === 0) return [];
  if (reading.confidence < SURE) return ctx.where.kind === 'private' ? which(items, ctx) : [];
  const acks = reading.acts.filter(isReceipt);
  const meant =
    acks.length === 0 ? [] : reading.bare ? await bare(reading, items, ctx) : receipts(acks, items, ctx);
  return [...meant, ...extensions(reading.acts, items)];
}

/** The recogniser of replies. */
export const replies: Recogniser = {
  id: 'reply',
  mayBe: ({ where, said }) =>
    said.text !== '' && (where.kind === 'unit' || where.kind === 'private') && said.text.length <= LONGEST,
  hear,
};
