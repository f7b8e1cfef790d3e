/** Photos and files: claimed by words said within five minutes, fetched when claimed, kept by what they are. */
import { type Change, type Draft, NOTHING } from '../../core/change.ts';
import { shortCode } from '../../core/codes.ts';
import { action, type Command, command, type Outcome } from '../../core/command.ts';
import type { Ctx, World } from '../../core/context.ts';
import type { Happening, Reaction, Recogniser } from '../../core/feature.ts';
import { granted } from '../../core/permission.ts';
import { ok, refuse } from '../../core/result.ts';
import { answer, logged, speakerId, tell } from '../../core/say.ts';
import { codeSlot, fullCode } from '../../core/slots.ts';
import { type Found, put, type Row } from '../../core/store.ts';
import { MINUTE } from '../../core/time.ts';
import { answersFor, judges } from './actor.ts';
import {
  EVIDENCE,
  type Evidence,
  FINDINGS,
  type Finding,
  HAND_MINUTES,
  HANDED,
  type Handed,
  isOpen,
} from './finding.ts';
import { sceneOf } from './scene.ts';
import { audienceOf, photoDraft } from './tell.ts';
import { TEXTS } from './texts.ts';
import { TELLING } from './texts-telling.ts';

/** Photos held of one person in one conversation at most. */
const MOST_HELD = 20;
const WITHIN = HAND_MINUTES * MINUTE;

export const handedId = (ctx: Ctx): string => `${ctx.where.here}|${speakerId(ctx)}`;

const fresh = (handed: Handed | undefined, at: number): Handed['files'] =>
  (handed?.files ?? []).filter((file) => Math.abs(at - file.at) <= WITHIN);

/** The deed that fetches what came with a message into the vault. */
const fetching = (message: string, ctx: Pick<Ctx, 'where'>): Draft => ({
  to: ctx.where.here,
  key: `fetch/${message}`,
  priority: 'answer',
  body: { deed: 'fetch-file', id: message },
});

const evidence = (about: string, of: Evidence['of'], by: string, at: number): Evidence => ({
  about,
  by,
  at,
  of,
  sha: null,
  name: '',
  lost: false,
});

export interface Claimed {
  readonly put: readonly Row[];
  readonly say: readonly Draft[];
  readonly count: number;
}

/** What this person has lately sent here now belongs to `about`, and so does what he sends within five minutes. */
export async function claim(about: string, of: Evidence['of'], ctx: Ctx): Promise<Claimed> {
  const found = await ctx.store.get(HANDED, handedId(ctx));
  const files = fresh(found?.data, ctx.said.at);
  const by = speakerId(ctx);
  const handed: Handed = { files: [], claim: { about, of, until: ctx.said.at + WITHIN } };
  return {
    put: [
      put(HANDED, handedId(ctx), handed, found),
      ...files.map(({ message, at }) => put(EVIDENCE, message, evidence(about, of, by, at))),
    ],
    say: files.map(({ message }) => fetching(message, ctx)),
    count: files.length,
  };
}

/** A photo or file: it belongs to what was last said, or is held for what will be said. */
async function hand(ctx: Ctx): Promise<Outcome> {
  const found = await ctx.store.get(HANDED, handedId(ctx));
  const { id, at } = ctx.said;
  const open = found?.data.claim ?? null;
  if (open === null || at > open.until) {
    const files = [...fresh(found?.data, at), { message: id, at }].slice(-MOST_HELD);
    return ok({ put: [put(HANDED, handedId(ctx), { files, claim: null }, found)] });
  }
  const isCode = /^F\d{4}-/u.test(open.about);
  const key = `claimed/${open.about}/${handedId(ctx)}/${open.until}`;
  const told = { ...answer(ctx, TELLING.claimed({ code: shortCode(open.about) })), key };
  return ok({
    put: [put(EVIDENCE, id, evidence(open.about, open.of, speakerId(ctx), at))],
    say: [fetching(id, ctx), ...(isCode ? [told] : [])],
    audit: isCode ? [logged(ctx, TELLING.claimed({ code: shortCode(open.about) }), open.about)] : [],
  });
}

/** Only from people who may have something to show; a group's other pictures are talk. */
export const handing: Recogniser = {
  id: 'finding.hand',
  mayBe: (ctx) => (ctx.said.type === 'image' || ctx.said.type === 'file') && granted('finding.hand', ctx),
  hear: async () => [{ command: 'finding.hand', intent: {} }],
};

