/** What stays of a row whose content is past its time: a hash that shows later whether a copy is the same. */
import { createHash } from 'node:crypto';
import { canonical } from '../../core/canonical.ts';
import type { Kept, Rows } from '../../core/rows.ts';

/** SHA-256 over the canonical JSON of a row's data, in lower-case hex. */
export const hashOf = (data: object): string => createHash('sha256').update(canonical(data)).digest('hex');

/** True for data that is such a hash already. */
export const isHash = (data: object): data is { readonly hash: string } =>
  Object.keys(data).length === 1 && 'hash' in data && /^[0-9a-f]{64}$/u.test(String(data.hash));

const hashed = ({ found: { id, rev, data } }: Kept): Kept =>
  Object.freeze({
    found: Object.freeze({ id, rev, data: Object.freeze({ hash: hashOf(data) }) }),
    keys: Object.freeze({}),
  });

/** Replaces every row by its hash, in place; keys go too, for they can name people. */
export function hashAll(held: Rows): void {
  for (const row of held.all()) if (!isHash(row.found.data)) held.set(row.found.id, hashed(row));
}
