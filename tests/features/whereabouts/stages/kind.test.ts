/** What is talk: blanked out before anything is read, and with it the message when nothing is left. */
import { describe, expect, it } from 'vitest';
import { withoutTalk } from '../../../../src/features/whereabouts/reader/talk.ts';
import { read } from './stage.ts';

describe('talk', () => {
  it.each([
    ['a question', '明天能请半天假吗？'],
    ['an order', '你下午去石桥村'],
    ['a notice', '通知：明天下午开会'],
    ['a wish', '真想请假'],
    ['progress', '已入户78户'],
    ['a forward', '转发：今天下乡'],
    ['a plan still open', '等通知再下乡'],
    ['somebody else’s people', '县公安局王主任去省里培训了'],
  ])('%s', (_what, text) => expect(read(text).kind).toBe('not-whereabouts'));
});

describe('beside talk', () => {
  it('what one says of oneself is heard', () => expect(read('收到。我今天下乡').kind).toBe('whereabouts'));
  it('only the clause of the talk goes, and positions stay', () => {
    const text = '我今天下乡，谁一起？';
    expect(withoutTalk(text)).toBe('我今天下乡，    ');
    expect(withoutTalk(text)).toHaveLength(text.length);
  });
});

it('words that say too little are asked about', () => {
  const { kind, asks } = read('我去那边一下');
  expect([kind, asks.map(({ why }) => why)]).toEqual(['whereabouts', ['no-status']]);
});
