/** Access: which contact is who, which group is whose, and the codes and confirmations that make it so. */
import type { Feature } from '../../core/feature.ts';
import {
  BINDING_CODES,
  BINDINGS,
  CLAIMS,
  DELEGATIONS,
  ENTRY_CODES,
  ERRANDS,
  GRANTS,
  HELLOS,
  MUTES,
  NEWCOMERS,
  NOMINATIONS,
  PACES,
  REQUESTS,
  ROOMS,
  TRIES,
} from './access.ts';
import { bindCommands } from './commands-bind.ts';
import { claimCommands } from './commands-claims.ts';
import { codeCommands } from './commands-codes.ts';
import { enableCommands } from './commands-enable.ts';
import { enterCommands, entryRecogniser } from './commands-enter.ts';
import { grantCommands } from './commands-grant.ts';
import { headCommands } from './commands-head.ts';
import { listCommands } from './commands-list.ts';
import { changedRecogniser, moveCommands } from './commands-move.ts';
import { selfCommands } from './commands-self.ts';
import { delegateCommands, delegationTimerJob } from './delegate.ts';
import { droppedReactions } from './dropped.ts';
import { approvalJob } from './jobs.ts';
import { keeps, owes } from './kept.ts';
import { memberReactions } from './members-seen.ts';
import { leaveTimerJob, roomReactions } from './rooms-met.ts';
import { strangerReactions } from './strangers.ts';
import { sweepJob } from './sweep.ts';
import { ACCESS } from './texts.ts';

export const accessFeature: Feature = {
  noun: 'access',
  title: '接入与人员',
  commands: [
    ...selfCommands,
    ...listCommands,
    ...headCommands,
    ...delegateCommands,
    ...claimCommands,
    ...bindCommands,
    ...enterCommands,
    ...codeCommands,
    ...enableCommands,
    ...grantCommands,
    ...moveCommands,
  ],
  jobs: [approvalJob, sweepJob],
  timers: [leaveTimerJob, delegationTimerJob],
  recognisers: [entryRecogniser, changedRecogniser],
  reactions: [...strangerReactions, ...roomReactions, ...memberReactions, ...droppedReactions],
  tables: [
    BINDINGS,
    ROOMS,
    BINDING_CODES,
    ENTRY_CODES,
    TRIES,
    CLAIMS,
    NOMINATIONS,
    HELLOS,
    PACES,
    ERRANDS,
    NEWCOMERS,
    GRANTS,
    MUTES,
    DELEGATIONS,
    REQUESTS,
  ],
  texts: [ACCESS.catalogue],
  owes,
  keeps,
};
