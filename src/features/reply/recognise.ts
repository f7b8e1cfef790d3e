/** From what people write to commands: what a reply does to which item, whether a bare word counts, and what must be asked. */
import { matchCode, readCodes } from '../../core/codes.ts';
import type { Ctx } from '../../core/context.ts';
import type { Meaning, Recogniser } from '../../core/feature.ts';
import { OFFICE_ROLES, type Role } from '../../core/roster.ts';
import { dayOf, yearOf } from '../../core/time.ts';
import { FINDINGS } from '../finding/finding.ts';
import { type Notice, RECEIPTS } from '../notice/notice.ts';
import { isCalled, requested } from './bare-word.ts';
import { findingsFor, type Items, isEntitled, itemsOf, maySign, signable } from './items.ts';
import { type How, isReceipt, meantBy, type Wanted, wantedByVerb, wordsIn } from './meanings.ts';
import { readReply } from './read.ts';
import type { ReplyAct, ReplyMessage, ReplyReading } from './reply.ts';

/** Longer texts are papers, not replies. */
const LONGEST = 2_000;
/** Below this the reading is worth a question, not an act. */
const SURE = 0.6;
const UNDO = /^撤回签收(?:[\s:：,，]+(\S.*)|(\d\S*|[NnFf]\d\S*))?$/u;
const PROXY = /^代签(?=$|[\s:：NnＮｎFfＦｆ\d])/u;

const RANKS: readonly Role[] = ['head', 'liaison', 'discipline', 'leader'];

/** The capacity a person speaks in here. */
function roleOf({ who }: Ctx): Role {
  const office = who.roles.find((role) => OFFICE_ROLES.includes(role));
  return office ?? RANKS.find((role) => who.roles.includes(role)) ?? 'staff';
}

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

/** What this person could mean here: notices he may sign, findings he has a say in, or may sign himself. */
const candidates = (items: Items, ctx: Ctx, receipt = false): readonly string[] => [
  ...(isEntitled(items, ctx) ? items.open.map(({ code }) => code) : []),
  ...(receipt ? signable(items, ctx) : findingsFor(items, ctx)).map(({ code }) => code),
];

/** Receipts may be of anything he may sign; a report, an objection or more time only of a finding. */
const which = (items: Items, ctx: Ctx, wanted: Wanted | null = null): readonly Meaning[] => {
  const receipt = wanted === null || isReceipt(wanted);
  const codes = candidates(items, ctx, receipt).filter((code) => receipt || code.startsWith('F'));
  return codes.length === 0 ? [] : [{ command: 'reply.which', intent: { codes, wanted } }];
};

/** A named code that is not open for this unit. */
const unknown = (items: Items, ctx: Ctx): readonly Meaning[] => {
  const known = [...items.open, ...items.past, ...items.findings, ...items.over].map(({ code }) => code);
  const lost = items.codes.find(
    ({ letter, number, year }) =>
      !known.some(
        (code) =>
          Number(code.slice(6)) === number &&
          (letter === null || code.startsWith(letter)) &&
          (year === null || code.startsWith(`${code.charAt(0)}${year}`)),
      ),
  );
  const codes = candidates(items, ctx);
  if (lost === undefined || (codes.length === 0 && !maySign(items))) return [];
  return [{ command: 'reply.unknown', intent: { word: lost.code, codes } }];
};

/** A bare word: it counts for what was asked last, or not at all; in private, and of several at once, it is asked what it is for. */
async function bare(reading: ReplyReading, items: Items, ctx: Ctx): Promise<readonly Meaning[]> {
  // 都收到 speaks of several by itself, whenever they were asked; what one person says to another stays theirs.
  if (reading.acts.some(({ all }) => all) && !(await isCalled(ctx))) return which(items, ctx);
  const code = await requested(ctx);
  const open = [...items.open, ...items.findings].some((item) => item.code === code);
  const [wanted] = reading.acts;
  if (code !== null && open && wanted !== undefined)
    return code.startsWith('N')
      ? signing([code], 'word', items, ctx)
      : [meantBy(code, wanted, 'word')].filter((one) => one !== undefined);
  return ctx.where.kind === 'private' || (code !== null && open) ? which(items, ctx) : [];
}

/** How what is said counts: a code names its item, so does a quote; a word alone only for who has a say. */
const howOf = (items: Items): How =>
  items.codes.length > 0 ? 'code' : items.quoted === null ? 'word' : 'quote';

function onFinding(act: ReplyAct, target: string, items: Items, ctx: Ctx): readonly Meaning[] {
  const how = howOf(items);
  if (ctx.who.person === undefined) return [];
  const mine = findingsFor(items, ctx).some(({ code }) => code === target);
  if (how !== 'code' && !mine) return [];
  if (PROXY.test(ctx.said.text)) return [{ command: 'finding.proxy', intent: { code: target } }];
  return [meantBy(target, act, how)].filter((one) => one !== undefined);
}

/** More time for a notice is the office's to give: it is passed on, when the notice was named. */
function onNotice(act: ReplyAct, target: string, items: Items): readonly Meaning[] {
  if (act.intent !== 'request_extension' || howOf(items) === 'word') return [];
  return [meantBy(target, act, howOf(items))].filter((one) => one !== undefined);
}