async function evidenceFor(code: string | undefined, ctx: Ctx): Promise<Outcome> {
  const scene = code === undefined ? undefined : await sceneOf(code, ctx);
  if (scene === undefined || code === undefined)
    return refuse(TEXTS.notFound({ code: shortCode(code ?? '') }));
  const { finding, actor } = scene;
  const mine = judges(actor) || answersFor(actor) || actor.capacity === 'discipline';
  if (!mine) return refuse(TEXTS.notYours({ code: shortCode(code) }));
  if (!isOpen(finding)) return refuse(TELLING.claimNone());
  const of = judges(actor) ? (finding.state === 'reported' ? 'check' : 'problem') : 'remedy';
  const { put: rows, say, count } = await claim(code, of, ctx);
  const holes = { code: shortCode(code), count };
  const text = count === 0 ? TELLING.claimOpen(holes) : TELLING.claimedEarlier(holes);
  return ok({ put: rows, say: [...say, answer(ctx, text)], audit: [logged(ctx, 'evidence', code)] });
}

type Fetched = Extract<Happening, { readonly kind: 'fetched' }>;

/** The same picture on another finding is pointed out to who brought it. */
async function sameElsewhere(row: Evidence, sha: string, world: World): Promise<readonly Draft[]> {
  const twins = (await world.store.find(EVIDENCE, { sha })).filter(({ data }) => data.about !== row.about);
  const [other] = twins.filter(({ data }) => /^F\d{4}-/u.test(data.about));
  if (other === undefined || !row.by.match(/^[^:]+$/u)) return [];
  const text = TELLING.same({ other: shortCode(other.data.about) });
  return [tell(`person:${row.by}`, `same/${row.about}/${sha.slice(0, 12)}`, text)];
}

/** A photo of the problem that comes after the word has gone follows it to the same people. */
async function follow(
  found: Found<Evidence>,
  finding: Finding | undefined,
  world: World,
): Promise<readonly Draft[]> {
  if (finding === undefined || !isOpen(finding) || found.data.of !== 'problem') return [];
  const { heads, discipline } = await audienceOf(finding.unit, world);
  return [...heads, ...discipline].flatMap(({ person }) => photoDraft(finding, found, person.id, world));
}

async function fetched(event: Fetched, world: World): Promise<Change> {
  const found = await world.store.get(EVIDENCE, event.message);
  if (found === undefined) return NOTHING;
  const { data: row } = found;
  if (event.result === null) {
    const lost = put(EVIDENCE, found.id, { ...row, lost: true }, found);
    return { put: [lost], say: [tell(`person:${row.by}`, `lost/${found.id}`, TELLING.lost())] };
  }
  const { sha, name } = event.result;
  const kept: Evidence = { ...row, sha, name };
  const finding = (await world.store.get(FINDINGS, row.about))?.data;
  return {
    put: [put(EVIDENCE, found.id, kept, found)],
    say: [
      ...(await sameElsewhere(row, sha, world)),
      ...(await follow({ ...found, data: kept }, finding, world)),
    ],
    audit: finding === undefined ? [] : [{ who: row.by, did: 'evidence', about: row.about, detail: sha }],
  };
}

export const evidenceReaction: Reaction = {
  on: 'fetched',
  run: (event, world) => (event.kind === 'fetched' ? fetched(event, world) : Promise.resolve(NOTHING)),
};

export const evidenceCommands: readonly Command[] = [
  command({
    id: 'finding.evidence',
    verbs: ['佐证'],
    said: ['office', 'unit'],
    slots: { code: codeSlot },
    summary: '给一件事项附照片或文件',
    examples: [
      {
        as: '赵明',
        at: '督查群',
        say: '佐证 0001',
        reply: '请在5分钟内发F0001的照片或文件',
        given: ['赵明@督查群 > 问题 教育局 玩游戏 三楼办公室上班时间玩游戏', '赵明@督查群 > 1'],
      },
    ],
    run: ({ code }, ctx) => evidenceFor(fullCode(code, 'F', ctx.now), ctx),
  }),
  action({
    id: 'finding.hand',
    said: ['office', 'unit', 'private'],
    summary: '收下照片',
    run: (_, ctx) => hand(ctx),
  }),
];
