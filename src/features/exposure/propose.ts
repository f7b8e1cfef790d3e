/** `拟曝光`: the text as it will appear, then the request that somebody else approves it. */
import { shortCode } from '../../core/codes.ts';
import { nextCode } from '../../core/codes-counter.ts';
import type { Outcome } from '../../core/command.ts';
import type { Ctx } from '../../core/context.ts';
import { ok, refuse } from '../../core/result.ts';
import { answer, inform, logged, speakerId } from '../../core/say.ts';
import { type CodeWord, fullCode } from '../../core/slots.ts';
import { put } from '../../core/store.ts';
import { FINDINGS, type Finding } from '../finding/finding.ts';
import { blocked } from './decide.ts';
import { EXPOSURE, EXPOSURES, type Exposure } from './exposure.ts';
import { TEXTS } from './texts.ts';
import { askText, roomNames, textOf, unfitWords } from './wording.ts';

/** A code as it was written: 0412, F0412. */
export const shown = ({ kind, number }: CodeWord): string =>
  `${kind ?? ''}${String(number).padStart(4, '0')}`;

export interface Proposal {
  readonly finding: string;
  readonly edition: number;
  readonly own: string;
}

/** Shown as it will appear; the code it will have is the next one, so it is left open until it is proposed. */
export async function propose(word: CodeWord, own: string, ctx: Ctx): Promise<Outcome> {
  const finding = (await ctx.store.get(FINDINGS, fullCode(word, 'F', ctx.now) ?? ''))?.data;
  if (finding === undefined) return refuse(TEXTS.notFound({ code: shown(word) }));
  const wrong = blocked(finding, ctx.now) ?? unfitWords(own === '' ? finding.fact : own, finding, ctx);
  if (wrong !== undefined) return refuse(wrong);
  const already = (await ctx.store.find(EXPOSURES, { finding: finding.code }))
    .map(({ data }) => data)
    .find(({ state }) => state === 'proposed' || state === 'approved' || state === 'posted');
  if (already !== undefined) {
    const holes = { finding: shortCode(finding.code), code: shortCode(already.code) };
    return refuse(TEXTS.already({ ...holes, state: EXPOSURE.states[already.state] }));
  }
  const { code } = await nextCode(ctx.store, 'E', ctx.now);
  const text = textOf(code, finding, own, ctx);
  const holes = { finding: shortCode(finding.code), text, rooms: roomNames(ctx) };
  const intent: Proposal = { finding: finding.code, edition: finding.edition, own };
  const options = [
    { words: ['1', '确认'], command: 'exposure.propose.confirmed', intent },
    { words: ['0'], command: 'exposure.drop', intent },
  ];
  return ok({ ask: [{ to: ctx.where.here, who: speakerId(ctx), text: TEXTS.preview(holes), options }] });
}

export async function proposed({ finding: code, edition, own }: Proposal, ctx: Ctx): Promise<Outcome> {
  const finding = (await ctx.store.get(FINDINGS, code))?.data;
  if (finding === undefined || finding.edition !== edition) return refuse(TEXTS.stale());
  const wrong = blocked(finding, ctx.now);
  if (wrong !== undefined) return refuse(wrong);
  const next = await nextCode(ctx.store, 'E', ctx.now);
  const exposure = proposal(next.code, finding, own, ctx);
  const here = ctx.where.kind === 'office';
  const ask = askText(exposure, ctx);
  return ok({
    put: [next.row, put(EXPOSURES, exposure.code, exposure)],
    say: [
      ...(here ? [] : [answer(ctx, TEXTS.proposed({ code: shortCode(exposure.code) }))]),
      { ...inform('office', `${exposure.code}/ask/office`, ask), priority: here ? 'answer' : 'notice' },
      inform('leaders', `${exposure.code}/ask/leaders`, ask),
    ],
    audit: [
      logged(ctx, TEXTS.didPropose(), exposure.code),
      logged(ctx, TEXTS.didPropose(), code, shortCode(exposure.code)),
    ],
  });
}

function proposal(code: string, finding: Finding, own: string, ctx: Ctx): Exposure {
  const text = textOf(code, finding, own, ctx);
  return {
    code,
    finding: finding.code,
    edition: finding.edition,
    unit: finding.unit,
    state: EXPOSURE.initial,
    own,
    text,
    hash: ctx.secrets.hash(text),
    shownTo: null,
    proposer: speakerId(ctx),
    proposedAt: ctx.now,
    approver: null,
    postedAt: null,
    went: [],
    reason: '',
  };
}
