/** From the cues of one group of codes to acts on items: which intent wins and which item it means. */

import { letterOf, matchCode } from '../../core/codes.ts';
import type { Group } from './attach.ts';
import { type Clause, hasTag } from './clauses.ts';
import type { Cue } from './cue.ts';
import { dayCounts } from './days.ts';
import { LATE } from './delay.ts';
import { detailOf } from './detail.ts';
import { originalSpan } from './fold.ts';
import type { Heard } from './heard.ts';
import type { ReplyAct, ReplyActIntent } from './reply.ts';

/** One act for each code of the group; without codes one act on what is quoted, on the only open item, or on nothing certain. */
export function actsOf(group: Group, heard: Heard): readonly ReplyAct[] {
  const { message } = heard;
  const open = [...message.openNotices, ...message.openFindings];
  const targets = group.codes.map((code) => ({ target: matchCode(code, open), letter: code.letter }));
  if (targets.length === 0) return [actOn(group.cues, heard, undefined)].filter((act) => act !== null);
  return targets
    .map(({ target, letter }) =>
      actOn(group.cues, heard, { target, letter: target === null ? letter : letterOf(target) }),
    )
    .filter((act) => act !== null);
}

interface Named {
  readonly target: string | null;
  readonly letter: string | null;
}

function actOn(cues: readonly Cue[], heard: Heard, named: Named | undefined): ReplyAct | null {
  const winner = winnerOf(cues);
  if (winner === undefined) return null;
  const intent = intentOf(winner, cues, heard, named);
  if (intent === null) return null;
  const { target, all } =
    named === undefined ? aimed(intent, heard, winner) : { target: fitting(intent, named), all: false };
  const days = intent === 'request_extension' ? daysFor(winner, heard.sentence.clauses) : undefined;
  const detail = detailOf(cues, heard);
  return {
    intent,
    target,
    all,
    ...(detail === undefined ? {} : { detail }),
    ...(days === undefined ? {} : { days }),
    span: originalSpan(heard.folded, winner.start, winner.end),
    rule: winner.rule,
  };
}

const ORDER: readonly Cue['kind'][] = [
  'object',
  'delay',
  'done',
  'accept',
  'receipt',
  'promise',
  'pass',
  'weak',
];

/** Explanations without a word of dispute: beside a request for time they are its reason. */
const MILD = new Set(['object.explanation', 'object.pointing', 'object.no-such']);

/** Appeal over extension over rectification over receipt. 已整改，请复查 asks for closing, it does not dispute. */
function winnerOf(cues: readonly Cue[]): Cue | undefined {
  const done = cues.find((cue) => cue.kind === 'done');
  const objects = cues.filter((cue) => cue.kind === 'object');
  if (
    done !== undefined &&
    objects.length > 0 &&
    objects.every(
      (cue) => cue.clause !== done.clause && cue.start > done.start && /复[查核]/u.test(cue.clause.text),
    )
  )
    return done;
  if (cues.some((cue) => cue.kind === 'delay') && objects.every((cue) => MILD.has(cue.rule)))
    return cues.find((cue) => cue.kind === 'delay');
  for (const kind of ORDER) {
    const cue =
      cues.find((one) => one.kind === kind && one.rule !== LATE) ?? cues.find((one) => one.kind === kind);
    if (cue !== undefined) return cue;
  }
  return undefined;
}

function intentOf(
  winner: Cue,
  cues: readonly Cue[],
  heard: Heard,
  named: Named | undefined,
): ReplyActIntent | null {
  if (winner.kind === 'object') return 'appeal';
  if (winner.kind === 'delay') return 'request_extension';
  if (winner.kind === 'done') return 'rectify';
  const letter = named?.letter ?? (heard.message.quoted === null ? null : letterOf(heard.message.quoted));
  if (letter === 'F') return 'ack_finding';
  if (letter === 'N') return 'ack_notice';
  return ackKind(heard, cues);
}

/** Finding words outrank notice words; a bare word never signs a finding while a notice is open. */
function ackKind({ message, sentence }: Heard, cues: readonly Cue[]): ReplyActIntent {
  if (message.openFindings.length === 0) return 'ack_notice';
  if (message.openNotices.length === 0) return 'ack_finding';
  const about = (tag: 'finding' | 'accept'): boolean =>
    sentence.clauses.some((clause) => hasTag(clause, tag));
  const mends = cues.some((cue) => cue.kind === 'promise' && cue.clause.text.includes('改'));
  return about('finding') || about('accept') || mends ? 'ack_finding' : 'ack_notice';
}

const ALL = /都|均|两[条件个份]|[三四五几][条件]|全部|所有|各条|一并/u;

function aimed(
  intent: ReplyActIntent,
  heard: Heard,
  winner: Cue,
): { readonly target: string | null; readonly all: boolean } {
  const { message, sentence } = heard;
  const letter = intent === 'ack_notice' ? 'N' : 'F';
  const kind = letter === 'N' ? message.openNotices : message.openFindings;
  const all = kind.length > 1 && ALL.test(sentence.text);
  const { quoted } = message;
  if (quoted !== null)
    return {
      target: letterOf(quoted) === letter || intent === 'request_extension' ? quoted : null,
      all: false,
    };
  if (
    intent === 'ack_notice' &&
    message.openFindings.length > 0 &&
    !aboutNotice(sentence.clauses) &&
    winner.kind !== 'pass'
  )
    return { target: null, all };
  return { target: kind.length === 1 ? (kind[0] ?? null) : null, all };
}

const aboutNotice = (clauses: readonly Clause[]): boolean =>
  clauses.some((clause) => hasTag(clause, 'notice'));

/** Rectification, objection and delay need a finding; only a delay may be of a named notice. */
function fitting(intent: ReplyActIntent, named: Named): string | null {
  const needsFinding = intent === 'rectify' || intent === 'appeal';
  return needsFinding && named.letter === 'N' ? null : named.target;
}

/** The count nearest after the deciding words, else nearest before in the clause, else in the next clauses. */
function daysFor(winner: Cue, clauses: readonly Clause[]): number | undefined {
  const counts = clauses.flatMap((clause) =>
    dayCounts(clause.text).map((count) => ({ clause, days: count.days, start: clause.start + count.start })),
  );
  const here = counts.filter((count) => count.clause === winner.clause);
  const near = here.find((count) => count.start >= winner.start) ?? here.at(-1);
  return (near ?? counts.find((count) => count.start > winner.start) ?? counts.at(-1))?.days;
}
