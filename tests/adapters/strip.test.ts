/** What a phone writes beside a picture is gone, whatever it looks like; the picture itself is as it was. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pictureOf } from '../../src/adapters/files/picture.ts';
import { shown, stripped } from '../../src/adapters/files/strip.ts';
import { jpegOf, PLACE, pngOf } from '../../src/adapters/sandbox/pictures.ts';

const latin = (text: string): Buffer => Buffer.from(text, 'latin1');
const plain = jpegOf('桌面');
const segment = (marker: number, data: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
};
/** The picture with these segments behind its first, and more behind its end. */
const jpegWith = (parts: readonly Buffer[], behind = latin('')): Buffer =>
  Buffer.concat([plain.subarray(0, 20), ...parts, plain.subarray(20), behind]);
/** EXIF data of one entry: the orientation, in one byte order or the other. */
function turned(value: number, order: 'II' | 'MM'): Buffer {
  const tiff = Buffer.alloc(26);
  const [u16, u32] = (['writeUInt16', 'writeUInt32'] as const).map(
    (name) => `${name}${order === 'II' ? 'LE' : 'BE'}` as const,
  ) as ['writeUInt16BE', 'writeUInt32BE'];
  tiff.write(order, 0, 'latin1');
  tiff[u16](42, 2);
  tiff[u32](8, 4);
  tiff[u16](1, 8);
  tiff[u16](0x0112, 10);
  tiff[u16](3, 12);
  tiff[u32](1, 14);
  tiff[u16](value, 18);
  return segment(0xe1, Buffer.concat([latin('Exif\0\0'), tiff]));
}
const ONLY_TURNED = (value: number): Buffer =>
  Buffer.from(
    `ffe1002245786966000 04d4d002a0000000800010112000300000001000${value}000000000000`.replaceAll(' ', ''),
    'hex',
  );

const pngChunk = (type: string, data: Buffer): Buffer => {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(data.length);
  return Buffer.concat([size, latin(type), data, Buffer.alloc(4)]);
};
const riffChunk = (type: string, data: Buffer): Buffer => {
  const size = Buffer.alloc(4);
  size.writeUInt32LE(data.length);
  return Buffer.concat([latin(type), size, data, Buffer.alloc(data.length % 2)]);
};
const webp = (...chunks: readonly Buffer[]): Buffer => {
  const body = Buffer.concat([latin('WEBP'), ...chunks]);
  const size = Buffer.alloc(4);
  size.writeUInt32LE(body.length);
  return Buffer.concat([latin('RIFF'), size, body]);
};
const tells = (bytes: Uint8Array | undefined): boolean => Buffer.from(bytes ?? latin(PLACE)).includes(PLACE);

describe('a JPEG', () => {
  it('loses EXIF with its place, XMP, IPTC, comments, extra pictures and what stands behind its end', () => {
    const secret = latin(PLACE);
    const parts = [
      segment(0xe1, Buffer.concat([latin('Exif\0\0MM\0*'), secret])),
      segment(0xe1, Buffer.concat([latin('http://ns.adobe.com/xap/1.0/\0'), secret])),
      segment(0xe2, Buffer.concat([latin('MPF\0'), secret])),
      segment(0xe0, Buffer.concat([latin('JFXX\0'), secret])),
      segment(0xeb, secret),
      segment(0xed, Buffer.concat([latin('Photoshop 3.0\0'), secret])),
      segment(0xee, Buffer.concat([latin('Adobe'), secret])),
      segment(0xfe, secret),
    ];
    const dirty = jpegWith(parts, Buffer.concat([latin('ftypmp42'), secret]));
    expect(tells(dirty)).toBe(true);
    expect(Buffer.from(stripped(dirty) ?? [])).toEqual(plain);
  });

  it('keeps how it is to be turned, in either byte order, and nothing else of its EXIF data', () => {
    for (const order of ['II', 'MM'] as const)
      for (const value of [2, 3, 6, 8])
        expect(Buffer.from(stripped(jpegWith([turned(value, order)])) ?? [])).toEqual(
          jpegWith([ONLY_TURNED(value)]),
        );
    for (const value of [0, 1, 9])
      expect(Buffer.from(stripped(jpegWith([turned(value, 'II')])) ?? [])).toEqual(plain);
    const twice = jpegWith([turned(6, 'II'), turned(3, 'MM')]);
    expect(Buffer.from(stripped(twice) ?? [])).toEqual(jpegWith([ONLY_TURNED(6)]));
    const phone = jpegOf('桌面', 6);
    expect(tells(phone)).toBe(true);
    expect(Buffer.from(stripped(phone) ?? [])).toEqual(jpegWith([ONLY_TURNED(6)]));
  });

  it('keeps its colours: the ICC profile and Adobe’s note of how they are written', () => {
    const kept = [
      segment(0xe2, latin('ICC_PROFILE\0\x01\x01abc')),
      segment(0xee, latin('Adobe\0\x64\0\0\0\0\x01')),
    ];
    expect(Buffer.from(stripped(jpegWith(kept)) ?? [])).toEqual(jpegWith(kept));
  });

  it('may have been cut off in its scan, but not before', () => {
    const cut = jpegOf('桌面', 6).subarray(0, -10);
    expect(tells(stripped(cut))).toBe(false);
    expect(stripped(plain.subarray(0, 60))).toBeUndefined();
    expect(stripped(latin('\xff\xd8\xff\xe1\xff\xff'))).toBeUndefined();
  });
});

