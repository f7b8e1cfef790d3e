/** A trie over UTF-16 units: the longest known word at a place, in time linear in the word. */

interface Node<T> {
  readonly next: Map<number, Node<T>>;
  value: T | undefined;
}

/** The longest word found and what it stands for; `end` is exclusive. */
export interface Match<T> {
  readonly end: number;
  readonly value: T;
}

/** Words with a value each. */
export interface Trie<T> {
  readonly add: (word: string, value: T) => void;
  readonly get: (word: string) => T | undefined;
  /** The longest word that starts at `at`, or null. */
  readonly longest: (text: string, at: number) => Match<T> | null;
}

const walk = <T>(root: Node<T>, word: string): Node<T> | undefined => {
  let node: Node<T> | undefined = root;
  for (let i = 0; i < word.length && node; i += 1) node = node.next.get(word.charCodeAt(i));
  return node;
};

const insert = <T>(root: Node<T>, word: string, value: T): void => {
  let node = root;
  for (let i = 0; i < word.length; i += 1) {
    const code = word.charCodeAt(i);
    const known = node.next.get(code);
    const next = known ?? { next: new Map(), value: undefined };
    if (!known) node.next.set(code, next);
    node = next;
  }
  node.value = value;
};

const findLongest = <T>(root: Node<T>, text: string, at: number): Match<T> | null => {
  let node = root.next.get(text.charCodeAt(at));
  let end = -1;
  let value: T | undefined;
  for (let i = at + 1; node; i += 1) {
    if (node.value !== undefined) {
      end = i;
      value = node.value;
    }
    if (i >= text.length) break;
    node = node.next.get(text.charCodeAt(i));
  }
  return value === undefined ? null : { end, value };
};

/** An empty trie. */
export const createTrie = <T>(): Trie<T> => {
  const root: Node<T> = { next: new Map(), value: undefined };
  return {
    add: (word, value) => insert(root, word, value),
    get: (word) => walk(root, word)?.value,
    longest: (text, at) => findLongest(root, text, at),
  };
};
