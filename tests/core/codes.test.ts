/** Codes as people write them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchCode, readCodes } from '../../src/core/codes.ts';

const read = (text: string): readonly string[] => readCodes(text).map(({ code, form }) => `${code} ${form}`);
const open = ['N2026-0107', 'F2026-0412', 'F2026-0413', 'F2025-0098', 'C2026-0003'];
const meant = (text: string): readonly (string | null)[] =>
  readCodes(text).map((one) => matchCode(one, open));

describe('what is a code', () => {
  it.each([
    ['F2026-0412收到', ['F2026-0412 sure']],
    ['f2026—412', ['F2026-0412 sure']],
    ['Ｎ２０２６－０１０７', ['N2026-0107 sure']],
    ['F0412', ['F0412 sure']],
    ['f412号', ['F0412 sure']],
    ['FO412', ['F0412 sure']],
    ['F20260412', ['F2026-0412 sure']],
    ['F 2026 0412', ['F2026-0412 sure']],
    ['2026-0412已整改', ['2026-0412 sure']],
    ['编号0412', ['0412 sure']],
    ['第412号', ['412 sure']],
    ['0412收到', ['0412 digits']],
    ['０４１２', ['0412 digits']],
    ['412号', ['412 digits']],
    ['零四幺二', ['0412 digits']],
    ['四百一十二号', ['412 digits']],
    ['0412、0413', ['0412 digits', '0413 digits']],
    ['12号', ['12 short']],
    ['91延期一周', ['91 short']],
  ])('%s', (text, codes) => expect(read(text)).toEqual(codes));

  it.each([
    '4月12日',
    '2026年',
    '10:20',
    '3天',
    '412元',
    '119人',
    '13800001111',
    '星期一',
    '0412会议室12楼',
    '12号前',
    '3号楼',
    '县办〔2026〕15号文件',
    '1',
    '11',
    '十五天',
    '第一条',
    '一二三',
    '3.5',
    '8点半',
    'V2.0',
    '周二',
  ])('%s holds none', (text) => expect(read(text).filter((one) => !one.startsWith('0412'))).toEqual([]));

  it('tells where it stands', () => {
    const text = '请看 F2026-0412 一下';
    const [code] = readCodes(text);
    expect(text.slice(code?.span.start, code?.span.end)).toBe('F2026-0412');
  });
});

describe('which open item is meant', () => {
  it.each([
    ['0412', ['F2026-0412']],
    ['F412', ['F2026-0412']],
    ['F2026-412', ['F2026-0412']],
    ['n107', ['N2026-0107']],
    ['98号', ['F2025-0098']],
    ['F2025-98', ['F2025-0098']],
    ['N0412', [null]],
    ['F2026-0098', [null]],
    ['0999', [null]],
  ])('%s', (text, codes) => expect(meant(text)).toEqual(codes));

  it('two that fit are none', () => {
    const [mention] = readCodes('0412');
    expect(mention && matchCode(mention, ['N2026-0412', 'F2026-0412'])).toBeNull();
  });
});

it('every code is found again however it is written', () => {
  const code = fc.record({
    letter: fc.constantFrom('N', 'F', 'C', 'E'),
    year: fc.integer({ min: 2020, max: 2039 }),
    number: fc.integer({ min: 1, max: 9999 }),
  });
  fc.assert(
    fc.property(code, fc.boolean(), fc.boolean(), ({ letter, year, number }, padded, small) => {
      const digits = padded ? String(number).padStart(4, '0') : String(number);
      const whole = `${letter}${year}-${String(number).padStart(4, '0')}`;
      const written = `${letter}${year}-${digits}`;
      const [mention] = readCodes(`关于${small ? written.toLowerCase() : written}的事`);
      expect(mention && matchCode(mention, [whole])).toBe(whole);
    }),
  );
});
