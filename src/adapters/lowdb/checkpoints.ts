/** Checkpoints: what memory holds goes into its files, then the journal begins anew. */
import type { Journal } from './journal.ts';
import type { Setup } from './settings.ts';
import { pageNow, savePage, sizeOf } from './unit.ts';
import type { Units } from './units.ts';

export interface Checkpoints {
  /** Writes every file that is behind. Rejects when the disk is full; nothing is lost then, the journal goes on. */
  readonly save: () => Promise<void>;
  /** Runs a task while no checkpoint is being written; `save` is handed to it for its own use. */
  readonly alone: <T>(task: (save: () => Promise<void>) => Promise<T>) => Promise<T>;
  /** Starts one in the background when the journal has grown enough. */
  readonly whenDue: () => void;
}

// A checkpoint is due when the journal has about as many bytes as the last one wrote: so its cost stays in proportion.
const ROW = 256;

async function save(units: Units, journal: Journal): Promise<number> {
  const behind = units.dirty();
  const { mark, seq } = journal;
  if (behind.length === 0 && journal.base === seq) return 0;
  // Taken in one go with the seq; a row is never changed in place, so these copies stay as they are.
  const pages = behind.map((unit) => ({ unit, page: pageNow(unit, seq) }));
  for (const unit of behind) Object.assign(unit, { dirty: false, saving: true });
  try {
    // A file must not be ahead of the journal: what is still queued could yet be refused.
    await journal.settled();
    for (const { unit, page } of pages) await savePage(unit, page);
    await journal.restart(mark, units.live.saved);
  } catch (error) {
    for (const unit of behind) unit.dirty = true;
    throw error;
  } finally {
    for (const unit of behind) unit.saving = false;
  }
  units.trim();
  return behind.reduce((sum, unit) => sum + sizeOf(unit), 0) * ROW;
}

/** Checkpoints of a store, one at a time. */
export function checkpoints(units: Units, journal: Journal, { log, checkpointEvery }: Setup): Checkpoints {
  let last: Promise<unknown> = Promise.resolve();
  let limit = checkpointEvery;
  let waiting = false;

  const alone = <T>(task: (save: () => Promise<void>) => Promise<T>): Promise<T> => {
    const result = last.then(() =>
      task(async () => {
        limit = Math.max(checkpointEvery, await save(units, journal));
      }),
    );
    last = result.catch(() => undefined);
    return result;
  };
  const inBackground = async (): Promise<void> => {
    try {
      await alone((saveNow) => saveNow());
    } catch (error) {
      // The journal holds everything; the next try comes after it has grown by as much again.
      limit = journal.size + checkpointEvery;
      log.warn('checkpoint failed', { error: error instanceof Error ? error.message : String(error) });
    }
    waiting = false;
  };
  const whenDue = (): void => {
    if (waiting || journal.size < limit || journal.stopped !== undefined) return;
    waiting = true;
    void inBackground();
  };
  return { save: () => alone((saveNow) => saveNow()), alone, whenDue };
}
