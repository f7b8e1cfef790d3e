/** Names of the roster within a text: found whatever spaces stand in them, and taken out. */
import type { Org } from './org.ts';

/** A name of three or more signs is hardly ever an ordinary word; 高山 is. */
const SURE = 3;
const LONGEST = 5;

/** Names a text holds, each once, in order: of one unit's people, or of anybody. */
export function namesIn(text: string, { named }: Pick<Org, 'named'>, unit?: string): readonly string[] {
  const dense = text.normalize('NFKC').replace(/\s+/gu, '');
  const found = new Set<string>();
  for (let at = 0; at < dense.length; at += 1)
    for (let length = LONGEST; length >= 2; length -= 1) {
      const word = dense.slice(at, at + length);
      if (word.length < length || named(word, unit).length === 0) continue;
      found.add(word);
      at += length - 1;
      break;
    }
  return [...found];
}

/** Names that must not go into a room: of the unit's people, and longer ones of anybody's. */
export const tellingNames = (text: string, org: Pick<Org, 'named'>, unit: string): readonly string[] => {
  const own = namesIn(text, org, unit);
  return [...own, ...namesIn(text, org).filter((name) => name.length >= SURE && !own.includes(name))];
};

const EDGE = '[\\s,，、:：;；。|｜]*';

/** The text without a name: gone at its edges, `instead` within. */
export function withoutName(text: string, name: string, instead: string): string {
  const spaced = [...name].join('\\s*');
  return text
    .replace(new RegExp(`^${EDGE}${spaced}${EDGE}`, 'u'), '')
    .replace(new RegExp(`${EDGE}${spaced}${EDGE}$`, 'u'), '')
    .replace(new RegExp(spaced, 'gu'), instead)
    .trim();
}
