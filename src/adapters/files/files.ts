/** The Files port: documents become xlsx, rosters are read; both in a thread with limits. */
import type { Files } from '../../core/ports.ts';
import { writeWorkbook } from './engine.ts';
import { pictureOf } from './picture.ts';
import { readRosterSheet } from './roster-sheet.ts';
import { sheetsOf } from './sheet.ts';
import { shown } from './strip.ts';

export const createFiles = (): Files => ({
  render: (document) => writeWorkbook({ sheets: sheetsOf(document) }),
  readRoster: readRosterSheet,
  isImage: (bytes) => pictureOf(bytes) !== undefined,
  shown,
});
