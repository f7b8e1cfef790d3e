/** The part of the text worth keeping as the act's detail: the reason, what was done, what is promised. */

import { type Clause, HIDDEN } from './clauses.ts';
import type { Cue } from './cue.ts';
import { originalSpan } from './fold.ts';
import type { Heard } from './heard.ts';
import { neutral, OBEY } from './receipt.ts';

const DATED = /到|至|[月周]|前|后天|明天/u;
/** Who speaks is known: 我局将… keeps only what follows. */
const SPEAKER = /^[但并且]?(?:(?:我们|我局|我镇|我乡|我单位|本单位)[将会]?(?!的)|将)?(?=.{4})/u;

/** An exact substring of the message's text, or nothing when the words only name the act. */
export function detailOf(cues: readonly Cue[], heard: Heard): string | undefined {
  const { message, sentence, folded } = heard;
  const own = heard.several
    ? sentence.clauses.filter((clause) => cues.some((cue) => cue.clause === clause))
    : sentence.clauses;
  const telling = own.filter((clause) =>
    tells(
      clause,
      cues.filter((cue) => cue.clause === clause),
    ),
  );
  const first = telling[0];
  const last = telling.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const lead = telling.length === 1 ? (SPEAKER.exec(first.text)?.[0].length ?? 0) : 0;
  const span = originalSpan(folded, first.start + lead, last.end);
  const detail = message.text.slice(span.start, span.end).trim();
  return detail === '' ? undefined : detail;
}

/** The clause says more than the act's own words. */
function tells(clause: Clause, cues: readonly Cue[]): boolean {
  if (neutral(clause) || clause.text.trim().length <= 2) return false;
  return cues.every((cue) => speaks(clause, cue));
}

function speaks(clause: Clause, cue: Cue): boolean {
  if (/^(?:promise|delay\.short|object\.(?:expl|den|point|proof|no-))/u.test(cue.rule) || cue.rule === OBEY)
    return true;
  if (cue.kind === 'receipt' || cue.kind === 'weak') return false;
  if (cue.kind === 'delay') return DATED.test(clause.text.slice(cue.start - clause.start));
  if (cue.kind === 'object') return clause.stop !== ':' && visible(clause) > 5;
  return visible(clause) > (cue.kind === 'done' ? 6 : 5);
}

/** Signs of the clause beside hidden codes. */
const visible = (clause: Clause): number => [...clause.text.trim()].filter((sign) => sign !== HIDDEN).length;
