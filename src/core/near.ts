/** Which units a mistyped name may mean: by the characters that tell units apart, and by how they sound. Pure. */
import type { Language } from './ports.ts';
import type { Unit } from './roster.ts';

/** What nearly every unit's name ends or begins with tells nothing about which one is meant. */
const KIND = /(?:委员会|办公室|中心|街道|[局委办镇乡院站所队室处])$/u;
const COUNTY = /^[县市区](?=.)/u;
/** Least likeness of a name that is offered, and how far it may stand behind the nearest. */
const NEAR = 0.5;
const BEHIND = 0.45;
const MOST = 3;
/** What a sound proves of a written character. */
const BY_EAR = 0.9;

/** 教育局 → 教育; a name that is nothing but its kind stays as it is. */
function core(name: string): string {
  let left = name.replace(COUNTY, '');
  for (let next = left.replace(KIND, ''); next !== left && next !== ''; next = left.replace(KIND, ''))
    left = next;
  return left;
}

/** Syllables that are easily taken for one another are one. */
const heard = (syllable: string): string => syllable.replace(/^([zcs])h/u, '$1').replace(/([aei]n)g$/u, '$1');

/** How alike two sequences are, from 0 to 1: the share that need not be changed to make one the other. */
function alike(a: readonly string[], b: readonly string[]): number {
  let row = [0, ...b].map((_, n) => n);
  for (const [m, item] of a.entries()) {
    const next = [m + 1];
    for (const [n, other] of b.entries()) {
      const changed = (row[n] ?? 0) + (item === other ? 0 : 1);
      next.push(Math.min(changed, (row[n + 1] ?? 0) + 1, (next[n] ?? 0) + 1));
    }
    row = next;
  }
  return 1 - (row.at(-1) ?? 0) / Math.max(a.length, b.length);
}

/** The three units whose names are nearest to a word; none when no name is near. */
export function nearestUnits(
  units: readonly Unit[],
  word: string,
  { pinyin }: Pick<Language, 'pinyin'>,
): readonly Unit[] {
  const sounds = (text: string): readonly string[] => pinyin(text).map(heard);
  const mine = core(word);
  const [letters, spoken] = [[...mine], sounds(mine)];
  const likeness = (name: string): number => {
    const other = core(name);
    return Math.max(alike(letters, [...other]), BY_EAR * alike(spoken, sounds(other)));
  };
  const scored = units
    .map((unit) => ({ unit, like: Math.max(...[unit.name, ...unit.aliases].map(likeness)) }))
    .sort((a, b) => b.like - a.like);
  const least = Math.max(NEAR, (scored[0]?.like ?? 0) - BEHIND);
  return scored
    .filter(({ like }) => like >= least)
    .slice(0, MOST)
    .map(({ unit }) => unit);
}
