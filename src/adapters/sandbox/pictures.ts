/** Small real pictures and files for the fake WeChat: the same name gives the same bytes, another name others. */
import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';

/** What somebody sends: `as` a picture, or as a file whatever it is. */
export interface Media {
  readonly as: 'image' | 'file';
  readonly name: string;
}

const MARK = /^\[(图片|文件)\s+([^\]\n]{1,100})\]$/u;
const PICTURE = /\.(?:jpe?g|png|gif|webp)$/iu;

/** Reads `[图片 桌面.jpg]` or `[文件 说明.pdf]`; undefined when the text is no such mark. */
export function readMedia(text: string): Media | undefined {
  const match = MARK.exec(text.trim());
  const name = match?.[2]?.trim() ?? '';
  if (match === null || name === '') return undefined;
  if (match[1] === '文件') return { as: 'file', name };
  return { as: 'image', name: PICTURE.test(name) ? name : `${name}.jpg` };
}

/** A file as one line of a dialogue shows it. */
export const mediaMark = (name: string): string => `[${PICTURE.test(name) ? '图片' : '文件'} ${name}]`;

const SIDE = 4;
/** Shades of the picture's 4 × 4 squares. */
const shadesOf = (name: string): Uint8Array =>
  createHash('sha256')
    .update(name)
    .digest()
    .subarray(0, SIDE * SIDE);

function segment(marker: number, ...data: readonly number[]): Buffer {
  const size = data.length + 2;
  return Buffer.from([0xff, marker, size >> 8, size & 0xff, ...data]);
}

/** Bits of one square: its change of shade, in a code of four bits a length, and an end of block of one bit. */
function bitsOf(change: number): string {
  const size = change === 0 ? 0 : Math.floor(Math.log2(Math.abs(change))) + 1;
  const amount = change < 0 ? change + 2 ** size - 1 : change;
  const bits = size === 0 ? '' : amount.toString(2).padStart(size, '0');
  return `${size.toString(2).padStart(4, '0')}${bits}0`;
}

function scanOf(shades: Uint8Array): Buffer {
  const bits = [...shades].map((shade, n) => bitsOf(shade - (n === 0 ? 128 : (shades[n - 1] ?? 0)))).join('');
  const whole = bits.padEnd(Math.ceil(bits.length / 8) * 8, '1');
  const bytes = (whole.match(/.{8}/gu) ?? []).map((eight) => Number.parseInt(eight, 2));
  return Buffer.from(bytes.flatMap((byte) => (byte === 0xff ? [0xff, 0] : [byte])));
}

/** Where the picture of `gps` was taken, as a phone writes it: what must never be shown to others. */
export const PLACE = '36.9312N,101.6803E HUAWEI';

/** EXIF data as a phone writes them: a description, how to turn the picture, and a directory of the place. */
function exif(orientation: number): Buffer {
  const text = Buffer.from(`${PLACE}\0`, 'latin1');
  const head = Buffer.alloc(8 + 2 + 3 * 12 + 4);
  head.write('MM\0*', 0, 'latin1');
  head.writeUInt32BE(8, 4);
  head.writeUInt16BE(3, 8);
  const entry = (n: number, tag: number, type: number, count: number, value: number): void => {
    head.writeUInt16BE(tag, 10 + n * 12);
    head.writeUInt16BE(type, 12 + n * 12);
    head.writeUInt32BE(count, 14 + n * 12);
    if (type === 3) head.writeUInt16BE(value, 18 + n * 12);
    else head.writeUInt32BE(value, 18 + n * 12);
  };
  entry(0, 0x010e, 2, text.length, head.length);
  entry(1, 0x0112, 3, 1, orientation);
  entry(2, 0x8825, 4, 1, head.length + text.length);
  // The directory of the place: latitude north, and nothing after it.
  const gps = Buffer.from([0, 1, 0, 1, 0, 2, 0, 0, 0, 2, 0x4e, 0, 0, 0, 0, 0, 0, 0]);
  return segment(0xe1, ...Buffer.from('Exif\0\0'), ...head, ...text, ...gps);
}

/** A grey picture of 32 × 32 points. With an `orientation` it also carries what phones add: place and device. */
export function jpegOf(name: string, orientation?: number): Buffer {
  const side = SIDE * 8;
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, ...Buffer.from('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0),
    ...(orientation === undefined ? [] : [exif(orientation)]),
    segment(0xdb, 0, ...Array.from({ length: 64 }, () => 8)),
    segment(0xc0, 8, 0, side, 0, side, 1, 1, 0x11, 0),
    // Twelve codes of four bits for the lengths 0 to 11; one code of one bit that ends a square.
    segment(
      0xc4,
      0,
      0,
      0,
      0,
      12,
      ...Array.from({ length: 12 }, () => 0),
      0,
      1,
      2,
      3,
      4,
      5,
      6,
      7,
      8,
      9,
      10,
      11,
    ),
    segment(0xc4, 0x10, 1, ...Array.from({ length: 15 }, () => 0), 0),
    segment(0xda, 1, 1, 0, 0, 63, 0),
    scanOf(shadesOf(name)),
    Buffer.from([0xff, 0xd9]),
  ]);
}

const CRC = Array.from({ length: 256 }, (_, n) =>
  Array.from({ length: 8 }).reduce<number>((c) => (c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1), n),
);
const crcOf = (bytes: Uint8Array): number =>
  (bytes.reduce((crc, byte) => (CRC[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0;

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [size, crc] = [Buffer.alloc(4), Buffer.alloc(4)];
  size.writeUInt32BE(data.length);
  crc.writeUInt32BE(crcOf(body));
  return Buffer.concat([size, body, crc]);
}

/** A grey picture of 4 × 4 points. */
export function pngOf(name: string): Buffer {
  const shades = shadesOf(name);
  const rows = Array.from({ length: SIDE }, (_, n) => [0, ...shades.subarray(n * SIDE, (n + 1) * SIDE)]);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', Buffer.from([0, 0, 0, SIDE, 0, 0, 0, SIDE, 8, 0, 0, 0, 0])),
    chunk('IDAT', deflateSync(Buffer.from(rows.flat()))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The bytes of what is called so; a picture sent as 原图 still has its place in it, as WeChat leaves it. */
export function bytesOf(name: string): Uint8Array {
  if (/\.png$/iu.test(name)) return pngOf(name);
  if (/\.jpe?g$/iu.test(name)) return name.includes('原图') ? jpegOf(name, 6) : jpegOf(name);
  return Buffer.from(/\.pdf$/iu.test(name) ? `%PDF-1.4\n% ${name}\n%%EOF\n` : `${name}\n`);
}
