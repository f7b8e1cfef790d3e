/** Finds what is said to be rectified: done, handed in, or shown. */

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
  reach,
  type Scene,
} from './cue.ts';
import type { Word } from './lexicon.ts';
import { DUE, promised } from './promise.ts';
import { introduced } from './receipt.ts';

/** Rectifications (`done`) and promises (`promise`, `weak`) of one clause; at most one, the first that holds. */
export function remedyCues(clause: Clause, scene: Scene): readonly Cue[] {
  if (asks(clause) || conditional(clause) || orders(clause, scene)) return [];
  const done = scene.finding && !hasTag(clause, 'home') ? doneCue(clause, scene) : null;
  const cue = done ?? promised(clause, scene);
  return cue === null ? [] : [cue];
}

const doneCue = (clause: Clause, scene: Scene): Cue | null =>
  handedIn(clause, scene) ?? finished(clause, scene) ?? mended(clause, scene);

/** 整改报告已上传, 书面检查附后, 请予销号. */
function handedIn(clause: Clause, scene: Scene): Cue | null {
  const shown = clause.words.find((word) => is(word, 'mended'));
  if (shown !== undefined && (shown.word !== '整改后' || closes(clause, shown)))
    return cueOf('done', clause, [shown], 'done.shown');
  const paper = clause.words.find(
    (word) => is(word, 'result') || (toOffice(clause, scene) && is(word, 'paper')),
  );
  const handed = clause.words.find((word) => is(word, 'handed'));
  if (
    handed !== undefined &&
    (is(handed, 'closing') || scene.pointed || paper !== undefined || hasTag(clause, 'paper'))
  )
    return cueOf('done', clause, [handed], 'done.handed');
  if (paper === undefined || negated(clause, paper)) return null;
  if (is(paper, 'result') && SHOWS.test(clause.text)) return cueOf('done', clause, [paper], 'done.shown');
  const hand = clause.words.find((word) => is(word, 'hand') && word !== paper && handsIn(clause, word));
  return hand === undefined ? null : cueOf('done', clause, [paper, hand], 'done.handed-in');
}

/** 这是检讨书, 佐证图片来了. */
const SHOWS =
  /^(?:这是|这里是|附上?|呈上?|喏|给您?|发您|发你|以下是|下面是)|(?:来了|来啦|来喽|在此|在这|在下面)$/u;

const toOffice = (clause: Clause, scene: Scene): boolean => scene.pointed || hasTag(clause, 'addressee');

/** 交了, 已交, 写好交办公室了; not 没交, 马上交, 已要求…写出, 交上去再说. */
function handsIn(clause: Clause, hand: Word): boolean {
  if (before(clause, hand, 1, 'neg') !== undefined || promisedBefore(clause, hand)) return false;
  if (begunAfterPast(clause, hand)) return false;
  if (/[了好上]$/u.test(hand.word) && closes(clause, hand)) return true;
  return (
    before(clause, hand, 12, 'strictly') !== undefined ||
    after(clause, hand, 4, 'done') !== undefined ||
    /[了咗哒]$/u.test(clause.text)
  );
}

/** 完成后报, 改好再报: done is still to come. */
const LATER = /^(?:之?后(?!的)|再|以后|前|之前|时|才|还[要得需])/u;

/** 搞定了, 问题已解决, 已按要求改了: a clause of nothing but completion. */
function finished(clause: Clause, scene: Scene): Cue | null {
  const word = clause.words.find((one) => is(one, 'finished'));
  if (word === undefined || hasTag(clause, 'partial') || promisedBefore(clause, word)) return null;
  const rest = clause.text.slice(word.end - clause.start);
  if (/(?:正|还|仍)?在$/u.test(clause.text.slice(0, word.start - clause.start))) return null;
  if (LATER.test(rest) || !(concludes(clause, word) || scene.pointed)) return null;
  return introduced(clause, word.start) ||
    before(clause, word, 8, 'strictly', 'past', 'that_day') !== undefined
    ? cueOf('done', clause, [word], 'done.finished')
    : null;
}

/** Nothing but particles and more words of completion follows: 已处理 + 到位. */
const concludes = (clause: Clause, word: Word): boolean =>
  reach(clause, word.end, 1, (next) => is(next, 'particle', 'done', 'finished')) === clause.end;

/** Nobody mends more in one breath. */
const MOST = 8;

