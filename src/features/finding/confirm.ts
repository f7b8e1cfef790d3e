/** What closes, ends or changes a finding is previewed, and done on `1` only while it is still what was shown. */

import type { Option } from '../../core/change.ts';
import { shortCode } from '../../core/codes.ts';
import { action, type Command, type Outcome } from '../../core/command.ts';
import type { Ctx } from '../../core/context.ts';
import { ok, type Result, refuse } from '../../core/result.ts';
import { answered, speakerId } from '../../core/say.ts';
import { unfitText } from '../../core/unfit-texts.ts';
import { decide } from './decide.ts';
import type { OfficeDeed } from './decide-office.ts';
import { claim } from './evidence.ts';
import type { Finding } from './finding.ts';
import { amend, type Correction, close, uphold, withdraw } from './office-acts.ts';
import { corrected } from './register.ts';
import { sceneOf } from './scene.ts';
import { TEXTS } from './texts.ts';
import { TELLING } from './texts-telling.ts';
import { holesOf } from './words.ts';

export const OFFICE = ['office', 'private'] as const;

type Confirmed = 'close' | 'withdraw' | 'amend' | 'uphold';
interface Words extends Correction {
  /** The edition and turn that were shown: a preview of something older is not carried out. */
  readonly turn: number;
}

type Holes = ReturnType<typeof holesOf> & {
  readonly text: string;
  readonly report: string;
  readonly proofs: number;
  readonly people: string;
};
const PREVIEWS: Readonly<Record<Confirmed, (holes: Holes) => string>> = {
  close: TELLING.closePreview,
  withdraw: TELLING.withdrawPreview,
  amend: TELLING.amendPreview,
  uphold: TELLING.upheldPreview,
};

/** What a correction amounts to: facts without names, and whom they concern where he is named. */
function correction(text: string, finding: Finding, ctx: Ctx): Result<Omit<Correction, 'code'>, string> {
  const unit = ctx.org.unit(finding.unit);
  if (unit === undefined || text === '') return ok({ text });
  const { fact, people, several } = corrected(text, finding, unit, ctx.org);
  const [person] = people;
  if (several || people.length > 1) return refuse(TELLING.oneEach());
  return ok({ text: fact, ...(person === undefined ? {} : { person: person.id }) });
}

/** Refused at once when it could not be done; else shown, and done on `1`. */
export async function preview(did: Confirmed, code: string, words: string, ctx: Ctx): Promise<Outcome> {
  const scene = await sceneOf(code, ctx);
  if (scene === undefined) return refuse(TEXTS.notFound({ code: shortCode(code) }));
  const { finding, actor, facts } = scene;
  const wrong = unfitText(words);
  if (wrong !== undefined) return refuse(wrong);
  const meant = did === 'amend' ? correction(words, finding, ctx) : ok({ text: words });
  if (!meant.ok) return meant;
  const photos = did === 'close' ? await claim(code, 'check', ctx) : { put: [], say: [], count: 0 };
  const proofs = facts.proofs + photos.count;
  const may = decide(finding, { did, ...meant.value } as OfficeDeed, actor, { ...facts, proofs });
  if (!may.ok) return may;
  const people = may.value.person === null ? TELLING.previewNobody() : TELLING.previewPeople();
  const more = { ...meant.value, proofs, people, report: finding.report?.text ?? '' };
  const intent: Words = { code, ...meant.value, turn: finding.turn };
  const options: readonly Option[] = [
    { words: ['1', '确认'], command: `finding.${did}.confirmed`, intent },
    { words: ['0'], command: 'finding.keep', intent },
  ];
  const text = PREVIEWS[did]({ ...holesOf(finding, ctx), ...more });
  return ok({
    put: photos.put,
    say: photos.say,
    ask: [{ to: ctx.where.here, who: speakerId(ctx), text, options }],
  });
}

/** What is confirmed must still be what was shown. */
async function confirmed(words: Words, ctx: Ctx, go: () => Promise<Outcome>): Promise<Outcome> {
  const scene = await sceneOf(words.code, ctx);
  return scene === undefined || scene.finding.turn !== words.turn ? refuse(TELLING.stale()) : go();
}

export function confirmations(): readonly Command[] {
  const step = (
    did: Confirmed,
    summary: string,
    run: (words: Words, ctx: Ctx) => Promise<Outcome>,
  ): Command =>
    action<Words>({
      id: `finding.${did}.confirmed`,
      said: OFFICE,
      summary,
      run: (words, ctx) => confirmed(words, ctx, () => run(words, ctx)),
    });
  return [
    step('close', '确认销号', close),
    step('withdraw', '确认撤销', withdraw),
    step('amend', '确认修改', amend),
    step('uphold', '确认采纳异议', uphold),
    action<Words>({
      id: 'finding.keep',
      said: OFFICE,
      summary: '不变',
      run: async ({ code }, ctx) => answered(ctx, TELLING.kept({ code: shortCode(code) })),
    }),
  ];
}
