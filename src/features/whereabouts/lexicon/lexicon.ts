/** The vocabulary compiled for lookup: the house's words and what the office adds of its own. */
import type { LocalWords } from '../../../core/settings.ts';
import { createTrie, type Trie } from '../reader/trie.ts';
import type { Status } from '../reading.ts';
import { AILMENT, BODY_PARTS, COMPLAINTS } from './ailments.ts';
import { CITIES, PROVINCES } from './cities.ts';
import { COUNTIES } from './counties.ts';
import { CUES, type Cue, type CueKind } from './cues.ts';
import { NOT_PLACES, PLACES, type PlaceClass } from './places.ts';
import { RANK } from './ranks.ts';
import { KIN, OUTSIDE_ROLES, TITLES } from './titles.ts';
import { ROLES, type Role } from './words.ts';

/** What a word may mean; several at once is usual (镇上: a place, and being at work). */
export interface Word {
  cue: CueMeant | undefined;
  place: PlaceClass | undefined;
  /** A proper name of a place (西宁), complete without a head before it. */
  proper: boolean;
  roles: readonly Role[];
}

export interface CueMeant {
  readonly status: Status;
  readonly rank: number;
  readonly rule: string;
  readonly kind: CueKind | undefined;
}

export interface Lexicon {
  readonly words: Trie<Word>;
  readonly titles: Trie<true>;
  readonly kin: Trie<true>;
  /** Counties, looked up only where a destination is expected. */
  readonly counties: Trie<true>;
}

/** The words of whereabouts among a county's own. */
type SaidWords = Omit<LocalWords, 'replies'>;
const NO_LOCAL_WORDS: SaidWords = { cues: {}, places: {}, ignore: [], titles: [] };

const split = (words: string): readonly string[] =>
  words
    .trim()
    .split(/\s+/u)
    .filter((word) => word !== '');

/** Every word has the same fields in the same order: the reader looks at thousands of them. */
export const wordOf = (parts: Partial<Word>): Word => ({
  cue: parts.cue,
  place: parts.place,
  proper: parts.proper ?? false,
  roles: parts.roles ?? [],
});

const NOISE: Partial<Word> = { roles: ['noise'] };

const wordAt = (trie: Trie<Word>, text: string): Word => {
  const known = trie.get(text);
  if (known) return known;
  const word = wordOf({});
  trie.add(text, word);
  return word;
};

const addCue = (trie: Trie<Word>, text: string, cue: Omit<Cue, 'words'>): void => {
  const word = wordAt(trie, text);
  const { status, rank, rule, kind } = cue;
  if (!word.cue || word.cue.rank < rank) word.cue = { status, rank, rule, kind };
};

const addRole = (trie: Trie<Word>, text: string, role: Role): void => {
  const word = wordAt(trie, text);
  word.roles = [...word.roles, role];
};

/** 腰扭了, 胃不舒服: every part of the body with everything that may be wrong with it. */
const ailments = (): readonly string[] =>
  split(BODY_PARTS).flatMap((part) => split(COMPLAINTS).map((complaint) => part + complaint));

const addPlaces = (trie: Trie<Word>): void => {
  for (const [at, words] of Object.entries(PLACES)) {
    for (const text of split(words)) wordAt(trie, text).place = at as PlaceClass;
  }
  for (const text of [...split(PROVINCES), ...split(CITIES)]) {
    for (const form of [text, `${text}市`, `${text}州`, `${text}省`]) {
      const word = wordAt(trie, form);
      word.place = 'out';
      word.proper = true;
    }
  }
};

const addLocal = (trie: Trie<Word>, local: SaidWords): void => {
  for (const [status, words] of Object.entries(local.cues)) {
    const rank = CUES.find((cue) => cue.status === status)?.rank ?? RANK.out;
    for (const text of words) addCue(trie, text, { status: status as Status, rank, rule: `local:${status}` });
  }
  for (const [at, words] of Object.entries(local.places)) {
    for (const text of words) Object.assign(wordAt(trie, text), { place: at, proper: true });
  }
  for (const text of local.ignore) trie.add(text, wordOf(NOISE));
};

const flags = (words: readonly string[]): Trie<true> => {
  const trie = createTrie<true>();
  for (const word of words) trie.add(word, true);
  return trie;
};

/** Builds the vocabulary once, at the start. */
export const compileLexicon = (local: SaidWords = NO_LOCAL_WORDS): Lexicon => {
  const words = createTrie<Word>();
  for (const cue of CUES) for (const text of split(cue.words)) addCue(words, text, cue);
  for (const text of ailments()) addCue(words, text, AILMENT);
  addPlaces(words);
  for (const text of split(NOT_PLACES)) if (!words.get(text)?.cue) words.add(text, wordOf(NOISE));
  for (const [role, list] of Object.entries(ROLES))
    for (const text of split(list)) addRole(words, text, role as Role);
  for (const text of split(OUTSIDE_ROLES)) addRole(words, text, 'outside-role');
  addLocal(words, local);
  return {
    words,
    titles: flags([...split(TITLES), ...local.titles]),
    kin: flags(split(KIN)),
    counties: flags(
      split(COUNTIES).flatMap((name) => [name, `${name}县`, `${name}市`, `${name}区`, `${name}旗`]),
    ),
  };
};

/** The house's own vocabulary. */
export const LEXICON: Lexicon = compileLexicon();

const compiled = new WeakMap<SaidWords, Lexicon>();

/** The vocabulary with the words of an office; compiled once for the same settings. */
export const lexiconWith = (local: SaidWords): Lexicon => {
  const known = compiled.get(local);
  if (known !== undefined) return known;
  const { cues, places, ignore, titles } = local;
  const added = [...Object.values(cues), ...Object.values(places), ignore, titles].flat();
  const lexicon = added.length === 0 ? LEXICON : compileLexicon(local);
  compiled.set(local, lexicon);
  return lexicon;
};
