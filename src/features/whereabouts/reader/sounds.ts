/** How alike two names sound: syllables with the confusions of southern and northwestern ears levelled. */
import type { Language } from '../../../core/ports.ts';

const INITIALS: readonly (readonly [string, string])[] = [
  ['zh', 'z'],
  ['ch', 'c'],
  ['sh', 's'],
];
const ENDS: readonly (readonly [string, string])[] = [
  ['uang', 'uan'],
  ['iang', 'ian'],
  ['ang', 'an'],
  ['eng', 'en'],
  ['ing', 'in'],
];

const levelInitial = (syllable: string): string => {
  for (const [from, to] of INITIALS) if (syllable.startsWith(from)) return to + syllable.slice(from.length);
  if (syllable.startsWith('n')) return `l${syllable.slice(1)}`;
  if (syllable.startsWith('hu') && syllable.length > 2) return `f${syllable.slice(2)}`;
  return syllable;
};

/** One syllable with zh/z, n/l, hu/f, ang/an, eng/en, ing/in made alike. */
export const level = (syllable: string): string => {
  const initial = levelInitial(syllable);
  for (const [from, to] of ENDS) if (initial.endsWith(from)) return initial.slice(0, -from.length) + to;
  return initial;
};

/** The levelled syllable of each character, remembered. */
export const createEar = (language: Language): ((char: string) => string) => {
  const heard = new Map<string, string>();
  return (char) => {
    const known = heard.get(char);
    if (known !== undefined) return known;
    // Behind another character: alone, 繁 would be read as the surname it can be.
    const sound = level(language.pinyin(`一${char}`)[1] ?? char);
    if (heard.size < 8_192) heard.set(char, sound);
    return sound;
  };
};
