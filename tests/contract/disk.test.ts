/** What is acknowledged is on disk, and a disk that fails takes nothing else with it. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { StoreFull, StoreStopped } from '../../src/adapters/lowdb/errors.ts';
import { openStore } from '../../src/adapters/lowdb/store.ts';
import { put } from '../../src/core/store.ts';
import { type FaultyDisk, faultyDisk } from './faulty-disk.ts';
import { inFolder, logbook, settings } from './folder.ts';
import { a, NOTES, THINGS } from './store.ts';

type Opened = Awaited<ReturnType<typeof openStore>>;

const onFaulty = (
  task: (store: Opened, disk: FaultyDisk, folder: string, lines: readonly string[]) => Promise<void>,
): Promise<void> =>
  inFolder(async (folder) => {
    const disk = faultyDisk();
    const log = logbook();
    const store = await openStore(folder, settings({ disk, log }));
    try {
      await task(store, disk, folder, log.lines);
    } finally {
      await store.close();
    }
  });

describe('a full disk', () => {
  it('refuses the commit, leaves nothing half-written, and takes the next one when there is room', () =>
    onFaulty(async (store, disk, folder) => {
      await store.commit([put(THINGS, 'T1', a)]);
      const before = await readFile(join(folder, 'journal.jsonl'), 'utf8');
      disk.room = 40;
      await expect(store.commit([put(THINGS, 'T1', { ...a, n: 2 }, { rev: 1 })])).rejects.toThrow(StoreFull);
      expect(await readFile(join(folder, 'journal.jsonl'), 'utf8')).toBe(before);
      expect(await store.get(THINGS, 'T1')).toEqual({ id: 'T1', rev: 1, data: a });
      disk.room = 10_000;
      expect(await store.commit([put(THINGS, 'T1', { ...a, n: 3 }, { rev: 1 })])).toBe('done');
      await store.close();
      const again = await openStore(folder, settings());
      expect(await again.get(THINGS, 'T1')).toEqual({ id: 'T1', rev: 2, data: { ...a, n: 3 } });
      await again.close();
    }));

  it('refuses what was built on a refused commit too, and puts keys back', () =>
    onFaulty(async (store, disk) => {
      await store.commit([put(THINGS, 'T1', a)]);
      disk.room = 0;
      const first = store.commit([put(THINGS, 'T1', { ...a, state: 'shut' }, { rev: 1 })]);
      const second = store.commit([{ table: 'things', id: 'T1', rev: 2, data: null }]);
      const third = store.commit([
        put(THINGS, 'T1', { ...a, unit: 'b' }),
        put(NOTES, '2026-11-24/1', { about: 'x' }),
      ]);
      for (const refused of [first, second, third]) await expect(refused).rejects.toThrow(StoreFull);
      expect(await store.find(THINGS, { unit: 'a', state: 'open' })).toEqual([{ id: 'T1', rev: 1, data: a }]);
      expect(await store.find(THINGS, { unit: 'b' })).toEqual([]);
      expect(await store.find(NOTES, { day: '2026-11-24' })).toEqual([]);
    }));

  it('refuses also what was committed while the disk was still saying no', () =>
    onFaulty(async (store, disk) => {
      await store.commit([put(THINGS, 'T1', a)]);
      const behind: Promise<string>[] = [];
      disk.refusing = () => {
        disk.room = Number.POSITIVE_INFINITY;
        behind.push(store.commit([put(THINGS, 'T1', { ...a, n: 3 }, { rev: 2 })]));
      };
      disk.room = 10;
      await expect(store.commit([put(THINGS, 'T1', { ...a, n: 2 }, { rev: 1 })])).rejects.toThrow(StoreFull);
      expect(behind).toHaveLength(1);
      await expect(behind[0]).rejects.toThrow(StoreFull);
      expect(await store.get(THINGS, 'T1')).toEqual({ id: 'T1', rev: 1, data: a });
      expect(await store.commit([put(THINGS, 'T1', { ...a, n: 4 }, { rev: 1 })])).toBe('done');
    }));

  it('leaves the last checkpoint as it is when a new one does not fit, and loses nothing', () =>
    onFaulty(async (store, disk, folder) => {
      await store.commit([put(THINGS, 'T1', a)]);
      await store.checkpoint();
      const before = await readFile(join(folder, 'live.json'), 'utf8');
      await store.commit([put(THINGS, 'T2', a), put(NOTES, '2020-01-02/1', { about: 'x' })]);
      disk.room = 100;
      await expect(store.checkpoint()).rejects.toThrow('ENOSPC');
      expect(await readFile(join(folder, 'live.json'), 'utf8')).toBe(before);
      disk.room = 100_000;
      await store.commit([put(THINGS, 'T3', a)]);
      await store.checkpoint();
      expect(store.stats()).toMatchObject({ journalLines: 0, isOpen: true });
      await store.close();
      const again = await openStore(folder, settings());
      expect(await again.find(THINGS, {})).toHaveLength(3);
      expect(await again.find(NOTES, { day: '2020-01-02' })).toHaveLength(1);
      await again.close();
    }));

  it('never gets a refused commit into a checkpoint, not even one taken while it was waiting', () =>
    onFaulty(async (store, disk, folder) => {
      await store.commit([put(THINGS, 'T1', a)]);
      Object.assign(disk, { room: 10, where: /journal\.jsonl$/u });
      const refused = store.commit([put(THINGS, 'T2', a)]);
      const checkpoint = store.checkpoint();
      await expect(refused).rejects.toThrow(StoreFull);
      await expect(checkpoint).rejects.toThrow(StoreFull);
      expect(await readdir(folder)).not.toContain('live.json');
      disk.room = Number.POSITIVE_INFINITY;
      await store.checkpoint();
      expect(await readFile(join(folder, 'live.json'), 'utf8')).not.toContain('T2');
    }));

  it.each([1, 2, 3, 5, 8, 13])('says so and goes on when checkpoints in the background fail (%i)', (n) =>
    inFolder(async (folder) => {
      const disk = faultyDisk();
      const log = logbook();
      const store = await openStore(folder, settings({ disk, log, checkpointEvery: 200 }));
      const put1 = (id: number): Promise<string> => store.commit([put(THINGS, `T${id}`, a)]);
      disk.room = 190 * n;
      let done = 0;
      while ((await put1(done).catch(() => 'full')) === 'done') done += 1;
      disk.room = Number.POSITIVE_INFINITY;
      expect(await put1(done)).toBe('done');
      await store.close();
      const again = await openStore(folder, settings());
      expect(await again.find(THINGS, {})).toHaveLength(done + 1);
      await again.close();
    }),
  );
});

describe('a disk that breaks its word', () => {
  it('stops the store at the first failed sync, and a restart shows what was acknowledged', () =>
    onFaulty(async (store, disk, folder) => {
      await store.commit([put(THINGS, 'T1', a)]);
      disk.syncFails = true;
      await expect(store.commit([put(THINGS, 'T2', a)])).rejects.toThrow(StoreStopped);
      disk.syncFails = false;
      await expect(store.commit([put(THINGS, 'T3', a)])).rejects.toThrow(StoreStopped);
      expect(store.stats().isOpen).toBe(false);
      expect(await store.get(THINGS, 'T2')).toBeUndefined();
      await store.close();
      const again = await openStore(folder, settings());
      expect(await again.get(THINGS, 'T1')).toMatchObject({ rev: 1 });
      expect(await again.get(THINGS, 'T3')).toBeUndefined();
      await again.close();
    }));

  it('stops the store when a refused line cannot be cut off again', () =>
    onFaulty(async (store, disk, folder, lines) => {
      await store.commit([put(THINGS, 'T1', a)]);
      disk.room = 40;
      disk.truncateFails = true;
      await expect(store.commit([put(THINGS, 'T2', a)])).rejects.toThrow(StoreStopped);
      await store.close();
      expect(lines).toContain('no checkpoint at closing');
      const log = logbook();
      const again = await openStore(folder, settings({ log }));
      expect(log.lines).toEqual(['journal ended in an unfinished line, cut off']);
      expect(await again.find(THINGS, {})).toHaveLength(1);
      await again.close();
    }));

  it('takes nothing more once it is closed', () =>
    onFaulty(async (store) => {
      const last = store.commit([put(THINGS, 'T1', a)]);
      await store.close();
      expect(await last).toBe('done');
      await expect(store.commit([put(THINGS, 'T2', a)])).rejects.toThrow(StoreStopped);
      await store.close();
    }));
});
