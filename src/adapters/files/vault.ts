/** Evidence on disk: `<first two hex digits>/<SHA-256>.<ending>`, written whole or not at all, and never changed. */
import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Vault } from '../../core/ports.ts';
import { pictureOf } from './picture.ts';

const SHA = /^[0-9a-f]{64}$/u;
const ENDING = /\.([A-Za-z0-9]{1,8})$/u;

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The ending only serves whoever opens the folder by hand; a picture has the one its bytes ask for. */
function endingOf(bytes: Uint8Array, name: string): string {
  const picture = pictureOf(bytes);
  if (picture !== undefined && picture !== 'other') return picture;
  return ENDING.exec(name)?.[1]?.toLowerCase() ?? 'bin';
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  await folder.sync().finally(() => folder.close());
}

async function makeFolder(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true });
  if (first === undefined) return;
  for (let made = path; made.length >= first.length; made = dirname(made)) await syncFolder(dirname(made));
}

async function write(path: string, bytes: Uint8Array): Promise<void> {
  const draft = join(dirname(path), `.${randomBytes(8).toString('hex')}.tmp`);
  await makeFolder(dirname(path));
  try {
    const file = await open(draft, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
      // Seen on full disks: a write that claims success and leaves a shorter file.
      if ((await file.stat()).size !== bytes.length) throw new Error('a file is shorter than it was written');
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
}

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

/** The vault in `folder`, which is made when the first file is kept. Throws when the disk does not take a file. */
export function diskVault(folder: string): Vault {
  const placeOf = (sha: string): string => join(folder, sha.slice(0, 2));
  /** Paths under which the bytes lie; anything that is no hash leads nowhere. */
  const pathsOf = async (sha: string): Promise<readonly string[]> => {
    if (!SHA.test(sha)) return [];
    try {
      const names = await readdir(placeOf(sha));
      return names.filter((name) => name.startsWith(`${sha}.`)).map((name) => join(placeOf(sha), name));
    } catch (error) {
      if (isMissing(error)) return [];
      throw error;
    }
  };
  const read = async (sha: string): Promise<Uint8Array | undefined> => {
    for (const path of await pathsOf(sha)) {
      const bytes = await readFile(path);
      if (hashOf(bytes) === sha) return bytes;
    }
    return undefined;
  };
  const keep = async (bytes: Uint8Array, name: string): Promise<string> => {
    const sha = hashOf(bytes);
    if ((await read(sha)) === undefined)
      await write(join(placeOf(sha), `${sha}.${endingOf(bytes, name)}`), bytes);
    return sha;
  };
  // One after another: the same bytes twice at a time would be written twice under two endings.
  let last: Promise<unknown> = Promise.resolve();
  return {
    read,
    keep: (bytes, name) => {
      const kept = last.then(() => keep(bytes, name));
      last = kept.catch(() => undefined);
      return kept;
    },
    drop: async (sha) => {
      const paths = await pathsOf(sha);
      for (const path of paths) await rm(path, { force: true });
      if (paths.length > 0) await syncFolder(placeOf(sha));
    },
  };
}
