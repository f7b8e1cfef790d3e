/** Org: the roster as people see it, and its changes. */
import type { Feature } from '../../core/feature.ts';
import { orgReactions } from './changes.ts';
import { orgCommands } from './commands.ts';
import { LEFT, SEEN } from './org.ts';
import { keeps, seenJob } from './seen.ts';
import { ORG } from './texts.ts';

export const orgFeature: Feature = {
  noun: 'org',
  title: '名册',
  commands: orgCommands,
  reactions: orgReactions,
  jobs: [seenJob],
  keeps,
  tables: [LEFT, SEEN],
  texts: [ORG.catalogue],
};
