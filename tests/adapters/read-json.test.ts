/** A config file that cannot be read: the place is named, and nothing that stands in it is repeated. */
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { readJson, SettingsFault } from '../../src/adapters/settings/read-json.ts';

const folder = await mkdtemp(join(tmpdir(), 'ducha-json-'));
const fault = async (file: string): Promise<string> => {
  const error = await readJson(file, z.unknown(), undefined).catch((caught: unknown) => caught);
  return error instanceof SettingsFault ? error.lines.join('\n') : `not a fault: ${String(error)}`;
};

const BROKEN = ['{', '  "name": "张三",', '  "phone": 13800138000x', '}'].join('\n');
it.each([
  ['a stray letter', BROKEN, '第3行附近'],
  ['a missing comma', '[\n"13800138000"\n"13900139000"\n]', '第3行附近'],
  ['a file cut off', '{\n"phone": "13800138000"', '第2行附近'],
  ['an empty file', '', '不是合法的JSON'],
  ['a page of something else', '<html>13800138000</html>', '第1行附近'],
])('names the line of %s without quoting it', async (name, text, line) => {
  const file = join(folder, `${name}.json`);
  await writeFile(file, text);
  const said = await fault(file);
  expect(said).toContain(line);
  expect(said).not.toMatch(/1[38]00|张三/u);
});

it('is the operator’s mistake, in words, when a folder stands where a file should', async () => {
  expect(await fault(folder)).toContain('读不了（EISDIR）');
});

it('is absent when there is no file', async () => {
  expect(await readJson(join(folder, 'none.json'), z.unknown(), 'absent')).toBe('absent');
});
