/** Finds requests for more time: 延期3天, 能不能缓几天, 来不及, 放到月底. */

import { type Clause, hasTag } from './clauses.ts';
import {
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
import { dayCounts } from './days.ts';
import type { Word } from './lexicon.ts';
import { introduced } from './receipt.ts';

const VAGUE =
  /^.{0,2}?(?:几天|几日|十天半|些天|些日子|些时日|两三天|个把|三两天|一两天|三五天|时间|点时|段时|一阵|一段|多天|十来天|数日|数天)/u;
const DATE =
  /(?:下下?(?:周|星期|礼拜|个?月)[一二三四五六日天]?|本?周[一二三四五六日天]|星期[一二三四五六日天]|月底|月末|月中|年底|节后|明天|明日|后天|大后天|\d{1,2}月\d{1,2}[日号]?|\d{1,2}[日号]|[一二三四五六七八九十]{1,3}[日号])/u;
const UNTIL =
  /^.{0,3}?(?:下|本?周[一二三四五六日天]|星期|月底|月末|月中|年底|节后|明天|明日|后天|大后天|\d{1,2}[月日号.]|[一二三四五六七八九十]{1,3}[日号月])/u;
const POLITE = /^(?:是否|请问|问下|问一下|想问|要不要)/u;
const APPROVED = /(?<![请望恳能盼申烦])(?:同意|批准|准予|准许|已准|获准)(?:你|你们|其|该)?.{0,6}$/u;

/** At most one request a clause. `begs`: the message asks politely somewhere; `pressed`: it says that time is short. */
export function delayCues(clause: Clause, scene: Scene, begs: boolean, pressed: boolean): readonly Cue[] {
  if (!hasTag(clause, 'delay', 'defer', 'short', 'hand', 'fix', 'may') && !/[到才]/u.test(clause.text))
    return [];
  if (
    !(scene.finding || scene.noticed) ||
    (conditional(clause) && !begs && !hasTag(clause, 'delay', 'short'))
  )
    return [];
  if (enquires(clause) || elsewhere(clause, scene) || hasTag(clause, 'home')) return [];
  const cue =
    asked(clause, scene, begs) ??
    counted(clause, scene, begs || pressed) ??
    late(clause, scene, begs) ??
    until(clause, scene, begs);
  return cue === null ? [] : [cue];
}

/** 谁延期了, 延期怎么申请: questions of fact, not requests. */
const enquires = (clause: Clause): boolean =>
  clause.words.some(
    (word) =>
      is(word, 'ask') &&
      !is(word, 'may') &&
      !POLITE.test(word.word) &&
      !(/咋样|怎样|怎么样|如何/u.test(word.word) && closes(clause, word)),
  );

const elsewhere = (clause: Clause, scene: Scene): boolean =>
  !(scene.pointed || scene.noticed) && hasTag(clause, 'elsewhere') && !hasTag(clause, 'finding', 'result');

function asked(clause: Clause, scene: Scene, begs: boolean): Cue | null {
  const word = clause.words.find((one) => is(one, 'delay') && !negated(clause, one));
  if (word === undefined || before(clause, word, 0, 'strictly') !== undefined) return null;
  if (
    !(
      scene.pointed ||
      scene.noticed ||
      begs ||
      hasTag(clause, 'matter', 'result', 'may') ||
      opens(clause, word)
    )
  )
    return null;
  if (APPROVED.test(clause.text.slice(0, word.start - clause.start)) && !hasTag(clause, 'may')) return null;
  if (orders(clause, scene) && !hasTag(clause, 'upward', 'may') && !begged(clause, word)) return null;
  return cueOf('delay', clause, [word], 'delay');
}

/** Nothing but who asks and small words before it: 我们再缓缓, 可能要延期. */
const opens = (clause: Clause, word: Word): boolean =>
  introduced(
    clause,
    reach(clause, word.start, -1, (one) =>
      is(one, 'soon', 'future', 'may', 'around', 'self', 'begun', 'past', 'defer', 'meeting', 'hold'),
    ),
  );

const begged = (clause: Clause, word: Word): boolean =>
  clause.text.slice(0, word.start - clause.start).endsWith('请');

/** 缓三天, 再给几天, 还要5天才能整改完; but not 3天内. */
function counted(clause: Clause, scene: Scene, begs: boolean): Cue | null {
  const counts = dayCounts(clause.text).filter(
    (count) => !/^(?:之?内|以内|前)/u.test(clause.text.slice(count.end)),
  );
  for (const word of clause.words) {
    if (!is(word, 'defer') || negated(clause, word)) continue;
    const from = word.end - clause.start;
    const near =
      counts.some((count) => count.start >= from && count.start - from <= 2) ||
      VAGUE.test(clause.text.slice(from));
    if (near && (begs || scene.pointed || whole(clause, word)))
      return cueOf('delay', clause, [word], 'delay.count');
  }
  const then = counts.find((count) => /^.{0,2}才/u.test(clause.text.slice(count.end)));
  const first = clause.words[0];
  return then !== undefined && scene.pointed && first !== undefined
    ? cueOf('delay', clause, [first], 'delay.only-then')
    : null;
}

const whole = (clause: Clause, word: Word): boolean =>
  introduced(clause, word.start) && clause.end - word.end <= 8 && !/^[要给放加容]$/u.test(word.word);

/** The rule of 来不及 said of nothing: any talk beside it takes it away. */
export const LATE = 'delay.late';

/** 来不及, 写不完. */
function late(clause: Clause, scene: Scene, begs: boolean): Cue | null {
  const word = clause.words.find((one) => is(one, 'short'));
  if (word === undefined) return null;
  return scene.pointed ||
    hasTag(clause, 'finding', 'result') ||
    (closes(clause, word) && (begs || introduced(clause, word.start)))
    ? cueOf('delay', clause, [word], begs || scene.pointed ? 'delay.short' : LATE)
    : null;
}

/** 放到月底, 能不能下周一交. */
function until(clause: Clause, scene: Scene, begs: boolean): Cue | null {
  const put = clause.words.find(
    (word) =>
      is(word, 'defer') &&
      /[到至在为成]$/u.test(word.word) &&
      UNTIL.test(clause.text.slice(word.end - clause.start)),
  );
  const only = /(?:[得要需须等]|容我?们?)到/u.exec(clause.text);
  if (
    only !== null &&
    UNTIL.test(clause.text.slice(only.index + only[0].length)) &&
    (scene.pointed || begs || /^[容请]|^得到/u.test(clause.text) || hasTag(clause, 'matter', 'result'))
  )
    return wordAt(clause, only.index);
  if (put !== undefined && (scene.pointed || begs)) return cueOf('delay', clause, [put], 'delay.until');
  const wait = begs
    ? /(?:等|过|回来|以后|之后).{0,8}再(?:报|交|改|整改|谈|处理|办)/u.exec(clause.text)
    : null;
  if (wait !== null) return wordAt(clause, wait.index);
  const hand = clause.words.find((word) => is(word, 'hand', 'fix', 'done'));
  const date = DATE.exec(clause.text);
  if (hand === undefined || date === null || !begs) return null;
  if (
    !(
      scene.pointed ||
      hasTag(clause, 'result', 'paper') ||
      (hasTag(clause, 'may') && clause.text.length <= 12)
    )
  )
    return null;
  return clause.start + date.index < hand.start ? cueOf('delay', clause, [hand], 'delay.until') : null;
}

const wordAt = (clause: Clause, index: number): Cue | null => {
  const word = clause.words.find((one) => one.end > clause.start + index);
  return word === undefined ? null : cueOf('delay', clause, [word], 'delay.until');
};
