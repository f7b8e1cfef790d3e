/** What a unit's room learns of a finding, by the office's setting. */
import { expect, it } from 'vitest';
import { instant } from '../../../src/core/time.ts';
import { demoFacts, type Stage, stage } from '../../support/stage.ts';

type Room = 'line' | 'fact' | 'full';

async function told(room: Room): Promise<string> {
  const facts = demoFacts();
  const { bot } = facts.settings;
  const settings = { ...facts.settings, bot: { ...bot, finding: { ...bot.finding, room } } };
  const start = instant('2026-09-22', '10:20');
  const on: Stage = await stage({ start, facts: { ...facts, settings } });
  await on.say('孙磊', '督查群', '问题 教育局 玩游戏 三楼办公室玩游戏 张三');
  await on.say('孙磊', '督查群', '1');
  await on.forward(start + 120_000);
  const here = on.cast.roomOf('教育局');
  return on
    .fresh()
    .map(({ to, text }) => ('room' in to && to.room === here ? text : ''))
    .join('');
}

it.each([
  ['line', /^【督查反馈】F0001 已发主要负责同志，签收期限今天16:50。本群不用回复。$/u],
  ['fact', /三楼办公室玩游戏，涉及1人。已发主要负责同志/u],
  ['full', /三楼办公室玩游戏，涉及张三。已发主要负责同志/u],
] as const)('%s', async (room, text) => {
  expect(await told(room)).toMatch(text);
});
