/** Judges a roster's lines one by one and gathers those that speak of the same person in the same unit. */
import type { Role, RosterLine } from '../../core/roster.ts';
import { ROLE_WORDS, IMPORT_TEXTS as TEXTS } from './import-texts.ts';

/** Why a row cannot be taken, or is doubtful; row 0 is the sheet as a whole. */
export interface RowWord {
  readonly row: number;
  readonly why: string;
}
/** One person in one unit. */
export interface Entry {
  /** The first row that speaks of him. */
  readonly row: number;
  readonly unit: string;
  readonly name: string;
  readonly titles: readonly string[];
  readonly phone: string;
  readonly roles: readonly Role[];
}
export interface Entries {
  readonly entries: readonly Entry[];
  readonly faults: readonly RowWord[];
}

const LONGEST = { unit: 40, name: 30, title: 60 } as const;
const MOBILE_OR_LANDLINE = /^(?:1\d{10}|0\d{2,3}-?\d{7,8}(?:-\d{1,5})?|\d{3,8})$/u;
const NAME = /^[\p{L}\p{M}·.'’ -]+(?:[（(][\p{L}\d]{1,6}[)）])?\d?$/u;

/** The words of a role cell: 一把手、联络员 or 一把手/联络员. */
const roleWords = (cell: string): readonly string[] =>
  cell.split(/[、,，;；/／|\s]+/u).filter((word) => word !== '');

/** Roles by their Chinese names; nobody is 干部 besides something else. */
function rolesOf(words: readonly string[]): readonly Role[] {
  const roles = new Set(words.flatMap((word) => ROLE_WORDS.get(word) ?? []));
  if (roles.size > 1) roles.delete('staff');
  return roles.size === 0 ? ['staff'] : [...roles];
}

function faultsOf(line: RosterLine): readonly string[] {
  const long = (['unit', 'name', 'title'] as const).filter((field) => line[field].length > LONGEST[field]);
  return [
    ...(line.unit === '' ? [TEXTS.noUnit] : []),
    ...(line.name === '' ? [TEXTS.noName] : []),
    ...long.map((field) => TEXTS.tooLong(TEXTS[field])),
    ...(line.name !== '' && !NAME.test(line.name) ? [TEXTS.badName] : []),
    ...(line.phone !== '' && !MOBILE_OR_LANDLINE.test(line.phone) ? [TEXTS.badPhone] : []),
    ...roleWords(line.role)
      .filter((word) => !ROLE_WORDS.has(word))
      .map(TEXTS.badRole),
  ];
}

const entryOf = ({ row, unit, name, title, phone, role }: RosterLine): Entry => ({
  row,
  unit,
  name,
  titles: title === '' ? [] : [title],
  phone,
  roles: rolesOf(roleWords(role)),
});

/** Whether two lines of one name in one unit mean one person; a phone decides, else a title tells them apart. */
function compare(a: Entry, b: Entry): 'same' | 'other' | 'unclear' {
  if (a.phone !== '' && b.phone !== '') return a.phone === b.phone ? 'same' : 'other';
  const title = b.titles[0];
  return title !== undefined && a.titles.length > 0 && !a.titles.includes(title) ? 'other' : 'unclear';
}

const merged = (a: Entry, b: Entry): Entry => {
  const roles = new Set([...a.roles, ...b.roles]);
  if (roles.size > 1) roles.delete('staff');
  return { ...a, titles: [...new Set([...a.titles, ...b.titles])], roles: [...roles] };
};

/** People in order of their first row; a line that cannot be taken becomes a fault and is left out. */
export function entriesOf(lines: readonly RosterLine[]): Entries {
  const groups = new Map<string, Entry[]>();
  const faults: RowWord[] = [];
  for (const line of lines) {
    const wrong = faultsOf(line);
    faults.push(...wrong.map((why) => ({ row: line.row, why })));
    if (wrong.length > 0) continue;
    const entry = entryOf(line);
    const key = `${entry.unit}\n${entry.name}`;
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    const same = group.findIndex((known) => compare(known, entry) === 'same');
    const unclear = group.find((known) => compare(known, entry) === 'unclear');
    const known = group[same];
    if (known) group[same] = merged(known, entry);
    else if (unclear) faults.push({ row: line.row, why: TEXTS.namesake(line.name, unclear.row) });
    else group.push(entry);
  }
  return { entries: [...groups.values()].flat().sort((a, b) => a.row - b.row), faults };
}
