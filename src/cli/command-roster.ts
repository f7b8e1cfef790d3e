/** `ducha import` and `ducha onboard`: the roster from a sheet, and a slip for each unit. */
import { randomBytes } from 'node:crypto';
import { open, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createFiles } from '../adapters/files/files.ts';
import { isRosterFault } from '../adapters/files/roster-fault.ts';
import { createLanguage } from '../adapters/language/language.ts';
import { createLog } from '../adapters/log.ts';
import { Locked } from '../adapters/lowdb/errors.ts';
import { openStore } from '../adapters/lowdb/store.ts';
import { secrets } from '../adapters/secrets.ts';
import { readEnv } from '../adapters/settings/env.ts';
import { readRosterFile } from '../adapters/settings/folder.ts';
import { FEATURES } from '../app/features.ts';
import { tablesOf } from '../app/tables.ts';
import { orgOf } from '../core/org.ts';
import type { RosterLine } from '../core/roster.ts';
import { ENTRY_CODES } from '../features/access/access.ts';
import { issueSlips, slipSheet } from '../features/access/slips.ts';
import { planRoster, type RosterPlan } from '../features/org/import.ts';
import { readConfig } from './config.ts';
import { DUCHA_TEXTS as TEXTS } from './ducha-texts.ts';
import { type CliCommand, UsageFault } from './usage.ts';

const print = (text: string): void => void process.stdout.write(`${text}\n`);
const MOST_BYTES = 5_000_000;

async function linesOf(file: string): Promise<readonly RosterLine[]> {
  const bytes = await readFile(file).catch(() => {
    throw new UsageFault(TEXTS.noFile(file));
  });
  if (bytes.length > MOST_BYTES) throw new UsageFault(TEXTS.noFile(file));
  try {
    return await createFiles().readRoster(bytes);
  } catch (error) {
    if (!isRosterFault(error)) throw error;
    throw new UsageFault([TEXTS.importFaults, ...error.lines].join('\n'));
  }
}

/** Pinyin initials and random letters: readable, and never an id that somebody had before. */
function newIds(): (name: string) => string {
  const language = createLanguage();
  return (name) => {
    const initials = language
      .pinyin(name)
      .map((syllable) => syllable.slice(0, 1))
      .join('')
      .replace(/[^a-z]/gu, '');
    return `${initials === '' ? 'x' : initials}-${randomBytes(3).toString('hex')}`;
  };
}

/** A whole new file beside the old one, synced and renamed over it: a reader sees the old or the new one. */
async function replaceFile(file: string, text: string): Promise<void> {
  const draft = `${file}.new`;
  await writeFile(draft, text, { mode: 0o600 });
  const handle = await open(draft, 'r+');
  await handle.sync().finally(() => handle.close());
  await rename(draft, file);
}

function preview({ preview: { adds, changes, removals }, faults, doubts }: RosterPlan): string {
  const rows = (head: string, words: RosterPlan['faults']) =>
    words.length === 0 ? [] : [head, ...words.map(({ row, why }) => TEXTS.row(row, why))];
  const part = (head: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [head, ...lines.map((line) => `  ${line}`)];
  const changed = [
    ...part(TEXTS.importAdds, adds),
    ...part(TEXTS.importChanges, changes),
    ...part(TEXTS.importRemovals, removals),
  ];
  return [
    ...rows(TEXTS.importFaults, faults),
    ...rows(TEXTS.importDoubts, doubts),
    ...(changed.length === 0 ? [TEXTS.importSame] : changed),
  ].join('\n');
}

export const importCommand: CliCommand = {
  usage: '<名册.xlsx> [--apply]',
  summary: '从表格导入名册；不加 --apply 只看预览',
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { apply: { type: 'boolean' } },
      allowPositionals: true,
    });
    const [file] = positionals;
    if (file === undefined) throw new UsageFault(TEXTS.importUsage);
    const target = join(readEnv(process.env).configDir, 'units.json');
    const plan = planRoster(await readRosterFile(target), await linesOf(file), newIds());
    print(preview(plan));
    if (values.apply !== true) print(TEXTS.importPreview);
    else if (plan.faults.length > 0) print(TEXTS.importRefused);
    else {
      await replaceFile(target, `${JSON.stringify(plan.roster, null, 1)}\n`);
      print(TEXTS.importDone(target));
    }
    return plan.faults.length > 0 ? 1 : 0;
  },
};

export const onboardCommand: CliCommand = {
  usage: '--out <接入单.xlsx>',
  summary: '给每个单位生成接入码，一单位一张',
  run: async (args) => {
    const { values } = parseArgs({ args: [...args], options: { out: { type: 'string' } } });
    if (values.out === undefined) throw new UsageFault(TEXTS.onboardUsage);
    const env = readEnv(process.env);
    const { facts } = await readConfig(env.configDir, FEATURES);
    const store = await openStore(env.dataDir, { tables: tablesOf(FEATURES), log: createLog('error') }).catch(
      (error: unknown) => {
        throw error instanceof Locked ? new UsageFault(TEXTS.running) : error;
      },
    );
    try {
      const { supervised } = orgOf(facts.roster, createLanguage());
      const now = Date.now();
      const { slips, rows } = issueSlips(supervised, await store.find(ENTRY_CODES, {}), 'system', {
        now,
        secrets,
      });
      await store.commit(rows);
      await writeFile(values.out, await createFiles().render(slipSheet(slips, now), 'xlsx'), { mode: 0o600 });
      print(TEXTS.onboardDone(slips.length, values.out));
    } finally {
      await store.close();
    }
    return 0;
  },
};
