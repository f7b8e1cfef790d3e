/** What counts as a command: the longest verb, with its arguments' shape, where it may be said. */
import { describe, expect, it } from 'vitest';
import { hearTable } from '../../src/core/hearing.ts';
import { stage } from '../support/stage.ts';

const on = await stage();
const { house } = on.program;
const heard = (text: string): string => {
  const found = hearTable(house.index, text, { ...house.know(), unit: 'jyj' }, () => true);
  return found === undefined ? '-' : `${found.command.id} ${found.match.kind}`;
};

describe('the command table', () => {
  it.each([
    ['签收情况', 'notice.status mine'],
    ['签收情况0107', 'notice.status mine'],
    ['去向表 教育局', 'whereabouts.board mine'],
    ['去向表教育局 10:20', 'whereabouts.board mine'],
    ['暂停 3小时', 'desk.mute mine'],
    ['审计', 'desk.audit malformed'],
    ['帮助', 'desk.help mine'],
  ])('hears %s', (text, expected) => {
    expect(heard(text)).toBe(expected);
  });

  it.each([
    '问题不大',
    '通知在哪',
    '整改得怎么样了',
    '通知大家下午开会',
    '帮助贫困户',
    '暂停营业了',
    '日报写完了吗',
    '核验一下人数',
    '恢复得不错',
    '名册在谁那里',
  ])('lets talk pass: %s', (text) => {
    expect(heard(text)).toBe('-');
  });
});
