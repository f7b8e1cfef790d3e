/** The outbox: what waits to be said, what may leave now, and what became of it. Pure. */
import type { Draft } from './change.ts';
import type { Sent } from './ports.ts';
import type { SendLimits } from './settings.ts';
import { table } from './store.ts';

/** `unknown`: it may have arrived; it is never repeated blindly. `stale`: its time had passed. `held`: trial or mute. */
export type OutState = 'pending' | 'sending' | 'sent' | 'unknown' | 'dead' | 'stale' | 'held';

export interface Waiting extends Draft {
  readonly state: 'pending' | 'sending';
  readonly queuedAt: number;
  readonly nextAt: number;
  readonly tries: number;
}
/** Messages that have not left yet; the id is the draft's key. */
export const OUTBOX = table<Waiting>('outbox');

/** What became of a message. */
export interface Gone {
  readonly key: string;
  readonly to: string;
  readonly state: Exclude<OutState, 'pending' | 'sending'>;
  readonly at: number;
  readonly queuedAt: number;
  /** The gateway's message id, when sent. */
  readonly message?: string;
  readonly why?: string;
  readonly unasked: boolean;
  readonly request?: string;
}
/** Ids: `<day>/<key>`. */
export const SENT = table<Gone>('sent', 'daily', (gone) => ({ to: gone.to }));

export const isUnasked = (draft: Draft): boolean => draft.priority !== 'answer';
const RANK = { answer: 0, urgent: 1, notice: 2, report: 3 } as const;

/** What the account has done lately: needed to pace the next message. */
export interface Pace {
  /** When the account, and each address, last sent something unasked. */
  readonly account: number;
  readonly rooms: ReadonlyMap<string, number>;
  /** The account rests until then after being throttled. */
  readonly restUntil: number;
}

export interface Rules {
  readonly limits: SendLimits;
  /** The first instant from `at` on at which people may be disturbed. */
  readonly disturbable: (at: number) => number;
}

/** The earliest instant a message may leave. Answers wait only for a resting account. */
export function leavesAt(row: Waiting, pace: Pace, rules: Rules): number {
  const earliest = Math.max(row.nextAt, row.notBefore ?? 0, pace.restUntil);
  if (!isUnasked(row)) return earliest;
  const { gap, roomGap } = rules.limits;
  const paced = Math.max(earliest, pace.account + gap, (pace.rooms.get(row.to) ?? 0) + roomGap);
  return row.priority === 'urgent' ? paced : rules.disturbable(paced);
}

/** The message to send now, if any: answers first, then by urgency and age. */
export function due(rows: readonly Waiting[], now: number, pace: Pace, rules: Rules): readonly Waiting[] {
  const ready = rows.filter((row) => row.state === 'pending' && leavesAt(row, pace, rules) <= now);
  const answers = ready.filter((row) => !isUnasked(row));
  const [first] = ready
    .filter(isUnasked)
    .sort((a, b) => RANK[a.priority] - RANK[b.priority] || a.queuedAt - b.queuedAt);
  return first === undefined ? answers : [...answers, first];
}

export const isStale = (row: Waiting, now: number): boolean =>
  row.expiresAt !== undefined && row.expiresAt < now;

export type Settled =
  | { readonly state: 'sent'; readonly message: string }
  | { readonly state: 'unknown' }
  | { readonly state: 'dead'; readonly why: string }
  | { readonly state: 'again'; readonly nextAt: number; readonly rest: boolean };

/** What an attempt's outcome means for a message. A throttled account rests; a refused message is not repeated for ever. */
export function settle(row: Waiting, outcome: Sent, now: number, limits: SendLimits): Settled {
  if (outcome.state === 'sent') return { state: 'sent', message: outcome.id };
  if (outcome.state === 'unknown') return { state: 'unknown' };
  const throttled = outcome.why === 'throttled';
  // Nothing is wrong with the message while the line is down: offline attempts are not counted.
  if (outcome.why === 'refused' && row.tries + 1 >= limits.tries) return { state: 'dead', why: outcome.why };
  const wait = throttled ? limits.rest : limits.backoff * 2 ** Math.min(row.tries, 6);
  return { state: 'again', nextAt: now + wait, rest: throttled };
}
