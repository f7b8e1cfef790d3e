/** How alike two names sound: syllables with the confusions of southern and northwestern ears levelled. */
import type { Language } from '../../../core/ports.ts';
import { HAN_SIGNS, hanIndex, isHanCode } from './signs.ts';

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

const ears = new WeakMap<Language, (char: string) => string>();

/** The levelled syllable of each character; one memory for all rosters of a process. */
export function earOf(language: Language): (char: string) => string {
  const known = ears.get(language);
  if (known !== undefined) return known;
  const heard: (string | undefined)[] = Array.from({ length: HAN_SIGNS });
  // Behind another character: alone, 繁 would be read as the surname it can be.
  const hear = (char: string): string => level(language.pinyin(`一${char}`)[1] ?? char);
  const ear = (char: string): string => {
    const code = char.charCodeAt(0);
    if (!isHanCode(code)) return hear(char);
    const at = hanIndex(code);
    const sound = heard[at] ?? hear(char);
    heard[at] = sound;
    return sound;
  };
  ears.set(language, ear);
  return ear;
}
