/** Reads a reply: what it does to which open item, from the text and what is open. Pure and linear in the text's length. */

import { acceptCues } from './accept.ts';
import { actsOf } from './acts.ts';
import { groupsOf } from './attach.ts';
import { type Clause, hasTag, type Sentence, sentenceOf } from './clauses.ts';
import { type Cue, orders, type Scene } from './cue.ts';
import { delayCues } from './delay.ts';
import { fold } from './fold.ts';
import { mayReply } from './gate.ts';
import { lexiconWith } from './lexicon.ts';
import { fileCues, listingCues } from './listing.ts';
import { objectionCues } from './objection.ts';
import { calls, OBEY, receiptCues } from './receipt.ts';
import { remedyCues } from './remedy.ts';
import type { ReplyAct, ReplyKnowledge, ReplyMessage, ReplyReading } from './reply.ts';
import { sceneOf } from './scene.ts';
import { standing } from './standing.ts';

/** 请再给…, 请多宽…: asks upward. */
const BEGS = /^[我俺咱]?们?[恳敬还]?请[再多给允准宽缓容]/u;
const NOTHING: ReplyReading = { acts: [], confidence: 1, bare: false };
/** What a text does it says in its first signs; the rest of a pasted document is not read. */
const READ = 2000;
/** A text that names more codes is a list, not a reply. */
const MANY = 30;
/** The office's own messages are never replies. */
const OFFICE = new Set(['admin', 'director', 'supervisor']);

/** The acts of one message on what is open; empty for talk. */
export function readReply(message: ReplyMessage, know: ReplyKnowledge): ReplyReading {
  if (message.openNotices.length + message.openFindings.length === 0 || OFFICE.has(message.role))
    return NOTHING;
  const lexicon = lexiconWith(know.words);
  const folded = fold(message.text.slice(0, READ), know.simplify);
  if (
    message.quoted === null &&
    !mayReply(folded.text, message.openFindings.length > 0 || /[fｆ]/u.test(folded.text), lexicon)
  )
    return NOTHING;
  const sentence = sentenceOf(folded.text, lexicon);
  if (sentence.codes.length > MANY) return NOTHING;
  const scene = sceneOf(message, sentence);
  const cues = standing(sentence, cuesOf(sentence, scene), scene);
  if (cues.length === 0) return NOTHING;
  const open = [...message.openNotices, ...message.openFindings];
  const groups = groupsOf(sentence, cues, open);
  const acts = groups.flatMap((group) =>
    actsOf(group, { message, sentence, folded, several: groups.length > 1 }),
  );
  return { acts, confidence: confidenceOf(acts), bare: isBare(message, sentence, cues) };
}

/** How the message as a whole is put. */
interface Manner {
  readonly begs: boolean;
  readonly pressed: boolean;
}

function cuesOf(sentence: Sentence, scene: Scene): readonly Cue[] {
  const manner: Manner = {
    begs: sentence.clauses.some((clause) => hasTag(clause, 'may') || BEGS.test(clause.text)),
    pressed: sentence.clauses.some((clause) => hasTag(clause, 'short')),
  };
  const cues: Cue[] = [];
  let ordered = false;
  for (const [index, clause] of sentence.clauses.entries()) {
    if (orders(clause, scene) || calls(clause)) ordered = true;
    else if (hasTag(clause, 'self', 'received', 'read')) ordered = false;
    const found = clauseCues(clause, scene, sentence.clauses[index - 1], manner);
    cues.push(
      ...found.filter(
        (cue) => !(ordered && (cue.kind === 'promise' || cue.kind === 'accept' || cue.rule === OBEY)),
      ),
    );
  }
  return scene.finding
    ? [...cues, ...listingCues(sentence.clauses), ...fileCues(sentence.text, sentence.clauses)]
    : cues;
}

function clauseCues(
  clause: Clause,
  scene: Scene,
  previous: Clause | undefined,
  manner: Manner,
): readonly Cue[] {
  if (clause.words.length === 0) return [];
  const remedy = remedyCues(clause, scene);
  const done = remedy.some((cue) => cue.kind === 'done');
  const objection = done && !hasTag(clause, 'object') ? [] : objectionCues(clause, scene, previous);
  return [
    ...receiptCues(clause, scene),
    ...acceptCues(clause, scene),
    ...remedy,
    ...objection,
    ...delayCues(clause, scene, manner.begs, manner.pressed),
  ];
}

/** Rules that read between the lines; every other rule stands on words that mean nothing else. */
const GUESSED: Readonly<Record<string, number>> = {
  'object.explanation': 0.8,
  'object.pointing': 0.7,
  'object.no-such': 0.8,
  'done.unknown-verb': 0.7,
  'done.loosely': 0.8,
  'promise.at-once': 0.65,
  'accept.sorry': 0.7,
  'delay.late': 0.65,
};

/** As sure as its least sure act. */
const confidenceOf = (acts: readonly ReplyAct[]): number =>
  Math.min(...acts.map((act) => GUESSED[act.rule] ?? 0.95));

const isBare = (message: ReplyMessage, sentence: Sentence, cues: readonly Cue[]): boolean =>
  message.quoted === null &&
  sentence.codes.length + sentence.quotedCodes.length === 0 &&
  cues.every((cue) => cue.kind === 'weak' || cue.kind === 'receipt') &&
  !sentence.clauses.some((clause) => hasTag(clause, 'finding', 'notice'));
