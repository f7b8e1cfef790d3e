/** The Language port over pinyin-pro and opencc-js: synchronous, cached, loaded once. */
import { Converter } from 'opencc-js/t2cn';
import { pinyin } from 'pinyin-pro';
import type { Language } from '../../core/ports.ts';

const CACHED_TEXTS = 4_096;
const UNKNOWN = 0;
const SAME = 1;
const OTHER = 2;

/** Simplifies; most messages hold no traditional character and are handed back after one look at a table. */
const createSimplify = (): ((text: string) => string) => {
  const convert = Converter({ from: 'hk', to: 'cn' });
  const seen = new Uint8Array(0x10000);
  const isOther = (code: number): boolean => {
    if (seen[code] === UNKNOWN) {
      const char = String.fromCharCode(code);
      seen[code] = convert(char) === char ? SAME : OTHER;
    }
    return seen[code] === OTHER;
  };
  return (text) => {
    for (let i = 0; i < text.length; i += 1) {
      const code = text.charCodeAt(i);
      if (code >= 0x3400 && code < 0xd800 && isOther(code)) return convert(text);
    }
    return text;
  };
};

const readPinyin = (text: string): readonly string[] => {
  const read = pinyin(text, { toneType: 'none', type: 'array', surname: 'head', v: true });
  return read.map((syllable) => syllable.toLowerCase());
};

/** Opens the language door; one instance serves the whole process. */
export const createLanguage = (): Language => {
  const cache = new Map<string, readonly string[]>();
  return {
    simplify: createSimplify(),
    pinyin: (text) => {
      const known = cache.get(text);
      if (known) return known;
      if (cache.size >= CACHED_TEXTS) cache.clear();
      const read = readPinyin(text);
      cache.set(text, read);
      return read;
    },
  };
};
