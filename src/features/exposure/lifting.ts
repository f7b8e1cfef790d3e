/** Takes exposures back: a correction goes everywhere they went, and what has not left yet stays. */

import { dayText } from '../../core/calendar-texts.ts';
import type { Address, Change, Draft } from '../../core/change.ts';
import { shortCode } from '../../core/codes.ts';
import type { World } from '../../core/context.ts';
import { inform } from '../../core/say.ts';
import { type Found, put } from '../../core/store.ts';
import { dayOf } from '../../core/time.ts';
import { isReachable } from '../access/access.ts';
import { lift } from './decide.ts';
import { EXPOSURE, EXPOSURES, type Exposure } from './exposure.ts';
import { TEXTS } from './texts.ts';
import { unsent } from './unsent.ts';

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
  const { rows, rooms } = await unsent(found.data, world);
  const text = correctionText(found.data, reason, world);
  return {
    put: [put(EXPOSURES, code, next.value, found), ...rows],
    say: [
      ...went
        .filter((to) => !rooms.includes(to))
        .map((to) => inform(to as Address, `${code}/lift/${to}`, text)),
      ...(await toHeads(found.data, reason, world)),
    ],
    audit: [{ who: by, did: EXPOSURE.verbs.lift, about: code, detail: reason }],
  };
}
