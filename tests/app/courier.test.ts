/** What goes wrong with one message stays with that message; an admin is answered at any hour. */
import { expect, it } from 'vitest';
import { commit } from '../../src/app/commit.ts';
import { OUTBOX } from '../../src/core/outbox.ts';
import { tell } from '../../src/core/say.ts';
import { instant } from '../../src/core/time.ts';
import { stage } from '../support/stage.ts';

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
