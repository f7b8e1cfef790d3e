/** The table of problems an office keeps in config/problems.json, and the finding settings of an older bot.json. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { problemsSchema } from '../../src/adapters/settings/problems.ts';
import { botSchema } from '../../src/adapters/settings/schemas.ts';

const json = (file: string): Record<string, unknown> =>
  JSON.parse(readFileSync(new URL(`../../config/${file}`, import.meta.url), 'utf8'));
const shipped = problemsSchema.parse(json('problems.json'));
const faults = (types: unknown, rule: unknown = '作风管理规定'): readonly string[] =>
  (problemsSchema.safeParse({ rule, types }).error?.issues ?? []).map(
    ({ path, message }) => `${path.join('.')}：${message}`,
  );
const other = { name: '其他', aliases: [], clause: '第九条' };

describe('the shipped types', () => {
  const typeOf = (word: string) =>
    shipped.types.find(({ name, aliases }) => name === word || aliases.includes(word))?.name;

  it('have the five office behaviours under one clause', () => {
    const five = ['玩游戏', '聊QQ', '炒股票', '进淘宝', '看影视'];
    const clauses = shipped.types.filter(({ name }) => five.includes(name)).map(({ clause }) => clause);
    expect(clauses).toEqual(five.map(() => '第六条第二项'));
  });
  it('cover what inspectors find elsewhere', () =>
    expect(shipped.types.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        ...['迟到早退', '脱岗', '未挂牌', '去向不符', '午间饮酒', '公车私用', '公款送礼'],
        ...['走读', '窗口空岗', '吃拿卡要', '执行不力', '其他'],
      ]),
    ));
  it.each([
    ['打游戏', '玩游戏'],
    ['炒股', '炒股票'],
    ['网购', '进淘宝'],
    ['追剧', '看影视'],
    ['QQ聊天', '聊QQ'],
    ['早退', '迟到早退'],
    ['窗口没人', '窗口空岗'],
    ['中午喝酒', '午间饮酒'],
  ])('know %s as %s', (word, name) => expect(typeOf(word)).toBe(name));
  it('leave a new variant to 其他', () => expect(typeOf('刷短视频')).toBeUndefined());
});

describe('a wrong table', () => {
  it('is told which word stands for two types, whatever its case', () =>
    expect(
      faults([
        { name: '聊QQ', aliases: ['网聊'], clause: '第六条' },
        { name: '网聊', aliases: ['聊qq'], clause: '第六条' },
        other,
      ]),
    ).toEqual([
      'types：“网聊”重复，督查员写这个词时分不清是哪一类',
      'types：“聊qq”重复，督查员写这个词时分不清是哪一类',
    ]));
  it('needs 其他', () =>
    expect(faults([{ name: '脱岗', aliases: [], clause: '第六条' }])).toEqual([
      'types：缺“其他”这一类，列不进表的问题要用它',
    ]));
  it('takes no word with a space and no rule with its marks', () =>
    expect(faults([{ ...other, aliases: ['其 他'] }], '《规定》')).toEqual([
      'rule：应为规定的全名，1至60个字，不带书名号',
      'types.0.aliases.0：应为1至12个字的词，不含空格和标点',
    ]));
});

describe('bot.json', () => {
  const standard = { room: 'line', ackMinutes: 240, fixDays: 3, officeMinutes: 420 };
  it('ships the usual lengths', () => expect(botSchema.parse(json('bot.json')).finding).toEqual(standard));
  it('of an older version loads with the usual lengths', () => {
    const { finding: _, ...older } = json('bot.json');
    expect(botSchema.parse(older).finding).toEqual(standard);
  });
  it('may change one of them', () =>
    expect(botSchema.parse({ ...json('bot.json'), finding: { fixDays: 5 } }).finding).toEqual({
      ...standard,
      fixDays: 5,
    }));
});
