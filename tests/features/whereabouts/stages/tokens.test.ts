/** The second stage: people, times, words, counts and signs, and the text between them. */
import { describe, expect, it } from 'vitest';
import { cut } from './stage.ts';

const kinds = (text: string): string =>
  cut(text)
    .map(({ kind, start, end }) => `${text.slice(start, end)}:${kind}`)
    .join(' ');

describe('a text is cut', () => {
  it('into who, when, and the words of a status', () =>
    expect(kinds('王丽娟明天下午去县医院')).toBe('王丽娟:person 明天:time 下午:time 去:word 县医院:word'));
  it('so that nothing is left out and nothing is taken twice', () => {
    const text = '今天教育局的在岗12人，高山9:30到';
    expect(
      cut(text)
        .map(({ start, end }) => text.slice(start, end))
        .join(''),
    ).toBe(text);
  });
  it('at counts of people', () => expect(kinds('外出3人')).toBe('外出:word 3人:count'));
});

describe('the longer word wins', () => {
  it('over a name it begins with', () => expect(kinds('高山大河')).not.toContain('高山:person'));
  it('over a place inside it', () => expect(kinds('城镇')).toBe('城镇:word'));
  it('but a day part begins where it begins', () => expect(kinds('9点到下午')).toContain('下午:time'));
});