/** What was named, quoted, or can only be meant, item by item; what is left open is asked once. */
function named(acts: readonly ReplyAct[], items: Items, ctx: Ctx): readonly Meaning[] {
  const aimed = acts.flatMap((act) => (act.target === null ? [] : [{ act, target: act.target }]));
  const receipts = aimed.filter(({ act, target }) => isReceipt(act) && target.startsWith('N'));
  const others = aimed.filter((one) => !receipts.includes(one));
  const lost = acts.find(({ target }) => target === null);
  const more =
    lost === undefined ? [] : items.codes.length > 0 ? unknown(items, ctx) : which(items, ctx, lost);
  return [
    ...signing([...new Set(receipts.map(({ target }) => target))], howOf(items), items, ctx),
    ...others.flatMap(({ act, target }) =>
      target.startsWith('F') ? onFinding(act, target, items, ctx) : onNotice(act, target, items),
    ),
    ...more,
  ];
}

/** Which room undoes a receipt that is not named: the one of what this person signed last. */
async function lastSigned({ store, who }: Ctx): Promise<'finding.unsign' | 'notice.unsign'> {
  const by = who.person?.id ?? '';
  const receipts = (await store.find(RECEIPTS, { by, state: 'signed' })).map(({ data }) => data.at ?? 0);
  const findings = (await store.find(FINDINGS, { state: 'rectifying' }))
    .filter(({ data }) => data.ack?.by === by)
    .map(({ data }) => data.ack?.at ?? 0);
  return Math.max(0, ...findings) > Math.max(0, ...receipts) ? 'finding.unsign' : 'notice.unsign';
}

/** 撤回签收, with or without a code; without one it means what was signed last. */
async function undone(ctx: Ctx): Promise<readonly Meaning[] | undefined> {
  const match = UNDO.exec(ctx.said.text);
  if (match === null) return undefined;
  const rest = match[1] ?? match[2];
  const [mention] = rest === undefined ? [] : readCodes(rest);
  if (rest !== undefined && mention === undefined) return [];
  if (mention === undefined) return [{ command: await lastSigned(ctx), intent: { code: null } }];
  const year = mention.year ?? yearOf(dayOf(ctx.now));
  const number = String(mention.number).padStart(4, '0');
  const isFinding =
    mention.letter === 'F' || (mention.letter === null && (await isFindingCode(`F${year}-${number}`, ctx)));
  return isFinding
    ? [{ command: 'finding.unsign', intent: { code: `F${year}-${number}` } }]
    : [{ command: 'notice.unsign', intent: { code: `N${year}-${number}` } }];
}

const isFindingCode = async (code: string, ctx: Ctx): Promise<boolean> =>
  (await ctx.store.get(FINDINGS, code)) !== undefined;

/** 整改 at the beginning taken for a promise: nothing else in the text promises anything. */
const isOnlyVerb = ({ rule, span }: ReplyAct): boolean =>
  rule === 'promise' && span.start === 0 && span.end <= '整改'.length;

/** A verb with its words is no talk, even where the reader makes nothing of them: it means what is named, or the only item. */
function byVerb(items: Items, ctx: Ctx): readonly Meaning[] {
  const intent = wantedByVerb(ctx.said.text);
  const mine = findingsFor(items, ctx).map(({ code }) => code);
  const [mention] = items.codes;
  if (intent === undefined) return [];
  if (mine.length === 0) return mention === undefined ? [] : unknown(items, ctx);
  const named = mention === undefined ? items.quoted : matchCode(mention, mine);
  const [only] = mine;
  const target = named ?? (mention === undefined && mine.length === 1 ? (only ?? null) : null);
  const wanted: Wanted = { intent, detail: wordsIn(ctx.said.text) };
  if (target === null) return mention === undefined ? which(items, ctx, wanted) : unknown(items, ctx);
  return [meantBy(target, wanted, howOf(items))].filter((one) => one !== undefined);
}

/** Codes the reader may find named. With nothing open there is a code nobody has, so that a named one is heard as lost. */
function openCodes(items: Items): Pick<ReplyMessage, 'openNotices' | 'openFindings'> {
  const openNotices = [...items.open, ...items.past].map(({ code }) => code);
  const openFindings = [...items.findings, ...items.over].map(({ code }) => code);
  return openNotices.length + openFindings.length === 0
    ? { openNotices: [NOBODYS], openFindings }
    : { openNotices, openFindings };
}
/** Of more digits than people can write in a code. */
const NOBODYS = 'N0000-999999';

async function hear(ctx: Ctx): Promise<readonly Meaning[]> {
  const undo = await undone(ctx);
  if (undo !== undefined) return undo;
  const items = await itemsOf(ctx);
  if (items === undefined) return [];
  // It answers the message it quotes, and that is not the bot's.
  if (ctx.said.quoted !== null && items.quoted === null && items.codes.length === 0) return [];
  const message = {
    text: ctx.said.text.replace(PROXY, '签收'),
    ...openCodes(items),
    quoted: items.quoted,
    role: roleOf(ctx),
  };
  const reading = readReply(message, {
    simplify: ctx.language.simplify,
    words: ctx.settings.lexicon.replies,
  });
  if (reading.acts.every(isOnlyVerb)) return byVerb(items, ctx);
  if (reading.confidence < SURE) return ctx.where.kind === 'private' ? which(items, ctx) : [];
  if (reading.bare && reading.acts.every(isReceipt)) return bare(reading, items, ctx);
  const acts = reading.acts.map((act) => (isReceipt(act) ? act : { detail: wordsIn(ctx.said.text), ...act }));
  return named(acts, items, ctx);
}

/** The recogniser of replies. */
export const replies: Recogniser = {
  id: 'reply',
  mayBe: ({ where, said }) =>
    said.text !== '' && (where.kind === 'unit' || where.kind === 'private') && said.text.length <= LONGEST,
  hear,
};
