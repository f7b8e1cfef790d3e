/** Org: the roster as people see it, and its changes. */
import type { Feature } from '../../core/feature.ts';
import { orgReactions } from './changes.ts';
import { orgCommands } from './commands.ts';
import { LEFT } from './org.ts';
import { ORG } from './texts.ts';

export const orgFeature: Feature = {
  noun: 'org',
  title: '名册',
  commands: orgCommands,
  reactions: orgReactions,
  tables: [LEFT],
  texts: [ORG.catalogue],
};
