/** `拟曝光`, `批准曝光`, `驳回曝光`, `撤下曝光`: two people, one exact text. */
import { type Change, together } from '../../core/change.ts';
import { digitsOf, shortCode } from '../../core/codes.ts';
import { action, type Command, command, type Outcome } from '../../core/command.ts';
import type { Ctx } from '../../core/context.ts';
import { nextDisturbable } from '../../core/hours.ts';
import { soonText } from '../../core/phrase-texts.ts';
import { ok, refuse } from '../../core/result.ts';
import { answer, answered, inform, logged, speakerId } from '../../core/say.ts';
import { type CodeWord, codeSlot, fullCode, optional, restSlot } from '../../core/slots.ts';
import { type Found, put } from '../../core/store.ts';
import { asWritten } from '../../core/text.ts';
import { approve, isUnread, rewritten, turnDown } from './decide.ts';
import { EXPOSURE, EXPOSURES, type Exposure } from './exposure.ts';
import { correctionText, lifted } from './lifting.ts';
import { groundOf, postTimer } from './posting.ts';
import { type Proposal, propose, proposed, shown } from './propose.ts';
import { TEXTS } from './texts.ts';
import { unfitWords } from './wording.ts';

/** The exposure a word means: its own code, or the newest one of the finding it names. */
async function exposureOf(word: CodeWord, ctx: Ctx): Promise<Found<Exposure> | undefined> {
  const own = await ctx.store.get(EXPOSURES, fullCode(word, 'E', ctx.now) ?? '');
  if (own !== undefined) return own;
  const finding = fullCode(word, 'F', ctx.now);
  const all = finding === undefined ? [] : await ctx.store.find(EXPOSURES, { finding });
  return all.at(-1);
}

/** The text is not the one he was asked about: it is written anew, shown, and waits for another word of his. */
function shownAnew(found: Found<Exposure>, next: Exposure, ctx: Ctx): Outcome {
  const holes = { code: shortCode(found.id), digits: digitsOf(found.id), text: next.text };
  return ok({ put: [put(EXPOSURES, found.id, next, found)], say: [answer(ctx, TEXTS.rewritten(holes))] });
}

async function approveNow(word: CodeWord, ctx: Ctx): Promise<Outcome> {
  const found = await exposureOf(word, ctx);
  const ground = found === undefined ? undefined : await groundOf(found.data, ctx);
  if (found === undefined || ground === undefined) return refuse(TEXTS.notFound({ code: shown(word) }));
  const act = { by: speakerId(ctx), at: ctx.now };
  const current = rewritten(found.data, ground, act.by);
  const fresh = approve(current, ground, act);
  if (!fresh.ok) return fresh;
  if (isUnread(found.data, ground, act.by)) return shownAnew(found, current, ctx);
  const from = nextDisturbable(ctx.now, ctx.hours, ctx.calendar);
  const text = TEXTS.approved({ code: shortCode(found.id), from: soonText(from, ctx.now) });
  return ok({
    put: [put(EXPOSURES, found.id, fresh.value, found), await postTimer(found.id, from, ctx)],
    say: [
      answer(ctx, text),
      ...(ctx.where.kind === 'office' ? [] : [inform('office', `${found.id}/approved/${ctx.said.id}`, text)]),
    ],
    audit: [logged(ctx, EXPOSURE.verbs.approve, found.id, fresh.value.hash)],
  });
}

async function refuseNow(word: CodeWord, reason: string, ctx: Ctx): Promise<Outcome> {
  const found = await exposureOf(word, ctx);
  if (found === undefined) return refuse(TEXTS.notFound({ code: shown(word) }));
  const next = turnDown(found.data, reason, speakerId(ctx));
  if (!next.ok) return next;
  const holes = { code: shortCode(found.id), reason };
  return ok({
    put: [put(EXPOSURES, found.id, next.value, found)],
    say: [
      answer(ctx, TEXTS.refused(holes)),
      inform(`person:${found.data.proposer}`, `${found.id}/refused`, TEXTS.refusedTold(holes)),
    ],
    audit: [logged(ctx, EXPOSURE.verbs.refuse, found.id, reason)],
  });
}

interface Lifting {
  readonly code: string;
  readonly reason: string;
}

