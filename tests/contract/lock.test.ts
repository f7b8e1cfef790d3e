/** One process a data folder. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Locked } from '../../src/adapters/lowdb/errors.ts';
import { lock } from '../../src/adapters/lowdb/lock.ts';
import { openReader, openStore } from '../../src/adapters/lowdb/store.ts';
import { put } from '../../src/core/store.ts';
import { startChild } from './child.ts';
import { inFolder, settings } from './folder.ts';
import { a, NOTES, THINGS } from './store.ts';

it('refuses a second process with the pid of the first and when it started', () =>
  inFolder(async (folder) => {
    const start = Date.now();
    const child = startChild(folder, 0, 'hold');
    child.go();
    await child.said(1);
    const error: unknown = await openStore(folder, settings()).catch((refused: unknown) => refused);
    expect(error).toBeInstanceOf(Locked);
    expect(error).toMatchObject({ pid: child.process.pid });
    expect((error as Locked).since).toBeGreaterThanOrEqual(start);
    await child.kill();
  }));

it('is free at once after kill -9, but not while its holder is only frozen', () =>
  inFolder(async (folder) => {
    const child = startChild(folder, 0, 'hold');
    child.go();
    await child.said(1);
    child.process.kill('SIGSTOP');
    await expect(openStore(folder, settings())).rejects.toThrow(Locked);
    child.process.kill('SIGCONT');
    await child.kill();
    const store = await openStore(folder, settings());
    await store.close();
    expect((await readdir(folder)).filter((name) => name.endsWith('.sock'))).toEqual([]);
  }));

it('lets one of many who come at once have it, and never two', () =>
  inFolder(async (folder) => {
    for (let round = 0; round < 5; round += 1) {
      const tries = await Promise.allSettled(Array.from({ length: 8 }, () => lock(folder)));
      const won = tries.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
      expect(won).toHaveLength(1);
      await Promise.all(won.map((release) => release()));
    }
  }));

it('holds a folder whose path is longer than a socket may have', () =>
  inFolder(async (parent) => {
    const folder = join(parent, 'x'.repeat(120));
    const store = await openStore(folder, settings());
    await expect(openStore(folder, settings())).rejects.toThrow(Locked);
    await store.close();
    await (await openStore(folder, settings())).close();
  }));

it('can be read by others meanwhile', () =>
  inFolder(async (folder) => {
    const store = await openStore(folder, settings());
    await store.commit([put(THINGS, 'T1', a), put(NOTES, '2020-01-02/1', { about: 'x' })]);
    await store.checkpoint();
    await store.commit([put(THINGS, 'T2', a), put(NOTES, '2026-11-24/1', { about: 'y' })]);
    const reader = await openReader(folder, settings());
    expect(await reader.find(THINGS, { unit: 'a' })).toHaveLength(2);
    expect(await reader.find(NOTES, { day: '2020-01-02' })).toHaveLength(1);
    expect(await reader.find(NOTES, { day: '2026-11-24' })).toHaveLength(1);
    expect(await store.commit([put(THINGS, 'T3', a)])).toBe('done');
    await store.close();
  }));
