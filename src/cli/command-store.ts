/** `ducha backup`, `restore` and `repair`: the data folder from outside. */

import { createLog } from '../adapters/log.ts';
import { backup, restore } from '../adapters/lowdb/backup.ts';
import { repair } from '../adapters/lowdb/repair.ts';
import type { StoreSettings } from '../adapters/lowdb/settings.ts';
import { readEnv } from '../adapters/settings/env.ts';
import { FEATURES } from '../app/features.ts';
import { tablesOf } from '../app/tables.ts';
import { DUCHA_TEXTS as TEXTS } from './ducha-texts.ts';
import { type CliCommand, UsageFault } from './usage.ts';

const print = (text: string): void => void process.stdout.write(`${text}\n`);
const settings = (): StoreSettings => ({ tables: tablesOf(FEATURES), log: createLog('error') });
const folder = (): string => readEnv(process.env).dataDir;

function fileOf(args: readonly string[], usage: string): string {
  const [file] = args;
  if (file === undefined || file.startsWith('-')) throw new UsageFault(usage);
  return file;
}

export const backupCommand: CliCommand = {
  usage: '<文件.tar.gz>',
  summary: '备份数据并试着恢复一遍（机器人运行时也可以）',
  run: async (args) => {
    const file = fileOf(args, TEXTS.backupUsage);
    const { bytes, spoilt } = await backup(folder(), file, settings());
    print(TEXTS.backupDone(file, bytes));
    if (spoilt.length > 0) print(TEXTS.spoilt(spoilt));
    return 0;
  },
};

export const restoreCommand: CliCommand = {
  usage: '<文件.tar.gz>',
  summary: '把备份恢复到空的数据目录',
  run: async (args) => {
    await restore(fileOf(args, TEXTS.restoreUsage), folder(), settings());
    print(TEXTS.restoreDone(folder()));
    return 0;
  },
};

export const repairCommand: CliCommand = {
  usage: '',
  summary: '数据损坏、不能启动时修复，原文件另存',
  run: async () => {
    const { aside, files } = await repair(folder(), settings());
    if (aside === null) print(TEXTS.repairFine);
    else
      print(
        [
          TEXTS.repairDone(aside),
          ...files.map((one) => TEXTS.repaired(one.file, one.byte, one.kept, one.lost)),
        ].join('\n'),
      );
    return 0;
  },
};
