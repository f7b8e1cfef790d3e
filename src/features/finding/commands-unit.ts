/** What a unit says about a finding: 收到, 代签, 撤回签收, 整改, 延期, 异议, 缓签. Free text reaches these through the replies. */
import { together } from '../../core/change.ts';
import { shortCode } from '../../core/codes.ts';
import { action, type Command, command, heard, type Outcome } from '../../core/command.ts';
import type { Ctx } from '../../core/context.ts';
import { clockText, shortClock, soonText } from '../../core/phrase-texts.ts';
import { ok, refuse } from '../../core/result.ts';
import { answer, inform, speakerId } from '../../core/say.ts';
import { codeSlot, fullCode, restSlot } from '../../core/slots.ts';
import { asWritten } from '../../core/text.ts';
import { claim } from './evidence.ts';
import { FINDINGS, type Finding } from './finding.ts';
import { momentSlot } from './moment-slot.ts';
import { act, toOffice, toRegistrar, toUnit } from './moved.ts';
import { findingOf } from './scene.ts';
import { TEXTS } from './texts.ts';
import { TELLING } from './texts-telling.ts';
import { holesOf, nameOf } from './words.ts';

/** Codes a person may name in one message. */
const MOST = 9;

interface Codes {
  readonly codes: readonly string[];
  readonly how: 'word' | 'quote' | 'code';
}

const speakerName = (ctx: Ctx): string => nameOf(speakerId(ctx), ctx);

/** Signed already: a second head hears who did it, the same one is not bothered. */
async function alreadySigned(code: string, how: Codes['how'], ctx: Ctx): Promise<string | undefined> {
  const finding = (await findingOf(ctx.store, code))?.data;
  if (finding === undefined || finding.ack === null || finding.state === 'issued') return undefined;
  if (how !== 'code' && finding.ack.by === speakerId(ctx)) return '';
  const holes = { code: shortCode(code), name: nameOf(finding.ack.by, ctx) };
  return TELLING.already({ ...holes, at: shortClock(finding.ack.at, ctx.now) });
}

async function acknowledge(code: string, how: Codes['how'], ctx: Ctx): Promise<Outcome> {
  const signed = await alreadySigned(code, how, ctx);
  if (signed !== undefined) return refuse(signed);
  return act(code, { did: 'acknowledge' }, ctx, async (next, { actor }) => {
    const holes = { ...holesOf(next, ctx), name: actor.name, at: shortClock(ctx.said.at, ctx.now) };
    const told = TELLING.acknowledgedTold(holes);
    const text = actor.capacity === 'head' ? TELLING.acknowledged(holes) : TELLING.acknowledgedFor(holes);
    return { answer: text, others: [...(await toUnit(next, told, ctx)), ...toRegistrar(next, told, ctx)] };
  });
}

/** Several codes in one message are acted on one by one; what one refuses does not stop the others. */
async function acknowledgeAll({ codes, how }: Codes, ctx: Ctx): Promise<Outcome> {
  const outcomes = await Promise.all(codes.slice(0, MOST).map((code) => acknowledge(code, how, ctx)));
  const [only] = outcomes;
  if (only !== undefined && outcomes.length === 1) return only;
  return ok(
    together(
      outcomes.map((outcome, n) =>
        outcome.ok ? outcome.value : outcome.error === '' ? {} : { say: [answer(ctx, outcome.error, n)] },
      ),
    ),
  );
}

const proxy = (code: string, ctx: Ctx): Promise<Outcome> =>
  act(code, { did: 'proxy' }, ctx, (next, { actor }) => ({
    answer: TELLING.proxied({ ...holesOf(next, ctx), name: actor.name }),
  }));

const unsign = (code: string, ctx: Ctx): Promise<Outcome> =>
  act(code, { did: 'unsign' }, ctx, (next) => ({
    answer: TELLING.unsigned(holesOf(next, ctx)),
    others: toRegistrar(next, TELLING.unsignedTold(holesOf(next, ctx)), ctx),
  }));

async function report(code: string, text: string, ctx: Ctx): Promise<Outcome> {
  const photos = await claim(code, 'remedy', ctx);
  return act(code, { did: 'report', text }, ctx, (next) => {
    const holes = { ...holesOf(next, ctx), name: speakerName(ctx), text };
    const told = inform('office', `${ctx.said.id}/${code}/office`, TELLING.reportedTold(holes));
    return { answer: TELLING.reported(holes), others: [told, ...photos.say], put: photos.put };
  });
}

async function extend(code: string, days: number | null, text: string, ctx: Ctx): Promise<Outcome> {
  if (days === null) return refuse(TELLING.extendDaysAsk({ digits: code.slice(6) }));
  return act(code, { did: 'extend', days, text }, ctx, (next) => {
    const holes = { ...holesOf(next, ctx), name: speakerName(ctx), text, days };
    return { answer: TELLING.extended(holes), others: toOffice(next, TELLING.extendedTold(holes), ctx) };
  });
}

async function object(code: string, text: string, ctx: Ctx): Promise<Outcome> {
  const outcome = await act(code, { did: 'object', text }, ctx, (next) => {
    const until = clockText(next.objection?.decideBy ?? ctx.now, ctx.now);
    const holes = { ...holesOf(next, ctx), name: speakerName(ctx), text, until };
    return { answer: '', others: toOffice(next, TELLING.objectedTold(holes), ctx) };
  });
  if (!outcome.ok) return outcome;
  const options = [{ words: ['2'], command: 'finding.supplement', intent: { code } }];
  const told = TELLING.objected({ code: shortCode(code) });
  const ask = { to: ctx.where.here, who: speakerId(ctx), text: told, options, key: `${ctx.said.id}/${code}` };
  return ok({ ...outcome.value, ask: [ask] });
}

