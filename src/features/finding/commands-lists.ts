/** `台账`, `未签收`, `逾期`, and a bare code: that item's whole history. */
import { action, type Command, command, type Outcome, type Slot } from '../../core/command.ts';
import type { Ctx } from '../../core/context.ts';
import type { Recogniser } from '../../core/feature.ts';
import { ofOffice, rolesAt } from '../../core/org.ts';
import { ok, refuse } from '../../core/result.ts';
import type { Unit } from '../../core/roster.ts';
import { answer, answered } from '../../core/say.ts';
import { codeSlot, fullCode, optional, unitSlot } from '../../core/slots.ts';
import { dayOf, yearOf } from '../../core/time.ts';
import { NOTICES, RECEIPTS } from '../notice/notice.ts';
import { FINDINGS, type Finding, isOpen } from './finding.ts';
import { type Entered, ledgerOf } from './ledger.ts';
import { historyText, type OpenNotice, overdueText, unsignedText } from './lists.ts';
import { evidenceOf, findingOf } from './scene.ts';
import { LISTS } from './texts-lists.ts';

/** `YYYY-MM` */
type Month = string;

const MONTH = /^(?:(20\d{2})\s*[年.\-/]?\s*)?(\d{1,2})\s*月?(?:份)?(?=\s|$)/u;
const monthSlot: Slot<Month> = {
  zh: '月',
  optional: false,
  shaped: true,
  take: (text, { now }) => {
    if (text.startsWith('本月')) return { value: dayOf(now).slice(0, 7), rest: text.slice(2) };
    const [whole = '', year, month = ''] = MONTH.exec(text) ?? [];
    if (whole === '' || Number(month) < 1 || Number(month) > 12) return undefined;
    const value = `${year ?? yearOf(dayOf(now))}-${month.padStart(2, '0')}`;
    return { value, rest: text.slice(whole.length) };
  },
};

const all = async (ctx: Ctx): Promise<readonly Finding[]> =>
  (await ctx.store.find(FINDINGS, {})).map(({ data }) => data);

/** A month's findings; without a month this month's and whatever is still open. */
const within = (finding: Finding, month: Month | undefined, { now }: Ctx): boolean => {
  const its = dayOf(finding.issuedAt).slice(0, 7);
  return month === undefined ? its === dayOf(now).slice(0, 7) || isOpen(finding) : its === month;
};

const scopeText = (unit: Unit | undefined, month: Month | undefined): string => {
  const when =
    month === undefined
      ? LISTS.scopeOpen()
      : LISTS.scopeMonth({ year: month.slice(0, 4), month: Number(month.slice(5)) });
  return unit === undefined ? when : `${unit.name}${when}`;
};

async function ledger(unit: Unit | undefined, month: Month | undefined, ctx: Ctx): Promise<Outcome> {
  const findings = (await all(ctx)).filter(
    (finding) => (unit === undefined || finding.unit === unit.id) && within(finding, month, ctx),
  );
  const scope = scopeText(unit, month);
  if (findings.length === 0) return refuse(LISTS.ledgerEmpty({ scope }));
  const entered: readonly Entered[] = await Promise.all(
    findings.map(async (finding) => ({
      finding,
      evidence: (await evidenceOf(ctx.store, finding.code)).map(({ data }) => data),
    })),
  );
  return ok({ say: [{ ...answer(ctx, ''), body: { file: ledgerOf(entered, scope, ctx) } }] });
}

/** Notices that still ask for receipts, with how many units have not signed. */
async function openNotices(ctx: Ctx): Promise<readonly OpenNotice[]> {
  const open = (await ctx.store.find(NOTICES, { state: 'issued' })).map(({ data }) => data);
  const missing = await Promise.all(
    open.map(
      async ({ code, edition }) =>
        (await ctx.store.find(RECEIPTS, { code, state: 'asked' })).filter(
          ({ data }) => data.edition === edition,
        ).length,
    ),
  );
  return open.flatMap(({ code, title }, n) => {
    const count = missing[n] ?? 0;
    return count === 0 ? [] : [{ code, title, missing: count }];
  });
}

