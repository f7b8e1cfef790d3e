/** A checkpoint file as lowdb's adapter: sealed, replaced whole and durably, never trusted unread. */
import { readFile } from 'node:fs/promises';
import type { Adapter } from 'lowdb';
import { type Disk, replace } from './disk.ts';
import { Damaged, isMissing } from './errors.ts';
import { type Page, pageSchema, pageText } from './page.ts';
import { salvage } from './salvage.ts';
import { sealedAll, unsealed } from './sealed.ts';

/** The bytes of a file, or `undefined` when there is none. */
export const bytesOf = (path: string): Promise<Buffer | undefined> =>
  readFile(path).catch((error: unknown) => {
    if (isMissing(error)) return undefined;
    throw error;
  });

/** The page in these bytes. Throws `Damaged` with the file's `name` when it is not as it was written. */
export function pageOf(bytes: Buffer, name: string): Page {
  const page = pageSchema.safeParse(unsealed(bytes));
  if (page.success) return page.data;
  throw new Damaged(name, salvage(bytes).byte, 'the checkpoint is not as it was written');
}

/** The adapter of one file; `name` is its path within the data folder. */
export const pageFile = (disk: Disk, path: string, name: string): Adapter<Page> => ({
  read: async () => {
    const bytes = await bytesOf(path);
    return bytes === undefined ? null : pageOf(bytes, name);
  },
  write: (page) => replace(disk, path, sealedAll(pageText(page))),
});
