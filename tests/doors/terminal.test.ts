/** The sandbox at a terminal: events happen over the real wire, and a line that is not whole says how it is written. */
import { Readable, Writable } from 'node:stream';
import { expect, it } from 'vitest';
import { runTerminal } from '../../src/cli/terminal.ts';

async function typed(...lines: readonly string[]): Promise<string> {
  let shown = '';
  const output = new Writable({
    write: (chunk, _, done) => {
      shown += String(chunk);
      done();
    },
  });
  const input = Readable.from(lines.map((line) => `${line}\n`));
  await runTerminal({ configDir: 'config', input, output, interactive: true, echo: false });
  // What stands above the first line typed is the greeting.
  return shown.slice(shown.indexOf('退出\n') + 3).trim();
}

it('help shows every event, and an event that is not whole how it is written', async () => {
  const shown = await typed('?', '* 撤回', '* 加好友', '* 移出 教育局', '* 下雨', '* 陈静 移出 税务局');
  for (const form of [
    '* 小马 加好友 你好',
    '* 张三 改群昵称 教育局 小张',
    '* 陈静 移出 教育局 张三',
    '* 撤回',
  ])
    expect(shown).toContain(`\n  ${form} `);
  expect(shown).toContain('还没有消息可以撤回');
  expect(shown).toContain('“加好友”没写全，要写成“* 小马 加好友 你好”');
  expect(shown).toContain('没有“下雨”这种事');
  expect(shown).toContain('没有“税务局”这个群');
});

it('a bare recall, another name in a group, another title, and somebody put out', async () => {
  const shown = await typed(
    '张三@教育局 > 我今天下乡去东峡镇',
    '* 撤回',
    '陈静@教育局 > 去向表',
    '* 小马 改群昵称 教育局 张三',
    '小马@教育局 > 我是 张三',
    '* 改群名 教育局 教育局新群',
    '* 陈静 移出 教育局 李四',
    '* 陈静 移出 教育局',
  );
  expect(shown).not.toContain('东峡镇');
  expect(shown).toContain('群里的“张三”说是张三，但张三已绑定另一个账号');
  expect(shown.match(/我已不在教育局的群/gu)).toHaveLength(1);
});
