/** JSON objects that carry their own checksum as a last member `crc`, so that a changed byte is never read as data. */
import { crc32 } from 'node:zlib';

const hex = (sum: number): string => sum.toString(16).padStart(8, '0');
const ending = (sum: number): string => `,"crc":"${hex(sum)}"}\n`;
const ENDING = ending(0).length;
const strict = new TextDecoder('utf-8', { fatal: true });

/** The text of an object without its closing brace, sealed, closed and with a line end. */
export const sealed = (open: string): string => open + ending(crc32(open));

/** Seals a long text piece by piece; the last piece it yields is the seal. */
export function* sealedAll(pieces: Iterable<string>): Generator<string> {
  let sum = 0;
  for (const piece of pieces) {
    sum = crc32(piece, sum);
    yield piece;
  }
  yield ending(sum);
}

/** The object in a sealed text, line end included; `undefined` when the seal is broken or missing. */
export function unsealed(bytes: Uint8Array): unknown {
  const body = bytes.subarray(0, -ENDING);
  if (bytes.length <= ENDING) return undefined;
  const end = Buffer.from(bytes.buffer, bytes.byteOffset + body.length, ENDING).toString('latin1');
  if (end !== ending(crc32(body))) return undefined;
  try {
    return JSON.parse(`${strict.decode(body)}}`);
  } catch {
    return undefined;
  }
}
