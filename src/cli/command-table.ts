/** The command and role tables as Markdown: README shows what the program can do, because it is made from it. */

import { ROOM_NAMES } from '../core/context.ts';
import type { Feature } from '../core/feature.ts';
import { ROLES } from '../core/roster.ts';
import type { Grants } from '../core/settings.ts';

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(heads), row(heads.map(() => '---')), ...rows.map(row)].join('\n');

/** Every verb people type, by room. */
export const commandTable = (features: readonly Feature[]): string =>
  table(
    ['说法', '在哪里说', '做什么', '例'],
    features.flatMap(({ commands }) =>
      commands
        .filter(({ verbs }) => verbs.length > 0)
        .map(({ usage, said, summary, examples }) => [
          `\`${usage}\``,
          said.map((place) => ROOM_NAMES[place]).join('、'),
          summary,
          (examples[0]?.say ?? '').split('\n')[0] ?? '',
        ]),
    ),
  );

/** Which role may say which verb. */
export function roleTable(features: readonly Feature[], grants: Grants): string {
  const verbs = new Map(
    features.flatMap(({ commands }) => commands.map(({ id, verbs: [verb] }) => [id, verb])),
  );
  const words = (ids: readonly string[]): string => ids.flatMap((id) => verbs.get(id) ?? []).join(' ');
  const roles = Object.entries({ stranger: '未绑定', ...ROLES }) as [keyof Grants, string][];
  return table(
    ['角色', '可以说'],
    roles.map(([role, name]) => [name, words(grants[role])]),
  );
}

/** Puts generated tables between their marks; a document without the marks is left alone. */
export const withTables = (document: string, tables: Readonly<Record<string, string>>): string =>
  Object.entries(tables).reduce(
    (text, [name, body]) =>
      text.replace(
        new RegExp(`(<!-- ${name} -->\\n)[\\s\\S]*?(<!-- /${name} -->)`, 'u'),
        (_, open: string, close: string) => `${open}${body}\n${close}`,
      ),
    document,
  );
