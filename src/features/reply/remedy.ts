/** Finds what is said to be rectified, and what is only promised. */

import { type Clause, hasTag } from './clauses.ts';
import {
  after,
  asks,
  before,
  type Cue,
  closes,
  conditional,
  cueOf,
  is,
  negated,
  orders,
  type Scene,
} from './cue.ts';
import type { Word } from './lexicon.ts';
import { introduced } from './receipt.ts';

/** Rectifications (`done`) and promises (`promise`) of one clause; at most one, the first that holds. */
export function remedyCues(clause: Clause, scene: Scene): readonly Cue[] {
  if (asks(clause) || conditional(clause) || orders(clause, scene)) return [];
  const cue =
    handedIn(clause, scene) ?? finished(clause, scene) ?? mended(clause, scene) ?? promised(clause, scene);
  return cue === null ? [] : [cue];
}

/** 整改报告已上传, 书面检查附后, 请予销号. */
function handedIn(clause: Clause, scene: Scene): Cue | null {
  const handed = clause.words.find((word) => is(word, 'handed'));
  const shown = clause.words.find((word) => is(word, 'mended'));
  if (shown !== undefined) return cueOf('done', clause, [shown], 'done.shown');
  const paper = clause.words.find((word) => is(word, 'result') || (scene.pointed && is(word, 'paper')));
  if (handed !== undefined && (is(handed, 'closing') || scene.pointed || paper !== undefined))
    return cueOf('done', clause, [handed], 'done.handed');
  if (paper === undefined || negated(clause, paper)) return null;
  const hand = clause.words.find((word) => is(word, 'hand') && word !== paper);
  if (hand === undefined || before(clause, hand, 1, 'neg') !== undefined) return null;
  const complete = before(clause, hand, 12, 'strictly') ?? after(clause, hand, 4, 'done');
  if (complete === undefined || promisedBefore(clause, hand)) return null;
  return cueOf('done', clause, [paper, hand, complete], 'done.handed-in');
}

/** 搞定了, 问题已解决: a clause of nothing but completion. */
function finished(clause: Clause, scene: Scene): Cue | null {
  const word = clause.words.find((one) => is(one, 'finished'));
  if (word === undefined || hasTag(clause, 'partial') || promisedBefore(clause, word)) return null;
  const rest = clause.text.slice(word.end - clause.start);
  if (rest.length > 2 && !scene.pointed) return null;
  return introduced(clause, word.start) ? cueOf('done', clause, [word], 'done.finished') : null;
}

/** 已对当事人批评教育, 去向牌全部换好: a mending verb with a mark of completion. */
function mended(clause: Clause, scene: Scene): Cue | null {
  if (hasTag(clause, 'partial')) return null;
  for (const word of clause.words) {
    if (!is(word, 'fix') || negated(clause, word) || promisedBefore(clause, word)) continue;
    const mark = markOf(clause, word);
    if (mark === undefined || !(relevant(clause, word, scene) || makes(clause, word, mark))) continue;
    return cueOf('done', clause, [word, mark], 'done.mended');
  }
  return unknownVerb(clause, scene);
}

/** A loose verb needs a finding's object or a finding that is pointed at; a chore of the day is none. */
function relevant(clause: Clause, word: Word, scene: Scene): boolean {
  if (!is(word, 'finding') && hasTag(clause, 'chore') && !ours(clause)) return false;
  return !is(word, 'loose') || scene.pointed || ours(clause);
}

/** 弄利索了, 都改完了: a clause of nothing else. */
const makes = (clause: Clause, word: Word, mark: Word): boolean =>
  is(word, 'make') && introduced(clause, word.start) && mark.start >= word.end && closes(clause, mark);

/** 办公用房已经腾退: whatever the verb, if it is done and about a finding's object. */
function unknownVerb(clause: Clause, scene: Scene): Cue | null {
  const past = clause.words.findLast((word) => is(word, 'strictly'));
  if (past === undefined || clause.end - past.end < 1 || hasTag(clause, 'excuse', 'chore', 'hold', 'delay'))
    return null;
  if (!(scene.pointed || scene.finding) || !hasTag(clause, 'matter')) return null;
  const next = after(clause, past, 0, 'begun', 'pass', 'received', 'read', 'neg', 'future', 'soon');
  return next !== undefined ? null : cueOf('done', clause, [past], 'done.unknown-verb');
}

const ours = (clause: Clause): boolean => hasTag(clause, 'matter', 'finding', 'result');

function markOf(clause: Clause, word: Word): Word | undefined {
  const tail = after(clause, word, 8, 'done', 'finished');
  if (tail !== undefined) return tail;
  const past = before(clause, word, 14, 'strictly') ?? before(clause, word, 8, 'past');
  const begun = before(clause, word, 6, 'begun');
  return past !== undefined && (begun === undefined || begun.start < past.start) ? past : undefined;
}

/** 马上整改, 3日内整改到位: a mark of the future before the verb and none of completion between. */
function promisedBefore(clause: Clause, word: Word): boolean {
  const future = before(clause, word, 20, 'future');
  const strictly = before(clause, word, 20, 'strictly');
  if (future !== undefined && (strictly === undefined || strictly.start < future.start))
    return strictly === undefined || strictly.end < future.start - 6;
  const soon = before(clause, word, 6, 'soon');
  return soon !== undefined && strictly === undefined && !is(after(clause, word, 4, 'done'), 'done');
}

/** 马上整改, 立行立改, 今日约谈; 我们自查公车, 立即传达 where only a notice is open. */
function promised(clause: Clause, scene: Scene): Cue | null {
  if (hasTag(clause, 'chore')) return null;
  const accord = accordance(clause);
  if (accord !== null) return cueOf('promise', clause, [accord], 'promise.accord');
  const word = clause.words.find((one) => promises(clause, one, scene) && !negated(clause, one));
  if (word === undefined) return null;
  const near = before(clause, word, 12, 'future', 'self', 'begun');
  if (near === undefined && !introduced(clause, word.start)) return null;
  return cueOf(
    is(word, 'loose') && !scene.pointed && !hasTag(clause, 'severe') ? 'weak' : 'promise',
    clause,
    [word],
    'promise',
  );
}

/** 按通知要求办. */
function accordance(clause: Clause): Word | null {
  const word = clause.words.find((one) => is(one, 'accord'));
  if (word === undefined || !introduced(clause, word.start)) return null;
  const what = after(clause, word, 8, 'notice', 'finding');
  return what !== undefined && /(?:办|做|执行|落实|来|办理|整改|抓|改)好?[了的吧]?$/u.test(clause.text)
    ? what
    : null;
}

function promises(clause: Clause, word: Word, scene: Scene): boolean {
  if (is(word, 'obey') || (scene.finding && is(word, 'fix') && !is(word, 'loose'))) return true;
  const bound = before(clause, word, 12, 'future', 'soon', 'begun', 'self') !== undefined;
  return bound && (scene.finding ? is(word, 'fix', 'pass', 'finding', 'result') : is(word, 'pass', 'heed'));
}
