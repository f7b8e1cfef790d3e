/** Units, people and their roles: what every room needs to know about who is who. */

export const ROLES = {
  admin: '管理员',
  director: '督查室主任',
  supervisor: '督查员',
  leader: '县领导',
  head: '一把手',
  discipline: '纪检组长',
  liaison: '联络员',
  staff: '干部',
} as const;
export type Role = keyof typeof ROLES;
/** Roles of the supervision office. */
export const OFFICE_ROLES: readonly Role[] = ['admin', 'director', 'supervisor'];

export interface Post {
  /** Unit id. */
  readonly unit: string;
  readonly role: Role;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  /** 局长、党组书记 …; for saying 王局. */
  readonly title?: string;
  readonly phone?: string;
  /** In order of the roster: the first head counts as 书记. */
  readonly posts: readonly Post[];
  /** Units left, each with the last day there: for a year nobody judges the unit he comes from. */
  readonly formerly?: readonly FormerPost[];
}

export interface FormerPost {
  readonly unit: string;
  /** `YYYY-MM-DD`. */
  readonly until: string;
}

export interface Unit {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** Which working hours apply; `office` is the supervision office itself, `leaders` the county's leaders. */
  readonly kind: 'bureau' | 'township' | 'window' | 'office' | 'leaders';
}

/** The whole of config/units.json. */
export interface Roster {
  readonly units: readonly Unit[];
  readonly people: readonly Person[];
}

/** One line of a roster sheet, as read: cells cleaned, roles by their Chinese names, nothing judged yet. */
export interface RosterLine {
  /** Row number in the sheet, from 1. */
  readonly row: number;
  readonly unit: string;
  readonly name: string;
  readonly title: string;
  readonly role: string;
  readonly phone: string;
}
