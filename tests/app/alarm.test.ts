/** A full disk: nothing is lost silently, the asker and the admin are told, and the bot goes on. */
import { expect, it } from 'vitest';
import { memoryStore } from '../../src/adapters/memory/store.ts';
import { FEATURES } from '../../src/app/features.ts';
import { tablesOf } from '../../src/app/tables.ts';
import { countyRows } from '../../src/cli/county.ts';
import type { Store } from '../../src/core/store.ts';
import { demoFacts, START, stage } from '../support/stage.ts';

class StoreFull extends Error {
  override readonly name = 'StoreFull';
}

it('says so once to the asker and the admin, and works again when there is room', async () => {
  const memory = memoryStore(tablesOf(FEATURES));
  await memory.commit(countyRows(demoFacts().roster, START));
  let full = false;
  const store: Store = {
    ...memory,
    commit: async (rows) => {
      if (full) throw new StoreFull('the disk is full');
      return memory.commit(rows);
    },
  };
  const on = await stage({ store });
  full = true;
  await expect(on.say('陈静', '私聊', '我的待办')).rejects.toThrow('event failed');
  const texts = on.street.spoken.map(({ text }) => text);
  expect(texts.filter((text) => text.includes('没有登记。请稍后再发'))).toHaveLength(1);
  expect(texts.filter((text) => text.includes('可能已满'))).toHaveLength(1);
  await expect(on.say('陈静', '私聊', '我的待办')).rejects.toThrow();
  expect(on.street.spoken).toHaveLength(2);
  full = false;
  await on.program.hear(on.street.message('wxid_jyj03', '陈静', null, '我的待办'));
  await on.program.drain();
  expect(on.street.spoken.at(-1)?.text).toContain('待办');
});
