/** What every vault promises, and what lies on disk of the one that keeps files. */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { diskVault } from '../../src/adapters/files/vault.ts';
import { memoryVault } from '../../src/adapters/memory/vault.ts';

const base = mkdtempSync(join(tmpdir(), 'ducha-vault-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));
let count = 0;
const fresh = (): string => join(base, `${++count}`, 'files');
const shaOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.includes('.'));

describe.each([
  ['on disk', () => diskVault(fresh())],
  ['in memory', () => memoryVault()],
] as const)('a vault %s', (_, open) => {
  it('gives back what was kept, under its hash', async () => {
    const vault = open();
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.string(), async (bytes, name) => {
        const sha = await vault.keep(bytes, name);
        expect(sha).toBe(shaOf(bytes));
        expect(Buffer.compare((await vault.read(sha)) ?? Buffer.of(), bytes)).toBe(0);
      }),
      { numRuns: 40 },
    );
  });

  it('knows nothing of what was never kept or was dropped, and of what is no hash', async () => {
    const vault = open();
    const sha = await vault.keep(Buffer.from('证据'), '照片.jpg');
    await vault.drop(sha);
    await vault.drop(sha);
    for (const asked of [sha, shaOf(Buffer.from('无')), '', '../../etc/passwd', sha.toUpperCase()])
      expect(await vault.read(asked)).toBeUndefined();
  });

  it('cannot be changed through the bytes it was given or gave', async () => {
    const vault = open();
    const given = Uint8Array.of(1, 2, 3);
    const sha = await vault.keep(given, 'a');
    given[0] = 9;
    (await vault.read(sha))?.fill(0);
    expect([...((await vault.read(sha)) ?? [])]).toEqual([1, 2, 3]);
  });
});

describe('on disk', () => {
  it('keeps the same bytes once, whatever they are called, for the owner’s eyes only', async () => {
    const folder = fresh();
    const vault = diskVault(folder);
    const bytes = Buffer.from('说明');
    const names = ['说明.PDF', '又一份.docx', '../../逃.sh', '无后缀'];
    const [sha = ''] = await Promise.all(names.map((name) => vault.keep(bytes, name)));
    await vault.keep(bytes, '再来.txt');
    const files = filesIn(folder);
    expect(files).toEqual([`${sha.slice(0, 2)}/${sha}.pdf`]);
    expect(statSync(join(folder, files[0] ?? '')).mode & 0o077).toBe(0);
  });

  it('names a picture by its bytes and another file by its ending', async () => {
    const folder = fresh();
    const vault = diskVault(folder);
    await vault.keep(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), '照片.exe');
    await vault.keep(Buffer.from('%PDF'), '说明.PDF');
    await vault.keep(Buffer.from('?'), '无');
    expect(
      filesIn(folder)
        .map((name) => name.slice(68))
        .sort(),
    ).toEqual(['bin', 'jpg', 'pdf']);
  });

  it('does not pass off damaged bytes as evidence, and keeps them anew when they come again', async () => {
    const folder = fresh();
    const vault = diskVault(folder);
    const bytes = Buffer.from('原始照片');
    const sha = await vault.keep(bytes, 'a.jpg');
    const [file = ''] = filesIn(folder);
    writeFileSync(join(folder, file), '改过的照片');
    expect(await vault.read(sha)).toBeUndefined();
    await vault.keep(bytes, 'a.jpg');
    expect(readFileSync(join(folder, file), 'utf8')).toBe('原始照片');
  });

  it('leaves no half a file behind when the disk does not take one', async () => {
    const folder = fresh();
    mkdirSync(folder, { recursive: true });
    const bytes = Buffer.from('放不下');
    writeFileSync(join(folder, shaOf(bytes).slice(0, 2)), '');
    await expect(diskVault(folder).keep(bytes, 'a')).rejects.toThrow();
    expect(filesIn(folder)).toEqual([]);
  });
});
