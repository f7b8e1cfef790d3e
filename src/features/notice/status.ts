/** How far the receipts of a notice are: for `签收情况` and for digests. */

import type { World } from '../../core/context.ts';
import { clockText, namesText, unitNames } from '../../core/phrase-texts.ts';
import type { Found, Reader } from '../../core/store.ts';
import { holesOf } from './message.ts';
import { NOTICES, type Notice, RECEIPTS, type Receipt } from './notice.ts';
import { reachOf } from './reach.ts';
import { TEXTS } from './texts.ts';

/** Names listed in the office, where a person works from the list. */
const OFFICE_NAMES = 60;

export interface Tally {
  readonly notice: Notice;
  /** Units whose receipt of the present edition is there, and is not, in roster order. */
  readonly signed: readonly Receipt[];
  readonly missing: readonly string[];
}

export async function tallyOf(store: Reader, notice: Notice): Promise<Tally> {
  const rows = await store.find(RECEIPTS, { code: notice.code });
  const current = rows.filter(({ data }) => data.edition === notice.edition).map(({ data }) => data);
  const signed = current.filter(({ state }) => state === 'signed');
  const have = new Set(signed.map(({ unit }) => unit));
  return { notice, signed, missing: notice.units.filter((unit) => !have.has(unit)) };
}

/** Notices that still ask for receipts, newest first. */
export const openNotices = async (store: Reader): Promise<readonly Notice[]> =>
  (await store.find(NOTICES, { state: 'issued' }))
    .map(({ data }: Found<Notice>) => data)
    .sort((a, b) => (b.issuedAt ?? 0) - (a.issuedAt ?? 0));

/** One notice's receipts as the office reads them. */
export async function statusText(notice: Notice, world: World): Promise<string> {
  const { signed, missing } = await tallyOf(world.store, notice);
  const { live, trial } = await reachOf(world.store);
  const nameOf = (unit: string): string => {
    const name = world.org.unit(unit)?.name ?? unit;
    return live.has(unit) || trial.has(unit) ? name : TEXTS.statusUnbound({ name });
  };
  const head = TEXTS.statusHead({
    ...holesOf(notice),
    signed: signed.length,
    all: notice.units.length,
    due: clockText(notice.dueAt ?? world.now, world.now),
  });
  const proxies = signed.filter(({ proxy }) => proxy).map(({ unit }) => unit);
  return [
    head,
    ...(missing.length === 0
      ? []
      : [TEXTS.statusMissing({ names: namesText(missing.map(nameOf), OFFICE_NAMES) })]),
    ...(proxies.length === 0
      ? []
      : [TEXTS.statusProxy({ names: namesText(unitNames(proxies, world.org), OFFICE_NAMES) })]),
  ].join('\n');
}
