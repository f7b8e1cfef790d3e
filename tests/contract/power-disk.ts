/** The real disk, with a record of what a power cut would leave: only what was synced, under names that were synced. */
import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Disk, type OpenFile, realDisk } from '../../src/adapters/lowdb/disk.ts';

interface Content {
  written: Buffer;
  synced: Buffer;
}
type Names = ReadonlyMap<string, Content | 'folder'>;

export interface PowerDisk extends Disk {
  /** What a cut would leave of `folder` at this moment: paths within it, and bytes. */
  readonly cut: (folder: string) => readonly (readonly [string, Buffer])[];
}

function spliced(content: Content, bytes: Uint8Array, at: number): void {
  const size = Math.max(content.written.length, at + bytes.length);
  const grown = Buffer.alloc(size);
  content.written.copy(grown);
  grown.set(bytes, at);
  content.written = grown;
}

function recorded(file: OpenFile, content: Content, before: () => void): OpenFile {
  return {
    ...file,
    write: async (bytes, at) => {
      before();
      await file.write(bytes, at);
      spliced(content, bytes, at);
    },
    truncate: async (size) => {
      await file.truncate(size);
      content.written = content.written.subarray(0, size);
    },
    sync: async () => {
      before();
      await file.sync();
      content.synced = content.written;
    },
  };
}

/** `before` is called ahead of every step that could be cut off. */
export function powerDisk(before: () => void): PowerDisk {
  const files = new Map<string, Content>();
  const folders = new Map<string, Names>();

  const open: Disk['open'] = async (path, which) => {
    const file = await realDisk.open(path, which);
    const known = which === 'old' ? files.get(path) : undefined;
    const content = known ?? { written: Buffer.alloc(0), synced: Buffer.alloc(0) };
    files.set(path, content);
    return recorded(file, content, before);
  };
  const rename: Disk['rename'] = async (from, to) => {
    before();
    await realDisk.rename(from, to);
    const content = files.get(from);
    if (content === undefined) throw new Error('renamed what was never opened');
    files.delete(from);
    files.set(to, content);
  };
  const syncFolder: Disk['syncFolder'] = async (path) => {
    before();
    await realDisk.syncFolder(path);
    const names = new Map<string, Content | 'folder'>();
    for (const entry of readdirSync(path, { withFileTypes: true }))
      if (entry.isDirectory()) names.set(entry.name, 'folder');
    for (const [file, content] of files) if (dirname(file) === path) names.set(basename(file), content);
    folders.set(path, names);
  };
  const cut = (folder: string): readonly (readonly [string, Buffer])[] =>
    [...(folders.get(folder) ?? [])].flatMap(([name, content]) =>
      content === 'folder'
        ? cut(join(folder, name)).map(([path, bytes]) => [join(name, path), bytes] as const)
        : [[name, content.synced] as const],
    );
  return { open, rename, syncFolder, cut };
}
