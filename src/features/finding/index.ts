/** Findings: registered on the street, told to the unit head in private, signed, put right, verified and closed. */
import type { Feature } from '../../core/feature.ts';
import { checkCommands } from './check.ts';
import { codeRecogniser, listCommands } from './commands-lists.ts';
import { officeCommands } from './commands-office.ts';
import { registerCommands } from './commands-register.ts';
import { unitCommands } from './commands-unit.ts';
import { escalateCommands } from './escalate.ts';
import { evidenceCommands, evidenceReaction, handing } from './evidence.ts';
import { CHECKS, EVIDENCE, FINDING_DRAFTS, FINDINGS, HANDED, WORDS } from './finding.ts';
import { recallReaction } from './recalled.ts';
import { rungTimers } from './rungs.ts';
import { keeps, owes, section } from './section.ts';
import { sweepJob } from './sweep.ts';
import { TEXTS } from './texts.ts';
import { LISTS } from './texts-lists.ts';
import { TELLING } from './texts-telling.ts';

export const findingFeature: Feature = {
  noun: 'finding',
  title: '督查问题',
  commands: [
    ...registerCommands,
    ...officeCommands,
    ...escalateCommands,
    ...unitCommands,
    ...evidenceCommands,
    ...checkCommands,
    ...listCommands,
  ],
  jobs: [sweepJob],
  timers: rungTimers,
  recognisers: [handing, codeRecogniser],
  reactions: [evidenceReaction, recallReaction],
  tables: [FINDINGS, FINDING_DRAFTS, EVIDENCE, HANDED, WORDS, CHECKS],
  texts: [TEXTS.catalogue, TELLING.catalogue, LISTS.catalogue],
  section,
  owes,
  keeps,
};
