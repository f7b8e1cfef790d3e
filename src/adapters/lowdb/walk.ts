/** The checkpoint files of a data folder; whatever else lies there is not the store's. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isMissing } from './errors.ts';
import { LIVE } from './unit.ts';

const MONTH = /^\d{4}-\d{2}$/u;
const DAY = /^\d{4}-\d{2}-\d{2}\.json$/u;
const TABLE = /^[A-Za-z0-9][A-Za-z0-9._-]*$/u;

const namesIn = (path: string, pattern: RegExp): Promise<readonly string[]> =>
  readdir(path).then(
    (names) => names.filter((name) => pattern.test(name)).sort(),
    (error: NodeJS.ErrnoException) => {
      if (isMissing(error) || error.code === 'ENOTDIR') return [];
      throw error;
    },
  );

/** The day files of a daily table, oldest first, as paths within the folder. */
export async function dayFilesOf(folder: string, table: string): Promise<readonly string[]> {
  const files: string[] = [];
  for (const month of await namesIn(join(folder, table), MONTH))
    for (const day of await namesIn(join(folder, table, month), DAY)) files.push(`${table}/${month}/${day}`);
  return files;
}

/** Every checkpoint file, as paths within the folder. */
export async function checkpointFiles(folder: string): Promise<readonly string[]> {
  const files = [...(await namesIn(folder, /^live\.json$/u))];
  for (const table of await namesIn(folder, TABLE)) files.push(...(await dayFilesOf(folder, table)));
  return files;
}

/** The day a file holds. */
export const dayOfFile = (file: string): string => file.slice(-'YYYY-MM-DD.json'.length, -'.json'.length);

/** True for a path that a backup may hold. */
export const isStoreFile = (path: string): boolean =>
  path === LIVE ||
  path === 'journal.jsonl' ||
  /^[A-Za-z0-9][A-Za-z0-9._-]*\/\d{4}-\d{2}\/\d{4}-\d{2}-\d{2}\.json$/u.test(path);
