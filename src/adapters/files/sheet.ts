/** A Document as sheets: one for each table, with its title, a frozen header, filters and column widths. */
import type { CellStyle, CellValue, Cell as SheetCell, WriteSheet } from 'hucre/xlsx';
import type { Block, Cell, Document, Tint } from '../../core/document.ts';
import { FILE_TEXTS as TEXTS } from './texts.ts';

type Table = Extract<Block, { kind: 'table' }>;
/** What one sheet shows: lines, a table, lines after it. */
interface Page {
  readonly before: readonly string[];
  readonly table?: Table;
  readonly after: readonly string[];
}
type Styled = Map<string, Partial<SheetCell>>;

const LINE = { style: 'thin', color: { rgb: 'BFBFBF' } } as const;
const BORDER = { top: LINE, bottom: LINE, left: LINE, right: LINE } as const;
const TITLE: CellStyle = {
  font: { bold: true, size: 16 },
  alignment: { horizontal: 'center', vertical: 'center' },
};
const PLAIN: CellStyle = { alignment: { vertical: 'center' } };
const HEADER: CellStyle = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'DDEBF7' } },
  border: BORDER,
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
};
const BODY: CellStyle = { border: BORDER, alignment: { vertical: 'center', wrapText: true } };
/** Excel counts days from the end of 1899, in the wall clock's time. */
const MOMENT_FORMAT = 'yyyy"年"m"月"d"日" h:mm';
const DAY_MS = 86_400_000;
const serial = (at: number): number => (at + 8 * 3_600_000) / DAY_MS + 25_569;
const TINTS: Readonly<Record<Tint, string>> = {
  blue: 'DDEBF7',
  yellow: 'FFF2CC',
  red: 'F8CBAD',
  grey: 'EDEDED',
};
/** Kept as text when edited too, so that it can never become a formula. */
const TEXT: CellStyle = { ...BODY, numFmt: '@' };
const MOMENT: CellStyle = { ...BODY, numFmt: MOMENT_FORMAT };
const LONGEST_CELL = 32_767;
const LONGEST_NAME = 31;
const LINES_WIDTH = 72;
/** Excel refuses these in a sheet's name. */
const FORBIDDEN_IN_NAME = /[\\/?*[\]:']/gu;
/** XML knows no control characters and no half characters. */
const FORBIDDEN = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]|\p{Surrogate}/gu;
const FORMULA_LIKE = /^[=+\-@\t\r]/u;

const written = (cell: Cell): CellValue => {
  if (typeof cell === 'object') return serial(cell.at);
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : null;
  return cell.slice(0, LONGEST_CELL).replace(FORBIDDEN, '');
};
const isFormulaLike = (cell: Cell): boolean => typeof cell === 'string' && FORMULA_LIKE.test(cell);

/** Lines before a table go on its sheet, lines after the last table below it. */
function pagesOf(blocks: readonly Block[]): readonly Page[] {
  const pages: Page[] = [];
  let lines: string[] = [];
  for (const block of blocks) {
    if (block.kind === 'line') lines.push(block.text);
    else {
      pages.push({ before: lines, table: block, after: [] });
      lines = [];
    }
  }
  const last = pages.pop();
  return last ? [...pages, { ...last, after: lines }] : [{ before: lines, after: [] }];
}

/** A name Excel takes, not used before. */
function sheetName(wanted: string, used: Set<string>): string {
  const clean = wanted.replace(FORBIDDEN, '').replace(FORBIDDEN_IN_NAME, ' ').trim().slice(0, LONGEST_NAME);
  const base = clean || TEXTS.defaultSheet;
  let name = base;
  for (let n = 2; used.has(name.toLowerCase()); n += 1) name = `${base.slice(0, LONGEST_NAME - 4)} ${n}`;
  used.add(name.toLowerCase());
  return name;
}

const columnLetter = (index: number): string =>
  index < 26
    ? String.fromCharCode(65 + index)
    : columnLetter(Math.floor(index / 26) - 1) + columnLetter(index % 26);

/** Styles of single cells: header, risky texts, instants and tinted rows; the rest of a table has its columns' style. */
function styleTable(table: Table, headerRow: number, cells: Styled): void {
  table.columns.forEach((_, column) => {
    cells.set(`${headerRow},${column}`, { style: HEADER });
  });
  table.rows.forEach((row, i) => {
    const tint = table.tints?.[i];
    table.columns.forEach((_, column) => {
      const style = styleOf(row[column] ?? '', tint);
      if (style !== BODY) cells.set(`${headerRow + 1 + i},${column}`, { style });
    });
  });
}

function styleOf(cell: Cell, tint: Tint | undefined): CellStyle {
  const base = isFormulaLike(cell) ? TEXT : typeof cell === 'object' ? MOMENT : BODY;
  if (tint === undefined) return base;
  return { ...base, fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: TINTS[tint] } } };
}

/** The parts of a sheet that only a table needs. */
function tableParts(table: Table, headerRow: number): Partial<WriteSheet> {
  const last = `${columnLetter(Math.max(0, table.columns.length - 1))}${headerRow + 1 + table.rows.length}`;
  return {
    columns: table.columns.map(({ width }) => ({ width: Math.min(Math.max(width, 4), 80) + 2, style: BODY })),
    freezePane: { rows: headerRow + 1 },
    autoFilter: { range: `A${headerRow + 1}:${last}` },
    pageSetup: {
      paperSize: 'a4',
      orientation: table.columns.length > 6 ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `$${headerRow + 1}:$${headerRow + 1}`,
    },
  };
}

const asRow = (line: string): CellValue[] => [written(line)];

function sheetOf(title: string, page: Page, name: string): WriteSheet {
  const { table } = page;
  const head = [title, ...page.before].map(asRow);
  const body = table
    ? [table.columns.map((column) => written(column.title)), ...table.rows.map((row) => row.map(written))]
    : [];
  const rows = [...head, ...body, ...page.after.map(asRow)];
  const isTable = (row: number): boolean => row >= head.length && row < head.length + body.length;
  const plain = [...rows.keys()]
    .filter((row) => !isTable(row))
    .map((row) => [`${row},0`, { style: PLAIN }] as const);
  const cells: Styled = new Map([...plain, ['0,0', { style: TITLE }]]);
  if (table) styleTable(table, head.length, cells);
  const columns = table?.columns.length ?? 1;
  return {
    name,
    rows,
    cells,
    rowDefs: new Map([[0, { height: 28 }]]),
    merges: columns > 1 ? [{ startRow: 0, startCol: 0, endRow: 0, endCol: columns - 1 }] : [],
    ...(table ? tableParts(table, head.length) : { columns: [{ width: LINES_WIDTH }] }),
  };
}

/** The sheets of a document, in order; the first bears the document's title, the others their table's. */
export function sheetsOf(document: Document): WriteSheet[] {
  const used = new Set<string>();
  return pagesOf(document.blocks).map((page, i) =>
    sheetOf(
      i === 0 ? document.title : (page.table?.title ?? document.title),
      page,
      sheetName(page.table?.title || document.title, used),
    ),
  );
}
