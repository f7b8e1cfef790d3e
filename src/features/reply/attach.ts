/** Gives every cue the codes it speaks of: 0412认，0413不认 → two acts. */

import { type CodeMention, matchCode } from '../../core/codes.ts';
import type { Sentence } from './clauses.ts';
import type { Cue } from './cue.ts';

/** Codes named together and the cues that speak of them; no codes: the message as a whole. */
export interface Group {
  readonly codes: readonly CodeMention[];
  readonly cues: readonly Cue[];
}

/** One group for a message that names nothing or one run of codes; else one for each run that got a cue. */
export function groupsOf(
  sentence: Sentence,
  cues: readonly Cue[],
  open: readonly string[],
): readonly Group[] {
  const runs = countingRuns(sentence, cues, open);
  const [first, ...more] = runs;
  if (first === undefined) return [{ codes: sentence.quotedCodes, cues }];
  if (more.length === 0) return [{ codes: first, cues }];
  const held = new Map<readonly CodeMention[], Cue[]>(runs.map((run) => [run, []]));
  for (const cue of cues) held.get(runFor(cue, runs))?.push(cue);
  return runs
    .map((codes) => ({ codes, cues: held.get(codes) ?? [] }))
    .filter((group) => group.cues.length > 0);
}

/** Runs in which a code counts, without the bare digits that are no open item's. */
function countingRuns(
  sentence: Sentence,
  cues: readonly Cue[],
  open: readonly string[],
): readonly (readonly CodeMention[])[] {
  return runsOf(sentence, sentence.codes)
    .filter((run) => run.some((code) => counts(code, cues, open)))
    .map((run) => run.filter((code) => counts(code, cues, open) || matchCode(code, open) !== null));
}

/** Bare digits count beside an action word, or when they are an open item's. */
function counts(code: CodeMention, cues: readonly Cue[], open: readonly string[]): boolean {
  if (code.form === 'sure') return true;
  const gap = Math.min(
    ...cues.map((cue) => Math.max(cue.start - code.span.end, code.span.start - cue.end, 0)),
  );
  const opened = matchCode(code, open) !== null;
  if (code.form === 'short') return opened && gap <= 1;
  return opened ? gap <= 40 : code.code.length === 4 && gap <= 3;
}

/** Runs of codes with nothing but light punctuation or 和 between them. */
function runsOf(sentence: Sentence, codes: readonly CodeMention[]): readonly (readonly CodeMention[])[] {
  const runs: CodeMention[][] = [];
  for (const code of codes) {
    const last = runs.at(-1);
    const end = last?.at(-1)?.span.end ?? 0;
    if (
      last !== undefined &&
      /^[\s、,，和及与跟同/&+;；]{0,3}$/u.test(sentence.text.slice(end, code.span.start))
    )
      last.push(code);
    else runs.push([code]);
  }
  return runs;
}

/** The last run before the cue; for a cue before all codes of its clause, the first after it in that clause. */
function runFor(cue: Cue, runs: readonly (readonly CodeMention[])[]): readonly CodeMention[] {
  const placed = runs.map((run) => ({ run, start: run[0]?.span.start ?? 0 }));
  const inside = placed.filter(({ start }) => start >= cue.clause.start && start < cue.clause.end);
  const beside = inside.findLast(({ start }) => start < cue.end) ?? inside[0];
  const earlier = placed.findLast(({ start }) => start < cue.start);
  return (beside ?? earlier ?? placed[0])?.run ?? [];
}
