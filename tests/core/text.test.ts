/** Text made comparable, and long text in parts. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitText, tidy } from '../../src/core/text.ts';
import { sentences } from '../../src/core/wording.ts';

describe('tidy', () => {
  it('takes away width, hidden characters and the bot’s own name', () => {
    expect(tidy('＠督查助手\u2005签收　０１０７', '督查助手')).toBe('签收 0107');
    expect(tidy('\u202e\u0007收到\u200b', '督查助手')).toBe('收到');
    expect(tidy('一行\r\n二行', '')).toBe('一行\n二行');
  });
});

describe('splitText', () => {
  it('loses nothing, keeps to the limit and never halves a character', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme', maxLength: 40 }), { maxLength: 30 }),
        fc.integer({ min: 20, max: 60 }),
        (lines, max) => {
          const text = lines.map((line) => line.replaceAll('\n', '')).join('\n');
          const parts = splitText(text, max);
          expect(parts.join('').replaceAll('\n', '')).toBe(text.replaceAll('\n', ''));
          for (const part of parts) {
            expect(part.length).toBeLessThanOrEqual(max);
            expect(Buffer.from(part).toString()).toBe(part);
          }
        },
      ),
    );
  });

  it('cuts at line ends where it can', () => {
    expect(splitText('一二三\n四五六\n七八九', 7)).toEqual(['一二三\n四五六', '七八九']);
  });
});

describe('wording', () => {
  it('fills holes and leaves braces it does not know', () => {
    const say = sentences('test', { signed: '已签收 {code}，{who}。' });
    expect(say.signed({ code: 'N1', who: '张三' })).toBe('已签收 N1，张三。');
    expect(say.catalogue.override({ signed: '{code}：{who}签收了' })).toEqual([]);
    expect(say.signed({ code: 'N1', who: '张三' })).toBe('N1：张三签收了');
  });
});
