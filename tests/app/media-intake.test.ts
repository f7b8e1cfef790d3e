/** Pictures and files people send: who hears of them, and who does not. */
import { expect, it } from 'vitest';
import { understand } from '../../src/app/intake.ts';
import { contextOf } from '../../src/app/speaker.ts';
import { QUESTIONS, questionId } from '../../src/core/hearing.ts';
import { put } from '../../src/core/store.ts';
import { MINUTE } from '../../src/core/time.ts';
import { type Stage, stage } from '../support/stage.ts';

const picture = (on: Stage, type: 'image' | 'file' | 'other') =>
  on.street.message('wxid_jyj03', '陈静', 'jyj@chatroom', '', { type });

it('asks only the recognisers about a picture, not the open question or the commands', async () => {
  const on = await stage();
  const { house } = on.program;
  const heard: string[] = [];
  const recogniser = {
    id: 'ear',
    mayBe: ({ said }: { said: { type: string } }) => said.type === 'image' || said.type === 'file',
    hear: async ({ said }: { said: { type: string } }) => {
      heard.push(said.type);
      return [];
    },
  };
  const options = [{ words: [''], command: 'desk.cancel', intent: {} }];
  const now = on.clock.now();
  const question = { text: '？', options, at: now, until: now + MINUTE, asked: 'q' };
  await on.store.commit([put(QUESTIONS, questionId('unit:jyj', '*'), question)]);
  const ears = { ...house, recognisers: [recogniser] };
  for (const type of ['image', 'file', 'other'] as const) {
    const ctx = await contextOf(house, picture(on, type), null);
    expect(await understand(ears, ctx)).toEqual({ kind: 'silence' });
  }
  expect(heard).toEqual(['image', 'file']);
});

it('says nothing about a picture nobody asked for', async () => {
  const on = await stage();
  await on.say('主任赵明', '督查群', '通知 节前提醒 截止：今天17:00');
  await on.say('主任赵明', '督查群', '1');
  await on.forward(on.clock.now() + 10 * MINUTE);
  await on.hear(picture(on, 'image'));
  expect(on.fresh()).toEqual([]);
});
