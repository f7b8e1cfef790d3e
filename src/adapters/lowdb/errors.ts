/** What can go wrong with a data folder, by type: the messages are for the log, people get their own wording. */

/** A file is not what was written. Nothing has been changed; `mend` is the command that saves what can be saved. */
export class Damaged extends Error {
  override readonly name = 'Damaged';
  readonly file: string;
  /** Offset of the first byte that cannot be trusted. */
  readonly byte: number;
  readonly mend = 'ducha repair';
  constructor(file: string, byte: number, why: string) {
    super(`${file} is damaged at byte ${byte}: ${why}`);
    this.file = file;
    this.byte = byte;
  }
}

/** Another living process holds the folder. */
export class Locked extends Error {
  override readonly name = 'Locked';
  readonly pid: number;
  /** When it took the folder, epoch ms. */
  readonly since: number;
  constructor(pid: number, since: number) {
    super(`the data folder is in use by process ${pid} since ${new Date(since).toISOString()}`);
    this.pid = pid;
    this.since = since;
  }
}

/** The disk is full. The commit did not happen; the next one may, as soon as there is room. */
export class StoreFull extends Error {
  override readonly name = 'StoreFull';
}

/** The disk refused the line for another reason than room. The commit did not happen; the store goes on. */
export class StoreRefused extends Error {
  override readonly name = 'StoreRefused';
}

/** The store is closed, or the disk broke its word once: no more commits before it is opened again. */
export class StoreStopped extends Error {
  override readonly name = 'StoreStopped';
}

const code = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;

/** True for a file that is not there. */
export const isMissing = (error: unknown): boolean => code(error) === 'ENOENT';

/** The error of a commit whose line could not be appended. */
export const refusal = (cause: unknown): Error =>
  code(cause) === 'ENOSPC' || code(cause) === 'EDQUOT'
    ? new StoreFull('the disk is full', { cause })
    : new StoreRefused('the journal could not be written', { cause });
