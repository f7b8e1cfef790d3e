/** README's tables and the diagrams of docs/ are what the program really does. `npm run docs` writes them. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FEATURES } from '../../src/app/features.ts';
import { commandTable, roleTable, withTables } from '../../src/cli/command-table.ts';
import type { Lifecycle } from '../../src/core/lifecycle.ts';
import { ROOM } from '../../src/features/access/access.ts';
import { EXPOSURE } from '../../src/features/exposure/exposure.ts';
import { FINDING } from '../../src/features/finding/finding.ts';
import { NOTICE, RECEIPT } from '../../src/features/notice/notice.ts';
import { lifeDiagram } from '../support/life-diagram.ts';
import { demoFacts } from '../support/stage.ts';

const tables = {
  commands: commandTable(FEATURES),
  roles: roleTable(FEATURES, demoFacts().settings.grants),
};
const LIVES: Readonly<Record<string, Lifecycle<string, string>>> = {
  finding: FINDING,
  exposure: EXPOSURE,
  notice: NOTICE,
  receipt: RECEIPT,
  room: ROOM,
};
const diagrams = Object.fromEntries(Object.entries(LIVES).map(([name, life]) => [name, lifeDiagram(life)]));

/** The document as it ought to be; written when asked, else compared. */
function kept(file: string, parts: Readonly<Record<string, string>>): string {
  const document = readFileSync(file, 'utf8');
  const current = withTables(document, parts);
  if (process.env['UPDATE_DOCS'] === 'yes') writeFileSync(file, current);
  else expect(document).toBe(current);
  return current;
}

it('README shows the commands and roles as they are', () => {
  expect(kept('README.md', tables)).toContain('| `签收');
});

describe('the lives of things', () => {
  it('are drawn as they are', () => {
    const drawn = kept('docs/生命周期.md', diagrams);
    expect(drawn).toContain('  reported --> closed: 销号\n');
    expect(drawn.match(/^stateDiagram-v2$/gmu)).toHaveLength(Object.keys(diagrams).length);
  });

  it('are all drawn', () => {
    const tables = readdirSync('src/features', { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .flatMap((name) => readFileSync(join('src/features', name), 'utf8').match(/ = lifecycle\(/gu) ?? []);
    expect(tables).toHaveLength(Object.keys(LIVES).length);
  });

  it.each(Object.keys(LIVES))('%s has no state that is never reached and no verb without a move', (name) => {
    const { initial = '', states = {}, verbs = {}, moves = [] } = LIVES[name] ?? {};
    const reached = [initial, ...moves.map(({ to }) => to)];
    expect(Object.keys(states).filter((state) => !reached.includes(state))).toEqual([]);
    const used = moves.map(({ verb }) => verb);
    expect(Object.keys(verbs).filter((verb) => !used.includes(verb))).toEqual([]);
  });
});
