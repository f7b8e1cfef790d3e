/** A trie over UTF-16 units: the longest known word at a place, in time linear in the word. */

/** Most nodes lead on to one other; a map is made for the rest. */
interface Node<T> {
  code: number;
  only: Node<T> | undefined;
  more: Map<number, Node<T>> | undefined;
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

const leaf = <T>(): Node<T> => ({ code: -1, only: undefined, more: undefined, value: undefined });

const next = <T>(node: Node<T>, code: number): Node<T> | undefined =>
  node.code === code ? node.only : node.more?.get(code);

function grow<T>(node: Node<T>, code: number): Node<T> {
  const made = leaf<T>();
  if (node.only === undefined) {
    node.code = code;
    node.only = made;
  } else {
    node.more ??= new Map();
    node.more.set(code, made);
  }
  return made;
}

function walk<T>(root: Node<T>, word: string): Node<T> | undefined {
  let node: Node<T> | undefined = root;
  for (let i = 0; i < word.length && node !== undefined; i += 1) node = next(node, word.charCodeAt(i));
  return node;
}

function findLongest<T>(first: Node<T>, text: string, at: number): Match<T> | null {
  let node: Node<T> | undefined = first;
  let end = -1;
  let value: T | undefined;
  for (let i = at + 1; node !== undefined; i += 1) {
    if (node.value !== undefined) {
      end = i;
      value = node.value;
    }
    if (i >= text.length) break;
    node = next(node, text.charCodeAt(i));
  }
  return value === undefined ? null : { end, value };
}

/** An empty trie. */
export function createTrie<T>(): Trie<T> {
  const root = leaf<T>();
  return {
    add: (word, value) => {
      let node = root;
      for (let i = 0; i < word.length; i += 1) {
        const code = word.charCodeAt(i);
        node = next(node, code) ?? grow(node, code);
      }
      node.value = value;
    },
    get: (word) => walk(root, word)?.value,
    longest: (text, at) => {
      // Behind the end of the text charCodeAt is NaN, which no word begins with.
      const first = next(root, text.charCodeAt(at));
      return first === undefined ? null : findLongest(first, text, at);
    },
  };
}
