/** README's tables are what the program really does. `npm run docs` writes them. */
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { FEATURES } from '../../src/app/features.ts';
import { commandTable, roleTable, withTables } from '../../src/cli/command-table.ts';
import { demoFacts } from '../support/stage.ts';

const tables = {
  commands: commandTable(FEATURES),
  roles: roleTable(FEATURES, demoFacts().settings.grants),
};

it('README shows the commands and roles as they are', () => {
  const readme = readFileSync('README.md', 'utf8');
  const current = withTables(readme, tables);
  if (process.env['UPDATE_DOCS'] === 'yes') writeFileSync('README.md', current);
  else expect(readme).toBe(current);
  expect(current).toContain('| `签收');
});
