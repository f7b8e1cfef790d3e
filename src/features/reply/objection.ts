/** Finds objections: words that dispute, denials, explanations of the day in question, and requests to look again. */

import { noObjection } from './accept.ts';
import { type Clause, hasTag } from './clauses.ts';
import { after, asks, before, type Cue, closes, conditional, cueOf, is, orders, type Scene } from './cue.ts';
import type { Word } from './lexicon.ts';
import { introduced } from './receipt.ts';

/** Words that ask about the procedure when they stand in a question: 异议怎么提. The others accuse even so: 是不是弄错了. */
const FORMAL = /异[议义意]|疑义|申[诉述辩辨]|复[核查议审合]|覆|核[实查]|更正|更证|订正|撤|说明|意见|看法/u;

/** At most one objection a clause; `previous` lends its 当天. */
export function objectionCues(clause: Clause, scene: Scene, previous: Clause | undefined): readonly Cue[] {
  if (!scene.finding || conditional(clause)) return [];
  const cue =
    disputes(clause, scene) ?? denies(clause) ?? notOurs(clause) ?? explains(clause, scene, previous);
  return cue === null ? [] : [cue];
}

function disputes(clause: Clause, scene: Scene): Cue | null {
  const word = clause.words.find(
    (one) => (is(one, 'object') || (is(one, 'dispute') && meant(clause, one, scene))) && !idle(clause, one),
  );
  if (word === undefined) return null;
  if (orders(clause, scene) && !FORMAL.test(word.word)) return null;
  return cueOf('object', clause, [word], is(word, 'object') ? 'object' : 'object.dispute');
}

const meant = (clause: Clause, word: Word, scene: Scene): boolean =>
  scene.pointed || hasTag(clause, 'verdict') || (introduced(clause, word.start) && closes(clause, word));

/** Asked about, or taken back by a negation. */
function idle(clause: Clause, word: Word): boolean {
  if (word.word === '复查' && hasTag(clause, 'medical')) return true;
  if (noObjection(clause, word)) return true;
  if (before(clause, word, 1, 'neg') !== undefined && FORMAL.test(word.word)) return true;
  return FORMAL.test(word.word) && asks(clause) && !hasTag(clause, 'may', 'upward');
}

/** 没有玩手机, 不是无人在岗; but not 保证不再迟到. */
function denies(clause: Clause): Cue | null {
  if (asks(clause)) return null;
  for (const word of clause.words) {
    if (!is(word, 'charge')) continue;
    const no = clause.words.find(
      (one) =>
        (is(one, 'neg') || /^(?:不是|并非)$/u.test(one.word)) &&
        one.end <= word.start &&
        word.start - one.end <= 3,
    );
    if (no === undefined || before(clause, no, 12, 'future', 'soon') !== undefined) continue;
    if (/再|许|准|得|敢|能|要/u.test(clause.text.slice(no.start - clause.start, word.start - clause.start)))
      continue;
    return cueOf('object', clause, [no, word], 'object.denial');
  }
  return null;
}

/** 不是我们单位的车, 不归我们管. */
function notOurs(clause: Clause): Cue | null {
  const word = clause.words.find(
    (one) =>
      is(one, 'other') &&
      /(?:不是|并非|非|唔系|不归|不属于|不系|不在|没有)[我俺咱]?$/u.test(
        clause.text.slice(0, one.start - clause.start),
      ),
  );
  return word === undefined || asks(clause) ? null : cueOf('object', clause, [word], 'object.not-ours');
}

/** 当天他下乡了, 其实在开会, 有派车单可查. */
function explains(clause: Clause, scene: Scene, previous: Clause | undefined): Cue | null {
  if (asks(clause)) return null;
  const excuse = clause.words.find((one) => is(one, 'excuse'));
  const proof = clause.words.find((one) => is(one, 'proof'));
  if (excuse !== undefined && dated(clause, scene, previous))
    return cueOf('object', clause, [excuse], 'object.explanation');
  if (proof !== undefined && (scene.pointed || proofStands(clause, proof))) {
    return shown(clause, proof) ? cueOf('object', clause, [proof], 'object.proof') : null;
  }
  return null;
}

function dated(clause: Clause, scene: Scene, previous: Clause | undefined): boolean {
  if (hasTag(clause, 'that_day') || hasTag(clause, 'truth')) return true;
  if (previous !== undefined && hasTag(previous, 'that_day') && !asks(previous)) return true;
  return (
    (scene.pointed && hasTag(clause, 'past_day', 'because')) ||
    (hasTag(clause, 'third') && hasTag(clause, 'because', 'past_day'))
  );
}

const proofStands = (clause: Clause, proof: Word): boolean =>
  /为证|作证|可查|可证|为凭|为据/u.test(clause.text) ||
  before(clause, proof, 1, 'that_day', 'truth') !== undefined;

const shown = (clause: Clause, proof: Word): boolean =>
  /[有附凭可提见]/u.test(clause.text) || after(clause, proof, 6, 'hand') !== undefined;
