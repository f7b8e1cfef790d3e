/** Finds what is promised: 马上整改, 立行立改, 今日约谈, 按要求办; a promise receives, it rectifies nothing. */

import { type Clause, hasTag } from './clauses.ts';
import { after, before, type Cue, closes, cueOf, is, negated, reach, type Scene } from './cue.ts';
import type { Word } from './lexicon.ts';
import { introduced } from './receipt.ts';

const PROMISE_TAGS = [
  'accord',
  'vow',
  'obey',
  'fix',
  'pass',
  'finding',
  'result',
  'heed',
  'begun',
  'hand',
  'at_once',
  'finished',
] as const;

/** The promise of a clause that neither asks nor orders nor tells of something done. */
export function promised(clause: Clause, scene: Scene): Cue | null {
  if (!hasTag(clause, ...PROMISE_TAGS) || hasTag(clause, 'chore', 'home')) return null;
  if (/^[请求]|^麻烦/u.test(clause.text)) return null;
  const part =
    scene.finding && hasTag(clause, 'partial')
      ? clause.words.find((one) => is(one, 'fix') && is(one, 'finding'))
      : undefined;
  if (part !== undefined) return cueOf('promise', clause, [part], 'promise.partly');
  const accord = accordance(clause);
  if (accord !== null) return cueOf('promise', clause, [accord], 'promise.accord');
  const word = clause.words.find((one) => promises(clause, one, scene) && !negated(clause, one));
  return (
    (word === undefined ? null : promiseOf(clause, word, scene)) ??
    dated(clause, scene) ??
    underway(clause, scene) ??
    resolved(clause, scene)
  );
}

function promiseOf(clause: Clause, word: Word, scene: Scene): Cue | null {
  if (is(word, 'vow') && scene.finding) return cueOf('promise', clause, [word], 'promise.vow');
  const near = before(clause, word, 12, 'future', 'self', 'begun');
  if (near === undefined && !(introduced(clause, word.start) && clause.end - word.end <= 4)) return null;
  const firm = !is(word, 'loose') || scene.pointed || hasTag(clause, 'severe');
  // 明天改密码: what is changed is no finding's.
  if (!firm && word.word === '改' && !ends(clause, word)) return null;
  return cueOf(firm ? 'promise' : 'weak', clause, [word], 'promise');
}

/** Nothing follows but how, what was found, or courtesy. */
const ends = (clause: Clause, word: Word): boolean =>
  reach(clause, word.end, 1, (next) =>
    is(next, 'particle', 'done', 'finding', 'matter', 'thanks', 'finished'),
  ) === clause.end;

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
  if (scene.finding && is(word, 'vow')) return true;
  if (is(word, 'obey') || (scene.finding && is(word, 'fix') && !is(word, 'loose'))) return true;
  const bound = before(clause, word, 12, 'future', 'soon', 'begun', 'self') !== undefined;
  return bound && (scene.finding ? is(word, 'fix', 'pass', 'result', 'heed') : is(word, 'pass', 'heed'));
}

/** 整改方案正在拟定, 问题已交办: on its way. */
function underway(clause: Clause, scene: Scene): Cue | null {
  if (!scene.finding || hasTag(clause, 'neg', 'hold') || !hasTag(clause, 'finding', 'result')) return null;
  const hand = clause.words.find((word) => is(word, 'hand') && DUE.test(clause.text));
  if (hand !== undefined) return cueOf('promise', clause, [hand], 'promise.due');
  const busy = clause.words.find(
    (word) => is(word, 'result') && BUSY.test(clause.text.slice(word.end - clause.start)),
  );
  if (busy !== undefined) return cueOf('promise', clause, [busy], 'promise.underway');
  const begun = clause.words.find(
    (word) => is(word, 'begun') && before(clause, word, 3, 'strictly', 'future') !== undefined,
  );
  return begun === undefined ? null : cueOf('promise', clause, [begun], 'promise.underway');
}

/** 三天之内改好, 周五前报结果: a day is named by which it is done, so it is not done yet. */
function dated(clause: Clause, scene: Scene): Cue | null {
  if (!scene.finding || hasTag(clause, 'neg', 'hold', 'elsewhere')) return null;
  const word = clause.words.find(
    (one) =>
      DUE.test(clause.text.slice(0, one.start - clause.start)) &&
      /^[改整纠]|整改|结果$/u.test(one.word) &&
      (!is(one, 'loose') || closes(clause, one)),
  );
  if (word === undefined || !is(word, 'finished', 'fix', 'result', 'paper')) return null;
  return cueOf(is(word, 'paper') ? 'weak' : 'promise', clause, [word], 'promise.dated');
}

/** 报告正在写: at it, so not handed in. */
const BUSY = /^(?:也|还)?(?:正在?|在)[写弄做赶拟补打印整]/u;

/** A date the deed is due: 周五前, 6月20日前, 三天内, 下班前. */
export const DUE =
  /(?:周[一二三四五六日天]|星期.|礼拜.|\d[日号点]|月[底末初]|下班|今[天日]|明[天日早]|天黑|期限|时间|节)之?[前内]|[天日周月个]之?内|工作日之?内|小时之?内|以内/u;

const MOVES = /^[到去来回]|到$|来$|过去|回去|回来|出发|走|下班|吃|开会|打|睡|休息|起/u;

/** 马上补, 我来抓: at once, and a short deed whatever it is. Everyday talk as well, so only a weak sign. */
function resolved(clause: Clause, scene: Scene): Cue | null {
  const word = clause.words.find((one) => is(one, 'at_once'));
  if (
    !scene.finding ||
    word === undefined ||
    hasTag(clause, 'medical', 'excuse') ||
    !introduced(clause, word.start)
  )
    return null;
  const deed = clause.text.slice(word.end - clause.start);
  return deed.length >= 1 && deed.length <= 6 && !MOVES.test(deed)
    ? cueOf('weak', clause, [word], 'promise.at-once')
    : null;
}
