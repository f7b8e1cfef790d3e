/** Replies: free text that answers a notice, read and handed to the room it concerns. */
import type { Feature } from '../../core/feature.ts';
import { replyCommands } from './commands.ts';
import { replies } from './recognise.ts';
import { TEXTS } from './texts.ts';

export const replyFeature: Feature = {
  noun: 'reply',
  title: '回复',
  commands: replyCommands,
  recognisers: [replies],
  tables: [],
  texts: [TEXTS.catalogue],
};
