/** Who is dropped from the roster: nothing makes a contact that person any more, whenever it was noticed. */
import { describe, expect, it } from 'vitest';
import { memoryStore } from '../../../src/adapters/memory/store.ts';
import { FEATURES } from '../../../src/app/features.ts';
import { tablesOf } from '../../../src/app/tables.ts';
import { countyRows } from '../../../src/cli/county.ts';
import { put, type Store } from '../../../src/core/store.ts';
import { DAY } from '../../../src/core/time.ts';
import { BINDING_CODES, BINDINGS, CLAIMS, DELEGATIONS, GRANTS } from '../../../src/features/access/access.ts';
import { departed } from '../../../src/features/access/dropped.ts';
import { demoFacts, START, type Stage, stage } from '../../support/stage.ts';

const without = (id: string) => {
  const facts = demoFacts();
  const people = facts.roster.people.filter((person) => person.id !== id);
  return { ...facts, roster: { ...facts.roster, people } };
};

/** 陈静 with everything a person can have. */
async function laden(on: Stage): Promise<void> {
  const code = { person: 'jyj03', until: START + DAY, tries: 0, issuedBy: 'zfb02' };
  const claim = {
    ...({ contact: 'new', person: 'jyj03', unit: 'jyj', role: 'liaison' } as const),
    ...({ at: START, state: 'open', by: 'self', shown: '陈静' } as const),
  };
  await on.store.commit([
    put(GRANTS, 'jyj03', { roles: ['admin'] }),
    put(BINDING_CODES, 'hash', code),
    put(CLAIMS, 'jyj03/new', claim),
    put(DELEGATIONS, 'jyj01', { to: 'jyj03', until: '2026-12-31' }),
  ]);
}
const traces = async ({ store }: Stage): Promise<readonly object[]> => [
  ...(await store.find(BINDINGS, { person: 'jyj03' })),
  ...(await store.find(GRANTS, {})),
  ...(await store.find(BINDING_CODES, { person: 'jyj03' })),
  ...(await store.find(CLAIMS, { person: 'jyj03' })),
  ...(await store.find(DELEGATIONS, {})),
];

describe('somebody the roster drops', () => {
  it('loses binding, roles, codes, claims and delegations at once, and says what a stranger may', async () => {
    const on = await stage();
    await laden(on);
    expect(await traces(on)).toHaveLength(5);
    await on.reload(without('jyj03'), ['删除：陈静（教育局联络员）'], ['jyj03']);
    expect(on.fresh().map(({ text }) => text)).toEqual([expect.stringContaining('删除：陈静')]);
    expect(await traces(on)).toEqual([]);
    await on.hear(on.street.message('wxid_jyj03', '陈静', null, '我的待办'));
    expect(on.fresh().map(({ text }) => text)).toEqual([expect.stringContaining('我是')]);
  });

  it('is found at the next start when the bot was not running, and nobody else is', async () => {
    const before = await stage();
    await laden(before);
    const on = await stage({ store: before.store, facts: without('jyj03') });
    const gone = await departed(on.program.house.world());
    expect(gone).toEqual(['jyj03']);
    await on.reload(without('jyj03'), [], gone);
    expect(await traces(on)).toEqual([]);
    expect(on.fresh()).toEqual([]);
    expect(await on.store.find(BINDINGS, { person: 'jyj01' })).toHaveLength(1);
  });

  it('is not brought back by an older roster that was still being put together', async () => {
    const memory = memoryStore(tablesOf(FEATURES));
    await memory.commit(countyRows(demoFacts().roster, START));
    const held: (() => void)[] = [];
    let slow = false;
    const find: Store['find'] = async (table, keys) => {
      if (slow && table.name === GRANTS.name) {
        slow = false;
        await new Promise<void>((resolve) => held.push(resolve));
      }
      return memory.find(table, keys);
    };
    const on = await stage({ store: { ...memory, find } });
    slow = true;
    const older = on.program.house.reload(demoFacts());
    await on.program.house.reload(without('jyj03'));
    for (const free of held) free();
    await older;
    expect(on.program.house.know().org.person('jyj03')).toBeUndefined();
  });
});
