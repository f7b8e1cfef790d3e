/** `问题 <单位> <类型> <经过> [姓名]`: one preview, `1` sends. */

import { type Change, together } from '../../core/change.ts';
import { nextCode } from '../../core/codes-counter.ts';
import { action, type Command, command, type Outcome, type SlotKnow } from '../../core/command.ts';
import type { Ctx } from '../../core/context.ts';
import { isQuiet } from '../../core/hours.ts';
import { clockText, soonText } from '../../core/phrase-texts.ts';
import { ok, refuse } from '../../core/result.ts';
import type { Person, Unit } from '../../core/roster.ts';
import { answer, inform, logged, speakerId } from '../../core/say.ts';
import { restSlot, unitSlot } from '../../core/slots.ts';
import { drop, type Found, put } from '../../core/store.ts';
import { asWritten } from '../../core/text.ts';
import { MINUTE } from '../../core/time.ts';
import { unfitText } from '../../core/unfit-texts.ts';
import { claim, handedId } from './evidence.ts';
import {
  EVIDENCE,
  type Evidence,
  FINDING_DRAFTS,
  FINDINGS,
  type FindingDraft,
  HAND_MINUTES,
  HANDED,
  STEPS,
} from './finding.ts';
import { issued, repeatsOf, takeFact, takeType } from './register.ts';
import { timersOf } from './rungs.ts';
import { evidenceOf } from './scene.ts';
import { audienceNames, audienceOf, officeText, telling, toldAt } from './tell.ts';
import { TELLING } from './texts-telling.ts';
import { clauseOf } from './words.ts';

interface Words {
  readonly unit: string;
  readonly text: string;
  /** Chosen among namesakes. */
  readonly person: string | null;
}

const draftIdOf = (ctx: Ctx): string => `draft/${handedId(ctx)}`;

async function previewText(draft: FindingDraft, stranger: string, photos: number, ctx: Ctx): Promise<string> {
  const unit = ctx.org.unit(draft.unit)?.name ?? '';
  const audience = await audienceOf(draft.unit, ctx);
  const names = audienceNames(audience).join('、');
  const seen = clockText(draft.seenAt, ctx.now);
  return [
    TELLING.previewHead({ unit, type: draft.type, fresh: draft.fresh ? TELLING.fresh() : '', seen }),
    draft.fact,
    [
      draft.person === null ? TELLING.previewNobody() : TELLING.previewPeople(),
      photos === 0 ? TELLING.previewNoPhotos() : TELLING.previewPhotos({ count: photos }),
    ].join('｜'),
    ...(stranger === '' ? [] : [TELLING.previewStranger({ word: stranger, unit })]),
    TELLING.previewClause({ clause: clauseOf(draft.type, ctx) }),
    audience.heads.length === 0 ? TELLING.previewNobodyTo() : TELLING.previewTo({ names }),
    ...(isQuiet(ctx.now, ctx.hours)
      ? [TELLING.previewLater({ from: soonText(toldAt(ctx.now, ctx), ctx.now) })]
      : []),
    TELLING.previewOptions(),
  ].join('\n');
}

/** Two of a name in one unit: who is meant is asked, never guessed. */
function namesakes(words: Words, unit: Unit, people: readonly Person[], ctx: Ctx): Outcome {
  const [first] = people;
  const shown = people.map(({ name, title }, n) => `${n + 1} ${title ?? ''}${name}`).join('　');
  const holes = { unit: unit.name, count: people.length, name: first?.name ?? '', options: shown };
  const options = people.map(({ id }, n) => ({
    words: [String(n + 1)],
    command: 'finding.reword',
    intent: { ...words, person: id },
  }));
  return ok({ ask: [{ to: ctx.where.here, who: speakerId(ctx), text: TELLING.namesakes(holes), options }] });
}