/** The office sees every item whole; a unit's responsible people see their own, in a room without the name. */
async function show(code: string, ctx: Ctx): Promise<Outcome> {
  const finding = (await findingOf(ctx.store, code))?.data;
  const { person } = ctx.who;
  if (finding === undefined || person === undefined) return refuse('');
  const own = rolesAt(person, finding.unit).some((role) => ['head', 'liaison', 'discipline'].includes(role));
  if (!ofOffice(person) && !own) return refuse('');
  // Whoever asks: a unit's room hears nothing of another unit.
  if (ctx.where.kind === 'unit' && ctx.where.unit?.id !== finding.unit) return refuse('');
  const proofs = (await evidenceOf(ctx.store, code)).filter(({ data }) => !data.lost).length;
  return answered(ctx, historyText(finding, proofs, ctx.where.kind !== 'unit', ctx));
}

/** The whole message is a code: F0412 anywhere, 0412 in the office room, where it can only be an item. */
const WHOLE = /^(?:[Ff]\s?(?:20\d{2}-)?\d{3,4}|(?:20\d{2}-)?\d{4})号?$/u;

export const codeRecogniser: Recogniser = {
  id: 'finding.code',
  mayBe: ({ said, who, where }) =>
    said.type === 'text' &&
    who.person !== undefined &&
    said.text.length <= 12 &&
    WHOLE.test(said.text) &&
    (where.kind === 'office' || /^[Ff]/u.test(said.text)),
  hear: async (ctx) => {
    const word = codeSlot.take(ctx.said.text, { ...ctx, unit: ctx.where.unit?.id });
    const code = word === undefined ? undefined : fullCode(word.value, 'F', ctx.now);
    const found = code === undefined ? undefined : await findingOf(ctx.store, code);
    return code === undefined || found === undefined ? [] : [{ command: 'finding.show', intent: { code } }];
  },
};

const OFFICE = ['office', 'private'] as const;
const GIVEN = ['孙磊@督查群 > 问题 教育局 玩游戏 三楼办公室上班时间玩游戏', '孙磊@督查群 > 1'];

export const listCommands: readonly Command[] = [
  command({
    id: 'finding.ledger',
    verbs: ['台账'],
    said: OFFICE,
    slots: { unit: optional(unitSlot), month: optional(monthSlot) },
    usage: '台账 [单位] [月]',
    summary: '督查问题台账（xlsx）',
    examples: [
      { as: '赵明', at: '督查群', say: '台账 教育局', reply: '[文件 督查问题整改台账', given: GIVEN },
    ],
    run: ({ unit, month }, ctx) => ledger(unit, month, ctx),
  }),
  command({
    id: 'finding.unsigned',
    verbs: ['未签收'],
    said: OFFICE,
    slots: {},
    summary: '还没签收的问题和通知',
    examples: [{ as: '赵明', at: '督查群', say: '未签收', reply: 'F0001 教育局 玩游戏，期限', given: GIVEN }],
    run: async (_, ctx) => answered(ctx, unsignedText(await all(ctx), await openNotices(ctx), ctx)),
  }),
  command({
    id: 'finding.overdue',
    verbs: ['逾期'],
    said: OFFICE,
    slots: {},
    summary: '逾期未签收、未整改的问题',
    examples: [{ as: '赵明', at: '督查群', say: '逾期', reply: '没有逾期的问题' }],
    run: async (_, ctx) => answered(ctx, overdueText(await all(ctx), ctx)),
  }),
  action<{ readonly code: string }>({
    id: 'finding.show',
    said: ['office', 'unit', 'private'],
    summary: '一个问题的全部经过',
    run: ({ code }, ctx) => show(code, ctx),
  }),
];
