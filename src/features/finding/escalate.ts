/** `上报 <编号>`: only the director, only after a preview, to a county leader by name. */
import { shortCode } from '../../core/codes.ts';
import { action, type Command, command, type Outcome } from '../../core/command.ts';
import type { Ctx } from '../../core/context.ts';
import { ok, refuse } from '../../core/result.ts';
import type { Person } from '../../core/roster.ts';
import { answer, inform, logged, speakerId } from '../../core/say.ts';
import { codeSlot, fullCode } from '../../core/slots.ts';
import { put } from '../../core/store.ts';
import { isReachable } from '../access/access.ts';
import { FINDING, FINDINGS, type Finding, isOpen, isPaused, STEPS } from './finding.ts';
import { notNow } from './refusals.ts';
import { findingOf } from './scene.ts';
import { TEXTS } from './texts.ts';
import { TELLING } from './texts-telling.ts';
import { factOf, holesOf } from './words.ts';

interface To {
  readonly code: string;
  readonly leader: string;
  readonly turn: number;
}

/** What a county leader reads: the fact without the person, the state and what is due. */
function textOf(finding: Finding, ctx: Ctx): string {
  const holes = holesOf(finding, ctx);
  const due = finding.state === 'issued' ? TELLING.escalateAck(holes) : TELLING.escalateFix(holes);
  return TELLING.escalateText({ ...holes, fact: factOf(finding), state: FINDING.states[finding.state], due });
}

async function leadersOf(ctx: Ctx): Promise<readonly Person[]> {
  const leaders = ctx.org.everywhere('leader');
  const can = await Promise.all(leaders.map(({ id }) => isReachable(ctx.store, id)));
  return leaders.filter((_, n) => can[n]);
}

function shown(finding: Finding, leader: Person, ctx: Ctx): Outcome {
  const holes = { code: shortCode(finding.code), name: leader.name, text: textOf(finding, ctx) };
  const intent: To = { code: finding.code, leader: leader.id, turn: finding.turn };
  const options = [
    { words: ['1', '确认'], command: 'finding.escalate.confirmed', intent },
    { words: ['0'], command: 'finding.keep', intent: { code: finding.code } },
  ];
  return ok({
    ask: [{ to: ctx.where.here, who: speakerId(ctx), text: TELLING.escalatePreview(holes), options }],
  });
}

/** What is over or objected to is not carried upwards. */
function barred(finding: Finding): string | undefined {
  if (!isOpen(finding)) return notNow(finding, 'escalate');
  return isPaused(finding) ? TEXTS.paused({ code: shortCode(finding.code) }) : undefined;
}

async function escalate(code: string, ctx: Ctx): Promise<Outcome> {
  const finding = (await findingOf(ctx.store, code))?.data;
  if (finding === undefined) return refuse(TEXTS.notFound({ code: shortCode(code) }));
  const bar = barred(finding);
  if (bar !== undefined) return refuse(bar);
  const leaders = await leadersOf(ctx);
  const [first] = leaders;
  if (first === undefined) return refuse(TELLING.escalateNobody());
  if (leaders.length === 1) return shown(finding, first, ctx);
  const options = leaders.map(({ id }, n) => ({
    words: [String(n + 1)],
    command: 'finding.escalate.chosen',
    intent: { code, leader: id, turn: finding.turn },
  }));
  const names = leaders.map(({ name, title }, n) => `${n + 1} ${name}${title ?? ''}`).join('\n');
  const text = TELLING.escalateWho({ code: shortCode(code), options: names });
  return ok({ ask: [{ to: ctx.where.here, who: speakerId(ctx), text, options }] });
}

async function chosen({ code, leader }: To, ctx: Ctx): Promise<Outcome> {
  const finding = (await findingOf(ctx.store, code))?.data;
  const person = ctx.org.person(leader);
  return finding === undefined || person === undefined
    ? refuse(TELLING.stale())
    : shown(finding, person, ctx);
}

async function confirmed({ code, leader, turn }: To, ctx: Ctx): Promise<Outcome> {
  const found = await findingOf(ctx.store, code);
  const person = (await leadersOf(ctx)).find(({ id }) => id === leader);
  if (found === undefined || person === undefined || found.data.turn !== turn) return refuse(TELLING.stale());
  const { data: finding } = found;
  const bar = barred(finding);
  if (bar !== undefined) return refuse(bar);
  const step = { did: 'escalate' as const, by: speakerId(ctx), at: ctx.said.at, text: person.name };
  return ok({
    put: [put(FINDINGS, code, { ...finding, steps: [...finding.steps, step] }, found)],
    say: [
      answer(ctx, TELLING.escalated({ code: shortCode(code), name: person.name })),
      inform(`person:${leader}`, `${ctx.said.id}/${code}/leader`, textOf(finding, ctx)),
    ],
    audit: [logged(ctx, STEPS.escalate, code, leader)],
  });
}

const OFFICE = ['office', 'private'] as const;

export const escalateCommands: readonly Command[] = [
  command({
    id: 'finding.escalate',
    verbs: ['上报'],
    said: OFFICE,
    slots: { code: codeSlot },
    summary: '报分管县领导（主任，预览后发）',
    examples: [
      {
        as: '赵明',
        at: '督查群',
        say: '上报 0001',
        reply: '上报 F0001 给哪位县领导',
        given: ['赵明@督查群 > 问题 教育局 玩游戏 三楼办公室上班时间玩游戏', '赵明@督查群 > 1'],
      },
    ],
    run: ({ code }, ctx) => escalate(fullCode(code, 'F', ctx.now) ?? '', ctx),
  }),
  action<To>({ id: 'finding.escalate.chosen', said: OFFICE, summary: '选定县领导', run: chosen }),
  action<To>({ id: 'finding.escalate.confirmed', said: OFFICE, summary: '确认上报', run: confirmed }),
];
