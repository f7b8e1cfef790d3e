/** A temporary data folder for a test, and the store in it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StoreSettings } from '../../src/adapters/lowdb/settings.ts';
import { type LowdbStore, openStore } from '../../src/adapters/lowdb/store.ts';
import type { Log } from '../../src/core/ports.ts';
import { instant } from '../../src/core/time.ts';
import { type Subject, TABLES } from './store.ts';

export interface Logbook extends Log {
  readonly lines: readonly string[];
}

/** A log that can be read. */
export function logbook(): Logbook {
  const lines: string[] = [];
  const add = (what: string): void => {
    lines.push(what);
  };
  return { lines, info: add, warn: add, error: add };
}

/** Settings of a store whose today is 2026-11-24. */
export const settings = (more: Partial<StoreSettings> = {}): StoreSettings => ({
  tables: TABLES,
  log: logbook(),
  clock: { now: () => instant('2026-11-24', '10:00') },
  ...more,
});

/** Runs a test in an empty folder, which is gone afterwards. */
export async function inFolder<T>(task: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'ducha-store-'));
  try {
    return await task(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A store on disk for the contract suite. */
export async function onDisk(more: Partial<StoreSettings> = {}): Promise<Subject> {
  const folder = await mkdtemp(join(tmpdir(), 'ducha-store-'));
  let store: LowdbStore = await openStore(folder, settings(more));
  return {
    store,
    reopen: async () => {
      await store.close();
      store = await openStore(folder, settings(more));
      return store;
    },
    close: async () => {
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
