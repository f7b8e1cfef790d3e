/** The lines of the journal: a header that says where it begins, then one line a commit. */
import { z } from 'zod';
import type { Row } from '../../core/store.ts';
import { jsonObject, keysSchema } from './page.ts';
import { sealed, unsealed } from './sealed.ts';

const rowSchema = z.strictObject({
  table: z.string().min(1),
  /** Set for a row of a daily table. */
  day: z.iso.date().optional(),
  id: z.string(),
  /** The rev it was written over. */
  rev: z.int().nonnegative(),
  data: jsonObject.nullable(),
  keys: keysSchema,
});
const lineSchema = z.strictObject({
  seq: z.int().positive(),
  at: z.number(),
  rows: z.array(rowSchema),
});
const headSchema = z.strictObject({
  /** Every line up to this seq is in the checkpoints. */
  base: z.int().nonnegative(),
  /** The seq that live.json had when the journal was begun; an older one does not belong to it. */
  live: z.int().nonnegative(),
});

export type Line = z.infer<typeof lineSchema>;
export type LineRow = z.infer<typeof rowSchema>;
export type Head = z.infer<typeof headSchema>;

const read = <T>(schema: z.ZodType<T>, bytes: Uint8Array): T | undefined => {
  const found = schema.safeParse(unsealed(bytes));
  return found.success ? found.data : undefined;
};

/** The header in these bytes, line end included, or `undefined` when they hold none that is whole. */
export const headOf = (bytes: Uint8Array): Head | undefined => read(headSchema, bytes);
/** The commit in these bytes, line end included, or `undefined` when they hold none that is whole. */
export const lineOf = (bytes: Uint8Array): Line | undefined => read(lineSchema, bytes);

export const headText = ({ base, live }: Head): string => sealed(`{"base":${base},"live":${live}`);

/** One row as JSON; `json` is its data, already spelt out. */
export function rowText(row: Row, day: string | undefined, json: string): string {
  const where = day === undefined ? '' : `,"day":"${day}"`;
  const what = `"rev":${row.rev},"data":${json},"keys":${JSON.stringify(row.keys ?? {})}`;
  return `{"table":${JSON.stringify(row.table)}${where},"id":${JSON.stringify(row.id)},${what}}`;
}

export const lineText = (seq: number, at: number, rows: readonly string[]): string =>
  sealed(`{"seq":${seq},"at":${at},"rows":[${rows.join(',')}]`);