const supplement = (code: string, ctx: Ctx): Promise<Outcome> =>
  act(code, { did: 'supplement' }, ctx, (next) => {
    const holes = holesOf(next, ctx);
    const text =
      next.state === 'issued' ? TELLING.supplemented(holes) : TELLING.supplementedRectifying(holes);
    return { answer: text, others: toOffice(next, TELLING.supplementedTold(holes), ctx) };
  });

const snooze = (code: string, until: number, text: string, ctx: Ctx): Promise<Outcome> =>
  act(code, { did: 'snooze', until, text }, ctx, (next) => ({
    answer: TELLING.snoozed({
      ...holesOf(next, ctx),
      until: soonText(until, ctx.now),
      left: 2 - next.snoozes,
    }),
  }));

/** The last finding this person signed, for 撤回签收 without a code. */
async function lastSigned(ctx: Ctx): Promise<Finding | undefined> {
  const mine = (await ctx.store.find(FINDINGS, { state: 'rectifying' }))
    .map(({ data }) => data)
    .filter(({ ack }) => ack?.by === speakerId(ctx));
  return [...mine].sort((a, b) => (b.ack?.at ?? 0) - (a.ack?.at ?? 0))[0];
}

async function unsignLast({ code }: { readonly code: string | null }, ctx: Ctx): Promise<Outcome> {
  const meant = code ?? (await lastSigned(ctx))?.code;
  return meant === undefined ? refuse(TEXTS.unsignNone({ code: '' })) : unsign(meant, ctx);
}

interface OfCode {
  readonly code: string;
}
interface OfText extends OfCode {
  readonly detail: string;
}
const UNIT = ['unit', 'private'] as const;
const GIVEN = ['赵明@督查群 > 问题 教育局 玩游戏 三楼办公室上班时间玩游戏', '赵明@督查群 > 1'];

export const unitCommands: readonly Command[] = [
  action<Codes>({ id: 'finding.acknowledge', said: UNIT, summary: '签收问题', run: acknowledgeAll }),
  action<OfCode>({
    id: 'finding.proxy',
    said: UNIT,
    summary: '代签',
    run: ({ code }, ctx) => proxy(code, ctx),
  }),
  action<{ readonly code: string | null }>({
    id: 'finding.unsign',
    said: UNIT,
    summary: '撤回签收',
    run: unsignLast,
  }),
  heard(
    action<OfText>({
      id: 'finding.report',
      said: UNIT,
      summary: '报整改情况，照片接着发',
      run: ({ code, detail }, ctx) => report(code, asWritten(detail, ctx.said), ctx),
    }),
    {
      verbs: ['整改'],
      usage: '整改 [编号] <说明>',
      examples: [
        {
          as: '王建国',
          at: '私聊',
          say: '整改 0001 已批评教育',
          reply: '已收到 F0001 的整改情况',
          given: GIVEN,
        },
      ],
    },
  ),
  heard(
    action<OfText & { readonly days: number | null }>({
      id: 'finding.extend',
      said: UNIT,
      summary: '到期前申请延期',
      run: ({ code, days, detail }, ctx) => extend(code, days, asWritten(detail, ctx.said), ctx),
    }),
    {
      verbs: ['延期'],
      usage: '延期 [编号] <n>天 <理由>',
      examples: [
        {
          as: '王建国',
          at: '私聊',
          say: '延期 0001 2天 正在采购',
          reply: '已收到 F0001 延期2个工作日',
          given: GIVEN,
        },
      ],
    },
  ),
  heard(
    action<OfText>({
      id: 'finding.object',
      said: UNIT,
      summary: '有不同意见，期限暂停，另派人复核',
      run: ({ code, detail }, ctx) => object(code, asWritten(detail, ctx.said), ctx),
    }),
    {
      verbs: ['异议', '申诉', '情况说明'],
      usage: '异议 [编号] <理由>',
      examples: [
        { as: '王建国', at: '私聊', say: '异议 0001 当时在下乡', reply: '已收到对F0001的异议', given: GIVEN },
      ],
    },
  ),
  action<OfCode>({
    id: 'finding.supplement',
    said: UNIT,
    summary: '改为补充说明',
    run: ({ code }, ctx) => supplement(code, ctx),
  }),
  command({
    id: 'finding.snooze',
    verbs: ['缓签', '稍后'],
    said: ['unit'],
    slots: { code: codeSlot, until: momentSlot, text: restSlot('理由') },
    summary: '说明理由，晚些时候签收（最多两次）',
    examples: [
      {
        as: '王建国',
        at: '教育局',
        say: '缓签 0001 明天9:00 正在县里开会',
        reply: '不再提醒，签收期限不变。还可缓签1次',
        given: GIVEN,
      },
    ],
    run: ({ code, until, text }, ctx) => {
      const full = fullCode(code, 'F', ctx.now);
      return full === undefined
        ? Promise.resolve(refuse(TEXTS.notFound({ code: `${code.kind}${code.number}` })))
        : snooze(full, until, asWritten(text, ctx.said), ctx);
    },
  }),
];
