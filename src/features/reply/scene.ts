/** What the whole message says about its subject before any clause is judged. */

import { letterOf, matchCode } from '../../core/codes.ts';
import { hasTag, type Sentence } from './clauses.ts';
import type { Scene } from './cue.ts';
import type { ReplyMessage } from './reply.ts';

/** The scene of a message. */
export function sceneOf(message: ReplyMessage, sentence: Sentence): Scene {
  const findingNamed = names(sentence, 'F', message.openFindings) || message.quoted?.startsWith('F') === true;
  const noticeNamed = names(sentence, 'N', message.openNotices) || message.quoted?.startsWith('N') === true;
  return {
    finding: message.openFindings.length > 0 || findingNamed,
    pointed:
      findingNamed ||
      (message.openFindings.length > 0 &&
        sentence.clauses.some((clause) => hasTag(clause, 'finding', 'result'))),
    noticed: noticeNamed,
    addressed: sentence.addressed,
  };
}

const names = (sentence: Sentence, letter: 'N' | 'F', open: readonly string[]): boolean =>
  [...sentence.codes, ...sentence.quotedCodes].some(
    (code) => code.letter === letter || (letterOf(code.code) === null && matchCode(code, open) !== null),
  );
