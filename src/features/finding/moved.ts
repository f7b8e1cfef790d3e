/** From a decided word to one change: the record, its rungs anew, what waits taken back, who said it, what is answered. */
import type { Change, Draft } from '../../core/change.ts';
import { shortCode } from '../../core/codes.ts';
import type { Outcome } from '../../core/command.ts';
import type { Ctx } from '../../core/context.ts';
import { TIMERS } from '../../core/job.ts';
import { ok, refuse } from '../../core/result.ts';
import { answer, inform, logged, speakerId } from '../../core/say.ts';
import { put, type Row } from '../../core/store.ts';
import { takenBack } from '../../core/taken-back.ts';
import { unfitText } from '../../core/unfit-texts.ts';
import { EXPOSURES, postKey } from '../exposure/exposure.ts';
import { type Deed, decide } from './decide.ts';
import { FINDINGS, type Finding, STEPS, WORDS } from './finding.ts';
import { headsOf, othersOf } from './recipients.ts';
import { rungKeys, timersOf } from './rungs.ts';
import { evidenceOf, type Scene, sceneOf } from './scene.ts';
import { tellKeys, tellKeyTo } from './tell.ts';
import { TEXTS } from './texts.ts';

/** What is said once a word has been decided: the answer here, and words to others. */
export interface Said {
  readonly answer: string;
  readonly others?: readonly Draft[];
  readonly put?: readonly Row[];
}
export type Saying = (next: Finding, scene: Scene) => Promise<Said> | Said;

/** Words after which what is being said of a finding, here or in an exposure, is no longer so. */
const OVERTURNS: ReadonlySet<Deed['did']> = new Set(['object', 'withdraw', 'uphold', 'amend']);

/** Exposures are that room's to change: it is rung, and what has not left does not leave meanwhile. */
async function exposures({ code, turn }: Finding, { store, now }: Ctx): Promise<readonly Row[]> {
  const posted = await store.find(EXPOSURES, { finding: code, state: 'posted' });
  const keys = posted.flatMap(({ data }) => data.went.map((to) => postKey(data.code, to)));
  const job = 'exposure.finding-changed';
  const subject = `${code}/t${turn}`;
  return [...(await takenBack(store, keys)), put(TIMERS, `${job}/${subject}`, { at: now, job, subject })];
}

/** Words that lead back to a time before: what has rung since the clock stopped there has not been heard yet. */
const stoppedAt = ({ ack, objection }: Finding, did: Deed['did']): number => {
  if (did === 'unsign') return ack?.at ?? 0;
  return did === 'reject' || did === 'supplement' ? (objection?.at ?? 0) : 0;
};

/** The word to the unit that has not left yet: withdrawn or corrected in the night, it does not go out at eight. */
async function untold(finding: Finding, did: Deed['did'], ctx: Ctx): Promise<readonly Row[]> {
  if (did === 'object' || !OVERTURNS.has(did)) return [];
  const photos = await evidenceOf(ctx.store, finding.code);
  return takenBack(ctx.store, tellKeys(finding, photos, ctx));
}

/** Writes the finding as it is now; a new turn has its own rungs, and what the old ones have not yet said is taken back. */
async function written(
  { found, finding, facts }: Scene,
  next: Finding,
  did: Deed['did'],
  ctx: Ctx,
): Promise<readonly Row[]> {
  const turned = next.turn !== finding.turn;
  return [
    put(FINDINGS, next.code, next, found),
    ...(turned ? await takenBack(ctx.store, rungKeys(finding, ctx)) : []),
    ...(turned ? timersOf(next, facts.kind, ctx, stoppedAt(finding, did)) : []),
    ...(OVERTURNS.has(did) ? await exposures(next, ctx) : []),
  ];
}

/** Decides a word on one finding and says what follows. */
export async function act(code: string, deed: Deed, ctx: Ctx, saying: Saying): Promise<Outcome> {
  const scene = await sceneOf(code, ctx);
  if (scene === undefined) return refuse(TEXTS.notFound({ code: shortCode(code) }));
  const wrong = 'text' in deed ? unfitText(deed.text) : undefined;
  if (wrong !== undefined) return refuse(wrong);
  const next = decide(scene.finding, deed, scene.actor, scene.facts);
  if (!next.ok) return next;
  const told = await saying(next.value, scene);
  const back = await untold(scene.finding, deed.did, ctx);
  const unheard = new Set(back.map(({ id }) => id));
  // Who has not heard of it need not hear that it is over.
  const others = (told.others ?? []).filter(
    ({ to }) => next.value.state !== 'withdrawn' || !unheard.has(tellKeyTo(scene.finding, to)),
  );
  const word = { message: ctx.said.id, code, did: deed.did, by: speakerId(ctx), at: ctx.said.at };
  const wordId = `${ctx.said.id}/${code}`;
  const known = await ctx.store.get(WORDS, wordId);
  const change: Change = {
    put: [
      ...(await written(scene, next.value, deed.did, ctx)),
      ...back,
      put(WORDS, wordId, word, known),
      ...(told.put ?? []),
    ],
    say: [
      ...(told.answer === '' ? [] : [{ ...answer(ctx, told.answer), key: `${ctx.said.id}/${code}` }]),
      ...others,
    ],
    audit: [logged(ctx, STEPS[deed.did], code, 'text' in deed ? deed.text : undefined)],
  };
  return ok(change);
}

/** A line to each head (or who stands in for him) and, where asked, to the discipline lead; nobody twice. */
export async function toUnit(
  next: Finding,
  text: string,
  ctx: Ctx,
  more: { readonly request?: true; readonly liaisons?: true } = {},
): Promise<readonly Draft[]> {
  const groups = await Promise.all([
    headsOf(next.unit, ctx),
    othersOf(next.unit, 'discipline', ctx),
    more.liaisons === true ? othersOf(next.unit, 'liaison', ctx) : [],
  ]);
  const people = new Map(groups.flat().map(({ person }) => [person.id, person]));
  people.delete(speakerId(ctx));
  return [...people.keys()].map((id) =>
    inform(
      `person:${id}`,
      `${ctx.said.id}/${next.code}/${id}`,
      text,
      more.request === true ? { request: next.code } : {},
    ),
  );
}

/** One line to the office room, unless it was said there. */
export const toOffice = (next: Finding, text: string, ctx: Ctx): readonly Draft[] =>
  ctx.where.kind === 'office' ? [] : [inform('office', `${ctx.said.id}/${next.code}/office`, text)];

/** One line to its registrar, unless he said it himself. */
export const toRegistrar = (next: Finding, text: string, ctx: Ctx): readonly Draft[] =>
  next.registrar === speakerId(ctx)
    ? []
    : [inform(`person:${next.registrar}`, `${ctx.said.id}/${next.code}/registrar`, text)];
