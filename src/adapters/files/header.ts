/** Finds a roster's header among title rows, whatever the order of its columns and the words it uses. */
import type { CellValue } from 'hucre/xlsx';

export type Field = 'unit' | 'name' | 'title' | 'role' | 'phone';

/** Words for a column, the likeliest first; a sheet with 单位 and 部门 means 单位. */
export const HEADINGS: Readonly<Record<Field, readonly [string, ...string[]]>> = {
  unit: [
    '单位',
    '单位名称',
    '所在单位',
    '工作单位',
    '所属单位',
    '部门',
    '部门名称',
    '所在部门',
    '单位部门',
    '科室',
  ],
  name: ['姓名', '名字', '人员姓名', '人员', '联系人'],
  title: ['职务', '职位', '现任职务', '行政职务', '职务职级', '岗位'],
  role: ['角色', '系统角色', '督查角色', '人员角色', '身份'],
  phone: ['电话', '手机', '手机号', '手机号码', '联系电话', '电话号码', '联系方式', '移动电话', '办公电话'],
};
const FIELDS = ['unit', 'name', 'title', 'role', 'phone'] as const;
/** A header stands at most this far down. */
const TITLE_ROWS = 30;

/** Where each field stands, by column index, and the header's row index. */
export interface Header {
  readonly row: number;
  readonly columns: Readonly<Partial<Record<Field, number>>>;
}

// 电 话（必填）* → 电话; 单位/部门 → 单位部门
const heading = (cell: CellValue | undefined): string =>
  typeof cell === 'string'
    ? cell
        .normalize('NFKC')
        .replace(/[（(【[].*?[)）】\]]/gu, '')
        .replace(/[\s*:：/／、]/gu, '')
    : '';

/** The column whose heading stands earliest in the list of words for a field. */
function columnOf(field: Field, headings: readonly string[]): number | undefined {
  for (const word of HEADINGS[field]) {
    const column = headings.indexOf(word);
    if (column >= 0) return column;
  }
  return undefined;
}

/** The first row that names at least a unit and a person. */
export function findHeader(rows: readonly (readonly CellValue[])[]): Header | undefined {
  for (const [row, cells] of rows.slice(0, TITLE_ROWS).entries()) {
    const headings = cells.map(heading);
    const found = FIELDS.flatMap((field) => {
      const column = columnOf(field, headings);
      return column === undefined ? [] : [[field, column] as const];
    });
    const columns: Header['columns'] = Object.fromEntries(found);
    if (columns.unit !== undefined && columns.name !== undefined) return { row, columns };
  }
  return undefined;
}
