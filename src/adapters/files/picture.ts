/** Tells pictures by their first bytes, whatever they are called. */

/** A picture that can be cleaned, by the ending its name should have; `other` is one that cannot. */
export type Picture = 'jpg' | 'png' | 'webp' | 'other';

const text = (bytes: Uint8Array, from: number, to: number): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1', from, to);

/** Beginnings of formats that hold pictures, camera raws included; bytes as latin-1 characters. */
const OTHERS = [
  ...['GIF8', 'II*\0', 'MM\0*', 'II+\0', 'MM\0+', 'IIRO', 'IIRS', 'IIU\0', '8BPS', 'FUJIFILMCCD-RAW'],
  ...['\xff\x0a', '\0\0\0\x0cJXL ', '\0\0\0\x0cjP  ', '\xff\x4f\xff\x51', '\0\0\x01\0'],
];
// An ISO media file is a picture when one of the brands it names is.
const BRANDS = /heic|heix|heim|heis|hevc|hevx|mif1|msf1|mif2|avif|avis|jxl |crx /u;
const BRANDS_SEEN = 128;
const SVG_SEEN = 1_024;
/** Sizes of the second header of a bitmap: two letters alone would make pictures of texts. */
const BITMAPS = [12, 16, 40, 52, 56, 64, 108, 124];

function isOther(bytes: Uint8Array): boolean {
  const start = text(bytes, 0, SVG_SEEN);
  if (OTHERS.some((beginning) => start.startsWith(beginning))) return true;
  if (start.startsWith('ftyp', 4)) return BRANDS.test(start.slice(8, BRANDS_SEEN));
  if (start.startsWith('BM')) return BITMAPS.includes(start.charCodeAt(14)) && start.charCodeAt(15) === 0;
  return /^(?:\xef\xbb\xbf)?\s*<(?:svg\b|[?!][\s\S]*<svg\b)/u.test(start);
}

/** What kind of picture the bytes are; undefined when they are none. */
export function pictureOf(bytes: Uint8Array): Picture | undefined {
  const start = text(bytes, 0, 12);
  if (start.startsWith('\xff\xd8\xff')) return 'jpg';
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (start.startsWith('RIFF') && start.endsWith('WEBP')) return 'webp';
  return isOther(bytes) ? 'other' : undefined;
}

/** Endings of names by which people and programs take a file for a picture. */
export const PICTURE_NAME =
  /\.(?:jpe?g|jfif|png|apng|webp|gif|bmp|heic|heif|avif|tiff?|dng|cr[23]|nef|arw|raf|orf|rw2|jxl|jp2|psd|ico|svg)$/iu;

/** The name with the ending its bytes ask for: WeChat shows as a picture what is called one. */
export function namedAs(name: string, picture: Exclude<Picture, 'other'>): string {
  if (picture === 'jpg' && /\.jpe?g$/iu.test(name)) return name;
  return `${name.replace(PICTURE_NAME, '') || 'photo'}.${picture}`;
}
