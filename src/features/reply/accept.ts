/** Finds words that take a finding as it is: 认领, 属实, 没有什么异议. */

import { type Clause, hasTag } from './clauses.ts';
import {
  asks,
  before,
  type Cue,
  closes,
  conditional,
  cueOf,
  is,
  negated,
  orders,
  reach,
  type Scene,
  within,
} from './cue.ts';
import type { Tag, Word } from './lexicon.ts';
import { introduced } from './receipt.ts';

/** At most one acceptance a clause. */
export function acceptCues(clause: Clause, scene: Scene): readonly Cue[] {
  if (!scene.finding || !hasTag(clause, 'accept', 'concede', 'charge', 'sorry', 'object')) return [];
  if (asks(clause) || conditional(clause) || orders(clause, scene)) return [];
  const word = clause.words.find(
    (one) => (is(one, 'accept') && !negated(clause, one)) || concedes(clause, one),
  );
  if (word !== undefined) return [cueOf('accept', clause, [word], 'accept')];
  const owned = clause.words.find(
    (one) => is(one, 'charge') && OWNS.test(clause.text) && !negated(clause, one),
  );
  if (owned !== undefined) return [cueOf('accept', clause, [owned], 'accept.owned')];
  const sorry = clause.words.find((one) => is(one, 'sorry') && !negated(clause, one) && regrets(clause, one));
  if (sorry !== undefined) return [cueOf('weak', clause, [sorry], 'accept.sorry')];
  const denied = clause.words.find((one) => is(one, 'object') && noObjection(clause, one));
  return denied === undefined ? [] : [cueOf('accept', clause, [denied], 'accept.no-objection')];
}

/** 没有什么异议, 无任何不同意见. */
export const noObjection = (clause: Clause, word: Word): boolean =>
  before(clause, word, 3, 'neg') !== undefined && /[议义意]|看法|话/u.test(word.word);

/** 我当时确实在玩: the charge is owned. */
const OWNS = /确实|的确|承认|真的是|是我/u;

/** 丢人, 以后不犯了. */
const regrets = (clause: Clause, word: Word): boolean =>
  /不$/u.test(word.word)
    ? clause.words.some((one) => is(one, 'charge')) || /犯|这样|类似|发生/u.test(clause.text)
    : (closes(clause, word) || (word.word !== '改' && clause.end - word.end <= 3)) &&
      introduced(clause, word.start);

function concedes(clause: Clause, word: Word): boolean {
  if (!is(word, 'concede') || negated(clause, word)) return false;
  const end = reach(clause, word.end, 1, (next) => within(next, TAIL));
  return end === clause.end && introduced(clause, word.start);
}

const TAIL: ReadonlySet<Tag> = new Set<Tag>([
  'particle',
  'finding',
  'self',
  'notice',
  'around',
  'accept',
  'askend',
  'upward',
  'addressee',
  'verdict',
]);
