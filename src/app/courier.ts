/** The courier: the only one that talks to the chat. Takes what is due from the outbox and settles it. */
import { due, type Gone, isStale, leavesAt, OUTBOX, settle, type Waiting } from '../core/outbox.ts';
import type { Sent } from '../core/ports.ts';
import { type Found, isStoreTrouble, put } from '../core/store.ts';
import { after, type Failure } from './aftermath.ts';
import { act, deliver, isDeed } from './delivery.ts';
import { commitOutbox, file } from './filing.ts';
import { holdOf } from './holding.ts';
import type { House } from './house.ts';
import { type Pacing, pacing } from './pacing.ts';
import { isFetch } from './porter.ts';

export interface Courier {
  /** Sends everything that may leave now; resolves when it is settled. */
  readonly drain: () => Promise<void>;
  /** The next instant something may leave, if anything waits. */
  readonly nextAt: () => number | undefined;
  /** Messages caught in mid-sending by a crash: they may have arrived. */
  readonly recover: () => Promise<void>;
}

type Out = Found<Waiting>;

/** The courier's pace, and what became of messages while it could not be written down. */
interface Round extends Pacing {
  /** By message key; an attempt that is under way counts as `unknown`. */
  readonly attempts: Map<string, Sent>;
}

/** What waits to be said; what waits to be fetched is the porter's. */
const messagesOf = (house: House): readonly Out[] =>
  [...house.outgoing.rows.values()].filter((found) => !isFetch(found));

/** Marks messages as being sent before they are: after a crash nobody can tell whether they left. */
async function mark(house: House, ready: readonly Out[]): Promise<readonly Out[]> {
  const marked = ready.map(({ id, rev, data }) => ({
    id,
    rev: rev + 1,
    data: { ...data, state: 'sending' as const },
  }));
  const rows = marked.map(({ id, rev, data }) => put(OUTBOX, id, data, { rev: rev - 1 }));
  return (await commitOutbox(house, rows)) ? marked : [];
}

/** A message that will not be sent: filed with the reason, and whoever can do something about it is told. */
async function give(
  house: House,
  found: Out,
  state: Gone['state'],
  why: string,
  failure?: Failure['kind'],
): Promise<void> {
  if (!(await file(house, found, state, { why }))) return;
  house.doors.log.info('message not sent', { key: found.id, state, why });
  if (failure !== undefined) await after(house, { kind: failure, row: found.data, why });
}

async function putBack(house: House, found: Out, nextAt: number, counted = 0): Promise<void> {
  const back = { ...found.data, state: 'pending' as const, tries: found.data.tries + counted, nextAt };
  await commitOutbox(house, [put(OUTBOX, found.id, back, found)]);
}

/** Puts a message back for later. Offline tries are not counted: nothing is wrong with the message. */
const again = (house: House, found: Out, outcome: Sent, nextAt: number): Promise<void> =>
  putBack(house, found, nextAt, outcome.state === 'failed' && outcome.why !== 'offline' ? 1 : 0);

async function conclude(house: House, at: Pacing, found: Out, outcome: Sent): Promise<void> {
  const settled = settle(found.data, outcome, house.doors.clock.now(), at.rules().limits);
  if (settled.state === 'sent') {
    house.lastSaid.set(found.data.to, found.id);
    await file(house, found, 'sent', { message: settled.message });
  } else if (settled.state === 'unknown') await give(house, found, 'unknown', 'no answer', 'unknown');
  else if (settled.state === 'dead') await give(house, found, 'dead', settled.why, 'dead');
  else {
    await again(house, found, outcome, settled.nextAt);
    if (!settled.rest) return;
    at.restUntil(settled.nextAt);
    await after(house, { kind: 'throttled', row: found.data, why: '' });
  }
}

