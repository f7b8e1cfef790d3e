/** A folder that is not as it was written is refused with file and byte, and mended as far as it can be trusted. */
import { copyFile, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Damaged } from '../../src/adapters/lowdb/errors.ts';
import { repair } from '../../src/adapters/lowdb/repair.ts';
import { openStore } from '../../src/adapters/lowdb/store.ts';
import { put } from '../../src/core/store.ts';
import { inFolder, logbook, settings } from './folder.ts';
import { a, NOTES, THINGS } from './store.ts';

const JOURNAL = 'journal.jsonl';
const DAY = 'notes/2026-11/2026-11-24.json';

/** Ten things and a note in checkpoints, five things and a note in the journal. */
async function filled(folder: string): Promise<void> {
  const store = await openStore(folder, settings());
  for (let n = 10; n < 20; n += 1) await store.commit([put(THINGS, `T${n}`, { ...a, state: '登记' })]);
  await store.commit([put(NOTES, '2026-11-24/1', { about: '张三' })]);
  await store.close();
  const unclean = await openStore(folder, settings({ log: logbook() }));
  for (let n = 20; n < 25; n += 1) await unclean.commit([put(THINGS, `T${n}`, a)]);
  await unclean.commit([put(NOTES, '2026-11-24/2', { about: 'y' }), put(THINGS, 'T10', a, { rev: 1 })]);
  await keepingFiles(folder, [JOURNAL, 'live.json', DAY], () => unclean.close());
}

/** Lets a store close and puts the files back as they were: what a kill would have left. */
async function keepingFiles(
  folder: string,
  names: readonly string[],
  close: () => Promise<void>,
): Promise<void> {
  const kept = await Promise.all(
    names.map(async (name) => [name, await readFile(join(folder, name))] as const),
  );
  await close();
  for (const [name, bytes] of kept) await writeFile(join(folder, name), bytes);
}

async function edit(folder: string, name: string, change: (bytes: Buffer) => Buffer): Promise<void> {
  const path = join(folder, name);
  await writeFile(path, change(await readFile(path)));
}

const flipped =
  (at: number, by = 1) =>
  (bytes: Buffer): Buffer => {
    bytes.writeUInt8(bytes.readUInt8(at) ^ by, at);
    return bytes;
  };

const damage = async (folder: string): Promise<Damaged> => {
  const error: unknown = await openStore(folder, settings()).then(
    (store) => store.close(),
    (refused: unknown) => refused,
  );
  if (!(error instanceof Damaged)) throw new Error(`expected damage, got ${String(error)}`);
  return error;
};

interface Contents {
  readonly things: readonly unknown[];
  readonly notes: readonly unknown[];
}
async function contents(folder: string): Promise<Contents> {
  const store = await openStore(folder, settings());
  try {
    return { things: await store.find(THINGS, {}), notes: await store.find(NOTES, { day: '2026-11-24' }) };
  } finally {
    await store.close();
  }
}

describe('an unfinished last line', () => {
  it('is cut off and logged, wherever it ends', () =>
    inFolder(async (folder) => {
      await filled(folder);
      const bytes = await readFile(join(folder, JOURNAL));
      const start = bytes.lastIndexOf(10, bytes.length - 2) + 1;
      const others = await Promise.all(['live.json', DAY].map((name) => readFile(join(folder, name))));
      for (let end = start + 1; end < bytes.length; end += 1) {
        await writeFile(join(folder, JOURNAL), bytes.subarray(0, end));
        const log = logbook();
        const store = await openStore(folder, settings({ log }));
        expect(log.lines).toEqual(['journal ended in an unfinished line, cut off']);
        expect(await store.find(THINGS, {})).toHaveLength(15);
        expect(await store.get(THINGS, 'T10')).toMatchObject({ rev: 1 });
        expect(await store.find(NOTES, { day: '2026-11-24' })).toHaveLength(1);
        expect(await store.commit([put(THINGS, 'T30', a)])).toBe('done');
        await store.close();
        await writeFile(join(folder, 'live.json'), others[0] ?? '');
        await writeFile(join(folder, DAY), others[1] ?? '');
      }
    }));
});

