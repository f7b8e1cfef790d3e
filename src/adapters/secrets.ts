/** One-way hashes and unguessable codes. */
import { createHash, randomInt } from 'node:crypto';
import type { Secrets } from '../core/ports.ts';

/** Without 0 O 1 I, which are mistaken for each other on a phone. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

export const secrets: Secrets = {
  hash: (text) => createHash('sha256').update(text).digest('hex'),
  draw: (length) => Array.from({ length }, () => LETTERS[randomInt(LETTERS.length)] ?? '').join(''),
};
