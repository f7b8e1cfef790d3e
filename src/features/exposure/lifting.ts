/** Takes exposures back: a correction goes everywhere they went, and what has not left yet stays. */

import { dayText } from '../../core/calendar-texts.ts';
import type { Address, Change, Draft } from '../../core/change.ts';
import { together } from '../../core/change.ts';
import { shortCode } from '../../core/codes.ts';
import type { World } from '../../core/context.ts';
import type { TimerJob } from '../../core/job.ts';
import { inform } from '../../core/say.ts';
import { type Found, put } from '../../core/store.ts';
import { takenBack } from '../../core/taken-back.ts';
import { dayOf } from '../../core/time.ts';
import { isReachable } from '../access/access.ts';
import { lift, turnDown } from './decide.ts';
import { EXPOSURE, EXPOSURES, type Exposure } from './exposure.ts';
import { TEXTS } from './texts.ts';

export const postKey = (code: string, to: string): string => `${code}/post/${to}`;

export const correctionText = (
  exposure: Exposure,
  reason: string,
  { org, now }: Pick<World, 'org' | 'now'>,
): string =>
  TEXTS.correction({
    code: shortCode(exposure.code),
    date: dayText(dayOf(exposure.postedAt ?? now)),
    unit: org.unit(exposure.unit)?.name ?? exposure.unit,
    reason,
  });

async function toHeads(exposure: Exposure, reason: string, world: World): Promise<readonly Draft[]> {
  const heads = world.org.holders(exposure.unit, 'head');
  const can = await Promise.all(heads.map(({ id }) => isReachable(world.store, id)));
  const holes = { code: shortCode(exposure.code), unit: world.org.unit(exposure.unit)?.name ?? '', reason };
  return heads
    .filter((_, n) => can[n])
    .map(({ id }) => inform(`person:${id}`, `${exposure.code}/lift/${id}`, TEXTS.correctionTold(holes)));
}

/** The change that lifts a posted exposure; `by` is a person or `system`. */
export async function lifted(
  found: Found<Exposure>,
  reason: string,
  by: string,
  world: World,
): Promise<Change> {
  const next = lift(found.data, reason);
  if (!next.ok) return {};
  const { code, went } = found.data;
  const unsent = await takenBack(
    world.store,
    went.map((to) => postKey(code, to)),
  );
  const gone = new Set(unsent.map(({ id }) => id));
  const text = correctionText(found.data, reason, world);
  return {
    put: [put(EXPOSURES, code, next.value, found), ...unsent],
    say: [
      ...went
        .filter((to) => !gone.has(postKey(code, to)))
        .map((to) => inform(to as Address, `${code}/lift/${to}`, text)),
      ...(await toHeads(found.data, reason, world)),
    ],
    audit: [{ who: by, did: EXPOSURE.verbs.lift, about: code, detail: reason }],
  };
}

/** Lifted without anybody asking: the office hears of it too. */
async function liftedAlone(found: Found<Exposure>, reason: string, world: World): Promise<Change> {
  const told = TEXTS.endedTold({ code: shortCode(found.id), reason });
  const say = [inform('office', `${found.id}/ended`, told)];
  return together([await lifted(found, reason, 'system', world), { say }]);
}

/** A withdrawn finding takes its exposures along: posted ones are corrected, proposed ones refused. */
async function ended(code: string, world: World): Promise<Change> {
  const reason = TEXTS.ended({ finding: shortCode(code) });
  const all = await world.store.find(EXPOSURES, { finding: code });
  const changes = all.map(async (found): Promise<Change> => {
    if (found.data.state === 'posted') return liftedAlone(found, reason, world);
    const next = turnDown(found.data, reason, 'system');
    if (!next.ok) return {};
    const told = TEXTS.endedTold({ code: shortCode(found.id), reason });
    return {
      put: [put(EXPOSURES, found.id, next.value, found)],
      say: [
        inform('office', `${found.id}/ended`, told),
        inform(`person:${found.data.proposer}`, `${found.id}/ended`, told),
      ],
      audit: [{ who: 'system', did: EXPOSURE.verbs.refuse, about: found.id, detail: reason }],
    };
  });
  return together(await Promise.all(changes));
}

export const endedTimer: TimerJob = {
  id: 'exposure.finding-ended',
  title: TEXTS.jobEnded(),
  run: ({ subject }, world) => ended(subject, world),
};