describe('damage', () => {
  it('in a line with lines behind it is refused, with the byte the line begins at', () =>
    inFolder(async (folder) => {
      await filled(folder);
      const text = await readFile(join(folder, JOURNAL), 'utf8');
      const byte = Buffer.byteLength(text.split('\n').slice(0, 3).join('\n')) + 1;
      await edit(folder, JOURNAL, flipped(byte + 30));
      expect(await damage(folder)).toMatchObject({ file: JOURNAL, byte, mend: 'ducha repair' });
    }));

  it('in a checkpoint is refused, with the byte of the row', () =>
    inFolder(async (folder) => {
      await filled(folder);
      const text = await readFile(join(folder, 'live.json'), 'utf8');
      const byte = Buffer.byteLength(text.split('\n').slice(0, 4).join('\n')) + 1;
      await edit(folder, 'live.json', flipped(byte));
      expect(await damage(folder)).toMatchObject({ file: 'live.json', byte });
      await edit(folder, 'live.json', flipped(byte));
      await edit(folder, DAY, (bytes) => bytes.subarray(0, bytes.length - 3));
      expect(await damage(folder)).toMatchObject({ file: DAY });
    }));

  it.each([
    ['a line is missing', JOURNAL, (text: string) => text.split('\n').toSpliced(2, 1).join('\n')],
    ['the journal ends before a checkpoint', JOURNAL, (text: string) => `${text.split('\n', 1)[0]}\n`],
    ['the journal is empty', JOURNAL, () => ''],
  ])('%s: refused', (_, name, change) =>
    inFolder(async (folder) => {
      await filled(folder);
      const store = await openStore(folder, settings());
      await keepingFiles(folder, [JOURNAL], () => store.close());
      await edit(folder, name, (bytes) => Buffer.from(change(bytes.toString())));
      expect(await damage(folder)).toMatchObject({ file: name });
    }),
  );

  it('an older checkpoint put back, or a journal taken away: refused', () =>
    inFolder(async (folder) => {
      await filled(folder);
      await copyFile(join(folder, 'live.json'), join(folder, 'older'));
      await contents(folder);
      await copyFile(join(folder, 'older'), join(folder, 'live.json'));
      expect(await damage(folder)).toMatchObject({ file: 'live.json' });
      await rm(join(folder, JOURNAL));
      expect(await damage(folder)).toMatchObject({ file: JOURNAL, byte: 0 });
    }));

  it('in a past day is found when it is asked for, and harms nothing else', () =>
    inFolder(async (folder) => {
      const first = await openStore(folder, settings());
      await first.commit([put(NOTES, '2020-01-02/1', { about: 'x' }), put(THINGS, 'T1', a)]);
      await first.close();
      await edit(folder, 'notes/2020-01/2020-01-02.json', flipped(60));
      const store = await openStore(folder, settings());
      await expect(store.find(NOTES, { day: '2020-01-02' })).rejects.toThrow(Damaged);
      await expect(store.commit([put(NOTES, '2020-01-02/2', { about: 'y' })])).rejects.toThrow(Damaged);
      expect(await store.commit([put(THINGS, 'T2', a)])).toBe('done');
      await store.close();
    }));

  it('of any single byte is never read as data', () =>
    inFolder(async (folder) => {
      await filled(folder);
      const names = [JOURNAL, 'live.json', DAY];
      const files = await Promise.all(names.map((name) => readFile(join(folder, name))));
      const whole = await contents(folder);
      const withoutLast = { things: whole.things.map(beforeLast), notes: whole.notes.slice(0, 1) };
      const restore = async (): Promise<void> => {
        for (const [n, bytes] of files.entries()) await writeFile(join(folder, names[n] ?? ''), bytes);
      };
      const byte = fc.record({ file: fc.nat(2), at: fc.nat(), by: fc.integer({ min: 1, max: 255 }) });
      await fc.assert(
        fc.asyncProperty(byte, async ({ file, at, by }) => {
          await restore();
          await edit(folder, names[file] ?? '', (bytes) => flipped(at % bytes.length, by)(bytes));
          const found = await contents(folder).catch((error: unknown) => error);
          if (!(found instanceof Damaged)) expect(found).toEqual(withoutLast);
        }),
        { numRuns: 150 },
      );
    }));
});

const beforeLast = (row: unknown): unknown =>
  typeof row === 'object' && row !== null && 'id' in row && row.id === 'T10'
    ? { id: 'T10', rev: 1, data: { ...a, state: '登记' } }
    : row;

