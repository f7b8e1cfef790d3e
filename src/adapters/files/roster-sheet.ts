/** Reads a roster as people keep it in Excel: title rows, merged cells, blank lines, numbers for phones. */
import type { CellValue, Sheet } from 'hucre/xlsx';
import type { RosterLine } from '../../core/roster.ts';
import { nameText, phoneText, plainText, unitText } from './cell-text.ts';
import { EXHAUSTED, readWorkbook } from './engine.ts';
import { type Field, findHeader, HEADINGS, type Header } from './header.ts';
import { type RosterFault, rosterFault } from './roster-fault.ts';
import { FILE_TEXTS as TEXTS } from './texts.ts';
import { guardZip, type ZipVerdict } from './zip-guard.ts';

/** What a roster file may hold; sizes in bytes. */
const ROSTER_LIMITS = { file: 5_000_000, unpacked: 50_000_000, rows: 20_000, columns: 200 } as const;
const MOST_FAULTS = 20;
/** One row and one column more than allowed, so that too many are noticed. */
const RANGE = `A1:${'GS'}${ROSTER_LIMITS.rows + 1}`;

const REFUSALS: Readonly<Record<Exclude<ZipVerdict, 'fine'>, string>> = {
  'not-a-zip': TEXTS.notXlsx,
  ole: TEXTS.encrypted,
  'too-large': TEXTS.bomb,
};
const CLEAN: Readonly<Record<Field, (cell: CellValue | undefined) => string>> = {
  unit: unitText,
  name: nameText,
  title: plainText,
  role: plainText,
  phone: phoneText,
};

type Rows = readonly (readonly CellValue[])[];
interface RosterSheet {
  readonly sheet: Sheet;
  readonly header: Header;
}

const columnName = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : columnName(Math.floor(column / 26) - 1) + columnName(column % 26);

async function open(bytes: Uint8Array): Promise<readonly Sheet[]> {
  if (bytes.length > ROSTER_LIMITS.file) throw rosterFault([TEXTS.tooLarge(ROSTER_LIMITS.file / 1_000_000)]);
  const verdict = guardZip(bytes, ROSTER_LIMITS.unpacked);
  if (verdict !== 'fine') throw rosterFault([REFUSALS[verdict]]);
  try {
    return (await readWorkbook(bytes, { range: RANGE })).sheets;
  } catch (error) {
    const exhausted = error instanceof Error && error.message === EXHAUSTED;
    throw rosterFault([exhausted ? TEXTS.tooSlow : TEXTS.broken]);
  }
}

/** The one visible sheet with a roster's header. */
function choose(sheets: readonly Sheet[]): RosterSheet {
  const visible = sheets.filter(({ hidden, veryHidden }) => !hidden && !veryHidden);
  const found = visible.flatMap((sheet) => {
    const header = findHeader(sheet.rows);
    return header ? [{ sheet, header }] : [];
  });
  const [first] = found;
  if (!first) throw rosterFault([TEXTS.noHeader]);
  if (found.length > 1) throw rosterFault([TEXTS.severalSheets(found.map(({ sheet }) => sheet.name))]);
  return first;
}

/** The rows below the header; a vertically merged cell is repeated in each of its rows. */
function bodyOf({ sheet, header }: RosterSheet): { readonly rows: Rows; readonly start: number } {
  const columns = Object.values(header.columns);
  const merges = (sheet.merges ?? []).filter(({ startCol, endCol }) =>
    columns.some((c) => c >= startCol && c <= endCol),
  );
  const start =
    Math.max(header.row, ...merges.filter((m) => m.startRow === header.row).map((m) => m.endRow)) + 1;
  const rows = sheet.rows.map((row) => [...row]);
  for (const { startRow, startCol, endRow } of merges.filter((merge) => merge.startRow >= start))
    for (let row = startRow + 1; row <= Math.min(endRow, rows.length - 1); row += 1) {
      const target = rows[row];
      if (target) target[startCol] = rows[startRow]?.[startCol] ?? null;
    }
  return { rows, start };
}

const isFilled = (cell: CellValue | undefined): boolean => plainText(cell) !== '';

function checkSize(rows: Rows): void {
  const tooMany = rows.slice(ROSTER_LIMITS.rows).some((row) => row.some(isFilled));
  if (tooMany) throw rosterFault([TEXTS.tooManyRows(ROSTER_LIMITS.rows)]);
  if (rows.some((row) => row.slice(ROSTER_LIMITS.columns).some(isFilled)))
    throw rosterFault([TEXTS.tooManyColumns(ROSTER_LIMITS.columns)]);
}

/** Formulas and error values in the columns that are read; what a formula last showed is not trusted. */
function checkCells({ sheet, header }: RosterSheet, start: number): void {
  const fields = Object.entries(header.columns) as readonly [Field, number][];
  const faults = [...(sheet.cells ?? [])].flatMap(([key, cell]) => {
    const [row = 0, column = 0] = key.split(',').map(Number);
    const field = fields.find(([, at]) => at === column)?.[0];
    if (field === undefined || row < start) return [];
    const say = cell.formula !== undefined ? TEXTS.formula : cell.type === 'error' ? TEXTS.error : undefined;
    return say ? [{ row, line: say(row + 1, columnName(column), HEADINGS[field][0]) }] : [];
  });
  if (faults.length > 0) throw tooMuch(faults.sort((a, b) => a.row - b.row).map(({ line }) => line));
}

const tooMuch = (lines: readonly string[]): RosterFault =>
  rosterFault(
    lines.length > MOST_FAULTS ? [...lines.slice(0, MOST_FAULTS), TEXTS.more(lines.length)] : lines,
  );

function lineOf(cells: readonly CellValue[], row: number, { columns }: Header): RosterLine {
  const read = (field: Field): string => {
    const column = columns[field];
    return column === undefined ? '' : CLEAN[field](cells[column]);
  };
  return {
    row: row + 1,
    unit: read('unit'),
    name: read('name'),
    title: read('title'),
    role: read('role'),
    phone: read('phone'),
  };
}

/**
 * The lines of a roster, blank ones left out; rows count from 1 as Excel shows them. Throws a RosterFault for a file
 * that is too large, no workbook, has no header or several, or holds formulas where it is read.
 */
export async function readRosterSheet(bytes: Uint8Array): Promise<readonly RosterLine[]> {
  const chosen = choose(await open(bytes));
  const { rows, start } = bodyOf(chosen);
  checkSize(rows);
  checkCells(chosen, start);
  return rows
    .map((cells, row) => lineOf(cells, row, chosen.header))
    .slice(start)
    .filter(({ name, role, title, phone }) => [name, role, title, phone].some((text) => text !== ''));
}
