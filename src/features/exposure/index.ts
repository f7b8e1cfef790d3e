/** Exposures: proposed and approved by two people, posted in one exact text, lifted by a correction. */
import type { Feature } from '../../core/feature.ts';
import { changedTimer } from './changed.ts';
import { commands } from './commands.ts';
import { EXPOSURES } from './exposure.ts';
import { owes } from './owes.ts';
import { postingTimer } from './posting.ts';
import { sweepJob } from './sweep.ts';
import { TEXTS } from './texts.ts';

export const exposureFeature: Feature = {
  noun: 'exposure',
  title: '曝光',
  commands,
  jobs: [sweepJob],
  timers: [changedTimer, postingTimer],
  tables: [EXPOSURES],
  texts: [TEXTS.catalogue],
  owes,
};
