/** A trie of tagged words: finds every longest word of a text in one pass. */

export interface Token<T extends string> {
  readonly start: number;
  readonly end: number;
  readonly word: string;
  readonly tags: ReadonlySet<T>;
}

export interface Trie<T extends string> {
  /** Which sixteen-bit signs start a word. */
  readonly heads: Uint8Array;
  readonly root: Node<T>;
}

interface Node<T extends string> {
  readonly next: Map<number, Node<T>>;
  word: string;
  tags: Set<T> | null;
}

const node = <T extends string>(): Node<T> => ({ next: new Map(), word: '', tags: null });

/** Builds the trie; a word may carry several tags. Words are separated by spaces; `_` stands for a space. */
export function trieOf<T extends string>(tables: Readonly<Record<T, string>>): Trie<T> {
  const trie: Trie<T> = { heads: new Uint8Array(0x10000), root: node<T>() };
  for (const tag of Object.keys(tables) as T[]) {
    for (const word of tables[tag].split(/\s+/u))
      if (word !== '') add(trie, word.replaceAll('_', ' ').toLowerCase(), tag);
  }
  return trie;
}

function add<T extends string>(trie: Trie<T>, word: string, tag: T): void {
  trie.heads[word.charCodeAt(0)] = 1;
  let at = trie.root;
  for (let index = 0; index < word.length; index += 1) {
    const unit = word.charCodeAt(index);
    const next = at.next.get(unit) ?? node<T>();
    at.next.set(unit, next);
    at = next;
  }
  at.word = word;
  at.tags = (at.tags ?? new Set<T>()).add(tag);
}

/** The longest word that starts at `from`, or null. */
export function longestAt<T extends string>(trie: Trie<T>, text: string, from: number): Token<T> | null {
  if (trie.heads[text.charCodeAt(from)] === 0) return null;
  let at = trie.root;
  let best: Node<T> | null = null;
  let end = from;
  for (let index = from; index < text.length; index += 1) {
    const next = at.next.get(text.charCodeAt(index));
    if (next === undefined) break;
    at = next;
    if (next.tags !== null) {
      best = next;
      end = index + 1;
    }
  }
  return best?.tags == null ? null : { start: from, end, word: best.word, tags: best.tags };
}

/**
 * All longest words in order: greedy words from left to right, and between them those that overlap one's end. Words inside
 * a greedy word are left out, and so are ASCII words inside longer ASCII runs.
 */
export function lex<T extends string>(trie: Trie<T>, text: string): readonly Token<T>[] {
  const tokens: Token<T>[] = [];
  let reached = 0;
  for (let from = 0; from < text.length; from += 1) {
    const token = longestAt(trie, text, from);
    if (token === null || token.end <= reached || splitsAscii(text, token)) continue;
    tokens.push(token);
    if (from >= reached) reached = token.end;
  }
  return tokens;
}

/** Only words that begin and end as Latin letters or digits: 1 is no word of 12, ok none of book. */
function splitsAscii<T extends string>(text: string, token: Token<T>): boolean {
  return (
    (isAscii(text.charCodeAt(token.start)) && isAscii(text.charCodeAt(token.start - 1))) ||
    (isAscii(text.charCodeAt(token.end - 1)) && isAscii(text.charCodeAt(token.end)))
  );
}

const isAscii = (unit: number): boolean =>
  (unit >= 0x30 && unit <= 0x39) || (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a);
