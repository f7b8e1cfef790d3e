/** Files a person can read, memory that does not grow with the past, days that are purged, and backups. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diskVault } from '../../src/adapters/files/vault.ts';
import { backup, restore } from '../../src/adapters/lowdb/backup.ts';
import { Damaged, Locked } from '../../src/adapters/lowdb/errors.ts';
import { hashOf } from '../../src/adapters/lowdb/hash.ts';
import { type LowdbStore, openStore } from '../../src/adapters/lowdb/store.ts';
import { put } from '../../src/core/store.ts';
import { addDays } from '../../src/core/time.ts';
import { inFolder, settings } from './folder.ts';
import { a, NOTES, THINGS } from './store.ts';

const lines = async (...path: readonly string[]): Promise<readonly string[]> =>
  (await readFile(join(...path), 'utf8')).trimEnd().split('\n');

describe('files', () => {
  it('have one line a commit, and after a checkpoint one line a row', () =>
    inFolder(async (folder) => {
      const store = await openStore(folder, settings());
      await store.commit([
        put(THINGS, 'T1', { ...a, unit: '教育局' }),
        put(NOTES, '2026-11-24/1', { about: '张三' }),
      ]);
      await store.commit([put(THINGS, 'T2', a)]);
      const journal = await lines(folder, 'journal.jsonl');
      expect(journal.map((line) => Object.keys(JSON.parse(line)))).toEqual([
        ['base', 'live', 'crc'],
        ['seq', 'at', 'rows', 'crc'],
        ['seq', 'at', 'rows', 'crc'],
      ]);
      await store.checkpoint();
      expect(await lines(folder, 'journal.jsonl')).toHaveLength(1);
      const live = await lines(folder, 'live.json');
      expect(live[1]).toBe(
        '{"table":"things","id":"T1","rev":1,"data":{"unit":"教育局","state":"open"},"keys":{"unit":"教育局","state":"open"}},',
      );
      expect(live).toHaveLength(4);
      const day = JSON.parse(await readFile(join(folder, 'notes/2026-11/2026-11-24.json'), 'utf8')) as object;
      expect(day).toMatchObject({ seq: 2, rows: [{ id: '2026-11-24/1', data: { about: '张三' } }] });
      await store.close();
    }));

  it('are written only when something in them has changed', () =>
    inFolder(async (folder) => {
      const store = await openStore(folder, settings());
      await store.commit([put(NOTES, '2026-11-24/1', { about: 'x' })]);
      await store.checkpoint();
      await store.commit([put(NOTES, '2026-11-23/1', { about: 'x' })]);
      await store.checkpoint();
      expect(await lines(folder, 'notes/2026-11/2026-11-24.json')).toContainEqual(
        expect.stringContaining('"seq":1'),
      );
      expect(await lines(folder, 'notes/2026-11/2026-11-23.json')).toContainEqual(
        expect.stringContaining('"seq":2'),
      );
      expect(await readdir(folder)).not.toContain('live.json');
      await store.close();
    }));
});

describe('memory', () => {
  it('holds the open days and a limited number of past rows, however many were asked for', () =>
    inFolder(async (folder) => {
      const store = await openStore(folder, settings({ pastRows: 25, openDays: 2 }));
      const days = Array.from({ length: 40 }, (_, n) => addDays('2026-11-24', -n));
      for (const day of days)
        for (let n = 0; n < 5; n += 1) await store.commit([put(NOTES, `${day}/${n}`, { about: 'x' })]);
      await store.checkpoint();
      for (const day of days) expect(await store.find(NOTES, { day, about: 'x' })).toHaveLength(5);
      expect(store.stats().rows).toBeLessThanOrEqual(25 + 2 * 5);
      const wide = days.map((day) => put(NOTES, `${day}/0`, { about: 'y' }, { rev: 1 }));
      expect(await store.commit(wide)).toBe('done');
      await store.checkpoint();
      expect(store.stats().rows).toBeLessThanOrEqual(25 + 2 * 5);
      for (const day of days) expect(await store.find(NOTES, { day, about: 'y' })).toHaveLength(1);
      await store.close();
    }));

  it('does not let go of a past day while its file is still being written', () =>
    inFolder(async (folder) => {
      const first = await openStore(folder, settings());
      await first.commit([put(NOTES, '2020-01-02/1', { about: 'x' })]);
      await first.close();
      const store = await openStore(folder, settings({ pastRows: 0 }));
      await store.commit([put(NOTES, '2020-01-03/1', { about: 'y' })]);
      const saving = store.checkpoint();
      expect(await store.find(NOTES, { day: '2020-01-02' })).toHaveLength(1);
      expect(await store.find(NOTES, { day: '2020-01-03' })).toHaveLength(1);
      await saving;
      expect(await store.commit([put(NOTES, '2020-01-03/1', { about: 'z' }, { rev: 1 })])).toBe('done');
      await store.close();
    }));

  it('has the open days at once after a start, and no others', () =>
    inFolder(async (folder) => {
      const first = await openStore(folder, settings());
      for (let n = 0; n < 10; n += 1)
        await first.commit([put(NOTES, `${addDays('2026-11-24', -n)}/1`, { about: 'x' })]);
      await first.close();
      const store = await openStore(folder, settings({ openDays: 3 }));
      expect(store.stats().rows).toBe(3);
      await store.close();
    }));
});

describe('purge', () => {
  it('removes the days before one, for good', () =>
    inFolder(async (folder) => {
      const store = await openStore(folder, settings());
      for (const day of ['2026-08-30', '2026-09-01', '2026-09-02', '2026-11-24'])
        await store.commit([put(NOTES, `${day}/1`, { about: 'x' })]);
      expect(await store.purge(NOTES, '2026-09-02')).toBe(2);
      expect(await store.find(NOTES, { day: '2026-08-30' })).toEqual([]);
      expect(await store.purge(NOTES, '2026-09-02')).toBe(0);
      expect((await readdir(join(folder, 'notes'))).sort()).toEqual(['2026-09', '2026-11']);
      expect(await readFile(join(folder, 'journal.jsonl'), 'utf8')).not.toContain('2026-08-30');
      expect(await store.commit([put(NOTES, '2026-08-30/1', { about: 'late' })])).toBe('done');
      await store.close();
      const again = await openStore(folder, settings());
      expect(await again.find(NOTES, { day: '2026-09-01' })).toEqual([]);
      expect(await again.find(NOTES, { day: '2026-09-02' })).toHaveLength(1);
      expect(await again.find(NOTES, { day: '2026-08-30', about: 'late' })).toHaveLength(1);
      await again.close();
    }));

  it('removes also what is only just being written', () =>
    inFolder(async (folder) => {
      const store = await openStore(folder, settings());
      const late = store.commit([put(NOTES, '2026-08-30/1', { about: 'x' }), put(THINGS, 'T1', a)]);
      expect(await store.purge(NOTES, '2026-09-02')).toBe(1);
      expect(await late).toBe('done');
      expect(await store.find(NOTES, { day: '2026-08-30' })).toEqual([]);
      await store.close();
      const again = await openStore(folder, settings());
      expect(await again.find(THINGS, {})).toHaveLength(1);
      await again.close();
    }));

  it('of contents only leaves a hash by which a copy can be checked, and no key', () =>
    inFolder(async (folder) => {
      const store = await openStore(folder, settings());
      const entry = { about: '张三', who: '李四', at: 1 };
      await store.commit([
        put(NOTES, '2026-01-01/1', entry),
        put(NOTES, '2026-01-01/2', { about: 'y' }),
        put(NOTES, '2026-11-24/1', entry),
      ]);
      expect(await store.purge(NOTES, '2026-11-01', true)).toBe(1);
      const hash = hashOf({ at: 1, who: '李四', about: '张三' });
      expect(hash).toMatch(/^[0-9a-f]{64}$/u);
      expect((await store.find(NOTES, { day: '2026-01-01' }))[0]).toEqual({
        id: '2026-01-01/1',
        rev: 1,
        data: { hash },
      });
      expect(await store.find(NOTES, { day: '2026-01-01', about: '张三' })).toEqual([]);
      expect(await store.find(NOTES, { day: '2026-11-24', about: '张三' })).toHaveLength(1);
      const text = await readFile(join(folder, 'notes/2026-01/2026-01-01.json'), 'utf8');
      expect(text).not.toMatch(/张三|李四/u);
      expect(await store.purge(NOTES, '2026-11-01', true)).toBe(0);
      await store.commit([put(NOTES, '2026-01-01/3', { about: 'late' })]);
      expect(await store.purge(NOTES, '2026-11-01', true)).toBe(1);
      await store.close();
      const again = await openStore(folder, settings());
      const [first, , late] = await again.find(NOTES, { day: '2026-01-01' });
      expect(first?.data).toEqual({ hash });
      expect(late?.data).toEqual({ hash: hashOf({ about: 'late' }) });
      await again.close();
    }));

  it('is refused for a live table', () =>
    inFolder(async (folder) => {
      const store = await openStore(folder, settings());
      expect(() => store.purge(THINGS, '2026-11-01')).toThrow(/daily/u);
      await store.close();
    }));
});

/** Runs `task` beside eight writers, each commit a thing and a note; gives how many there were. */
async function whileWriting(
  store: LowdbStore,
  days: readonly string[],
  task: (count: () => number) => Promise<void>,
): Promise<number> {
  let done = 0;
  let isOver = false;
  const writer = async (name: string): Promise<void> => {
    for (let n = 0; !isOver; n += 1) {
      const id = `${name}${n}`;
      await store.commit([put(THINGS, id, a), put(NOTES, `${days[n % days.length]}/${id}`, { about: 'x' })]);
      done += 1;
    }
  };
  const writers = Promise.all([...'abcdefgh'].map(writer));
  await task(() => done).finally(() => {
    isOver = true;
  });
  await writers;
  return done;
}

