/** Reads one config file through its schema; a fault names the file, the place in it and what is wrong. */
import { readFile, stat } from 'node:fs/promises';
import { z } from 'zod';

z.config(z.locales.zhCN());

/** Configuration that cannot be used; each line is for the person who edits the file. */
export class SettingsFault extends Error {
  readonly lines: readonly string[];
  constructor(lines: readonly string[]) {
    super(lines.join('\n'));
    this.lines = lines;
  }
}

const MAX_BYTES = 20_000_000;

const placeOf = (path: readonly PropertyKey[]): string =>
  path.length === 0 ? '整个文件' : path.map(String).join('.');

/** The lines that say what a schema found wrong. */
export const faultLines = (file: string, error: z.ZodError): readonly string[] =>
  error.issues.slice(0, 10).map((issue) => `${file} → ${placeOf(issue.path)}：${issue.message}`);

async function contents(file: string): Promise<string | undefined> {
  try {
    if ((await stat(file)).size > MAX_BYTES) throw new SettingsFault([`${file}：文件过大，请检查内容`]);
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function parsed(file: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch (error) {
    throw new SettingsFault([
      `${file}：不是合法的JSON（${(error as Error).message}），请检查逗号、引号和括号`,
    ]);
  }
}

/** The file's value, or `absent` when there is no such file. */
export async function readJson<T>(file: string, schema: z.ZodType<T>, absent: T): Promise<T> {
  const text = await contents(file);
  if (text === undefined) return absent;
  const result = schema.safeParse(parsed(file, text));
  if (!result.success) throw new SettingsFault(faultLines(file, result.error));
  return result.data;
}
