/** The room of whereabouts: who is away today, said once and in plain words. */
import type { Feature } from '../../core/feature.ts';
import { correctCommand, reportAction, sayCommand, unsayAction, withdrawCommand } from './commands.ts';
import { answerActions } from './commands-answer.ts';
import { boardCommand, missingCommand } from './commands-board.ts';
import { cutoffJob, promptJob } from './jobs.ts';
import { askJob, nudgeJob } from './jobs-ask.ts';
import { countsJob } from './jobs-counts.ts';
import { reactions } from './jobs-line.ts';
import { tidyJob } from './jobs-tidy.ts';
import { recogniser } from './recognise.ts';
import { ABSENCES, COUNTS, DOUBTS, LAST_WORDS, VIEWS, WHEREABOUTS } from './record.ts';
import { owes, section } from './section.ts';
import { keeps } from './section-keeps.ts';
import { TEXTS } from './texts.ts';

export const whereaboutsFeature: Feature = {
  noun: 'whereabouts',
  title: '去向',
  commands: [
    sayCommand,
    correctCommand,
    withdrawCommand,
    boardCommand,
    missingCommand,
    reportAction,
    unsayAction,
    ...answerActions,
  ],
  jobs: [promptJob, nudgeJob, askJob, cutoffJob, tidyJob, countsJob],
  recognisers: [recogniser],
  reactions,
  tables: [WHEREABOUTS, ABSENCES, DOUBTS, LAST_WORDS, VIEWS, COUNTS],
  texts: [TEXTS.catalogue],
  section,
  owes,
  keeps,
};
