/** Every night: notices whose time is up go, with their receipts. */
import type { World } from '../../core/context.ts';
import type { Job } from '../../core/job.ts';
import { drop, type Row } from '../../core/store.ts';
import { DAY } from '../../core/time.ts';
import { NOTICES, RECEIPTS } from './notice.ts';
import { TEXTS } from './texts.ts';

/** Days kept where limits.json does not say. */
const USUAL = 1_095;

/** The rows that go: notices last worded before the retention, and the receipts of each. */
async function past({ store, now, settings }: World): Promise<readonly Row[]> {
  const before = now - (settings.limits.retention[NOTICES.name] ?? USUAL) * DAY;
  const old = (await store.find(NOTICES, {})).filter(({ data }) => (data.issuedAt ?? data.wordedAt) < before);
  const receipts = await Promise.all(old.map(({ id }) => store.find(RECEIPTS, { code: id })));
  return [
    ...old.map((found) => drop(NOTICES, found)),
    ...receipts.flat().map((found) => drop(RECEIPTS, found)),
  ];
}

export const sweepJob: Job = {
  id: 'notice.sweep',
  title: '',
  on: 'daily',
  slots: () => [{ at: '00:30', why: TEXTS.sweepWhy() }],
  grace: 24 * 60,
  catchUp: 'latest',
  run: async (_, world) => ({ put: await past(world) }),
};
