/** Every night: exposures whose time is up go. */
import type { Job } from '../../core/job.ts';
import { drop } from '../../core/store.ts';
import { DAY } from '../../core/time.ts';
import { EXPOSURES } from './exposure.ts';
import { TEXTS } from './texts.ts';

/** Days kept where limits.json does not say. */
const USUAL = 1_095;

export const sweepJob: Job = {
  id: 'exposure.sweep',
  title: '',
  on: 'daily',
  slots: () => [{ at: '00:50', why: TEXTS.sweepWhy() }],
  grace: 24 * 60,
  catchUp: 'latest',
  run: async (_, { store, now, settings }) => {
    const before = now - (settings.limits.retention[EXPOSURES.name] ?? USUAL) * DAY;
    const old = (await store.find(EXPOSURES, {})).filter(({ data }) => data.proposedAt < before);
    return { put: old.map((found) => drop(EXPOSURES, found)) };
  },
};