describe('backup', () => {
  it('of a store that is being written is one moment of it, and opens when restored', () =>
    inFolder(async (folder) => {
      const data = join(folder, 'data');
      const store = await openStore(data, settings({ checkpointEvery: 20_000 }));
      const days = Array.from({ length: 30 }, (_, n) => addDays('2026-11-24', -n));
      const written = await whileWriting(store, days, async (count) => {
        for (let n = 0; n < 6; n += 1) {
          const before = count();
          const { seq, bytes } = await backup(data, join(folder, `${n}.tar.gz`), settings());
          expect(seq).toBeGreaterThanOrEqual(before);
          expect(bytes).toBeGreaterThan(0);
        }
      });
      await store.close();
      expect(written).toBeGreaterThan(100);
      expect(await readdir(folder)).toHaveLength(7);
      expect((await readdir(data)).filter((name) => name.startsWith('.'))).toEqual([]);
      for (let n = 0; n < 6; n += 1) {
        const place = join(folder, `restored-${n}`);
        await restore(join(folder, `${n}.tar.gz`), place, settings());
        const restored = await openStore(place, settings());
        const notes = await Promise.all(days.map((day) => restored.find(NOTES, { day })));
        expect(notes.flat()).toHaveLength((await restored.find(THINGS, {})).length);
        await restored.close();
      }
    }));

  it('of a damaged folder is refused, and leaves no file', () =>
    inFolder(async (folder) => {
      const data = join(folder, 'data');
      const store = await openStore(data, settings());
      await store.commit([put(NOTES, '2020-01-02/1', { about: 'x' })]);
      await store.close();
      await writeFile(join(data, 'notes/2020-01/2020-01-02.json'), '{}');
      await expect(backup(data, join(folder, 'b.tar.gz'), settings())).rejects.toThrow(Damaged);
      expect(await readdir(folder)).toEqual(['data']);
    }));

  it('takes the evidence along, and names what is no longer as it was kept', () =>
    inFolder(async (folder) => {
      const [data, file, place] = [join(folder, 'data'), join(folder, 'b.tar.gz'), join(folder, 'restored')];
      const store = await openStore(data, settings());
      await store.commit([put(THINGS, 'T1', a)]);
      const vault = diskVault(join(data, 'files'));
      const [whole, bent] = [
        await vault.keep(Buffer.from('甲'), 'a.jpg'),
        await vault.keep(Buffer.from('乙'), 'b'),
      ];
      await writeFile(join(data, 'files', 'notes.txt'), 'no evidence');
      expect(await backup(data, file, settings())).toMatchObject({ files: 3, spoilt: [] });
      const path = `files/${bent.slice(0, 2)}/${bent}.bin`;
      await writeFile(join(data, path), '丙');
      expect(await backup(data, file, settings())).toMatchObject({ spoilt: [path] });
      await store.close();
      await restore(file, place, settings());
      expect((await readdir(place)).sort()).toEqual(['files', 'journal.jsonl']);
      expect(await readdir(join(place, 'files'))).not.toContain('notes.txt');
      const restored = diskVault(join(place, 'files'));
      expect(Buffer.from((await restored.read(whole)) ?? [])).toEqual(Buffer.from('甲'));
      expect(await restored.read(bent)).toBeUndefined();
    }));

  it('is restored into no folder that holds a store or is held', () =>
    inFolder(async (folder) => {
      const [data, file] = [join(folder, 'data'), join(folder, 'b.tar.gz')];
      const store = await openStore(data, settings());
      await store.commit([put(THINGS, 'T1', a)]);
      expect(await backup(data, file, settings())).toMatchObject({ seq: 1, rows: 1 });
      await expect(restore(file, data, settings())).rejects.toThrow(Locked);
      await store.close();
      await expect(restore(file, data, settings())).rejects.toThrow(/already/u);
    }));
});
