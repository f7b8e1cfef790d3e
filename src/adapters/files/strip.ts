/** Pictures as others may see them: what a phone writes beside the picture is taken out. */
import type { NamedBytes } from '../../core/ports.ts';
import { namedAs, PICTURE_NAME, pictureOf } from './picture.ts';
import { stripJpeg } from './strip-jpeg.ts';

const nameAt = (bytes: Uint8Array, at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4));
const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.length);

/** Chunks that are needed to draw a picture in its colours. */
const PNG_KEPT: ReadonlySet<string> = new Set([
  ...['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'cICP', 'mDCV', 'cLLI'],
  ...['pHYs', 'bKGD', 'acTL', 'fcTL', 'fdAT'],
]);

function stripPng(bytes: Uint8Array): Uint8Array | undefined {
  const view = viewOf(bytes);
  const parts = [bytes.subarray(0, 8)];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) return undefined;
    const name = nameAt(bytes, at + 4);
    if (PNG_KEPT.has(name)) parts.push(bytes.subarray(at, end));
    if (name === 'IEND') return Buffer.concat(parts);
    at = end;
  }
  return undefined;
}

const WEBP_KEPT: ReadonlySet<string> = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
const FRAME_HEAD = 16;
/** The bits that say EXIF and XMP follow. */
const TELLS = 0x0c;

/** The chunks to keep, each with its padding; undefined when they cannot be followed. */
function webpChunks(bytes: Uint8Array, inFrame: boolean): readonly Uint8Array[] | undefined {
  const view = viewOf(bytes);
  const parts: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; ) {
    if (at + 8 > bytes.length) return undefined;
    const size = view.getUint32(at + 4, true);
    if (at + 8 + size > bytes.length) return undefined;
    const end = at + 8 + size + (size % 2);
    const part = webpChunk(nameAt(bytes, at), bytes.subarray(at, end), inFrame);
    if (part === undefined) return undefined;
    parts.push(...part);
    at = end;
  }
  return parts;
}

function webpChunk(name: string, chunk: Uint8Array, inFrame: boolean): readonly Uint8Array[] | undefined {
  if (!WEBP_KEPT.has(name)) return [];
  if (name === 'ANMF') return inFrame ? undefined : frame(chunk);
  if (name !== 'VP8X' || chunk.length < 9) return [chunk];
  const head = Uint8Array.from(chunk);
  head[8] = (head[8] ?? 0) & ~TELLS;
  return [head];
}

function frame(chunk: Uint8Array): readonly Uint8Array[] | undefined {
  const size = viewOf(chunk).getUint32(4, true);
  if (size < FRAME_HEAD) return undefined;
  const inner = webpChunks(chunk.subarray(8 + FRAME_HEAD, 8 + size), true);
  if (inner === undefined) return undefined;
  const head = Uint8Array.from(chunk.subarray(0, 8 + FRAME_HEAD));
  const body = Buffer.concat(inner);
  viewOf(head).setUint32(4, FRAME_HEAD + body.length, true);
  return body.length % 2 === 0 ? [head, body] : [head, body, Uint8Array.of(0)];
}

function stripWebp(bytes: Uint8Array): Uint8Array | undefined {
  const end = Math.min(bytes.length, 8 + viewOf(bytes).getUint32(4, true));
  const chunks = end < 12 ? undefined : webpChunks(bytes.subarray(12, end), false);
  if (chunks === undefined) return undefined;
  const whole = Uint8Array.from(Buffer.concat([bytes.subarray(0, 12), ...chunks]));
  viewOf(whole).setUint32(4, whole.length - 8, true);
  return whole.length > bytes.length ? undefined : whole;
}

/**
 * A picture without place, time, device and comments, how it is to be turned left in; never longer than it was.
 * What is no picture comes back as it is; undefined for a picture that cannot be cleaned.
 */
export function stripped(bytes: Uint8Array): Uint8Array | undefined {
  const picture = pictureOf(bytes);
  if (picture === 'jpg') return stripJpeg(bytes);
  if (picture === 'png') return stripPng(bytes);
  if (picture === 'webp') return stripWebp(bytes);
  return picture === undefined ? bytes : undefined;
}

/** The same with its name: a picture's ends as its format does, and what only claims to be a picture is refused. */
export function shown({ name, bytes }: NamedBytes): NamedBytes | undefined {
  const picture = pictureOf(bytes);
  if (picture === undefined) return PICTURE_NAME.test(name) ? undefined : { name, bytes };
  const clean = stripped(bytes);
  return picture === 'other' || clean === undefined
    ? undefined
    : { name: namedAs(name, picture), bytes: clean };
}
