/** A JPEG without what it tells beside the picture: no place, time, device, thumbnail or comment. */

const SOI = 2;
const [EOI, SOS, APP0, APP1, APP2, APP14] = [0xd9, 0xda, 0xe0, 0xe1, 0xe2, 0xee];
const JFIF_LENGTH = 16;
const ORIENTATION = 0x0112;
const SHORT = 3;

const ascii = (bytes: Uint8Array, from: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(from, from + length));
const u16 = (bytes: Uint8Array, at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);

/** How the picture is to be turned, 1 to 8; undefined when the EXIF data do not say so. */
function orientationOf(tiff: Uint8Array): number | undefined {
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.length);
  if (tiff.length < 26) return undefined;
  const little = ascii(tiff, 0, 2) === 'II';
  const directory = view.getUint32(4, little);
  if (directory + 2 > tiff.length) return undefined;
  const count = view.getUint16(directory, little);
  for (let n = 0; n < count; n += 1) {
    const at = directory + 2 + n * 12;
    if (at + 12 > tiff.length) return undefined;
    if (view.getUint16(at, little) !== ORIENTATION || view.getUint16(at + 2, little) !== SHORT) continue;
    const value = view.getUint16(at + 8, little);
    return value >= 1 && value <= 8 ? value : undefined;
  }
  return undefined;
}

/** EXIF data that say nothing but how to turn the picture. */
const exifOf = (orientation: number): Uint8Array =>
  Uint8Array.of(
    ...[0xff, APP1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0, 0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1],
    ...[ORIENTATION >> 8, ORIENTATION & 0xff, 0, SHORT, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0],
  );

function exif(segment: Uint8Array): Uint8Array | undefined {
  if (ascii(segment, 4, 6) !== 'Exif\0\0') return undefined;
  const orientation = orientationOf(segment.subarray(10));
  if (orientation === undefined || orientation === 1) return undefined;
  const only = exifOf(orientation);
  return only.length <= segment.length ? only : undefined;
}

/** The JFIF header without the small picture it may hold: that shows what was cut off or covered. */
const jfif = (segment: Uint8Array): Uint8Array | undefined =>
  ascii(segment, 4, 5) === 'JFIF\0' && segment.length >= JFIF_LENGTH + 2
    ? Uint8Array.of(0xff, APP0, 0, JFIF_LENGTH, ...segment.subarray(4, JFIF_LENGTH), 0, 0)
    : undefined;

/** What is left of a segment: only what is needed to draw the picture, in its colours, the right way up. */
function left(marker: number, segment: Uint8Array): Uint8Array | undefined {
  if (marker === APP0) return jfif(segment);
  if (marker === APP1) return exif(segment);
  if (marker === APP2) return ascii(segment, 4, 12) === 'ICC_PROFILE\0' ? segment : undefined;
  if (marker === APP14) return ascii(segment, 4, 5) === 'Adobe' && segment.length <= 18 ? segment : undefined;
  return (marker >= 0xc0 && marker <= 0xcf) || (marker >= EOI && marker <= 0xdf) ? segment : undefined;
}

/** Where a scan ends: at the first marker that is neither an escaped FF nor a restart. */
function scanEnd(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next === undefined) return bytes.length;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return bytes.length;
}

interface Part {
  readonly marker: number;
  readonly bytes: Uint8Array;
}

/** The segment that begins there, a scan with all its data; undefined when none does. */
function partAt(bytes: Uint8Array, at: number): Part | undefined {
  if (bytes[at] !== 0xff) return undefined;
  const marker = bytes[at + 1] ?? 0;
  if (marker === EOI) return { marker, bytes: bytes.subarray(at, at + 2) };
  // Any number of FF may stand before a marker.
  if (marker === 0xff) return { marker, bytes: bytes.subarray(at, at + 1) };
  const end = at + 2 + u16(bytes, at + 2);
  if (end < at + 4 || end > bytes.length) return undefined;
  return { marker, bytes: bytes.subarray(at, marker === SOS ? scanEnd(bytes, end) : end) };
}

/** All segments up to the end of the picture, or of the bytes when it was cut off on its way. */
function partsOf(bytes: Uint8Array): readonly Part[] | undefined {
  const parts: Part[] = [];
  for (let at = SOI; at + 2 <= bytes.length && parts.at(-1)?.marker !== EOI; ) {
    const part = partAt(bytes, at);
    if (part === undefined) return undefined;
    parts.push(part);
    at += part.bytes.length;
  }
  return parts;
}

/** The cleaned picture; undefined when the bytes cannot be followed. What stands behind its end is left out. */
export function stripJpeg(bytes: Uint8Array): Uint8Array | undefined {
  const parts = partsOf(bytes);
  if (parts === undefined || !parts.some(({ marker }) => marker === SOS)) return undefined;
  const kept = parts.map((part) => ({ marker: part.marker, bytes: left(part.marker, part.bytes) }));
  const turned = kept.findIndex((part) => part.marker === APP1 && part.bytes !== undefined);
  const whole = kept.flatMap(({ marker, bytes: data }, n) =>
    data === undefined || (marker === APP1 && n !== turned) ? [] : [data],
  );
  return Buffer.concat([bytes.subarray(0, SOI), ...whole]);
}
