/** The small modules the reader is made of. */
import { describe, expect, it } from 'vitest';
import { sentenceOf } from '../../../src/features/reply/clauses.ts';
import { dayCounts } from '../../../src/features/reply/days.ts';
import { fold, originalSpan } from '../../../src/features/reply/fold.ts';
import { mayReply } from '../../../src/features/reply/gate.ts';
import { lex, trieOf } from '../../../src/features/reply/lexer.ts';
import { lexiconWith } from '../../../src/features/reply/lexicon.ts';
import { simplify } from './simplify.ts';

const words = lexiconWith(undefined);

describe('fold: one plain spelling', () => {
  it.each([
    ['ＯＫ！', 'ok!'],
    ['１️⃣', '1'],
    ['👌🏻', '👌'],
    ['已閱，無異議', '已阅,无异议'],
    ['①', '1'],
    ['Ｆ２０２６－０４１２', 'f2026-0412'],
    ['收\u200b到', '收到'],
  ])('%s → %s', (raw, plain) => expect(fold(raw, simplify).text).toBe(plain));

  it('keeps the way back', () => {
    const raw = '👌🏻收\u200b到了';
    const folded = fold(raw, simplify);
    const at = folded.text.indexOf('收到');
    const { start, end } = originalSpan(folded, at, at + 2);
    expect(raw.slice(start, end)).toBe('收\u200b到');
  });
});

describe('lexer: longest words in one pass', () => {
  const trie = trieOf({ noun: '整改 改期 期限 认', verb: '不认 认可 ok 1', both: '整改' });
  it('prefers the longer word and keeps overlaps', () => {
    expect(lex(trie, '整改期限').map(({ word }) => word)).toEqual(['整改', '改期', '期限']);
    expect(lex(trie, '不认可').map(({ word }) => word)).toEqual(['不认', '认可']);
  });
  it('a word may have several tags', () =>
    expect([...(lex(trie, '整改')[0]?.tags ?? [])]).toEqual(['noun', 'both']));
  it('no Latin word inside a longer one', () => expect(lex(trie, 'book 12 ok')).toHaveLength(1));
});

describe('clauses', () => {
  const clauses = (text: string) => sentenceOf(text, words).clauses.map((clause) => clause.text.trim());
  it.each([
    ['收到,马上整改', ['收到', '马上整改']],
    ['属实 举一反三', ['属实', '举一反三']],
    ['收到[强]', ['收到', '[强]']],
    ['好👌好', ['好', '👌', '好']],
    ['说“收到”就行', ['说“收到”就行']],
    ['10:20在岗', ['10:20在岗']],
    ['[呵呵呵]收到', ['收到']],
  ])('%s', (text, parts) => expect(clauses(text)).toEqual(parts));
  it('a pasted quotation is not the reply', () => {
    const { clauses: parts, quotedCodes } = sentenceOf(
      '「赵明:f2026-0412 收到请回复」\n- - - - - -\n已整改',
      words,
    );
    expect(parts.map(({ text }) => text)).toEqual(['已整改']);
    expect(quotedCodes.map(({ code }) => code)).toEqual(['F2026-0412']);
  });
});

describe('days', () => {
  const days = (text: string) => dayCounts(text).map((count) => count.days);
  it.each([
    ['延期3天', [3]],
    ['缓五个工作日', [5]],
    ['一周', [7]],
    ['两个星期', [14]],
    ['半个月', [15]],
    ['半月', [15]],
    ['一个月', [30]],
    ['十五天', [15]],
    ['仨礼拜', [21]],
    ['廿天', [20]],
    ['48小时', [2]],
    ['由3天延长至7天', [3, 7]],
    ['两三天', []],
    ['几天', []],
    ['十天半月', []],
    ['7月20日', []],
    ['20日前', []],
    ['下周一', []],
    ['到20号', []],
  ])('%s', (text, expected) => expect(days(text)).toEqual(expected));
});

describe('gate: talk is left at a glance', () => {
  it.each(['今天食堂有包子', '昨晚球赛看了没', '哈哈哈哈'])('%s', (text) =>
    expect(mayReply(text, false, words)).toBe(false),
  );
  it.each(['收到', '行', '按要求办', '👌'])('%s is looked at', (text) =>
    expect(mayReply(text, false, words)).toBe(true),
  );
});