async function liftAsk(word: CodeWord, reason: string, ctx: Ctx): Promise<Outcome> {
  const found = await exposureOf(word, ctx);
  if (found === undefined) return refuse(TEXTS.notFound({ code: shown(word) }));
  const code = shortCode(found.id);
  const { state } = found.data;
  if (state !== 'posted')
    return refuse(TEXTS.notNow({ code, state: EXPOSURE.states[state], verb: EXPOSURE.verbs.lift }));
  if (reason === '') return refuse(TEXTS.liftEmpty({ code }));
  // The reason goes where the exposure went.
  const wrong = unfitWords(reason, { unit: found.data.unit, person: null }, ctx);
  if (wrong !== undefined) return refuse(wrong);
  const intent: Lifting = { code: found.id, reason };
  const text = TEXTS.liftPreview({ code, text: correctionText(found.data, reason, ctx) });
  const options = [
    { words: ['1', '确认'], command: 'exposure.lift.confirmed', intent },
    { words: ['0'], command: 'exposure.keep', intent },
  ];
  return ok({ ask: [{ to: ctx.where.here, who: speakerId(ctx), text, options }] });
}

async function liftNow({ code, reason }: Lifting, ctx: Ctx): Promise<Outcome> {
  const found = await ctx.store.get(EXPOSURES, code);
  if (found === undefined || found.data.state !== 'posted') return refuse(TEXTS.stale());
  const change: Change = await lifted(found, reason, speakerId(ctx), ctx);
  const text = TEXTS.lifted({ code: shortCode(code), count: found.data.went.length });
  return ok(together([change, { say: [answer(ctx, text)] }]));
}

const OFFICE = ['office', 'private'] as const;
/** Where the text has been shown. */
const APPROVERS = ['office', 'leaders'] as const;
const reasoned = { code: codeSlot, reason: optional(restSlot('理由')) };
const GIVEN = [
  '孙磊@督查群 > 问题 教育局 玩游戏 三楼办公室上班时间玩游戏',
  '孙磊@督查群 > 1',
  '王建国@私聊 > 收到',
];
const PROPOSED = [...GIVEN, '孙磊@督查群 > 拟曝光 0001', '孙磊@督查群 > 1'];

export const commands: readonly Command[] = [
  command({
    id: 'exposure.propose',
    verbs: ['拟曝光'],
    said: OFFICE,
    slots: { code: codeSlot, own: optional(restSlot('自拟内容')) },
    usage: '拟曝光 <编号> [自拟内容]',
    summary: '提出曝光，预览后报请批准',
    examples: [
      { as: '孙磊', at: '督查群', say: '拟曝光 0001', reply: '回 1 报请批准｜0 不报', given: GIVEN },
    ],
    run: ({ code, own }, ctx) => propose(code, asWritten(own ?? '', ctx.said), ctx),
  }),
  action<Proposal>({
    id: 'exposure.propose.confirmed',
    said: OFFICE,
    summary: '报请批准曝光',
    run: proposed,
  }),
  action({
    id: 'exposure.drop',
    said: OFFICE,
    summary: '不报',
    run: async (_, ctx) => answered(ctx, TEXTS.dropped()),
  }),
  command({
    id: 'exposure.approve',
    verbs: ['批准曝光'],
    said: APPROVERS,
    slots: { code: codeSlot },
    summary: '批准曝光（不能由提出人批准）',
    examples: [{ as: '赵明', at: '督查群', say: '批准曝光 0002', reply: 'E0002 已批准', given: PROPOSED }],
    run: ({ code }, ctx) => approveNow(code, ctx),
  }),
  command({
    id: 'exposure.refuse',
    verbs: ['驳回曝光'],
    said: APPROVERS,
    slots: reasoned,
    usage: '驳回曝光 <编号> <理由>',
    summary: '不批准曝光',
    examples: [
      { as: '赵明', at: '督查群', say: '驳回曝光 0002 情节轻微', reply: 'E0002 未批准', given: PROPOSED },
    ],
    run: ({ code, reason }, ctx) => refuseNow(code, asWritten(reason ?? '', ctx.said), ctx),
  }),
  command({
    id: 'exposure.lift',
    verbs: ['撤下曝光'],
    said: OFFICE,
    slots: reasoned,
    usage: '撤下曝光 <编号> <理由>',
    summary: '撤下曝光，发过的地方都发更正',
    examples: [
      {
        as: '赵明',
        at: '督查群',
        say: '撤下曝光 0002 经复核情况不实',
        reply: '回 1 撤下｜0 不撤',
        given: [...PROPOSED, '赵明@督查群 > 批准曝光 0002', '+1m'],
      },
    ],
    run: ({ code, reason }, ctx) => liftAsk(code, asWritten(reason ?? '', ctx.said), ctx),
  }),
  action<Lifting>({ id: 'exposure.lift.confirmed', said: OFFICE, summary: '确认撤下曝光', run: liftNow }),
  action<Lifting>({
    id: 'exposure.keep',
    said: OFFICE,
    summary: '不撤',
    run: async ({ code }, ctx) => answered(ctx, TEXTS.kept({ code: shortCode(code) })),
  }),
];
