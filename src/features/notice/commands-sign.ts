/** Receipts: `签收`, `撤回签收` and what a recognised 收到 amounts to. These words are read by the replies recogniser. */
import type { Change } from '../../core/change.ts';
import { action, type Command, type Example, type Outcome } from '../../core/command.ts';
import type { Ctx } from '../../core/context.ts';
import { after } from '../../core/lifecycle.ts';
import { ok, refuse } from '../../core/result.ts';
import { answer, inform, logged } from '../../core/say.ts';
import { type Found, put, type Row } from '../../core/store.ts';
import { holesOf, shortClock } from './message.ts';
import {
  capacityOf,
  digitsOf,
  NOTICE,
  NOTICES,
  type Notice,
  RECEIPTS,
  type Receipt,
  receiptId,
  type Signer,
  shortCode,
  signerOf,
} from './notice.ts';
import { noticeOf, takenBack } from './reach.ts';
import { waitingKeys } from './rungs.ts';
import { type Signing, sign, undo } from './sign.ts';
import { TEXTS } from './texts.ts';

/** A recognised receipt. `how`: a code or a quote always counts, and a code is answered. */
export interface SignIntent {
  readonly codes: readonly string[];
  readonly how: 'word' | 'quote' | 'code';
  /** The quoted message is of an older edition. */
  readonly quotesOld?: boolean;
}

/** A word's outcome for one notice and unit. */
interface Judged {
  readonly notice: Notice;
  readonly found: Found<Receipt>;
  readonly signing: Signing;
}

