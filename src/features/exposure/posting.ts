/** Posts an approved exposure when people may be disturbed, if everything still is as it was approved. */
import type { Address, Change } from '../../core/change.ts';
import { NOTHING } from '../../core/change.ts';
import { shortCode } from '../../core/codes.ts';
import type { Ctx, World } from '../../core/context.ts';
import { TIMERS, type TimerJob } from '../../core/job.ts';
import { inform } from '../../core/say.ts';
import { type Found, put, type Row } from '../../core/store.ts';
import { ROOMS } from '../access/access.ts';
import { FINDINGS } from '../finding/finding.ts';
import { type Ground, post, sentBack } from './decide.ts';
import { EXPOSURE, EXPOSURES, type Exposure, postKey } from './exposure.ts';
import { TEXTS } from './texts.ts';
import { addressesOf, spanText, textOf, unfitWords } from './wording.ts';

const JOB = 'exposure.post';

/** The finding of an exposure as it is now, and the text that would be written of it today. */
export async function groundOf(exposure: Exposure, world: World): Promise<Ground | undefined> {
  const finding = (await world.store.get(FINDINGS, exposure.finding))?.data;
  if (finding === undefined) return undefined;
  const text = textOf(exposure.code, finding, exposure.own, world);
  const unfit = unfitWords(exposure.own || finding.fact, finding, world);
  return { finding, text, hash: world.secrets.hash(text), unfit };
}

/** The configured rooms that are there and enabled. */
async function roomsNow(world: World): Promise<readonly Address[]> {
  const rooms = (await world.store.find(ROOMS, {})).map(({ data }) => data);
  const live = rooms.filter(({ state }) => state === 'live');
  const has = (kind: string): boolean => live.some((room) => room.kind === kind);
  const units = live.flatMap(({ kind, unit }) =>
    kind === 'unit' && unit !== null && world.org.unit(unit) !== undefined ? [unit] : [],
  );
  return addressesOf(world, { public: has('public'), leaders: has('leaders'), units });
}

export const postTimer = async (code: string, at: number, { store }: Pick<Ctx, 'store'>): Promise<Row> => {
  const id = `${JOB}/${code}`;
  return put(TIMERS, id, { at, job: JOB, subject: code }, await store.get(TIMERS, id));
};

/** It may not go out as it was approved: the office hears why, and it waits for a new approval. */
function returned(found: Found<Exposure>, why: string, world: World): Change {
  // Its text stays as it was: whoever approves anew is shown what has changed first.
  const back = sentBack(found.data);
  const text = TEXTS.returned({ code: shortCode(back.code), why });
  return {
    put: [put(EXPOSURES, found.id, back, found)],
    say: [inform('office', `${back.code}/returned/${world.now}`, text)],
    audit: [{ who: 'system', did: EXPOSURE.verbs.return, about: found.id, detail: why }],
  };
}

async function postNow(code: string, world: World): Promise<Change> {
  const found = await world.store.get(EXPOSURES, code);
  const ground = found === undefined ? undefined : await groundOf(found.data, world);
  if (found === undefined || ground === undefined || found.data.state !== 'approved') return NOTHING;
  const rooms = await roomsNow(world);
  const next = post(found.data, ground, rooms, world.now);
  if (!next.ok) return returned(found, next.error, world);
  const { text, hash } = next.value;
  const span = spanText(world.now - ground.finding.issuedAt);
  const told = TEXTS.posted({ code: shortCode(code), span });
  return {
    put: [put(EXPOSURES, code, next.value, found)],
    say: [
      ...rooms.map((to) => inform(to, postKey(code, to), text)),
      inform('office', `${code}/posted`, told),
    ],
    audit: [{ who: 'system', did: EXPOSURE.verbs.post, about: code, detail: hash }],
  };
}

export const postingTimer: TimerJob = {
  id: JOB,
  title: TEXTS.jobPost(),
  run: ({ subject }, world) => postNow(subject, world),
};
