/** What every store must do, whatever it keeps its rows in. */
import { afterEach, describe, expect, it } from 'vitest';
import { drop, put, type Row, type Store, table } from '../../src/core/store.ts';

interface Thing {
  readonly unit: string;
  readonly state: string;
  readonly n?: number;
  readonly parts?: readonly { readonly name: string }[];
}
interface Note {
  readonly about: string;
}

export const THINGS = table<Thing>('things', 'live', ({ unit, state }) => ({ unit, state }));
export const CLAIMS = table<{ readonly by: string }>('claims');
export const NOTES = table<Note>('notes', 'daily', ({ about }) => ({ about }));
export const TABLES = [THINGS, CLAIMS, NOTES];

/** A store under test; `reopen` gives what a restart would find. */
export interface Subject {
  readonly store: Store;
  readonly reopen: () => Promise<Store>;
  readonly close: () => Promise<void>;
}

export const a: Thing = { unit: 'a', state: 'open' };
const ids = (found: readonly { readonly id: string }[]): readonly string[] => found.map(({ id }) => id);

function liveTables(open: () => Promise<Store>): void {
  it('gives back what was written, with its rev', async () => {
    const store = await open();
    const data = { unit: '教育局', state: 'open', n: 1.5, parts: [{ name: '张三' }] };
    expect(await store.commit([put(THINGS, 'T1', data)])).toBe('done');
    expect(await store.get(THINGS, 'T1')).toEqual({ id: 'T1', rev: 1, data });
    expect(await store.get(THINGS, 'T2')).toBeUndefined();
  });

  it('moves the rev with every write and refuses one that has not seen the last', async () => {
    const store = await open();
    await store.commit([put(THINGS, 'T1', a)]);
    const first = await store.get(THINGS, 'T1');
    expect(await store.commit([put(THINGS, 'T1', { ...a, n: 2 }, first)])).toBe('done');
    expect(await store.commit([put(THINGS, 'T1', { ...a, n: 3 }, first)])).toBe('stale');
    expect(await store.commit([put(THINGS, 'T1', { ...a, n: 3 })])).toBe('stale');
    expect(await store.get(THINGS, 'T1')).toEqual({ id: 'T1', rev: 2, data: { ...a, n: 2 } });
  });

  it('finds rows by any of their keys, in order of id', async () => {
    const store = await open();
    const all = [
      ['T3', 'a', 'open'],
      ['T1', 'a', 'open'],
      ['T2', 'a', 'shut'],
      ['T4', 'b', 'open'],
    ] as const;
    for (const [id, unit, state] of all) await store.commit([put(THINGS, id, { unit, state })]);
    expect(ids(await store.find(THINGS, { unit: 'a' }))).toEqual(['T1', 'T2', 'T3']);
    expect(ids(await store.find(THINGS, { unit: 'a', state: 'open' }))).toEqual(['T1', 'T3']);
    expect(ids(await store.find(THINGS, {}))).toEqual(['T1', 'T2', 'T3', 'T4']);
    expect(await store.find(THINGS, { unit: 'c' })).toEqual([]);
    expect(await store.find(THINGS, { colour: 'a' })).toEqual([]);
    expect(await store.find(CLAIMS, {})).toEqual([]);
  });

  it('finds a row by the keys it has now, not by those it had', async () => {
    const store = await open();
    await store.commit([put(THINGS, 'T1', a), put(THINGS, 'T2', a)]);
    expect(ids(await store.find(THINGS, { state: 'open' }))).toEqual(['T1', 'T2']);
    await store.commit([put(THINGS, 'T1', { ...a, state: 'shut' }, { rev: 1 })]);
    expect(ids(await store.find(THINGS, { state: 'open' }))).toEqual(['T2']);
    expect(ids(await store.find(THINGS, { state: 'shut' }))).toEqual(['T1']);
    expect(ids(await store.find(THINGS, {}))).toEqual(['T1', 'T2']);
  });

  it('deletes, and the id is free again', async () => {
    const store = await open();
    await store.commit([put(THINGS, 'T1', a)]);
    const found = await store.get(THINGS, 'T1');
    if (found === undefined) throw new Error('not there');
    expect(await store.commit([{ ...drop(THINGS, found), rev: 7 }])).toBe('stale');
    expect(await store.commit([drop(THINGS, found)])).toBe('done');
    expect(await store.get(THINGS, 'T1')).toBeUndefined();
    expect(await store.find(THINGS, { unit: 'a' })).toEqual([]);
    expect(await store.commit([drop(THINGS, found)])).toBe('stale');
    expect(await store.commit([put(THINGS, 'T1', a)])).toBe('done');
  });
}

