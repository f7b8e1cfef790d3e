import { deflateRawSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import { describe, expect, it, vi } from 'vitest';
import { createFiles } from '../../src/adapters/files/files.ts';
import { isRosterFault } from '../../src/adapters/files/roster-fault.ts';
import type { RosterLine } from '../../src/core/roster.ts';
import { zipOf } from '../support/zip.ts';

// Each file is read or written in a thread of its own, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });
const files = createFiles();
type Build = (sheet: ExcelJS.Worksheet, workbook: ExcelJS.Workbook) => void;
async function bytesOf(build: Build): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  build(workbook.addWorksheet('名册'), workbook);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
const read = async (build: Build): Promise<readonly RosterLine[]> => files.readRoster(await bytesOf(build));
const shown = (lines: readonly RosterLine[]): string[] =>
  lines.map(({ row, unit, name, title, role, phone }) => [row, unit, name, title, role, phone].join('|'));
async function faults(bytes: Uint8Array | Promise<Uint8Array>): Promise<string> {
  const error: unknown = await files.readRoster(await bytes).catch((thrown: unknown) => thrown);
  return isRosterFault(error) ? error.lines.join('\n') : `no fault: ${String(error)}`;
}
const HEAD = ['单位', '姓名', '职务', '角色', '电话'];

describe('a roster as Excel holds it', () => {
  it('is read below its title rows, with merged units filled down and blank lines skipped', async () => {
    const lines = await read((sheet) => {
      sheet.addRow(['××县作风建设联系名册']);
      sheet.mergeCells('A1:E1');
      sheet.addRow(['填报时间：2026年9月']);
      sheet.addRow(HEAD);
      sheet.addRow(['教育局', '王建国', '局长/党组书记', '一把手', '13800138000']);
      sheet.addRow([null, '张  三', '科员', '干部', null]);
      sheet.addRow([]);
      sheet.addRow([null, '李四', null, null, null]);
      sheet.mergeCells('A4:A7');
      sheet.addRow(['公安局', '赵　六', '', '联络员', 13900139000]);
      sheet.addRow(['注：共4人']);
    });
    expect(shown(lines)).toEqual([
      '4|教育局|王建国|局长/党组书记|一把手|13800138000',
      '5|教育局|张三|科员|干部|',
      '7|教育局|李四|||',
      '8|公安局|赵六||联络员|13900139000',
    ]);
  });
  it('is read with its columns in any order and by other words for them', async () => {
    const lines = await read((sheet) => {
      sheet.addRow(['序号', '手 机', '姓 名*', '所在部门（全称）', '现任职务', '身份', '备注']);
      sheet.addRow([1, '138 0013 8000', '王建国', '教育局', '局长', '一把手，联络员', '无']);
    });
    expect(shown(lines)).toEqual(['2|教育局|王建国|局长|一把手,联络员|13800138000']);
  });
  it('means 单位 where there is a 部门 too', async () => {
    const lines = await read((sheet) => {
      sheet.addRow(['部门', '单位', '姓名']);
      sheet.addRow(['办公室', '教育局', '张三']);
    });
    expect(shown(lines)).toEqual(['2|教育局|张三|||']);
  });
  it('keeps the dot of a name and Latin names, and makes full-width half-width', async () => {
    const lines = await read((sheet) => {
      sheet.addRow(HEAD);
      for (const name of [
        '买买提 · 艾力',
        '阿卜杜拉•艾山',
        'John  Smith',
        'Ａ张　三',
        '欧阳\n文 华',
        '\u200b李四\u202e',
      ])
        sheet.addRow(['教 育 局', name, '', '', '']);
    });
    expect(lines.map(({ name }) => name)).toEqual([
      '买买提·艾力',
      '阿卜杜拉·艾山',
      'John Smith',
      'A张三',
      '欧阳文华',
      '李四',
    ]);
    expect(lines[0]?.unit).toBe('教育局');
  });
  it('reads phones stored as numbers, in scientific notation, with hyphens or a country code', async () => {
    const phones = [
      13800138000,
      '1.3800138E+10',
      '138-0013-8000',
      '+86 13800138000',
      '１３８００１３８０００',
      '13800138000.0',
      '0971-2722345',
      '(0971) 2722345',
      2722345,
    ];
    const lines = await read((sheet) => {
      sheet.addRow(HEAD);
      for (const phone of phones) sheet.addRow(['教育局', '张三', '', '', phone]);
    });
    expect(lines.map(({ phone }) => phone)).toEqual([
      ...Array(6).fill('13800138000'),
      '0971-2722345',
      '09712722345',
      '2722345',
    ]);
  });
  it('takes a header of two merged rows, rich text and a hidden second sheet', async () => {
    const lines = await read((sheet, workbook) => {
      sheet.addRow(HEAD);
      sheet.addRow([]);
      for (const column of 'ABCDE') sheet.mergeCells(`${column}1:${column}2`);
      sheet.addRow([{ richText: [{ text: '教育' }, { text: '局', font: { bold: true } }] }, '张三']);
      const other = workbook.addWorksheet('旧');
      other.state = 'hidden';
      other.addRow(HEAD);
      other.addRow(['公安局', '李四']);
    });
    expect(shown(lines)).toEqual(['3|教育局|张三|||']);
  });
  it('does not mind a formula where nothing is read', async () => {
    const lines = await read((sheet) => {
      sheet.addRow(['序号', ...HEAD]);
      sheet.addRow([{ formula: 'ROW()-1', result: 1 }, '教育局', '张三', '', '', '']);
    });
    expect(lines.length).toBe(1);
  });
  it('reads 8,000 lines', async () => {
    const lines = await read((sheet) => {
      sheet.addRow(HEAD);
      for (let n = 0; n < 8_000; n += 1)
        sheet.addRow([`单位${n % 150}`, `人${n}`, '', '干部', 13800000000 + n]);
    });
    expect(lines.length).toBe(8_000);
  });
});

describe('a roster that cannot be taken', () => {
  it('names formulas by row and column, whatever they showed last', async () => {
    const bytes = bytesOf((sheet) => {
      sheet.addRow(HEAD);
      sheet.addRow(['教育局', { formula: 'A1&"三"', result: '张三' }, '', '', '']);
      sheet.addRow(['教育局', '李四', '', '', { formula: 'HYPERLINK("http://x","1")' }]);
      sheet.addRow(['教育局', '王五', { error: '#N/A' }, '', '']);
    });
    expect(await faults(bytes)).toBe(
      '第2行B列（姓名）是公式，请复制后“选择性粘贴—数值”再导入\n第3行E列（电话）是公式，请复制后“选择性粘贴—数值”再导入\n第4行C列（职务）是错误值，请改成文字',
    );
  });
  it('lists at most twenty places', async () => {
    const bytes = bytesOf((sheet) => {
      sheet.addRow(HEAD);
      for (let n = 0; n < 50; n += 1) sheet.addRow(['教育局', { formula: 'A1', result: '张三' }]);
    });
    expect((await faults(bytes)).split('\n').length).toBe(21);
    expect(await faults(bytes)).toMatch(/……共50处$/u);
  });
  it('has no header, or two sheets with one', async () => {
    expect(await faults(bytesOf((sheet) => void sheet.addRow(['教育局', '张三'])))).toMatch(/^没有找到表头/u);
    expect(
      await faults(
        bytesOf((sheet, workbook) => {
          sheet.addRow(HEAD);
          workbook.addWorksheet('乡镇').addRow(HEAD);
        }),
      ),
    ).toMatch(/^名册、乡镇都像名册/u);
  });
  it('has too many rows or columns', async () => {
    const many = bytesOf((sheet) => {
      sheet.addRow(HEAD);
      sheet.getCell('A20001').value = '教育局';
      sheet.getCell('B20001').value = '张三';
    });
    expect(await faults(many)).toMatch(/^超过20000行/u);
    expect(await faults(bytesOf((sheet) => void sheet.addRow([...HEAD, ...Array(196).fill('x')])))).toMatch(
      /^超过200列/u,
    );
    expect(await faults(bytesOf((sheet) => void sheet.addRow([...HEAD, ...Array(195).fill('x')])))).toMatch(
      /^no fault/u,
    );
  });
  it('costs nothing for a stray cell in the far corner', async () => {
    const lines = await read((sheet) => {
      sheet.addRow(HEAD);
      sheet.addRow(['教育局', '张三']);
      sheet.getCell('XFD1048576').numFmt = '@';
    });
    expect(lines.length).toBe(1);
  });
  it('is no workbook, an old one, a broken one or too large', async () => {
    expect(await faults(new TextEncoder().encode('单位,姓名\n教育局,张三'))).toMatch(/^不是 xlsx 文件/u);
    expect(await faults(new Uint8Array())).toMatch(/^不是 xlsx 文件/u);
    expect(await faults(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1))).toMatch(
      /旧的 xls 格式/u,
    );
    expect(await faults(new Uint8Array(5_000_001))).toMatch(/^文件超过5MB/u);
    expect(await faults(zipOf([{ name: 'a.txt', data: deflateRawSync('x'), size: 1 }]))).toMatch(
      /^文件已损坏/u,
    );
    const whole = await bytesOf((sheet) => void sheet.addRow(HEAD));
    expect(await faults(whole.slice(0, whole.length - 200))).toMatch(/^(?:不是 xlsx|文件已损坏)/u);
    const flipped = whole.slice();
    flipped.fill(0x55, 200, 400);
    expect(await faults(flipped)).toMatch(/^文件已损坏/u);
  });
});

