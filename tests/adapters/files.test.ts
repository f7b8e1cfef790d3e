import ExcelJS from 'exceljs';
import { describe, expect, it, vi } from 'vitest';
import { EXHAUSTED, readWorkbook } from '../../src/adapters/files/engine.ts';
import { createFiles } from '../../src/adapters/files/files.ts';
import type { Cell, Document } from '../../src/core/document.ts';

// Each file is read or written in a thread of its own, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });
const files = createFiles();
/** Opened by another library than the one that wrote it. */
async function opened(document: Document): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  const bytes = await files.render(document, 'xlsx');
  await workbook.xlsx.load(bytes.slice().buffer);
  return workbook;
}
const document = (rows: readonly (readonly Cell[])[], blocks: Document['blocks'] = []): Document => ({
  title: '作风日报 9月22日 周二',
  fileName: '作风日报20260922',
  blocks: [
    { kind: 'line', text: '截至17:30' },
    {
      kind: 'table',
      title: '各单位去向',
      columns: [
        { title: '单位', width: 20 },
        { title: '外出', width: 6 },
      ],
      rows,
    },
    ...blocks,
  ],
});

describe('a rendered sheet', () => {
  it('has title, lines, a frozen header with filters, and column widths', async () => {
    const sheet = (
      await opened(
        document([
          ['教育局', 12],
          ['公安局', 3],
        ]),
      )
    ).getWorksheet('各单位去向');
    expect(sheet?.getCell('A1').value).toBe('作风日报 9月22日 周二');
    expect(sheet?.getCell('A1').font.bold).toBe(true);
    expect(sheet?.getCell('B1').isMerged).toBe(true);
    expect(sheet?.getCell('A2').value).toBe('截至17:30');
    expect(sheet?.getCell('A2').border?.top).toBeUndefined();
    expect(sheet?.getCell('A5').border?.top?.style).toBe('thin');
    expect([sheet?.getCell('A3').value, sheet?.getCell('B3').value]).toEqual(['单位', '外出']);
    expect(sheet?.getCell('A3').font.bold).toBe(true);
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 3 });
    expect(sheet?.autoFilter).toBe('A3:B5');
    expect(sheet?.getColumn(1).width).toBeCloseTo(22, 0);
    expect(sheet?.getCell('B4').value).toBe(12);
    expect(sheet?.rowCount).toBe(5);
  });
  it('keeps what looks like a formula as text', async () => {
    const risky = ['=1+1', '+86', '-5', '@SUM(A1)', '\t=1', '=HYPERLINK("http://x")'];
    const sheet = (await opened(document(risky.map((text) => [text, 1])))).worksheets[0];
    for (const [i, text] of risky.entries()) {
      const cell = sheet?.getCell(4 + i, 1);
      expect(cell?.type).toBe(ExcelJS.ValueType.String);
      expect(cell?.value).toBe(text);
      expect(cell?.numFmt).toBe('@');
    }
  });
  it('survives control characters, half an emoji, markup and very long texts', async () => {
    const sheet = (
      await opened(
        document([
          ['a\u0000b\u0007c\ud83d', 1],
          ['<b>&"\'', Number.NaN],
          ['长'.repeat(40_000), 2],
          ['🈲', 0],
        ]),
      )
    ).worksheets[0];
    expect(sheet?.getCell('A4').value).toBe('abc');
    expect(sheet?.getCell('A5').value).toBe('<b>&"\'');
    expect(sheet?.getCell('B5').value).toBe(null);
    expect(String(sheet?.getCell('A6').value).length).toBe(32_767);
    expect(sheet?.getCell('A7').value).toBe('🈲');
    expect(sheet?.getCell('B7').value).toBe(0);
  });
  it('gives each table a sheet of its own, with a name Excel takes', async () => {
    const table = (title: string): Document['blocks'][number] => ({
      kind: 'table',
      title,
      columns: [{ title: '甲', width: 8 }],
      rows: [['一']],
    });
    const long = '很长的表名'.repeat(10);
    const workbook = await opened(
      document(
        [],
        [
          { kind: 'line', text: '下表' },
          table('[a]/b:c?'),
          table(long),
          table(long),
          { kind: 'line', text: '完' },
        ],
      ),
    );
    expect(workbook.worksheets.map(({ name }) => name.length <= 31)).toEqual([true, true, true, true]);
    expect(workbook.worksheets[1]?.getCell('A2').value).toBe('下表');
    expect(workbook.worksheets[3]?.getCell('A4').value).toBe('完');
    expect(new Set(workbook.worksheets.map(({ name }) => name)).size).toBe(4);
  });
  it('may have lines only, or a table without rows', async () => {
    const lines = await opened({ title: '简报', fileName: 'a', blocks: [{ kind: 'line', text: '无' }] });
    expect(lines.worksheets[0]?.getCell('A2').value).toBe('无');
    expect((await opened(document([]))).worksheets[0]?.autoFilter).toBe('A3:B3');
    expect((await opened({ title: '', fileName: 'a', blocks: [] })).worksheets.length).toBe(1);
  });
});

describe('the thread', () => {
  it('is stopped when it takes too long', async () => {
    const bytes = await files.render(document([['教育局', 1]]), 'xlsx');
    await expect(readWorkbook(bytes, {}, 1)).rejects.toThrow(EXHAUSTED);
  });
  it('hands on what went wrong', async () => {
    await expect(readWorkbook(new Uint8Array(100), {})).rejects.toThrow(/ZIP/u);
  });
});
