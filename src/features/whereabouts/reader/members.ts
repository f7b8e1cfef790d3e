/** The roster of a unit as the reader looks names up: full names, given names, short forms, sounds. */
import type { Language } from '../../../core/ports.ts';
import { COMPOUND_SURNAMES, SURNAMES } from '../lexicon/titles.ts';
import { normalise } from './normalise.ts';
import { isCommonSurname } from './outsiders.ts';
import { HAN_SIGNS, hanIndex, isHanCode } from './signs.ts';
import { earOf } from './sounds.ts';
import { createTrie, type Trie } from './trie.ts';

/** How a written name stands for a member. */
export type NameForm = 'full' | 'given' | 'short' | 'doubled';

/** The members a written name may mean, as positions in the roster. */
export interface NameHit {
  readonly form: NameForm;
  readonly who: readonly number[];
}

/** A roster prepared for reading; built once, used for every message of the unit. */
export interface Roster20 {
  readonly members: readonly string[];
  /** Names as the reader compares them: simplified, without dots. */
  readonly plain: readonly string[];
  readonly written: Trie<NameHit>;
  readonly bySurname: ReadonlyMap<string, readonly number[]>;
  readonly byGiven: ReadonlyMap<string, readonly number[]>;
  /** Full names by levelled sound. */
  readonly bySound: ReadonlyMap<string, readonly number[]>;
  /** Given names of two characters by levelled sound. */
  readonly givenBySound: ReadonlyMap<string, readonly number[]>;
  /** Levelled sounds a member's name, or such a given name, starts with. */
  readonly firstSounds: ReadonlySet<string>;
  /** The first two levelled sounds of members' names. */
  readonly soundPairs: ReadonlySet<string>;
  /** Whether a name of anybody, of the roster or not, may begin with this unit. */
  readonly mayBegin: (code: number) => boolean;
  readonly ear: (char: string) => string;
  readonly indexOf: (person: string) => number;
}

const surnames = new Set(SURNAMES.replace(/\s/gu, ''));
const compounds = new Set(COMPOUND_SURNAMES.trim().split(/\s+/u));

/** How many characters of a name are the surname; 0 for a name without one (多杰才旦, 阿依古丽). */
export const surnameLength = (name: string): number => {
  if (name.length > 2 && compounds.has(name.slice(0, 2))) return 2;
  return name.length <= 3 && surnames.has(name.charAt(0)) ? 1 : 0;
};

const push = <K>(map: Map<K, number[]>, key: K, who: number): void => {
  const list = map.get(key);
  if (!list) map.set(key, [who]);
  else if (!list.includes(who)) list.push(who);
};

const shortForms = (plain: string, surname: number): readonly string[] => {
  const forms: string[] = [];
  if (surname > 0 && plain.length - surname >= 2) forms.push(plain.slice(surname));
  if (surname === 0 && plain.length === 3) forms.push(plain.slice(0, 2), plain.slice(1));
  for (let cut = 2; plain.length >= 4 && surname < 2 && cut <= plain.length - 2; cut += 1) {
    forms.push(plain.slice(0, cut), plain.slice(cut));
  }
  return forms;
};

const partsOf = (member: string): readonly string[] =>
  member.split(/[·•.・‧]/u).filter((part) => part.length > 1);

const addForms = (forms: Map<string, number[]>, member: string, plain: string, who: number): void => {
  const [given, father] = partsOf(member);
  // 阿依古丽·买买提 is called by her own name; her father's is looked at last.
  if (given === undefined || father === undefined) {
    for (const form of shortForms(plain, surnameLength(plain))) push(forms, form, who);
    // 欧阳, 令狐: a compound surname alone.
    if (surnameLength(plain) === 2) push(forms, plain.slice(0, 2), who);
    return;
  }
  push(forms, given, who);
  for (const form of shortForms(given, 0)) push(forms, form, who);
};

