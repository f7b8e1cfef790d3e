/** Looks at a zip's directory before anyone unpacks it, so that a small file cannot become a huge one. */

/** `fine`, or why not: no zip at all, an encrypted or old Office file, more than allowed when unpacked. */
export type ZipVerdict = 'fine' | 'not-a-zip' | 'ole' | 'too-large';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_SIZE = 22;
const ENTRY_SIZE = 46;
const LONGEST_COMMENT = 65_535;
const ZIP64 = 0xffffffff;
const DESCRIPTOR = 8;
const EMPTY_DEFLATED = 2;
const MAX_ENTRIES = 1_000;
const OLE = 0xd0cf11e0;

function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - END_SIZE - LONGEST_COMMENT);
  for (let at = view.byteLength - END_SIZE; at >= lowest; at -= 1)
    if (view.getUint32(at, true) === END) return at;
  return -1;
}

/**
 * The size an entry declares; whoever unpacks stops there. Infinity when it declares nothing it can be held to: ZIP64,
 * one of the two sizes missing, or both left to a descriptor behind the data.
 */
function declaredSize(view: DataView, at: number): number {
  const packed = view.getUint32(at + 20, true);
  const size = view.getUint32(at + 24, true);
  if (packed === ZIP64 || size === ZIP64) return Number.POSITIVE_INFINITY;
  if (size > 0 && packed > 0) return size;
  const described = (view.getUint16(at + 8, true) & DESCRIPTOR) !== 0;
  const isEmpty = size === 0 && (packed === EMPTY_DEFLATED || (packed === 0 && !described));
  return isEmpty ? 0 : Number.POSITIVE_INFINITY;
}

/** Adds up what the entries say they become. */
export function guardZip(bytes: Uint8Array, maxUnpacked: number): ZipVerdict {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length >= 8 && view.getUint32(0) === OLE) return 'ole';
  const end = bytes.length < END_SIZE ? -1 : findEnd(view);
  if (end < 0) return 'not-a-zip';
  const entries = view.getUint16(end + 10, true);
  if (entries > MAX_ENTRIES || view.getUint32(end + 12, true) === ZIP64) return 'too-large';
  let at = view.getUint32(end + 16, true);
  let total = 0;
  for (let n = 0; n < entries; n += 1) {
    if (at + ENTRY_SIZE > bytes.length || view.getUint32(at, true) !== ENTRY) return 'not-a-zip';
    total += declaredSize(view, at);
    if (total > maxUnpacked) return 'too-large';
    at +=
      ENTRY_SIZE +
      view.getUint16(at + 28, true) +
      view.getUint16(at + 30, true) +
      view.getUint16(at + 32, true);
  }
  return 'fine';
}