async function send(house: House, at: Round, found: Out): Promise<void> {
  const row = found.data;
  at.attempts.set(found.id, { state: 'unknown' });
  if (isDeed(row.body)) {
    await act(house, row.body);
    at.attempts.set(found.id, { state: 'sent', id: '' });
    await file(house, found, 'sent');
    return;
  }
  const outcome = await deliver(house, row);
  if (typeof outcome === 'string') {
    at.attempts.delete(found.id);
    return give(house, found, 'dead', outcome, outcome === 'missing' ? 'dead' : outcome);
  }
  at.attempts.set(found.id, outcome);
  at.left(row);
  await conclude(house, at, found, outcome);
}

/** Messages marked as being sent in an earlier round that the store did not let end: settled, or sent after all. */
async function catchUp(house: House, at: Round): Promise<void> {
  for (const found of messagesOf(house)) {
    if (found.data.state !== 'sending') continue;
    const outcome = at.attempts.get(found.id);
    if (outcome === undefined) await putBack(house, found, found.data.nextAt);
    else await conclude(house, at, found, outcome);
  }
  at.attempts.clear();
}

/** A bug in one message must not hold up the others of its line, nor stay unnoticed. A full disk is not one. */
async function sendOrGive(house: House, at: Round, found: Out): Promise<void> {
  try {
    await send(house, at, found);
  } catch (error) {
    if (isStoreTrouble(error)) throw error;
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    house.doors.log.error('message failed', { key: found.id, error: stack });
    await give(house, found, 'dead', 'internal', isDeed(found.data.body) ? undefined : 'dead');
  }
}

/** Messages to one address leave one after the other; different addresses do not wait for each other. */
async function sendAll(house: House, at: Round, ready: readonly Out[]): Promise<void> {
  const lines = new Map<string, Out[]>();
  for (const found of ready) {
    const line = lines.get(found.data.to);
    if (line === undefined) lines.set(found.data.to, [found]);
    else line.push(found);
  }
  const inOrder = async (line: readonly Out[]): Promise<void> => {
    for (const found of line) await sendOrGive(house, at, found);
  };
  // Every line ends before the round does, so that a message still marked afterwards is one that was left over.
  const ended = await Promise.allSettled([...lines.values()].map(inOrder));
  const failed = ended.find((line) => line.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}

/** What may leave now: stale messages are dropped, those to rooms on trial are held back for good. */
async function ready(house: House, at: Pacing): Promise<readonly Out[]> {
  const now = house.doors.clock.now();
  const waiting = messagesOf(house);
  for (const found of waiting)
    if (found.data.state === 'pending' && isStale(found.data, now))
      await give(house, found, 'stale', 'expired');
  const leaving: Out[] = [];
  let gone = false;
  for (const row of due(
    waiting.map(({ data }) => data),
    now,
    at.pace,
    at.rules(),
  )) {
    const found = house.outgoing.rows.get(row.key);
    if (found === undefined || found.data.state !== 'pending') continue;
    const held = await holdOf(house, row);
    if (held === undefined) leaving.push(found);
    else {
      await give(house, found, 'held', held.why, 'held');
      gone = true;
    }
  }
  // Only one unasked message is due at a time: when it was held back, the next one takes its turn.
  return leaving.length === 0 && gone ? ready(house, at) : leaving;
}

export function courier(house: House): Courier {
  const at: Round = { ...pacing(house), attempts: new Map() };
  let draining: Promise<void> | undefined;
  let wanted = false;
  const drain = async (): Promise<void> => {
    await catchUp(house, at);
    do {
      wanted = false;
      for (let leaving = await ready(house, at); leaving.length > 0; leaving = await ready(house, at))
        await sendAll(house, at, await mark(house, leaving));
    } while (wanted);
  };
  return {
    drain: () => {
      // A message queued while the last round ends must not wait for the next heartbeat.
      wanted = true;
      draining ??= drain().finally(() => {
        draining = undefined;
      });
      return draining;
    },
    nextAt: () => {
      const pending = messagesOf(house).filter(({ data }) => data.state === 'pending');
      const times = pending.map(({ data }) => leavesAt(data, at.pace, at.rules()));
      return times.length === 0 ? undefined : Math.min(...times);
    },
    recover: async () => {
      for (const found of messagesOf(house))
        if (found.data.state === 'sending') await give(house, found, 'unknown', 'restart', 'unknown');
    },
  };
}
