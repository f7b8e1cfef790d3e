/** Files that are really on disk when a promise says so. */
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** An open file, written at given offsets. Every method settles only when all of it is done, or throws. */
export interface OpenFile {
  readonly write: (bytes: Uint8Array, at: number) => Promise<void>;
  readonly read: (from: number, to: number) => Promise<Uint8Array>;
  readonly size: () => Promise<number>;
  readonly truncate: (size: number) => Promise<void>;
  readonly sync: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** What the store asks of a file system; tests give it one that runs full or fails. */
export interface Disk {
  /** `old` must exist; `new` is made, or emptied when it exists. */
  readonly open: (path: string, which: 'old' | 'new') => Promise<OpenFile>;
  /** Atomically puts a file in the place of another. On disk only after `syncFolder`. */
  readonly rename: (from: string, to: string) => Promise<void>;
  readonly syncFolder: (path: string) => Promise<void>;
}

async function openFile(path: string, which: 'old' | 'new'): Promise<OpenFile> {
  const file = await open(path, which === 'old' ? 'r+' : 'w+');
  const write = async (bytes: Uint8Array, at: number): Promise<void> => {
    // A disk that is nearly full takes a part and says how much; the next call then says why.
    for (let done = 0; done < bytes.length; )
      done += (await file.write(bytes, done, bytes.length - done, at + done)).bytesWritten;
  };
  const read = async (from: number, to: number): Promise<Uint8Array> => {
    const bytes = new Uint8Array(to - from);
    for (let done = 0; done < bytes.length; ) {
      const { bytesRead } = await file.read(bytes, done, bytes.length - done, from + done);
      if (bytesRead === 0) throw new Error('a file is shorter than it was written');
      done += bytesRead;
    }
    return bytes;
  };
  return {
    write,
    read,
    size: async () => (await file.stat()).size,
    truncate: (size) => file.truncate(size),
    sync: () => file.datasync(),
    close: () => file.close(),
  };
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** The file system of this machine. */
export const realDisk: Disk = { open: openFile, rename, syncFolder };

/** Makes a folder and those above it, and makes them last. */
export async function makeFolder(disk: Disk, path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true });
  if (first === undefined) return;
  for (let made = path; made.length >= first.length; made = dirname(made))
    await disk.syncFolder(dirname(made));
}

/** Puts a new file in the place of `path`, whole or not at all, and on disk when it resolves. */
export async function replace(disk: Disk, path: string, chunks: Iterable<string>): Promise<void> {
  const draft = `${path}.tmp`;
  await makeFolder(disk, dirname(path));
  try {
    await written(disk, draft, chunks);
    await disk.rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  await disk.syncFolder(dirname(path));
}

async function written(disk: Disk, path: string, chunks: Iterable<string>): Promise<void> {
  const file = await disk.open(path, 'new');
  try {
    let size = 0;
    for (const chunk of chunks) {
      const bytes = Buffer.from(chunk);
      await file.write(bytes, size);
      size += bytes.length;
    }
    await file.sync();
    // Seen on full disks: a write that claims success and leaves a shorter file.
    if ((await file.size()) !== size) throw new Error('a file is shorter than it was written');
  } finally {
    await file.close();
  }
}
