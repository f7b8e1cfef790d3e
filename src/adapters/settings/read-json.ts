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
    if (error instanceof SettingsFault) throw error;
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    throw new SettingsFault([`${file}：读不了（${code}），请检查它是不是文件、有没有读取权限`]);
  }
}

/** Where the engine stumbled, as a line number; its own words quote the file, which holds names and phone numbers. */
function lineOf(text: string, message: string): string {
  const [, snippet] = /, (?:\.\.\.)?"([\s\S]+)"(?:\.\.\.)? is not valid JSON$/u.exec(message) ?? [];
  const position = /position (\d+)/u.exec(message)?.[1];
  // The stumble is in the middle of what is quoted.
  const found = snippet === undefined ? -1 : text.indexOf(snippet) + Math.floor(snippet.length / 2);
  const at = position === undefined ? found : Number(position);
  return at < 0 ? '' : `（第${text.slice(0, at).split('\n').length}行附近）`;
}

function parsed(file: string, raw: string): unknown {
  const text = raw.replace(/^\uFEFF/u, '');
  try {
    return JSON.parse(text);
  } catch (error) {
    const where = lineOf(text, (error as Error).message);
    throw new SettingsFault([`${file}：不是合法的JSON${where}，请检查逗号、引号和括号`]);
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