/** 已对当事人批评教育, 去向牌全部换好: a mending verb with a mark of completion. */
function mended(clause: Clause, scene: Scene): Cue | null {
  if (hasTag(clause, 'partial')) return null;
  for (const word of clause.words.filter((one) => is(one, 'fix')).slice(0, MOST)) {
    if (negated(clause, word) || promisedBefore(clause, word)) continue;
    const mark = markOf(clause, word);
    if (mark === undefined || !mends(clause, word, mark, scene)) continue;
    return cueOf('done', clause, [word, mark], is(word, 'loose') ? 'done.loosely' : 'done.mended');
  }
  return unknownVerb(clause);
}

function mends(clause: Clause, word: Word, mark: Word, scene: Scene): boolean {
  if (is(word, 'loose') && (RELATIVE.test(clause.text.slice(mark.end - clause.start)) || ofThatDay(clause)))
    return false;
  return relevant(clause, word, scene) || makes(clause, word, mark);
}

/** 封存了十年的老酒: no deed, a description. */
const RELATIVE = /^[^,]{1,4}的./u;
/** 牌子当天刚摘下来: how it was, not how it was put right; 当场 it was. */
const ofThatDay = (clause: Clause): boolean => hasTag(clause, 'that_day') && !clause.text.includes('当场');

/** A loose verb needs a finding's object or a finding that is pointed at; a chore of the day is none. */
function relevant(clause: Clause, word: Word, scene: Scene): boolean {
  if (!is(word, 'finding') && hasTag(clause, 'chore') && !ours(clause)) return false;
  return !is(word, 'loose') || scene.pointed || ours(clause);
}

/** 弄利索了, 都改完了: a clause of nothing else. */
const makes = (clause: Clause, word: Word, mark: Word): boolean =>
  is(word, 'make') &&
  introduced(clause, word.start) &&
  mark.start >= word.end &&
  mark.start - word.end <= (word.word === '改' ? 0 : 2) &&
  closes(clause, mark);

/** 办公用房已经腾退, 去向牌更新了, 该谈的谈了: whatever the verb, if it is done and about a finding's object. */
function unknownVerb(clause: Clause): Cue | null {
  if (hasTag(clause, 'excuse', 'chore', 'hold', 'delay', 'future', 'neg', 'elsewhere') || ofThatDay(clause))
    return null;
  const first = clause.words[0];
  if (first !== undefined && /该.{1,3}的.{0,3}[了过]/u.test(clause.text))
    return cueOf('done', clause, [first], 'done.as-due');
  if (!hasTag(clause, 'matter', 'fixture') || DUE.test(clause.text)) return null;
  const past = clause.words.findLast((word) => is(word, 'strictly'));
  const mark =
    past ??
    (hasTag(clause, 'fixture')
      ? clause.words.findLast((word) => is(word, 'done') && word.word !== '过' && closes(clause, word))
      : undefined);
  if (mark === undefined || clause.end - mark.end < (past === undefined ? 0 : 1)) return null;
  const next = after(clause, mark, 0, 'begun', 'pass', 'received', 'read', 'soon');
  return next !== undefined ? null : cueOf('done', clause, [mark], 'done.unknown-verb');
}

const ours = (clause: Clause): boolean => hasTag(clause, 'matter', 'finding', 'result');

function markOf(clause: Clause, word: Word): Word | undefined {
  const tail = after(clause, word, 8, 'done', 'finished');
  if (/[了过完]$/u.test(word.word) || (/[齐清]$/u.test(word.word) && closes(clause, word))) return word;
  if (tail !== undefined && !LATER.test(clause.text.slice(tail.end - clause.start))) return tail;
  const past = before(clause, word, 14, 'strictly') ?? before(clause, word, 8, 'past');
  return past !== undefined && !begunAfterPast(clause, word) ? past : undefined;
}

/** 已安排整改, 已在整改; but 已在大会上通报 is done. */
function begunAfterPast(clause: Clause, word: Word): boolean {
  const past = before(clause, word, 14, 'strictly', 'past');
  return clause.words.some(
    (begun) =>
      is(begun, 'begun') &&
      begun.end <= word.start &&
      (past === undefined || begun.start >= past.start) &&
      word.start - begun.end <= (begun.word === '在' ? 0 : 8),
  );
}

/** 马上整改, 3日内整改到位: a mark of the future before the verb and none of completion between. */
export function promisedBefore(clause: Clause, word: Word): boolean {
  if (
    DUE.test(clause.text.slice(0, word.start - clause.start)) &&
    before(clause, word, 12, 'strictly') === undefined
  )
    return true;
  const future = before(clause, word, 20, 'future');
  const strictly = before(clause, word, 20, 'strictly');
  if (future !== undefined && (strictly === undefined || strictly.start < future.start))
    return strictly === undefined || strictly.end < future.start - 6;
  const soon = before(clause, word, 6, 'soon');
  return soon !== undefined && strictly === undefined && !is(after(clause, word, 4, 'done'), 'done');
}