async function judge(code: string, intent: SignIntent, signer: Signer, ctx: Ctx): Promise<readonly Judged[]> {
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
const isLoud = (intent: SignIntent, ctx: Ctx): boolean =>
  intent.how === 'code' || ctx.where.kind === 'private';

function refusedLine({ notice }: Judged, loud: boolean, ctx: Ctx): string {
  const code = shortCode(notice.code);
  // A liaison who takes a head's receipt for his own should not be left to believe it.
  if (notice.headOnly && ctx.who.roles.includes('liaison')) return TEXTS.notYoursHead({ code });
  if (!loud || ctx.where.kind !== 'private') return '';
  return notice.headOnly ? TEXTS.notYoursHead({ code }) : TEXTS.notYours({ code });
}

/** The line about one notice that was not signed; '' = nothing to say. */
function lineOf(judged: Judged, loud: boolean, ctx: Ctx): string {
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
function signedLine(signed: readonly Receipt[], ctx: Ctx): string {
  const [first] = signed;
  if (first === undefined) return '';
  const codes = [...new Set(signed.map(({ code }) => shortCode(code)))].join('、');
  return TEXTS.signed({ codes, who: nameOf(first, ctx), at: shortClock(first.at ?? ctx.now, ctx.now) });
}

async function rowsOf({ notice, found, signing }: Judged, ctx: Ctx): Promise<readonly Row[]> {
  if (signing.kind !== 'signed' && signing.kind !== 'hint') return [];
  const row = put(RECEIPTS, found.id, signing.receipt, found);
  if (signing.kind === 'hint') return [row];
  // What still waits to remind this unit must not arrive after its receipt.
  return [row, ...(await takenBack(ctx.store, waitingKeys(notice, found.data.unit, ctx.org)))];
}

async function signRun(intent: SignIntent, ctx: Ctx): Promise<Outcome> {
  const signer = await signerOf(ctx.who.person, ctx.where, ctx);
  const judged = (await Promise.all(intent.codes.map((code) => judge(code, intent, signer, ctx)))).flat();
  const loud = isLoud(intent, ctx);
  const signed = judged.flatMap(({ signing }) => (signing.kind === 'signed' ? [signing.receipt] : []));
  const lines = [loud ? signedLine(signed, ctx) : '', ...judged.map((one) => lineOf(one, loud, ctx))];
  const text = [...new Set(lines)].filter((line) => line !== '').join('\n');
  const rows = (await Promise.all(judged.map((one) => rowsOf(one, ctx)))).flat();
  const change: Change = {
    put: rows,
    say: text === '' ? [] : [answer(ctx, text)],
    audit: signed.map(({ code, unit, proxy }) =>
      logged(ctx, 'notice.sign', code, proxy ? `${unit}, proxy` : unit),
    ),
  };
  return ok(change);
}

/** A notice that was closed because everybody had signed is open again. */
async function reopened(code: string, ctx: Ctx): Promise<readonly Row[]> {
  const found = await noticeOf(ctx.store, code);
  if (found?.data.state !== 'closed') return [];
  const state = after(NOTICE, 'closed', 'reopen');
  return state === undefined ? [] : [put(NOTICES, code, { ...found.data, state }, found)];
}

async function undoRun({ code }: { readonly code: string | null }, ctx: Ctx): Promise<Outcome> {
  const by = ctx.who.person?.id ?? '';
  const mine = (await ctx.store.find(RECEIPTS, { by, state: 'signed' }))
    .filter(({ data }) => code === null || data.code === code)
    .sort((a, b) => (b.data.at ?? 0) - (a.data.at ?? 0));
  const [last] = mine;
  if (last === undefined) return refuse(TEXTS.undoNone());
  const short = shortCode(last.data.code);
  const receipt = undo(last.data, ctx.said.at);
  if (receipt === 'late') return refuse(TEXTS.undoLate({ code: short, contact: ctx.settings.bot.contact }));
  return ok({
    put: [put(RECEIPTS, last.id, receipt, last), ...(await reopened(last.data.code, ctx))],
    say: [answer(ctx, TEXTS.undone({ code: short }))],
    audit: [logged(ctx, 'notice.unsign', last.data.code, last.data.unit)],
  });
}

/** A unit that needs longer says so; the office decides, the receipt stays due. */
interface ExtendIntent {
  readonly code: string;
  readonly detail: string;
  readonly days: number | null;
}

async function extendRun({ code, detail, days }: ExtendIntent, ctx: Ctx): Promise<Outcome> {
  const notice = (await noticeOf(ctx.store, code))?.data;
  const { person, units, principals } = await signerOf(ctx.who.person, ctx.where, ctx);
  const unit = units.find((one) => notice?.units.includes(one));
  if (notice === undefined || person === undefined || unit === undefined) return refuse('');
  if (capacityOf(person, unit, { headOnly: false }, ctx.org, principals) === undefined) return refuse('');
  const line = TEXTS.extension({
    ...holesOf(notice),
    unit: ctx.org.unit(unit)?.name ?? unit,
    name: person.name,
    days: days === null ? '' : TEXTS.extensionDays({ days }),
    detail: detail.slice(0, 200),
  });
  const told = inform('office', `${code}/extend/${ctx.said.id}`, line);
  const thanks = TEXTS.extended({ code: shortCode(code), digits: digitsOf(code) });
  return ok({ say: [answer(ctx, thanks), told], audit: [logged(ctx, 'notice.extend', code)] });
}

/** Words that help shows and the recogniser reads: the table leaves them alone. */
const heard = (
  command: Command,
  shown: Pick<Command, 'verbs' | 'usage'> & { readonly examples: readonly Example[] },
): Command => ({ ...command, ...shown });

const NOTICED = [
  '赵明@督查群 > 通知 报送总结 范围：教育局\\n正文：请报送工作总结。',
  '赵明@督查群 > 1',
  '+1h',
];

export const signCommands: readonly Command[] = [
  heard(
    action<SignIntent>({
      id: 'notice.sign',
      said: ['unit'],
      summary: '签收通知，也可以只回“收到”',
      run: signRun,
    }),
    {
      verbs: ['签收', '代签'],
      usage: '签收 [编号]',
      examples: [
        { as: '陈静', at: '教育局', say: '签收 0001', reply: '已签收 N0001，陈静（代签）', given: NOTICED },
      ],
    },
  ),
  heard(
    action<{ readonly code: string | null }>({
      id: 'notice.unsign',
      said: ['unit'],
      summary: '10分钟内撤回误签',
      run: undoRun,
    }),
    {
      verbs: ['撤回签收'],
      usage: '撤回签收 [编号]',
      examples: [
        {
          as: '陈静',
          at: '教育局',
          say: '撤回签收',
          reply: '已撤回 N0001 的签收',
          given: [...NOTICED, '陈静@教育局 > 收到 0001'],
        },
      ],
    },
  ),
  action<ExtendIntent>({
    id: 'notice.extend',
    said: ['unit'],
    summary: '把来不及的情况转告督查群',
    run: extendRun,
  }),
  /** For people who are not bound: all it can do is the one hint. */
  action<SignIntent>({
    id: 'notice.overhear',
    said: ['unit'],
    summary: '未绑定的人说收到，最多提示一次由谁签收',
    run: signRun,
  }),
];