/** The photos an earlier draft of the same unit has claimed stay; those of another one go. */
async function photosOf(draft: FindingDraft, earlier: Found<FindingDraft> | undefined, ctx: Ctx) {
  const all = await evidenceOf(ctx.store, draftIdOf(ctx));
  const keeps = earlier?.data.unit === draft.unit;
  return { kept: keeps ? all : [], gone: keeps ? [] : all };
}

/** Drafts whatever was found: nothing that cannot go through a group gets as far as a preview. */
export async function drafted(draft: FindingDraft, stranger: string, ctx: Ctx): Promise<Outcome> {
  const wrong = unfitText(draft.fact);
  if (wrong !== undefined) return refuse(wrong);
  const earlier = await ctx.store.get(FINDING_DRAFTS, draftIdOf(ctx));
  const { kept, gone } = await photosOf(draft, earlier, ctx);
  const photos = await claim(draftIdOf(ctx), 'problem', ctx);
  const text = await previewText(draft, stranger, kept.length + photos.count, ctx);
  const intent = { at: draft.at };
  const option = (words: readonly string[], id: string) => ({ words, command: `finding.${id}`, intent });
  return ok({
    put: [
      put(FINDING_DRAFTS, draftIdOf(ctx), draft, earlier),
      ...photos.put,
      ...gone.map((found) => drop(EVIDENCE, found)),
    ],
    say: photos.say,
    ask: [
      {
        to: ctx.where.here,
        who: speakerId(ctx),
        text,
        options: [
          option(['1', '确认', '发', '发出'], 'issue'),
          option(['2', '修改'], 'change'),
          option(['0'], 'drop'),
        ],
      },
    ],
  });
}

async function register(words: Words, ctx: Ctx): Promise<Outcome> {
  const unit = ctx.org.unit(words.unit);
  if (unit === undefined) return refuse(TELLING.unknownUnitNone({ word: words.unit }));
  if (!ctx.org.supervised.includes(unit)) return refuse(TELLING.ownUnit({ unit: unit.name }));
  if (ctx.org.unitAt(words.text.trim()) !== undefined) return refuse(TELLING.oneUnit());
  const { type, fresh, rest } = takeType(words.text.trim(), ctx);
  const { fact, people, several, stranger } = takeFact(rest, unit, ctx.org);
  if (fact === '') return refuse(TELLING.noFact({ unit: unit.name, type }));
  if (several) return refuse(TELLING.oneEach());
  if (people.length > 1 && words.person === null) return namesakes(words, unit, people, ctx);
  const person = words.person ?? people[0]?.id ?? null;
  const draft = { unit: unit.id, type, fresh, fact, person, seenAt: ctx.said.at, at: ctx.now };
  return drafted(draft, stranger, ctx);
}

async function openDraft(at: number, ctx: Ctx): Promise<Found<FindingDraft> | undefined> {
  const found = await ctx.store.get(FINDING_DRAFTS, draftIdOf(ctx));
  return found?.data.at === at ? found : undefined;
}

/** Photos that still come within five minutes belong to the finding now. */
async function handedOver(code: string, ctx: Ctx): Promise<Change> {
  const handed = await ctx.store.get(HANDED, handedId(ctx));
  const until = ctx.said.at + HAND_MINUTES * MINUTE;
  const claimed = { files: handed?.data.files ?? [], claim: { about: code, of: 'problem' as const, until } };
  return { put: [put(HANDED, handedId(ctx), claimed, handed)] };
}

