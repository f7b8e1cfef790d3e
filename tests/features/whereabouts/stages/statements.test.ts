/** The third stage: whom some words are about, and where the words about the next begin. */
import { describe, expect, it } from 'vitest';
import { turns } from '../../../../src/features/whereabouts/reader/turns.ts';
import { cut, MEMBERS, statements } from './stage.ts';

/** 张卫东,李建设: 下乡 */
const said = (text: string): readonly string[] =>
  statements(text).map(({ subject, people, tokens, header }) => {
    const who = people.map((person) => MEMBERS[person.who[0] ?? -1] ?? '?').join(',');
    const words = [...header, ...tokens].flatMap(({ kind, start, end }) =>
      kind === 'sign' ? [] : [text.slice(start, end)],
    );
    return `${subject === 'named' ? who : subject}: ${words.join('')}`;
  });

describe('a clause', () => {
  it('without a subject is the sender’s', () => expect(said('今天下乡')).toEqual(['implied: 今天下乡']));
  it('is about those named before it', () => expect(said('高山、王丽娟下乡')).toEqual(['高山,王丽娟: 下乡']));
  it('ends where somebody else is named', () =>
    expect(said('高山下乡，王丽娟在岗')).toEqual(['高山: 下乡', '王丽娟: 在岗']));
  it('goes on behind a comma', () => expect(said('高山下乡，去石桥村')).toEqual(['高山: 下乡去石桥村']));
  it('takes in a bracket', () =>
    expect(said('高山（下乡）、王丽娟（开会）')).toEqual(['高山: 下乡', '王丽娟: 开会']));
});

describe('a list', () => {
  it('line by line', () => expect(said('高山 下乡\n王丽娟 在岗')).toEqual(['高山: 下乡', '王丽娟: 在岗']));
  it('under a heading with a status', () =>
    expect(said('明天下村名单：\n高山\n王丽娟')).toEqual(['高山: 明天下村', '王丽娟: 明天下村']));
  it('behind a status and a colon', () => expect(said('请假：高山、王丽娟')).toEqual(['高山,王丽娟: 请假']));
});

describe('a scope', () => {
  it('of the rest', () => expect(said('高山下乡，其余在岗')[1]).toBe('others: 其余在岗'));
  it('of all', () => expect(said('全员在岗')).toEqual(['everyone: 全员在岗']));
  it('of all but some', () => expect(said('除高山外，均在岗')[1]).toContain('others'));
});

it('a part of the day opens a turn, a return does not', () => {
  const parts = (text: string): number => turns(cut(text), text).length;
  expect(parts('上午下乡，下午开会')).toBe(2);
  expect(parts('上午开会，下午回单位')).toBe(1);
});
