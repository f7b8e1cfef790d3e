/** What goes wrong with one message stays with that message; an admin is answered at any hour. */
import { expect, it } from 'vitest';
import { memoryStore } from '../../src/adapters/memory/store.ts';
import { pngOf } from '../../src/adapters/sandbox/pictures.ts';
import { commit } from '../../src/app/commit.ts';
import { FEATURES } from '../../src/app/features.ts';
import { tablesOf } from '../../src/app/tables.ts';
import { countyRows } from '../../src/cli/county.ts';
import { OUTBOX } from '../../src/core/outbox.ts';
import { tell } from '../../src/core/say.ts';
import type { Store } from '../../src/core/store.ts';
import { HOUR, instant } from '../../src/core/time.ts';
import { demoFacts, START, stage } from '../support/stage.ts';

class StoreFull extends Error {
  override readonly name = 'StoreFull';
}

it('sends the rest of a line when one message cannot even be made, and tells the office', async () => {
  const on = await stage();
  const { house } = on.program;
  const file = { title: '坏表', fileName: '坏表', blocks: null };
  const broken = { ...tell('person:jyj03', 'broken', ''), body: { file } } as never;
  await commit(house, { say: [broken, tell('person:jyj03', 'sound', '照样送到')] }, { id: 'test' });
  await on.program.drain();
  const texts = on.street.spoken.map(({ text }) => text);
  expect(texts).toContain('照样送到');
  const told = texts.filter((text) => text.includes('坏表'));
  expect(told).toEqual([expect.stringContaining('没有发出（程序出错）')]);
  expect(await on.store.find(OUTBOX, {})).toEqual([]);
  expect(on.logs.map(({ what }) => what)).toContain('message failed');
});

it('tells an admin at night what he has just broken, and the office in the morning', async () => {
  const on = await stage({ start: instant('2026-09-21', '23:00') });
  await on.program.announce('person:zfb02', 'config', '配置有误');
  await on.program.announce('office', 'calendar', '节假日安排有变');
  await on.program.drain();
  expect(on.street.spoken.map(({ text }) => text)).toEqual(['配置有误']);
});

/** A store that takes the mark of sending and then nothing, until it is well again. */
function failing() {
  const memory = memoryStore(tablesOf(FEATURES));
  let state: 'well' | 'marking' | 'full' = 'well';
  const store: Store = {
    ...memory,
    commit: async (rows) => {
      if (state === 'full') throw new StoreFull('the disk is full');
      if (state === 'marking') state = 'full';
      return memory.commit(rows);
    },
  };
  return {
    store,
    fail: () => {
      state = 'marking';
    },
    mend: () => {
      state = 'well';
    },
  };
}

it.each([
  ['sent', { state: 'sent', id: 'm' }, ['甲', '乙'], undefined],
  ['unknown', { state: 'unknown' }, ['乙'], '可能没有送达（甲）'],
  ['failed', { state: 'failed', why: 'offline' }, ['乙', '甲'], undefined],
] as const)(
  'settles a message left marked by a failing store once it is well again: %s',
  async (_, outcome, texts, told) => {
    const { store, fail, mend } = failing();
    await store.commit(countyRows(demoFacts().roster, START));
    const on = await stage({ store });
    await commit(
      on.program.house,
      { say: [tell('person:jyj03', 'one', '甲'), tell('person:jyj03', 'two', '乙')] },
      { id: 'test' },
    );
    fail();
    on.street.answers.push(outcome);
    await expect(on.program.drain()).rejects.toThrow('full');
    expect((await on.store.find(OUTBOX, {})).map(({ data }) => data.state)).toEqual(['sending', 'sending']);
    await expect(on.program.drain()).rejects.toThrow('full');
    mend();
    await on.program.drain();
    await on.forward(on.clock.now() + HOUR);
    const heard = on.street.spoken.map(({ text }) => text);
    expect(heard.filter((text) => ['甲', '乙'].includes(text))).toEqual(texts);
    expect(heard.some((text) => told !== undefined && text.includes(told))).toBe(told !== undefined);
    expect(await on.store.find(OUTBOX, {})).toEqual([]);
  },
);

it('shows evidence without its metadata, says when it cannot, and tells the office when it is gone', async () => {
  const on = await stage();
  const { house } = on.program;
  const show = (key: string, sha: string, name: string) => ({
    ...tell('person:jyj03', key, ''),
    body: { evidence: { sha, name } },
  });
  const png = Buffer.from(pngOf('桌面'));
  const photo = await on.vault.keep(Buffer.concat([png, Buffer.from('拍摄于三楼')]), '桌面.png');
  const heic = await on.vault.keep(Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), 'IMG.HEIC');
  const lost = 'ab'.repeat(32);
  const say = [show('1', photo, '桌面'), show('2', heic, 'IMG.HEIC'), show('3', lost, '现场.jpg')];
  await commit(house, { say }, { id: 'test' });
  await on.program.drain();
  const [first, second, third] = on.street.spoken;
  expect(first?.text).toBe('[图片 桌面.png]');
  expect(Buffer.from(first?.file ?? [])).toEqual(png);
  expect(second?.text).toBe('照片格式无法转发，请到督查室查看。');
  expect(third?.text).toContain('没有发出（原件已不在或已损坏）：现场.jpg');
});
