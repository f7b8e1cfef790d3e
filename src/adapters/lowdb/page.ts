/** What a checkpoint file holds, and its text: one row a line, so that a person can read it and compare two. */
import { z } from 'zod';
import type { Keys } from '../../core/store.ts';

/** The data of a row; what is in it is the business of its table. */
export const jsonObject = z.custom<object>((value) => typeof value === 'object' && value !== null);
/** The keys of a row. */
export const keysSchema = z.record(z.string(), z.string());
/** One row of a page. */
export const rowSchema = z.strictObject({
  table: z.string().min(1),
  id: z.string(),
  rev: z.int().positive(),
  data: jsonObject,
  keys: keysSchema,
});
/** What a page says about itself. */
export const headSchema = z.strictObject({
  /** Every commit up to this one is in the file. */
  seq: z.int().nonnegative(),
  /** Set when contents have been replaced by their hashes. */
  hashed: z.boolean(),
});
/** A page as JSON. */
export const pageSchema = headSchema.extend({ rows: z.array(rowSchema) });

export interface PageRow {
  readonly table: string;
  readonly id: string;
  readonly rev: number;
  readonly data: object;
  readonly keys: Keys;
}

/** A checkpoint: the live tables, or one day of a daily one. */
export interface Page {
  readonly seq: number;
  readonly hashed: boolean;
  readonly rows: readonly PageRow[];
}

/** What a file that is not there holds. */
export const EMPTY_PAGE: Page = { seq: 0, hashed: false, rows: [] };

/** How the text of a hashed page begins, whatever its seq: enough to know it without reading it. */
export const HASHED = /^\{"seq":\d+,"hashed":true,/u;

const PIECE = 256;

/** The text of a page without its closing brace, in pieces small enough not to hold up the loop. */
export function* pageText(page: Page): Generator<string> {
  yield `{"seq":${page.seq},"hashed":${page.hashed},"rows":[`;
  for (let n = 0; n < page.rows.length; n += PIECE) {
    // Spelt out member by member: a fixed order keeps two versions of a file comparable.
    const lines = page.rows
      .slice(n, n + PIECE)
      .map(({ table, id, rev, data, keys }) => JSON.stringify({ table, id, rev, data, keys }));
    yield `${n === 0 ? '' : ','}\n${lines.join(',\n')}`;
  }
  yield '\n]';
}