const addDoubled = (trie: Trie<NameHit>, byGiven: ReadonlyMap<string, readonly number[]>): void => {
  for (const [char, who] of byGiven) {
    const doubled = char + char;
    if (who.length === 1 && trie.get(doubled) === undefined) trie.add(doubled, { form: 'doubled', who });
  }
};

const plainName = (member: string, language: Language): string =>
  normalise(member, language).replace(/[\s·]/gu, '');

const writtenNames = (
  members: readonly string[],
  plain: readonly string[],
  byGiven: ReadonlyMap<string, readonly number[]>,
  language: Language,
): Trie<NameHit> => {
  const full = new Map<string, number[]>();
  const forms = new Map<string, number[]>();
  members.forEach((member, who) => {
    push(full, plain[who] ?? member, who);
    push(full, normalise(member, language), who);
    addForms(forms, normalise(member, language), plain[who] ?? member, who);
  });
  const trie = createTrie<NameHit>();
  members.forEach((member, who) => {
    const [, father] = partsOf(member);
    if (father !== undefined && !forms.has(normalise(father, language)))
      forms.set(normalise(father, language), [who]);
  });
  for (const [form, who] of forms) trie.add(form, { form: form.length > 1 ? 'given' : 'short', who });
  for (const [name, who] of full) trie.add(name, { form: 'full', who });
  addDoubled(trie, byGiven);
  return trie;
};

/** 老石, 小杜, 阿福. */
const CALLS = '老小阿';
const YES = 1;
const NO = 2;

/** Asked at every sign of every message, so each answer is kept. */
function beginnings(
  firstChars: ReadonlySet<string>,
  firstSounds: ReadonlySet<string>,
  ear: (char: string) => string,
): (code: number) => boolean {
  const known = new Uint8Array(HAN_SIGNS);
  const look = (char: string, han: boolean): boolean =>
    firstChars.has(char) ||
    CALLS.includes(char) ||
    isCommonSurname(char) ||
    (han && firstSounds.has(ear(char)));
  return (code) => {
    if (!isHanCode(code)) return look(String.fromCharCode(code), false);
    const at = hanIndex(code);
    if (known[at] === 0) known[at] = look(String.fromCharCode(code), true) ? YES : NO;
    return known[at] === YES;
  };
}

/** Prepares a roster (up to thousands of names) for reading. */
export const indexMembers = (members: readonly string[], language: Language): Roster20 => {
  const ear = earOf(language);
  const plain = members.map((member) => plainName(member, language));
  const bySurname = new Map<string, number[]>();
  const byGiven = new Map<string, number[]>();
  const bySound = new Map<string, number[]>();
  const givenBySound = new Map<string, number[]>();
  const firstSounds = new Set<string>();
  const soundPairs = new Set<string>();
  plain.forEach((name, who) => {
    const surname = surnameLength(name);
    push(bySurname, name.slice(0, Math.max(1, surname)), who);
    for (const char of name.slice(surname)) push(byGiven, char, who);
    const sounds = [...name].map(ear);
    push(bySound, sounds.join(' '), who);
    firstSounds.add(sounds[0] ?? '');
    soundPairs.add(sounds.slice(0, 2).join(' '));
    if (surname > 0 && name.length - surname === 2) {
      push(givenBySound, sounds.slice(surname).join(' '), who);
      firstSounds.add(sounds[surname] ?? '');
    }
  });
  const written = writtenNames(members, plain, byGiven, language);
  const firstChars = new Set(plain.flatMap((name) => [...name]));
  const positions = new Map(members.map((member, who) => [member, who]));
  return {
    members,
    plain,
    written,
    bySurname,
    byGiven,
    bySound,
    givenBySound,
    firstSounds,
    soundPairs,
    mayBegin: beginnings(firstChars, firstSounds, ear),
    ear,
    indexOf: (person) => positions.get(person) ?? -1,
  };
};
