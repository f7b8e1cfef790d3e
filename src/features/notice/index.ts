/** Notices: the office's own and the automatic ones before holidays, with their receipts. */
import type { Feature } from '../../core/feature.ts';
import { decideCommands } from './commands-decide.ts';
import { draftCommands } from './commands-draft.ts';
import { editCommands } from './commands-edit.ts';
import { signCommands } from './commands-sign.ts';
import { statusCommands } from './commands-status.ts';
import { begunNotice } from './hint.ts';
import { catchUpReactions, catchUpTimer, holidayJobs } from './jobs.ts';
import { HOLIDAYS, NOTICES, RECEIPTS } from './notice.ts';
import { rungTimers } from './rungs.ts';
import { keeps, owes, section } from './section.ts';
import { sweepJob } from './sweep.ts';
import { TEXTS } from './texts.ts';

export const noticeFeature: Feature = {
  noun: 'notice',
  title: '通知签收',
  commands: [...draftCommands, ...decideCommands, ...editCommands, ...statusCommands, ...signCommands],
  jobs: [...holidayJobs, sweepJob],
  timers: [...rungTimers, catchUpTimer],
  recognisers: [begunNotice],
  reactions: catchUpReactions,
  tables: [NOTICES, HOLIDAYS, RECEIPTS],
  texts: [TEXTS.catalogue],
  section,
  owes,
  keeps,
};
