/** A receipt: whether what somebody said is one, and what it changes. Pure. */
import type { Know } from '../../core/context.ts';
import { workMinutesBetween } from '../../core/hours.ts';
import { after } from '../../core/lifecycle.ts';
import type { Person } from '../../core/roster.ts';
import { MINUTE } from '../../core/time.ts';
import { type Capacity, type Notice, RECEIPT, type Receipt } from './notice.ts';

/** How long a receipt can be taken back. */
const UNDO = 10 * MINUTE;

/** What a word of receipt amounts to. */
export type Signing =
  | { readonly kind: 'signed' | 'hint'; readonly receipt: Receipt }
  | { readonly kind: 'already'; readonly receipt: Receipt }
  | { readonly kind: 'withdrawn' | 'over' | 'old-edition' | 'not-entitled' | 'silence' };

export interface Word {
  readonly notice: Notice;
  /** The unit's receipt of the present edition. */
  readonly receipt: Receipt;
  readonly person: Person | undefined;
  readonly capacity: Capacity | undefined;
  /** When it was said; a late delivery counts at its own time. */
  readonly at: number;
  /** It quotes a message of an edition before this one. */
  readonly quotesOld: boolean;
}

type Clock = Pick<Know, 'hours' | 'calendar'>;
const SILENCE: Signing = { kind: 'silence' };

/** Somebody who may not sign said it: once an edition, and only if nobody has signed in time, the room is told who may. */
function bystander(
  { notice, receipt, at }: Word,
  kind: Parameters<typeof workMinutesBetween>[3],
  { hours, calendar }: Clock,
): Signing {
  if (receipt.state !== 'asked' || receipt.hintedAt !== null || notice.issuedAt === null) return SILENCE;
  const waited = workMinutesBetween(notice.issuedAt, at, hours, kind, calendar);
  return waited >= hours.hintAfter
    ? { kind: 'hint', receipt: { ...receipt, hintedAt: at } }
    : { kind: 'not-entitled' };
}

/** Judges a word; `kind` is the unit's, for its working hours. */
export function sign(word: Word, kind: Parameters<typeof workMinutesBetween>[3], clock: Clock): Signing {
  const { notice, receipt, person, capacity, at } = word;
  if (capacity === undefined || person === undefined)
    return notice.state === 'issued' ? bystander(word, kind, clock) : SILENCE;
  if (notice.state === 'withdrawn') return { kind: 'withdrawn' };
  if (receipt.state === 'signed') return { kind: 'already', receipt };
  const state = after(RECEIPT, receipt.state, 'sign');
  if (notice.state !== 'issued' || state === undefined) return { kind: 'over' };
  // Said before this edition was sent: it was about another one.
  if (at < (notice.issuedAt ?? 0)) return SILENCE;
  if (word.quotesOld) return { kind: 'old-edition' };
  return { kind: 'signed', receipt: { ...receipt, state, by: person.id, proxy: capacity === 'proxy', at } };
}

/** Takes a receipt back; `late` when its ten minutes are over. */
export function undo(receipt: Receipt, at: number): Receipt | 'late' {
  const state = after(RECEIPT, receipt.state, 'undo');
  if (state === undefined || receipt.at === null || at - receipt.at > UNDO) return 'late';
  return { ...receipt, state, by: null, proxy: false, at: null };
}
