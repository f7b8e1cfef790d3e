/** Numbers and habits of the house that no linter knows. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const files = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name));
const SOURCES = files('src').map((file) => ({ file, text: readFileSync(file, 'utf8') }));

/** The text without its comments. */
const code = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gmu, '');

describe('source', () => {
  it('no file is longer than 250 lines', () => {
    const long = SOURCES.map(({ file, text }) => ({ file, lines: text.split('\n').length - 1 })).filter(
      ({ lines }) => lines > 250,
    );
    expect(long).toEqual([]);
  });

  it('every file opens with a sentence', () => {
    const silent = SOURCES.filter(({ text }) => !/^(?:#!.*\n)?\/\*\*/u.test(text)).map(({ file }) => file);
    expect(silent).toEqual([]);
  });

  it('core and features know no Date', () => {
    const timed = SOURCES.filter(({ file }) => /^src\/(core|features)\//u.test(file)).filter(({ text }) =>
      /\bDate\b[.(]|new Date\b/u.test(code(text)),
    );
    expect(timed.map(({ file }) => file)).toEqual([]);
  });

  it('nothing casts to any or asserts non-null', () => {
    const loose = SOURCES.filter(({ text }) => /\bas any\b|: any\b|<any>/u.test(code(text))).map(
      ({ file }) => file,
    );
    expect(loose).toEqual([]);
  });
});
