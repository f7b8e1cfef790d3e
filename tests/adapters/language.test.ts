/** The language door: readings that names have, simplified characters, and nothing changed that need not be. */
import { describe, expect, it } from 'vitest';
import { createLanguage } from '../../src/adapters/language/language.ts';

const language = createLanguage();

describe('pinyin', () => {
  it('reads a surname as one, and the same character as a given name otherwise', () => {
    expect(language.pinyin('单雄信')).toEqual(['shan', 'xiong', 'xin']);
    expect(language.pinyin('孟繁超')).toEqual(['meng', 'fan', 'chao']);
  });
  it('gives one toneless syllable a character', () => {
    expect(language.pinyin('吕游')).toEqual(['lv', 'you']);
    expect(language.pinyin('阿依古丽')).toHaveLength(4);
  });
  it('answers the same from memory', () => {
    expect(language.pinyin('罗洪')).toBe(language.pinyin('罗洪'));
  });
});

describe('simplify', () => {
  it('turns traditional characters into simplified ones, one for one', () => {
    expect(language.simplify('麥子健：下晝去區裡開會')).toBe('麦子健：下昼去区里开会');
  });
  it('hands simplified text back as it is', () => {
    const text = '今天下乡，头发乾了，后天在岗';
    expect(language.simplify('今天下乡，后天在岗')).toBe('今天下乡，后天在岗');
    expect(language.simplify(text)).toHaveLength(text.length);
  });
});
