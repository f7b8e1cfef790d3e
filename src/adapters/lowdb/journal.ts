/** The journal: commits in the order they were made, many to one sync, and nothing acknowledged before it is on disk. */
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Disk, OpenFile } from './disk.ts';
import { refusal, StoreStopped } from './errors.ts';
import { headText } from './line.ts';

interface Waiting {
  readonly text: string;
  /** Takes the commit's changes out of memory again. */
  readonly undo: () => void;
  readonly done: () => void;
  readonly fail: (error: Error) => void;
}

/** A place in the journal that is on disk. */
export interface Mark {
  readonly base: number;
  readonly at: number;
}

// After this, everything that was waiting for the last promises has run: callers queue up before the next sync.
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export class Journal {
  readonly #disk: Disk;
  readonly #path: string;
  #file: OpenFile;
  #size: number;
  #seq: number;
  #durable: number;
  #base: number;
  #queue: Waiting[] = [];
  readonly #tasks: (() => Promise<void>)[] = [];
  #running = false;
  #stopped: Error | undefined;
  #last: Promise<void> = Promise.resolve();

  /** Goes on with an open file whose whole lines end at `size` with `seq`; its header says `base`. */
  constructor(disk: Disk, path: string, file: OpenFile, at: { base: number; seq: number; size: number }) {
    this.#disk = disk;
    this.#path = path;
    this.#file = file;
    this.#size = at.size;
    this.#base = at.base;
    this.#seq = at.seq;
    this.#durable = at.seq;
  }

  /** The seq of the last commit in memory; it may not be on disk yet. */
  get seq(): number {
    return this.#seq;
  }
  /** Every line after this seq is in the file. */
  get base(): number {
    return this.#base;
  }
  get size(): number {
    return this.#size;
  }
  get stopped(): Error | undefined {
    return this.#stopped;
  }
  /** The last place that is on disk. */
  get mark(): Mark {
    return { base: this.#durable, at: this.#size };
  }

  /** Queues the line of seq + 1; resolves when it is on disk, rejects when it certainly is not acknowledged. */
  append(text: string, undo: () => void): Promise<void> {
    if (this.#stopped !== undefined) throw this.#stopped;
    this.#seq += 1;
    this.#last = new Promise((done, fail) => {
      this.#queue.push({ text, undo, done, fail });
    });
    this.#wake();
    return this.#last;
  }

  /** Resolves when all that is queued now is on disk; rejects when the last of it was refused. */
  settled(): Promise<void> {
    return this.#seq === this.#durable ? Promise.resolve() : this.#last;
  }

  /** Begins a new file after `mark`, with the lines behind it. Throws and goes on with the old one when it cannot. */
  restart(mark: Mark, live: number): Promise<void> {
    return this.#alone(async () => {
      if (this.#stopped !== undefined) throw this.#stopped;
      const next = await this.#copied(mark, live);
      const old = this.#file;
      this.#file = next.file;
      this.#size = next.size;
      this.#base = mark.base;
      await old.close();
      // Until the folder is on disk a power cut would bring back the old file, without the lines to come.
      await this.#disk.syncFolder(dirname(this.#path)).catch((cause: unknown) => {
        throw this.#stop(new StoreStopped('the data folder could not be synced', { cause }), []);
      });
    });
  }

  /** Writes what is queued, then takes no more. */
  async close(): Promise<void> {
    await this.#alone(async () => {
      while (this.#queue.length > 0) await this.#flush();
      this.#stop(new StoreStopped('the store is closed'), []);
      await this.#file.close();
    });
  }

  /** Runs `task` while no line is being written. */
  #alone(task: () => Promise<void>): Promise<void> {
    return new Promise((done, fail) => {
      this.#tasks.push(() => task().then(done, fail));
      this.#wake();
    });
  }

  #wake(): void {
    if (this.#running) return;
    this.#running = true;
    setImmediate(() => void this.#run());
  }

  async #run(): Promise<void> {
    while (this.#queue.length > 0 || this.#tasks.length > 0) {
      const task = this.#tasks.shift();
      await (task === undefined ? this.#flush() : task());
      await turn();
    }
    this.#running = false;
  }

  async #flush(): Promise<void> {
    const batch = this.#queue;
    this.#queue = [];
    const bytes = Buffer.from(batch.map((waiting) => waiting.text).join(''));
    try {
      await this.#file.write(bytes, this.#size);
    } catch (cause) {
      await this.#refuse(batch, cause);
      return;
    }
    try {
      await this.#file.sync();
    } catch (cause) {
      // After a failed sync nobody knows what is on disk, and a second sync would lie: only opening anew tells.
      this.#stop(new StoreStopped('the journal could not be synced', { cause }), batch);
      return;
    }
    this.#size += bytes.length;
    this.#durable += batch.length;
    for (const waiting of batch) waiting.done();
  }

  /** A failed append: nothing of it stays, in memory or in the file. What was queued behind it was built on it. */
  async #refuse(batch: readonly Waiting[], cause: unknown): Promise<void> {
    const refused = this.#undo(batch);
    try {
      await this.#file.truncate(this.#size);
      await this.#file.sync();
    } catch (broken) {
      this.#stop(new StoreStopped('the journal could not be cut back', { cause: broken }), []);
    }
    for (const waiting of refused) waiting.fail(this.#stopped ?? refusal(cause));
  }

  #undo(batch: readonly Waiting[]): readonly Waiting[] {
    const all = [...batch, ...this.#queue];
    this.#queue = [];
    for (const waiting of all.toReversed()) waiting.undo();
    this.#seq = this.#durable;
    return all;
  }

  #stop(error: Error, batch: readonly Waiting[]): Error {
    this.#stopped = error;
    for (const waiting of this.#undo(batch)) waiting.fail(error);
    return error;
  }

  async #copied(mark: Mark, live: number): Promise<{ readonly file: OpenFile; readonly size: number }> {
    const draft = `${this.#path}.tmp`;
    const head = Buffer.from(headText({ base: mark.base, live }));
    const tail = await this.#file.read(mark.at, this.#size);
    const file = await this.#disk.open(draft, 'new');
    try {
      await file.write(head, 0);
      await file.write(tail, head.length);
      await file.sync();
      await this.#disk.rename(draft, this.#path);
      return { file, size: head.length + tail.length };
    } catch (error) {
      await file.close();
      await rm(draft, { force: true });
      throw error;
    }
  }
}
