/** Receipts: `签收`, `撤回签收` and what a recognised 收到 amounts to. These words are read by the replies recogniser. */

import type { Change } from '../../core/change.ts';
import { digitsOf, shortCode } from '../../core/codes.ts';
import { action, type Command, heard, type Outcome } from '../../core/command.ts';
import type { Ctx } from '../../core/context.ts';
import { after } from '../../core/lifecycle.ts';
import { ok, refuse } from '../../core/result.ts';
import { answer, inform, logged } from '../../core/say.ts';
import { put, type Row } from '../../core/store.ts';
import { takenBack } from '../../core/taken-back.ts';
import { isLoud, type Judged, judge, lineOf, type SignIntent, signedLine } from './judge.ts';
import { holesOf } from './message.ts';
import { capacityOf, NOTICE, NOTICES, RECEIPT, RECEIPTS, signerOf } from './notice.ts';
import { waitingKeys, waitingLists } from './nudges.ts';
import { noticeOf } from './reach.ts';
import { undo } from './sign.ts';
import { TEXTS } from './texts.ts';

/** The unit as the audit names it. */
function unitText(unit: string, proxy: boolean, ctx: Ctx): string {
  const name = ctx.org.unit(unit)?.name ?? unit;
  return proxy ? TEXTS.proxyMark({ name }) : name;
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
  const given = judged
    .filter(({ signing }) => signing.kind === 'signed')
    .map(({ notice, found }) => ({ notice, unit: found.data.unit }));
  const lists = await takenBack(ctx.store, await waitingLists(ctx.store, given));
  const change: Change = {
    put: [...rows, ...lists],
    say: text === '' ? [] : [answer(ctx, text)],
    audit: signed.map(({ code, unit, proxy }) =>
      logged(ctx, RECEIPT.verbs.sign, code, unitText(unit, proxy, ctx)),
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
    audit: [logged(ctx, RECEIPT.verbs.undo, last.data.code, unitText(last.data.unit, false, ctx))],
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
  return ok({ say: [answer(ctx, thanks), told], audit: [logged(ctx, TEXTS.didExtend(), code)] });
}

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
      summary: '签收通知或问题，也可以只回“收到”',
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