describe('a PNG and a WebP', () => {
  it('lose their texts, their time, EXIF data and what stands behind the end', () => {
    const clean = pngOf('截图');
    const extra = ['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME', 'prVt'].map((type) =>
      pngChunk(type, latin(PLACE)),
    );
    const dirty = Buffer.concat([clean.subarray(0, 33), ...extra, clean.subarray(33), latin(PLACE)]);
    expect(Buffer.from(stripped(dirty) ?? [])).toEqual(clean);
    expect(stripped(dirty.subarray(0, 60))).toBeUndefined();
  });

  it('lose EXIF and XMP, inside frames too, and no longer say that they have them', () => {
    const secret = latin(`${PLACE}!`);
    const head = (flags: number): Buffer =>
      riffChunk('VP8X', Buffer.from([flags, 0, 0, 0, 3, 0, 0, 3, 0, 0]));
    const image = riffChunk('VP8 ', latin('abc'));
    const frame = (...inner: readonly Buffer[]): Buffer =>
      riffChunk('ANMF', Buffer.concat([Buffer.alloc(16), ...inner]));
    const dirty = webp(
      head(0x2e),
      image,
      frame(image, riffChunk('EXIF', secret)),
      riffChunk('EXIF', secret),
      riffChunk('XMP ', secret),
    );
    expect(Buffer.from(stripped(dirty) ?? [])).toEqual(webp(head(0x22), image, frame(image)));
    expect(stripped(dirty.subarray(0, -4))).toBeUndefined();
  });
});

const HEADS = [
  plain.subarray(0, 3),
  plain.subarray(0, 200),
  jpegOf('桌面', 3).subarray(0, 60),
  pngOf('a').subarray(0, 40),
];
const WEBP_HEAD = webp(riffChunk('VP8X', Buffer.alloc(10))).subarray(0, 30);

it('bytes of any kind neither throw nor become longer, and are clean once and for all', () => {
  const any = fc.uint8Array({ maxLength: 400 });
  const head = fc.constantFrom<Buffer>(...HEADS, WEBP_HEAD, latin('RIFF\xff\xff\0\0WEBP'), latin(''));
  fc.assert(
    fc.property(head, any, (start, rest) => {
      const bytes = Buffer.concat([start, rest]);
      const clean = stripped(bytes);
      if (clean === undefined) return;
      expect(clean.length).toBeLessThanOrEqual(bytes.length);
      expect(Buffer.from(stripped(clean) ?? [])).toEqual(Buffer.from(clean));
    }),
    { numRuns: 2_000 },
  );
});

const MARKER = 21;
it('a whole picture with one byte changed still does not tell its place, or is not shown', () => {
  const phone = jpegOf('桌面', 6);
  fc.assert(
    fc.property(fc.nat(phone.length - 1), fc.nat(255), (at, value) => {
      // An EXIF segment under the marker of a table is a table.
      fc.pre(at !== MARKER);
      const bent = Buffer.from(phone);
      bent[at] = value;
      const clean = shown({ name: 'a.jpg', bytes: bent });
      if (clean !== undefined) expect(tells(clean.bytes)).toBe(false);
    }),
    { numRuns: 2_000 },
  );
});

describe('what is shown', () => {
  it.each([
    ['桌面', plain, '桌面.jpg'],
    ['桌面.JPEG', plain, '桌面.JPEG'],
    ['桌面.heic', plain, '桌面.jpg'],
    ['截图.jpg', pngOf('a'), '截图.png'],
    ['', plain, 'photo.jpg'],
    ['说明.pdf', latin('%PDF-1.4'), '说明.pdf'],
    ['台账.xlsx', latin('PK\x03\x04'), '台账.xlsx'],
  ])('%s is called what its bytes are', (name, bytes, expected) => {
    expect(shown({ name, bytes })?.name).toBe(expected);
  });

  it.each([
    ['a.heic', '\0\0\0\x18ftypheic\0\0\0\0'],
    ['没有后缀', '\0\0\0\x1cftypisom\0\0\0\0mif1'],
    ['a.tif', 'II*\0\x08\0\0\0'],
    ['a.gif', 'GIF89a'],
    ['a.bmp', `BM${'\0'.repeat(12)}\x28\0`],
    ['a.svg', '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg">'],
    ['a.jpg', 'no picture at all'],
  ])('%s of a format that cannot be cleaned is not', (name, bytes) => {
    expect(shown({ name, bytes: latin(bytes) })).toBeUndefined();
  });

  it('tells pictures from texts and films', () => {
    for (const text of ['BMW 保养单', '%PDF', '', '\0\0\0\x18ftypisom\0\0\0\0isommp41', '<html><body>'])
      expect(pictureOf(Buffer.from(text))).toBeUndefined();
  });
});