async function issueNow(at: number, ctx: Ctx): Promise<Outcome> {
  const found = await openDraft(at, ctx);
  const unit = ctx.org.unit(found?.data.unit ?? '');
  if (found === undefined || unit === undefined) return refuse(TELLING.stale());
  const { code, row } = await nextCode(ctx.store, 'F', ctx.now);
  const same = await ctx.store.find(FINDINGS, { unit: unit.id, type: found.data.type });
  const repeats = repeatsOf(
    found.data,
    same.map(({ data }) => data),
    ctx.now,
  );
  const by = speakerId(ctx);
  const issuing = { code, registrar: by, at: toldAt(ctx.now, ctx), now: ctx.now, repeats, unit };
  const finding = issued(found.data, issuing, ctx);
  const photos = await evidenceOf(ctx.store, draftIdOf(ctx));
  const owned = photos.map(({ id, rev, data }) => ({ id, rev, data: { ...data, about: code } as Evidence }));
  const audience = await audienceOf(unit.id, ctx);
  const text = officeText(finding, audience, ctx);
  const written: Change = {
    put: [
      row,
      put(FINDINGS, code, finding),
      drop(FINDING_DRAFTS, found),
      ...owned.map((photo) => put(EVIDENCE, photo.id, photo.data, photo)),
      ...timersOf(finding, unit.kind, ctx),
    ],
    say: [
      answer(ctx, text),
      ...(ctx.where.kind === 'office' ? [] : [inform('office', `${code}/office`, text)]),
      ...telling(finding, audience, owned, ctx),
    ],
    audit: [logged(ctx, STEPS.issue, code, finding.type)],
  };
  return ok(together([written, await handedOver(code, ctx)]));
}

/** 0: nothing is sent, and its photos are let go. */
async function dropDraft(at: number, ctx: Ctx): Promise<Outcome> {
  const found = await openDraft(at, ctx);
  const photos = found === undefined ? [] : await evidenceOf(ctx.store, draftIdOf(ctx));
  return ok({
    put: [
      ...(found === undefined ? [] : [drop(FINDING_DRAFTS, found)]),
      ...photos.map((one) => drop(EVIDENCE, one)),
    ],
    say: [answer(ctx, TELLING.dropped())],
  });
}

async function change(at: number, ctx: Ctx): Promise<Outcome> {
  const found = await openDraft(at, ctx);
  if (found === undefined) return refuse(TELLING.stale());
  const { unit, type } = found.data;
  const text = TELLING.amendHow({ unit: ctx.org.unit(unit)?.name ?? '', type });
  return ok({ say: [answer(ctx, text)] });
}

/** 问题不大 is talk: a known unit must follow, or a word and a type of problem. */
function isRegistering(rest: string, know: SlotKnow): boolean {
  const words = rest.trim();
  if (unitSlot.take(words, know) !== undefined) return true;
  const [, behind = ''] = /^\S{2,10}\s+(\S.*)$/su.exec(words) ?? [];
  return behind !== '' && !takeType(behind, know).fresh;
}

interface At {
  readonly at: number;
}
const OFFICE = ['office', 'private'] as const;

export const registerCommands: readonly Command[] = [
  command({
    id: 'finding.register',
    verbs: ['问题'],
    said: OFFICE,
    slots: { unit: unitSlot, text: restSlot('类型 经过 姓名') },
    usage: '问题 <单位> <类型> <经过> [姓名]',
    shape: isRegistering,
    summary: '登记一个问题，预览后发给单位',
    examples: [
      {
        as: '赵明',
        at: '督查群',
        say: '问题 教育局 玩游戏 三楼办公室上班时间玩游戏 张三',
        reply: '回 1 发出｜2 修改｜0 不发',
      },
    ],
    run: ({ unit, text }, ctx) =>
      register({ unit: unit.id, text: asWritten(text, ctx.said), person: null }, ctx),
  }),
  action<Words>({ id: 'finding.reword', said: OFFICE, summary: '认定是哪一位', run: register }),
  action<At>({
    id: 'finding.issue',
    said: OFFICE,
    summary: '发出问题',
    run: ({ at }, ctx) => issueNow(at, ctx),
  }),
  action<At>({
    id: 'finding.change',
    said: OFFICE,
    summary: '修改问题',
    run: ({ at }, ctx) => change(at, ctx),
  }),
  action<At>({ id: 'finding.drop', said: OFFICE, summary: '不发', run: ({ at }, ctx) => dropDraft(at, ctx) }),
];