describe('repair', () => {
  it('has nothing to do in a folder that is whole', () =>
    inFolder(async (folder) => {
      await filled(folder);
      expect(await repair(folder, settings())).toEqual({ aside: null, files: [] });
      expect((await contents(folder)).things).toHaveLength(15);
    }));

  it('keeps the journal up to the damage, and the rest aside', () =>
    inFolder(async (folder) => {
      await filled(folder);
      const bytes = await readFile(join(folder, JOURNAL));
      const byte = bytes.toString().split('\n').slice(0, 3).join('\n').length + 1;
      await edit(folder, JOURNAL, flipped(byte + 30));
      const mended = await repair(folder, settings());
      expect(mended.files).toEqual([{ file: JOURNAL, byte, kept: 2, lost: bytes.length - byte }]);
      const kept = await readFile(join(folder, mended.aside ?? '', JOURNAL));
      expect(kept).toEqual(flipped(byte + 30)(bytes));
      expect((await contents(folder)).things).toHaveLength(12);
    }));

  it('keeps the whole rows of a checkpoint, and takes what the journal knows of the others', () =>
    inFolder(async (folder) => {
      await filled(folder);
      const text = await readFile(join(folder, 'live.json'), 'utf8');
      const rows = text.split('\n');
      // T10 was changed again in the journal; T12 was not.
      for (const n of [1, 3])
        await edit(folder, 'live.json', flipped(Buffer.byteLength(rows.slice(0, n).join('\n')) + 3));
      const { aside, files } = await repair(folder, settings());
      expect(files).toMatchObject([{ file: 'live.json', kept: 8, lost: 2 }]);
      expect(await readdir(join(folder, aside ?? ''))).toEqual(expect.arrayContaining(['live.json']));
      const { things, notes } = await contents(folder);
      expect(things).toHaveLength(14);
      expect(things[0]).toEqual({ id: 'T10', rev: 2, data: a });
      expect(notes).toHaveLength(2);
    }));

  it('goes on without the header of the journal, and without the journal', () =>
    inFolder(async (folder) => {
      await filled(folder);
      await edit(folder, JOURNAL, flipped(5));
      expect((await repair(folder, settings())).files).toMatchObject([{ file: JOURNAL, kept: 6 }]);
      expect((await contents(folder)).things).toHaveLength(15);
      await rm(join(folder, JOURNAL));
      expect((await repair(folder, settings())).files).toMatchObject([{ file: JOURNAL, kept: 0 }]);
      expect((await contents(folder)).things).toHaveLength(15);
    }));

  it('mends a past day, and a checkpoint without an end', () =>
    inFolder(async (folder) => {
      await filled(folder);
      await truncate(join(folder, DAY), 20);
      await truncate(join(folder, 'live.json'), 300);
      const { files } = await repair(folder, settings());
      expect(files.map(({ file }) => file)).toEqual(['live.json', DAY]);
      expect((await contents(folder)).notes).toHaveLength(1);
    }));

  it('loses one row at most wherever a byte of a checkpoint changes, line ends and the seq included', () =>
    inFolder(async (folder) => {
      await filled(folder);
      const names = [JOURNAL, 'live.json', DAY];
      const files = await Promise.all(names.map((name) => readFile(join(folder, name))));
      const live = files[1] ?? Buffer.alloc(0);
      const head = [...Array(24).keys()];
      const ends = [...live.keys()].filter((at) => live[at] === 10);
      for (const at of [...head, ...ends])
        for (const by of [1, 4]) {
          for (const [n, bytes] of files.entries()) await writeFile(join(folder, names[n] ?? ''), bytes);
          await edit(folder, 'live.json', flipped(at, by));
          await repair(folder, settings());
          const { things } = await contents(folder);
          expect(things.length, `byte ${at} changed by ${by}`).toBeGreaterThanOrEqual(14);
        }
    }));

  it('makes any folder with one changed byte openable again', () =>
    inFolder(async (folder) => {
      await filled(folder);
      const names = [JOURNAL, 'live.json', DAY];
      const files = await Promise.all(names.map((name) => readFile(join(folder, name))));
      const byte = fc.record({ file: fc.nat(2), at: fc.nat(), by: fc.integer({ min: 1, max: 255 }) });
      await fc.assert(
        fc.asyncProperty(byte, async ({ file, at, by }) => {
          for (const [n, bytes] of files.entries()) await writeFile(join(folder, names[n] ?? ''), bytes);
          await edit(folder, names[file] ?? '', (bytes) => flipped(at % bytes.length, by)(bytes));
          await repair(folder, settings());
          const { things, notes } = await contents(folder);
          // A line of the journal may be lost with those behind it; of a checkpoint, one row at most.
          expect(things.length).toBeGreaterThanOrEqual(file === 0 ? 10 : 14);
          expect(notes.length).toBeGreaterThanOrEqual(1);
        }),
        { numRuns: 60 },
      );
    }));
});
