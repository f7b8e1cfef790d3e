/** Finds objections that dispute in so many words; see `explanation.ts` for those that tell what really was. */

import { noObjection } from './accept.ts';
import { type Clause, hasTag } from './clauses.ts';
import { asks, before, type Cue, closes, conditional, cueOf, is, orders, type Scene } from './cue.ts';
import { explains } from './explanation.ts';
import type { Word } from './lexicon.ts';
import { introduced } from './receipt.ts';

/** Words that ask about the procedure when they stand in a question: 异议怎么提. The others accuse even so: 是不是弄错了. */
const FORMAL = /异[议义意]|疑义|申[诉述辩辨]|复[核查议审合]|覆|核[实查对]|更正|更证|订正|撤|说明|意见|看法/u;
/** 情况说明： what follows explains. */
const HEADER = /^(?:情况说明|说明|申诉|申辩|异议)$/u;
const ENQUIRY = /怎么|咋|如何|谁|多久|几时|几号|几天|什么|啥|哪|多少|请问/u;

/** At most one objection a clause; `previous` lends its 当天. */
export function objectionCues(clause: Clause, scene: Scene, previous: Clause | undefined): readonly Cue[] {
  if (!scene.finding || conditional(clause) || hasTag(clause, 'home')) return [];
  const header = clause.words.find(
    (word) => HEADER.test(word.word) && clause.stop === ':' && closes(clause, word),
  );
  if (header !== undefined) return [cueOf('object', clause, [header], 'object.statement')];
  const cue =
    disputes(clause, scene) ?? denies(clause) ?? notOurs(clause) ?? explains(clause, scene, previous);
  return cue === null ? [] : [cue];
}

function disputes(clause: Clause, scene: Scene): Cue | null {
  const word = clause.words.find(
    (one) =>
      (is(one, 'object') ||
        (is(one, 'dispute') && meant(clause, one, scene)) ||
        (is(one, 'slip') && (scene.pointed || hasTag(clause, 'verdict')))) &&
      !idle(clause, one),
  );
  if (word === undefined) return null;
  if (orders(clause, scene) && !is(word, 'object') && !FORMAL.test(word.word)) return null;
  return cueOf('object', clause, [word], is(word, 'object') ? 'object' : 'object.dispute');
}

const meant = (clause: Clause, word: Word, scene: Scene): boolean =>
  scene.pointed ||
  hasTag(clause, 'verdict', 'third', 'self') ||
  (introduced(clause, word.start) && closes(clause, word));

/** Asked about, or taken back by a negation. */
function idle(clause: Clause, word: Word): boolean {
  if (
    /^再/u.test(word.word) &&
    !is(word, 'object') &&
    !(hasTag(clause, 'upward', 'may', 'order') && /[请烦求望能你您]/u.test(clause.text))
  )
    return true;
  if (word.word === '复查' && hasTag(clause, 'medical')) return true;
  if (noObjection(clause, word)) return true;
  if (before(clause, word, 0, 'neg') !== undefined) return true;
  if (/对|啱|错$/u.test(word.word) && before(clause, word, 1, 'self') !== undefined && !is(word, 'object'))
    return true;
  if (!FORMAL.test(word.word)) return false;
  if (before(clause, word, 1, 'neg') !== undefined) return true;
  if (!asks(clause)) return false;
  return ENQUIRY.test(clause.text) || !hasTag(clause, 'may', 'upward');
}

/** 没有玩手机, 不是无人在岗; but not 保证不再迟到. */
function denies(clause: Clause): Cue | null {
  if (asks(clause)) return null;
  for (const word of clause.words) {
    if (!is(word, 'charge')) continue;
    const no = clause.words.find(
      (one) =>
        is(one, 'neg') &&
        !/^(?:不|别|莫|不会|不能|不敢|不要|不用)$/u.test(one.word) &&
        one.end <= word.start &&
        word.start - one.end <= 3,
    );
    if (no === undefined || before(clause, no, 12, 'future', 'soon', 'cond') !== undefined) continue;
    const link = clause.text.slice(no.start - clause.start, word.start - clause.start);
    if (!/再|许|准|得|敢|能|要|会/u.test(link)) return cueOf('object', clause, [no, word], 'object.denial');
  }
  return null;
}

const BLAME = /(?:不|并非|唔系|不系|非|不是|咋|哪)$/u;
const DISOWNS = /(?:不是|并非|非|唔系|不归|不属于|不系|不在|没有|唔关|不关|跟|与|和)[我俺咱]?$/u;

/** 不是我们单位的车, 不归我们管, 跟我们没关系. */
function notOurs(clause: Clause): Cue | null {
  if (asks(clause)) return null;
  const blame = clause.words.find(
    (one) => is(one, 'accept') && BLAME.test(clause.text.slice(0, one.start - clause.start)),
  );
  if (blame !== undefined) return cueOf('object', clause, [blame], 'object.not-ours');
  const word = clause.words.find(
    (one) => is(one, 'other') && DISOWNS.test(clause.text.slice(0, one.start - clause.start)),
  );
  if (word === undefined || (word.word.length < 3 && !/[的车人]$/u.test(word.word) && clause.text.length > 8))
    return null;
  const linked = /[跟与和][我俺咱]?$/u.test(clause.text.slice(0, word.start - clause.start));
  return linked && !/[没无][有得]?关|不相干|不沾边/u.test(clause.text)
    ? null
    : cueOf('object', clause, [word], 'object.not-ours');
}
