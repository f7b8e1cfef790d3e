/** The checkpoint files of a data folder; whatever else lies there is not the store's. */
import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
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

const FOLDER = /^[0-9a-f]{2}$/u;
const EVIDENCE = /^[0-9a-f]{64}\.[a-z0-9]{1,8}$/u;
/** Where evidence lies beside the store: `files/ab/<SHA-256 in hex>.<ending>`. */
const FILES = 'files';

/** Every file of evidence, as paths within the folder. */
export async function evidenceFiles(folder: string): Promise<readonly string[]> {
  const files: string[] = [];
  for (const place of await namesIn(join(folder, FILES), FOLDER))
    for (const name of await namesIn(join(folder, FILES, place), EVIDENCE))
      files.push(`${FILES}/${place}/${name}`);
  return files;
}

/** True for a path of a file of evidence. */
const isEvidence = (path: string): boolean => {
  const [root, place = '', name = '', more] = path.split('/');
  return root === FILES && more === undefined && FOLDER.test(place) && EVIDENCE.test(name);
};

/** The hash a file of evidence must have. */
export const hashInName = (file: string): string => basename(file).slice(0, 64);

/** The day a file holds. */
export const dayOfFile = (file: string): string => file.slice(-'YYYY-MM-DD.json'.length, -'.json'.length);

/** True for a path that a backup may hold. */
export const isStoreFile = (path: string): boolean =>
  path === LIVE ||
  path === 'journal.jsonl' ||
  isEvidence(path) ||
  /^[A-Za-z0-9][A-Za-z0-9._-]*\/\d{4}-\d{2}\/\d{4}-\d{2}-\d{2}\.json$/u.test(path);