function commits(open: () => Promise<Store>): void {
  it('does all of a commit or none of it, across tables', async () => {
    const store = await open();
    await store.commit([put(CLAIMS, 'digest@2026-11-24', { by: 'one' })]);
    const rows: readonly Row[] = [
      put(THINGS, 'T9', a),
      put(NOTES, '2026-11-24/1', { about: 'T9' }),
      put(CLAIMS, 'digest@2026-11-24', { by: 'two' }),
    ];
    expect(await store.commit(rows)).toBe('stale');
    expect(await store.get(THINGS, 'T9')).toBeUndefined();
    expect(await store.get(NOTES, '2026-11-24/1')).toBeUndefined();
    expect(await store.commit(rows.slice(0, 2))).toBe('done');
    expect(await store.get(NOTES, '2026-11-24/1')).toMatchObject({ data: { about: 'T9' } });
  });

  it('lets exactly one of many racers win', async () => {
    const store = await open();
    const racers = Array.from({ length: 20 }, (_, n) =>
      store.commit([put(CLAIMS, 'job', { by: String(n) })]),
    );
    const outcomes = await Promise.all(racers);
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1);
    expect(await store.get(CLAIMS, 'job')).toMatchObject({
      rev: 1,
      data: { by: String(outcomes.indexOf('done')) },
    });
  });

  it('shows a write at once to whoever asks next, before it is acknowledged', async () => {
    const store = await open();
    const written = store.commit([put(THINGS, 'T1', a), put(NOTES, '2026-11-24/1', { about: 'x' })]);
    expect(await store.get(THINGS, 'T1')).toMatchObject({ rev: 1 });
    expect(await store.find(NOTES, { day: '2026-11-24', about: 'x' })).toHaveLength(1);
    expect(await written).toBe('done');
  });

  it('does not mind a commit of nothing', async () => {
    expect(await (await open()).commit([])).toBe('done');
  });

  it('takes what is written as it is at that moment, and lets no reader change it', async () => {
    const store = await open();
    const data = { unit: 'a', state: 'open', parts: [{ name: 'x' }] };
    await store.commit([put(THINGS, 'T1', data)]);
    data.parts.push({ name: 'y' });
    data.state = 'shut';
    const found = await store.get(THINGS, 'T1');
    expect(found?.data).toEqual({ unit: 'a', state: 'open', parts: [{ name: 'x' }] });
    expect(() => Object.assign(found?.data.parts?.[0] ?? {}, { name: 'z' })).toThrow(TypeError);
    expect(() => Object.assign(found ?? {}, { rev: 9 })).toThrow(TypeError);
  });

  it.each([
    ['an unknown table', { table: 'nowhere', id: '1', rev: 0, data: {} }],
    ['a daily row without a day', { table: 'notes', id: 'x/1', rev: 0, data: {} }],
    ['a daily row of no real day', { table: 'notes', id: '2026-02-30/1', rev: 0, data: {} }],
  ])('refuses %s and changes nothing', async (_, row) => {
    const store = await open();
    await expect(store.commit([put(THINGS, 'T1', a), row])).rejects.toThrow();
    expect(await store.get(THINGS, 'T1')).toBeUndefined();
  });

  it('refuses a commit that writes one record twice', async () => {
    const store = await open();
    await expect(store.commit([put(THINGS, 'T1', a), put(THINGS, 'T1', a)])).rejects.toThrow(/twice/u);
    expect(await store.get(THINGS, 'T1')).toBeUndefined();
  });
}

function dailyTables(open: () => Promise<Store>): void {
  it('keeps a daily table by its days', async () => {
    const store = await open();
    await store.commit([
      put(NOTES, '2026-11-24/2', { about: 'x' }),
      put(NOTES, '2026-11-24/1', { about: 'y' }),
      put(NOTES, '2026-11-25/1', { about: 'x' }),
    ]);
    expect(ids(await store.find(NOTES, { day: '2026-11-24' }))).toEqual(['2026-11-24/1', '2026-11-24/2']);
    expect(ids(await store.find(NOTES, { day: '2026-11-25', about: 'x' }))).toEqual(['2026-11-25/1']);
    expect(await store.find(NOTES, { day: '2026-11-26' })).toEqual([]);
    await expect(store.find(NOTES, { about: 'x' })).rejects.toThrow(/day/u);
  });

  it('changes and deletes rows of a day long past', async () => {
    const store = await open();
    await store.commit([put(NOTES, '2020-01-02/1', { about: 'x' })]);
    expect(await store.commit([put(NOTES, '2020-01-02/1', { about: 'y' }, { rev: 1 })])).toBe('done');
    expect(await store.find(NOTES, { day: '2020-01-02', about: 'x' })).toEqual([]);
    expect(await store.commit([{ table: 'notes', id: '2020-01-02/1', rev: 2, data: null }])).toBe('done');
    expect(await store.find(NOTES, { day: '2020-01-02' })).toEqual([]);
  });
}

function restarts(open: () => Promise<Subject>): void {
  it('is the same after a restart: rows, revs, keys and what was deleted', async () => {
    const { store, reopen } = await open();
    await store.commit([
      put(THINGS, 'T1', a),
      put(THINGS, 'T2', a),
      put(NOTES, '2020-01-02/1', { about: 'x' }),
    ]);
    await store.commit([put(THINGS, 'T1', { ...a, state: 'shut' }, { rev: 1 })]);
    await store.commit([{ table: 'things', id: 'T2', rev: 1, data: null }]);
    const again = await reopen();
    expect(await again.find(THINGS, { state: 'shut' })).toEqual([
      { id: 'T1', rev: 2, data: { ...a, state: 'shut' } },
    ]);
    expect(await again.get(THINGS, 'T2')).toBeUndefined();
    expect(await again.find(NOTES, { day: '2020-01-02', about: 'x' })).toHaveLength(1);
    expect(await again.commit([put(NOTES, '2020-01-02/1', { about: 'y' })])).toBe('stale');
    expect(await again.commit([put(NOTES, '2020-01-02/1', { about: 'y' }, { rev: 1 })])).toBe('done');
  });
}

/** The suite; `open` gives an empty store of `TABLES`. */
export function storeContract(open: () => Promise<Subject>): void {
  const opened: Subject[] = [];
  const subject = async (): Promise<Subject> => {
    const fresh = await open();
    opened.push(fresh);
    return fresh;
  };
  const store = async (): Promise<Store> => (await subject()).store;
  afterEach(async () => {
    for (const { close } of opened.splice(0)) await close();
  });
  describe('live tables', () => liveTables(store));
  describe('commits', () => commits(store));
  describe('daily tables', () => dailyTables(store));
  describe('restarts', () => restarts(subject));
}