describe('a zip bomb', () => {
  const zeros = deflateRawSync(Buffer.alloc(200_000_000));
  const sheet = 'xl/worksheets/sheet1.xml';
  it('that says how large it becomes is not opened', async () => {
    expect(zeros.length).toBeLessThan(250_000);
    expect(await faults(zipOf([{ name: sheet, data: zeros, size: 200_000_000 }]))).toMatch(
      /^文件展开后过大/u,
    );
  });
  it('of many middling parts is not opened', async () => {
    const part = { data: deflateRawSync(Buffer.alloc(1_000_000)), size: 1_000_000 };
    expect(await faults(zipOf(Array.from({ length: 60 }, (_, n) => ({ ...part, name: `${n}` }))))).toMatch(
      /过大/u,
    );
    expect(
      await faults(
        zipOf(Array.from({ length: 1_001 }, (_, n) => ({ name: `${n}`, data: Buffer.alloc(0), size: 0 }))),
      ),
    ).toMatch(/过大/u);
  });
  it('that lies about it is stopped where it said it would end', async () => {
    const before = process.memoryUsage().rss;
    expect(await faults(zipOf([{ name: '[Content_Types].xml', data: zeros, size: 1_000 }]))).toMatch(
      /^文件已损坏/u,
    );
    expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000);
  });
  it('that says nothing is not opened', async () => {
    for (const lie of [{ size: 0 }, { size: 0xffffffff }, { size: 0, packed: 0, flags: 8 }])
      expect(await faults(zipOf([{ name: '[Content_Types].xml', data: zeros, ...lie }]))).toMatch(/过大/u);
  });
});
