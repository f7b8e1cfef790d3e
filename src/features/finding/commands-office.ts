/** What the office says about a finding: 销号, 退回, 撤销, 重开, 修改问题, and its answers to extensions and objections. */
import { type Command, command, type Outcome } from '../../core/command.ts';
import type { Ctx } from '../../core/context.ts';
import { refuse } from '../../core/result.ts';
import { type CodeWord, codeSlot, fullCode, numberSlot, optional, restSlot } from '../../core/slots.ts';
import { asWritten } from '../../core/text.ts';
import { confirmations, OFFICE, preview } from './confirm.ts';
import { grant, refuseMore, reject, reopen, sendBack } from './office-acts.ts';
import { TEXTS } from './texts.ts';

/** The finding a word names, or the refusal that there is none. */
async function withCode(word: CodeWord, ctx: Ctx, go: (code: string) => Promise<Outcome>): Promise<Outcome> {
  const code = fullCode(word, 'F', ctx.now);
  const shown = `${word.kind ?? 'F'}${String(word.number).padStart(4, '0')}`;
  return code === undefined ? refuse(TEXTS.notFound({ code: shown })) : go(code);
}

const noted = { code: codeSlot, text: optional(restSlot('说明')) };
const reasoned = { code: codeSlot, text: optional(restSlot('理由')) };
const ISSUED = ['赵明@督查群 > 问题 教育局 玩游戏 三楼办公室上班时间玩游戏', '赵明@督查群 > 1'];
const SIGNED = [...ISSUED, '王建国@私聊 > 收到'];
const REPORTED = [...SIGNED, '王建国@私聊 > 整改 已批评教育，游戏已卸载'];

export const officeCommands: readonly Command[] = [
  command({
    id: 'finding.close',
    verbs: ['销号'],
    said: OFFICE,
    slots: noted,
    usage: '销号 <编号> <核查说明>',
    summary: '核查后销号（不能由登记人、本单位同志办）',
    examples: [
      {
        as: '赵明',
        at: '督查群',
        say: '销号 0001 已到现场核查',
        reply: 'F0001 是您登记的，请由另一位督查员核查',
        given: REPORTED,
      },
    ],
    run: ({ code, text }, ctx) =>
      withCode(code, ctx, (full) => preview('close', full, asWritten(text ?? '', ctx.said), ctx)),
  }),
  command({
    id: 'finding.return',
    verbs: ['退回'],
    said: OFFICE,
    slots: reasoned,
    usage: '退回 <编号> <理由>',
    summary: '退回整改情况，重新整改',
    examples: [
      { as: '赵明', at: '督查群', say: '退回 0001 未说明处理结果', reply: 'F0001 已退回', given: REPORTED },
    ],
    run: ({ code, text }, ctx) =>
      withCode(code, ctx, (full) => sendBack(full, asWritten(text ?? '', ctx.said), ctx)),
  }),
  command({
    id: 'finding.withdraw',
    verbs: ['撤销'],
    said: OFFICE,
    slots: reasoned,
    usage: '撤销 <编号> <理由>',
    summary: '撤销一个问题，告知收到过的各方',
    examples: [
      { as: '赵明', at: '督查群', say: '撤销 0001 经核实为正常工作', reply: '回 1 撤销', given: ISSUED },
    ],
    run: ({ code, text }, ctx) =>
      withCode(code, ctx, (full) => preview('withdraw', full, asWritten(text ?? '', ctx.said), ctx)),
  }),
  command({
    id: 'finding.reopen',
    verbs: ['重开'],
    said: OFFICE,
    slots: reasoned,
    usage: '重开 <编号> <理由>',
    summary: '已销号的问题反弹，重新整改',
    examples: [
      {
        as: '赵明',
        at: '督查群',
        say: '重开 0001 又发现同样问题',
        reply: 'F0001 当前为“待签收”，不能重开',
        given: ISSUED,
      },
    ],
    run: ({ code, text }, ctx) =>
      withCode(code, ctx, (full) => reopen(full, asWritten(text ?? '', ctx.said), ctx)),
  }),
  command({
    id: 'finding.amend',
    verbs: ['修改问题'],
    said: OFFICE,
    slots: { code: codeSlot, text: optional(restSlot('新的经过')) },
    usage: '修改问题 <编号> <新的经过>',
    summary: '更正问题的经过，单位重新签收',
    examples: [
      {
        as: '赵明',
        at: '督查群',
        say: '修改问题 0001 二楼办公室玩游戏',
        reply: '回 1 改后重发',
        given: ISSUED,
      },
    ],
    run: ({ code, text }, ctx) =>
      withCode(code, ctx, (full) => preview('amend', full, asWritten(text ?? '', ctx.said), ctx)),
  }),
  command({
    id: 'finding.grant',
    verbs: ['同意延期', '准延'],
    said: OFFICE,
    slots: { code: codeSlot, days: optional(numberSlot('天数', /^\s*(?:个工作日|天|日)/u)) },
    usage: '同意延期 <编号> <n>天',
    summary: '同意延期，给出新期限',
    examples: [
      {
        as: '赵明',
        at: '督查群',
        say: '同意延期 0001 2天',
        reply: 'F0001 已同意延期，整改期限',
        given: [...SIGNED, '王建国@私聊 > 延期 2天 需要购置设备'],
      },
    ],
    run: ({ code, days }, ctx) => withCode(code, ctx, (full) => grant(full, days, ctx)),
  }),
  command({
    id: 'finding.refuse',
    verbs: ['不同意延期'],
    said: OFFICE,
    slots: reasoned,
    usage: '不同意延期 <编号> <理由>',
    summary: '不同意延期',
    examples: [
      {
        as: '赵明',
        at: '督查群',
        say: '不同意延期 0001 期限够用',
        reply: 'F0001 没有待答复的延期申请',
        given: ISSUED,
      },
    ],
    run: ({ code, text }, ctx) =>
      withCode(code, ctx, (full) => refuseMore(full, asWritten(text ?? '', ctx.said), ctx)),
  }),
  command({
    id: 'finding.uphold',
    verbs: ['采纳异议'],
    said: OFFICE,
    slots: reasoned,
    usage: '采纳异议 <编号> <理由>',
    summary: '异议成立，撤销问题（不能由登记人办）',
    examples: [
      {
        as: '何琳',
        at: '督查群',
        say: '采纳异议 0001 有派车单',
        reply: 'F0001 没有待复核的异议',
        given: ISSUED,
      },
    ],
    run: ({ code, text }, ctx) =>
      withCode(code, ctx, (full) => preview('uphold', full, asWritten(text ?? '', ctx.said), ctx)),
  }),
  command({
    id: 'finding.reject',
    verbs: ['驳回异议'],
    said: OFFICE,
    slots: reasoned,
    usage: '驳回异议 <编号> <理由>',
    summary: '异议不成立，继续办理（不能由登记人办）',
    examples: [
      {
        as: '何琳',
        at: '督查群',
        say: '驳回异议 0001 情况属实',
        reply: 'F0001 没有待复核的异议',
        given: ISSUED,
      },
    ],
    run: ({ code, text }, ctx) =>
      withCode(code, ctx, (full) => reject(full, asWritten(text ?? '', ctx.said), ctx)),
  }),
  ...confirmations(),
];
