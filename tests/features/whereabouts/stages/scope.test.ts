/** The last stage: one entry a person and stretch of days, for those named and for the rest. */
import { describe, expect, it } from 'vitest';
import { entries, MEMBERS } from './stage.ts';

describe('其余', () => {
  it('is everybody not named', () => {
    const all = entries('高山下乡，其余在岗');
    expect(all).toHaveLength(MEMBERS.length);
    expect(all.filter((one) => one.includes('on_duty'))).toHaveLength(MEMBERS.length - 1);
  });
  it('who report by themselves is nobody', () =>
    expect(entries('高山下乡，其余人自己报')).toEqual(['高山 field_visit 09-21']));
});

describe('a bare count', () => {
  it('that adds up covers the rest', () => expect(entries('在岗8人，高山下乡')).toHaveLength(MEMBERS.length));
  it('that does not is left aside', () =>
    expect(entries('在岗7人，高山下乡')).toEqual(['高山 field_visit 09-21']));
});

describe('said twice of one person', () => {
  it('the later line stands', () =>
    expect(entries('高山 下乡\n王丽娟 在岗\n高山 开会')).toEqual([
      '高山 meeting 09-21',
      '王丽娟 on_duty 09-21',
    ]));
  it('two parts of a day stand both', () =>
    expect(entries('上午下乡，下午开会')).toEqual([
      '张卫东 field_visit 09-21 am',
      '张卫东 meeting 09-21 pm',
    ]));
});

it('同上 is the line above', () =>
  expect(entries('高山 去县政府开会\n王丽娟 同上')[1]).toBe('王丽娟 meeting 09-21'));
