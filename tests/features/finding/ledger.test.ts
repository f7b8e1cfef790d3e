/** The ledger as a sheet: opened again by a reader that is not its writer. */
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { createFiles } from '../../../src/adapters/files/files.ts';
import { createLanguage } from '../../../src/adapters/language/language.ts';
import { orgOf } from '../../../src/core/org.ts';
import { instant } from '../../../src/core/time.ts';
import { ledgerOf } from '../../../src/features/finding/ledger.ts';
import { demoFacts } from '../../support/stage.ts';
import { made } from './made.ts';

const facts = demoFacts();
const know = {
  org: orgOf(facts.roster, createLanguage()),
  calendar: facts.calendar,
  now: instant('2026-09-28', '19:00'),
};
const unit = know.org.unitsNamed('教育局')[0]?.id ?? '';

const opened = async (): Promise<ExcelJS.Worksheet> => {
  const findings = [
    made({ code: 'F2026-0001', unit, fixDueAt: instant('2026-09-28', '18:00') }),
    made({ code: 'F2026-0002', unit, state: 'closed', fact: '=1+1' }),
  ];
  const document = ledgerOf(
    findings.map((finding) => ({ finding, evidence: [] })),
    '2026年9月',
    know,
  );
  const bytes = await createFiles().render(document, 'xlsx');
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(
    bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer,
  );
  const [sheet] = book.worksheets;
  if (sheet === undefined) throw new Error('no sheet');
  return sheet;
};

describe('the ledger', () => {
  it('has real dates in Chinese, a frozen header and filters', async () => {
    const sheet = await opened();
    const header = 4;
    const due = sheet.getRow(header + 1).getCell(11);
    expect(due.numFmt).toBe('yyyy"年"m"月"d"日" h:mm');
    expect(due.value).toEqual(new Date('2026-09-28T18:00:00Z'));
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: header });
    expect(sheet.autoFilter).toBe('A4:Q6');
    expect(sheet.getRow(header).getCell(5).value).toBe('问题描述');
  });
  it('colours what is overdue red and what is over grey, and keeps a formula a text', async () => {
    const sheet = await opened();
    const fill = (row: number) => (sheet.getRow(row).getCell(2).fill as ExcelJS.FillPattern).fgColor?.argb;
    expect(fill(5)?.slice(-6)).toBe('F8CBAD');
    expect(fill(6)?.slice(-6)).toBe('EDEDED');
    expect(sheet.getRow(6).getCell(5).value).toBe('=1+1');
  });
});
