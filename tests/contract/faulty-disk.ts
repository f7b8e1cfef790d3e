/** A disk that runs full, or breaks its word, when a test says so; otherwise the real one. */
import { type Disk, type OpenFile, realDisk } from '../../src/adapters/lowdb/disk.ts';

export interface FaultyDisk extends Disk {
  /** Bytes that may still be written; what does not fit is written in part, as disks do. */
  room: number;
  /** Only writes to files of this name are counted and refused. */
  where: RegExp;
  /** Called while a write is being refused. */
  refusing: () => void;
  /** The next syncs fail. */
  syncFails: boolean;
  /** The next cuts fail. */
  truncateFails: boolean;
}

const failure = (code: string): Error => Object.assign(new Error(code), { code });

/** A disk with all the room there is, until told otherwise. */
export function faultyDisk(): FaultyDisk {
  const faulty = {
    room: Number.POSITIVE_INFINITY,
    where: /./u,
    refusing: () => {},
    syncFails: false,
    truncateFails: false,
  };
  const wrapped = (file: OpenFile, path: string): OpenFile => ({
    ...file,
    write: async (bytes, at) => {
      const fits = faulty.where.test(path) ? Math.min(bytes.length, faulty.room) : bytes.length;
      await file.write(bytes.subarray(0, fits), at);
      if (faulty.where.test(path)) faulty.room -= fits;
      if (fits === bytes.length) return;
      faulty.refusing();
      throw failure('ENOSPC');
    },
    sync: async () => {
      if (faulty.syncFails) throw failure('EIO');
      await file.sync();
    },
    truncate: async (size) => {
      if (faulty.truncateFails) throw failure('EIO');
      await file.truncate(size);
    },
  });
  const open: Disk['open'] = async (path, which) => wrapped(await realDisk.open(path, which), path);
  return Object.assign(faulty, { open, rename: realDisk.rename, syncFolder: realDisk.syncFolder });
}
