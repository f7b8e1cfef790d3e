/** What every stage of the reader knows of a message. */
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Roster20 } from './members.ts';
import type { Reasons } from './reason.ts';
import type { Today } from './word-times.ts';
export interface Reader {
  readonly roster: Roster20;
  /** Position of the sender in the roster; -1 when he is not on it. */
  readonly sender: number;
  readonly lexicon: Lexicon;
  readonly when: Today;
  /** The message as written, and as compared; of one length. */
  readonly raw: string;
  readonly text: string;
  readonly late: boolean;
  /** Which reasons are read; none unless asked for. */
  readonly reasons: Reasons | undefined;
  readonly operation: 'report' | 'correct' | 'cancel';
}
