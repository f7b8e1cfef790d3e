/** The command table as a whole: no verb twice in one kind of room, every command granted, every grant a command. */
import { describe, expect, it } from 'vitest';
import { FEATURES } from '../../src/app/features.ts';
import { tablesOf } from '../../src/app/tables.ts';
import { demoFacts } from '../support/stage.ts';

const COMMANDS = FEATURES.flatMap((feature) => feature.commands);
const { grants } = demoFacts().settings;
const GRANTED = new Set(Object.values(grants).flat());

describe('the command table', () => {
  it('no two commands have one verb in one kind of room', () => {
    const seen = new Map<string, string>();
    const twice: string[] = [];
    for (const command of COMMANDS)
      for (const verb of command.verbs)
        for (const place of command.said) {
          const key = `${verb}@${place}`;
          if (seen.has(key)) twice.push(`${key}: ${seen.get(key)}, ${command.id}`);
          seen.set(key, command.id);
        }
    expect(twice).toEqual([]);
  });

  it('every command has an id of its own and is granted to somebody', () => {
    expect(COMMANDS.map(({ id }) => id).filter((id, n, all) => all.indexOf(id) !== n)).toEqual([]);
    expect(COMMANDS.filter(({ id }) => !GRANTED.has(id)).map(({ id }) => id)).toEqual([]);
  });

  it('no role is granted what does not exist', () => {
    const ids = new Set(COMMANDS.map(({ id }) => id));
    expect([...GRANTED].filter((id) => !ids.has(id))).toEqual([]);
  });

  it('every verb that people type has an example', () => {
    expect(
      COMMANDS.filter(({ verbs, examples }) => verbs.length > 0 && examples.length === 0).map(({ id }) => id),
    ).toEqual([]);
  });

  it('tables, jobs and catalogues have names of their own', () => {
    const unique = (names: readonly string[]) =>
      expect(names.filter((name, n) => names.indexOf(name) !== n)).toEqual([]);
    unique(tablesOf(FEATURES).map(({ name }) => name));
    unique(FEATURES.flatMap(({ jobs = [], timers = [] }) => [...jobs, ...timers].map(({ id }) => id)));
    unique(FEATURES.flatMap(({ texts }) => texts.map(({ room }) => room)));
  });
});
