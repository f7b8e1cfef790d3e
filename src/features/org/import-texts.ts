/** What a roster import says: faults and doubts by row, and the preview of what it would change. */
import { ROLES, type Role } from '../../core/roster.ts';

const LIMIT_WORDS: Readonly<Partial<Record<Role, string>>> = {
  head: '最多两位一把手',
  discipline: '最多一位纪检组长',
  liaison: '最多三位联络员',
};
const ROLE_LIST = Object.values(ROLES).join('、');
const or = (text: string): string => (text === '' ? '无' : text);

export const IMPORT_TEXTS = {
  joint: '、',
  comma: '，',
  semicolon: '；',

  noUnit: '没有单位',
  noName: '没有姓名',
  tooLong: (field: string) => `${field}太长，请核对`,
  unit: '单位',
  name: '姓名',
  title: '职务',
  badName: '姓名不像人名，请核对',
  badPhone: '电话不对，请填11位手机号或座机号',
  badRole: (role: string) => `没有“${role}”这个角色，应为${ROLE_LIST}`,
  namesake: (name: string, row: number) =>
    `与第${row}行的${name}同单位同名，请填电话或职务区分；是同一人的，只留一行`,
  tooMany: (unit: string, role: Role) => `${unit}${LIMIT_WORDS[role] ?? ''}，这一位没有列入`,
  noHead: (unit: string) => `${unit}没有一把手`,
  noLiaison: (unit: string) => `${unit}没有联络员`,
  adminKept: (names: string) => `名册里没有管理员，现任管理员${names}保留`,

  unitAdded: (unit: string, people: number) => `新增单位 ${unit}（${people}人）`,
  unitRemoved: (unit: string) => `移出单位 ${unit}`,
  added: (name: string, posts: string) => `新增 ${name}：${posts}`,
  removed: (name: string, posts: string) => `移出 ${name}：${posts}，绑定和权限同时失效`,
  changed: (name: string, unit: string, what: string) => `${name}（${unit}）：${what}`,
  posts: (before: string, after: string) => `${before} → ${after}`,
  titleChanged: (before: string, after: string) => `职务 ${or(before)} → ${or(after)}`,
  phoneChanged: '电话有变，请核对是不是同一人',
  phoneAdded: '补了电话',
  phoneDropped: '删去电话',
  headOrder: (unit: string, before: string, after: string) => `${unit}：一把手顺序 ${before} → ${after}`,
} as const;

/** Words besides the roles' own names; what a county writes in that column. */
export const ROLE_WORDS: ReadonlyMap<string, Role> = new Map<string, Role>([
  ...Object.entries(ROLES).map(([role, word]) => [word, role as Role] as const),
  ['主要负责人', 'head'],
  ['主要负责同志', 'head'],
  ['纪委书记', 'discipline'],
  ['纪检委员', 'discipline'],
  ['分管县领导', 'leader'],
  ['督查专员', 'supervisor'],
  ['系统管理员', 'admin'],
  ['一般干部', 'staff'],
  ['工作人员', 'staff'],
  ['职工', 'staff'],
]);

/** What the name of a unit says about its kind. */
export const TOWNSHIP = /(?:乡|镇|街道|街道办|街道办事处)(?:人民政府|政府|党委)?$/u;
export const WINDOW = /(?:政务服务|政务大厅|办事大厅|服务大厅|窗口)/u;
