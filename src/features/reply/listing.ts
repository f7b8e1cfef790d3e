/** Finds a rectification told as a list: 整改情况：1.约谈；2.书面检查. */

import { type Clause, hasTag } from './clauses.ts';
import { asks, type Cue, closes, cueOf, is } from './cue.ts';

const HEADER = /^(?:整改(?:落实)?(?:情况|结果)|处理(?:情况|结果)|落实情况)/u;

const FILE_NAME = /^[^\n,。;]{2,60}\.(?:pdf|docx?|xlsx?|pptx?|jpe?g|png|wps|ofd|zip|rar)$/u;

/** 整改报告（盖章）.pdf: a message that is the name of a result's file. */
export function fileCues(text: string, clauses: readonly Clause[]): readonly Cue[] {
  if (!FILE_NAME.test(text.trim())) return [];
  for (const clause of clauses) {
    const word = clause.words.find((one) => is(one, 'result'));
    if (word !== undefined) return [cueOf('done', clause, [word], 'done.file')];
  }
  return [];
}

/** The header, when what follows it is told as done: no question, no future. */
export function listingCues(clauses: readonly Clause[]): readonly Cue[] {
  for (const [index, clause] of clauses.entries()) {
    const word = clause.words.find((one) => is(one, 'result') && HEADER.test(one.word));
    if (word === undefined || asks(clause)) continue;
    const items = clauses.slice(index + 1).filter((item) => hasTag(item, 'fix', 'result'));
    const inline = /[:：]/u.test(clause.text.slice(word.end - clause.start)) && hasTag(clause, 'fix');
    if ((closes(clause, word) && items.length > 0 && !items.some(open)) || (inline && !open(clause))) {
      return [cueOf('done', clause, [word], 'done.listing')];
    }
  }
  return [];
}

const open = (clause: Clause): boolean =>
  asks(clause) || hasTag(clause, 'future', 'delay', 'short', 'neg', 'hold', 'order');
