/** Any sequence of commits and restarts leaves a store with what a plain map would hold. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Row, Store, Table } from '../../src/core/store.ts';
import { NOTES, type Subject, THINGS } from './store.ts';

interface Write {
  readonly table: 'things' | 'notes';
  readonly id: string;
  /** What to add to the rev that is there: 0 is a right write. */
  readonly off: 0 | 1;
  readonly data: { readonly unit: string; readonly state: string; readonly about: string } | null;
}
type Step =
  | { readonly kind: 'commit'; readonly writes: readonly Write[] }
  | { readonly kind: 'look'; readonly day: string }
  | { readonly kind: 'reopen' };
type Model = Map<string, { readonly rev: number; readonly data: object }>;

const data = fc.record({
  unit: fc.constantFrom('a', 'b'),
  state: fc.constantFrom('open', '关闭', '', '"\n'),
  about: fc.string({ unit: 'binary', maxLength: 4 }),
});
const days = ['2020-01-02', '2026-11-23', '2026-11-24', '2027-01-01'];
const write: fc.Arbitrary<Write> = fc
  .record({
    daily: fc.boolean(),
    day: fc.constantFrom(...days),
    n: fc.integer({ min: 0, max: 3 }),
    off: fc.constantFrom<(0 | 1)[]>(0, 0, 0, 0, 0, 1),
    data: fc.option(data),
  })
  .map(({ daily, day, n, ...rest }) => ({
    table: daily ? 'notes' : 'things',
    id: daily ? `${day}/${n}` : `T${n}`,
    ...rest,
  }));
const steps: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('commit' as const),
      writes: fc.uniqueArray(write, { maxLength: 3, selector: ({ table, id }) => `${table}/${id}` }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('look' as const), day: fc.constantFrom(...days) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reopen' as const) }) },
);

const keysOf = ({ table, data: written }: Write): Record<string, string> =>
  written === null
    ? {}
    : table === 'things'
      ? { unit: written.unit, state: written.state }
      : { about: written.about };
const nameOf = ({ table, id }: { readonly table: string; readonly id: string }): string => `${table}/${id}`;

function rowsOf(model: Model, writes: readonly Write[]): readonly Row[] {
  return writes.map((one) => ({
    table: one.table,
    id: one.id,
    rev: (model.get(nameOf(one))?.rev ?? 0) + one.off,
    data: one.data,
    keys: keysOf(one),
  }));
}

function change(model: Model, rows: readonly Row[]): 'done' | 'stale' {
  if (rows.some((row) => (model.get(nameOf(row))?.rev ?? 0) !== row.rev)) return 'stale';
  for (const row of rows)
    if (row.data === null) model.delete(nameOf(row));
    else model.set(nameOf(row), { rev: row.rev + 1, data: row.data });
  return 'done';
}

async function contents(store: Store): Promise<Model> {
  const held: Model = new Map();
  const add = async <T extends object>(table: Table<T>, keys: Record<string, string>): Promise<void> => {
    for (const { id, rev, data: found } of await store.find(table, keys))
      held.set(`${table.name}/${id}`, { rev, data: found });
  };
  for (const unit of ['a', 'b']) await add(THINGS, { unit });
  for (const day of days) await add(NOTES, { day });
  return held;
}

/** What a day of notes should hold, by id. */
const notesOf = (model: Model, day: string): readonly object[] =>
  [...model]
    .filter(([name]) => name.startsWith(`notes/${day}/`))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, row]) => ({ id: name.slice('notes/'.length), ...row }));

async function walk(open: () => Promise<Subject>, steps: readonly Step[]): Promise<void> {
  const subject = await open();
  try {
    let { store } = subject;
    const model: Model = new Map();
    for (const step of steps) {
      if (step.kind === 'reopen') store = await subject.reopen();
      if (step.kind === 'look')
        expect(await store.find(NOTES, { day: step.day })).toEqual(notesOf(model, step.day));
      if (step.kind !== 'commit') continue;
      const rows = rowsOf(model, step.writes);
      expect(await store.commit(rows)).toBe(change(model, rows));
    }
    expect(await contents(store)).toEqual(model);
    expect(await contents(await subject.reopen())).toEqual(model);
  } finally {
    await subject.close();
  }
}

/** The property, tried on `runs` random walks of up to 30 steps. */
export function randomWalk(open: () => Promise<Subject>, runs: number): void {
  it('holds what a map would, after any commits and restarts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(steps, { maxLength: 30 }), (course) => walk(open, course)),
      { numRuns: runs },
    );
  });
}
