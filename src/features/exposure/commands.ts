/** `拟曝光`, `批准曝光`, `驳回曝光`, `撤下曝光`: two people, one exact text. */
import { type Address, type Change, together } from '../../core/change.ts';
import { shortCode } from '../../core/codes.ts';
import { action, type Command, command, type Outcome } from '../../core/command.ts';
import type { Ctx } from '../../core/context.ts';
import { nextDisturbable } from '../../core/hours.ts';
import { soonText } from '../../core/phrase-texts.ts';
import { ok, refuse } from '../../core/result.ts';
import { answer, answered, inform, logged, speakerId } from '../../core/say.ts';
import { type CodeWord, codeSlot, fullCode, optional, restSlot } from '../../core/slots.ts';
import { type Found, put } from '../../core/store.ts';
import { asWritten } from '../../core/text.ts';
import { ROOMS } from '../access/access.ts';
import { FINDINGS } from '../finding/finding.ts';
import { approve, type Facts, turnDown } from './decide.ts';
import { EXPOSURE, EXPOSURES, type Exposure } from './exposure.ts';
import { correctionText, lifted, postKey } from './lifting.ts';
import { type Proposal, propose, proposed, shown } from './propose.ts';
import { TEXTS } from './texts.ts';
import { addressesOf, spanText } from './wording.ts';

const factsOf = (ctx: Ctx): Facts => ({ by: speakerId(ctx), at: ctx.now, hash: ctx.secrets.hash });

/** The configured rooms that are there and enabled. */
async function roomsNow(ctx: Ctx): Promise<readonly Address[]> {
  const live = (await ctx.store.find(ROOMS, {}))
    .map(({ data }) => data)
    .filter(({ state }) => state === 'live');
  const has = (kind: string): boolean => live.some((room) => room.kind === kind);
  const units = live.flatMap(({ kind, unit }) => (kind === 'unit' && unit !== null ? [unit] : []));
  return addressesOf(ctx, { public: has('public'), leaders: has('leaders'), units });
}

/** The exposure a word means: its own code, or the newest one of the finding it names. */
async function exposureOf(word: CodeWord, ctx: Ctx): Promise<Found<Exposure> | undefined> {
  const own = await ctx.store.get(EXPOSURES, fullCode(word, 'E', ctx.now) ?? '');
  if (own !== undefined) return own;
  const finding = fullCode(word, 'F', ctx.now);
  const all = finding === undefined ? [] : await ctx.store.find(EXPOSURES, { finding });
  return all.at(-1);
}

async function approveNow(word: CodeWord, ctx: Ctx): Promise<Outcome> {
  const found = await exposureOf(word, ctx);
  const finding = (await ctx.store.get(FINDINGS, found?.data.finding ?? ''))?.data;
  if (found === undefined || finding === undefined) return refuse(TEXTS.notFound({ code: shown(word) }));
  const rooms = await roomsNow(ctx);
  const next = approve(found.data, finding, rooms, factsOf(ctx));
  if (!next.ok) return next;
  const { code, text, proposer } = next.value;
  const from = nextDisturbable(ctx.now, ctx.hours, ctx.calendar);
  const holes = {
    code: shortCode(code),
    from: soonText(from, ctx.now),
    span: spanText(from - finding.issuedAt),
  };
  const told = TEXTS.postedTold(holes);
  return ok({
    put: [put(EXPOSURES, code, next.value, found)],
    say: [
      answer(ctx, TEXTS.posted(holes)),
      ...(ctx.where.kind === 'office' ? [] : [inform('office', `${code}/posted`, TEXTS.posted(holes))]),
      ...rooms.map((to) => inform(to, postKey(code, to), text)),
      inform(`person:${proposer}`, `${code}/told`, told),
    ],
    audit: [logged(ctx, EXPOSURE.verbs.post, code, next.value.hash)],
  });
}

async function refuseNow(word: CodeWord, reason: string, ctx: Ctx): Promise<Outcome> {
  const found = await exposureOf(word, ctx);
  if (found === undefined) return refuse(TEXTS.notFound({ code: shown(word) }));
  const next = turnDown(found.data, reason, factsOf(ctx));
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
const APPROVERS = ['office', 'leaders', 'private'] as const;
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
        given: [...PROPOSED, '赵明@督查群 > 批准曝光 0002'],
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
