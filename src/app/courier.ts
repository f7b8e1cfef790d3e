/** The courier: the only one that talks to the chat. Takes what is due from the outbox and settles it. */
import type { Draft } from '../core/change.ts';
import {
  due,
  type Gone,
  isStale,
  isUnasked,
  leavesAt,
  OUTBOX,
  type Pace,
  type Rules,
  SENT,
  settle,
  type Waiting,
} from '../core/outbox.ts';
import type { Sent } from '../core/ports.ts';
import { drop, type Found, put, type Row } from '../core/store.ts';
import { dayOf } from '../core/time.ts';
import { REQUESTS } from '../features/access/access.ts';
import { after, type Failure } from './aftermath.ts';
import { act, deliver, isDeed } from './delivery.ts';
import { type Held, holdOf } from './holding.ts';
import type { House } from './house.ts';
import { disturbable } from './quiet.ts';

export interface Courier {
  /** Sends everything that may leave now; resolves when it is settled. */
  readonly drain: () => Promise<void>;
  /** The next instant something may leave, if anything waits. */
  readonly nextAt: () => Promise<number | undefined>;
  /** Messages caught in mid-sending by a crash: they may have arrived. */
  readonly recover: () => Promise<void>;
}

interface MutablePace extends Pace {
  account: number;
  rooms: Map<string, number>;
  restUntil: number;
}

const goneOf = (row: Waiting, state: Gone['state'], now: number, more: Partial<Gone>): Gone => ({
  key: row.key,
  to: row.to,
  state,
  at: now,
  queuedAt: row.queuedAt,
  unasked: isUnasked(row),
  ...(row.request === undefined ? {} : { request: row.request }),
  ...more,
});

/** Rows that take a message out of the outbox and file what became of it. */
async function filed(
  house: House,
  found: Found<Waiting>,
  state: Gone['state'],
  more: Partial<Gone> = {},
): Promise<readonly Row[]> {
  const now = house.doors.clock.now();
  const gone = put(SENT, `${dayOf(now)}/${found.id}`, goneOf(found.data, state, now, more));
  const { request } = found.data;
  if (state !== 'sent' || request === undefined) return [drop(OUTBOX, found), gone];
  const asked = await house.doors.store.get(REQUESTS, found.data.to);
  return [drop(OUTBOX, found), gone, put(REQUESTS, found.data.to, { code: request, at: now }, asked)];
}

export function courier(house: House): Courier {
  const { store, clock, log, random } = house.doors;
  const pace: MutablePace = { account: 0, rooms: new Map(), restUntil: 0 };
  const rules = (): Rules => ({ limits: house.know().settings.limits.send, disturbable: disturbable(house) });
  const rows = (): readonly Found<Waiting>[] => [...house.outgoing.rows.values()];

  const commit = async (changes: readonly Row[]): Promise<boolean> => {
    const done = (await store.commit(changes)) === 'done';
    if (done) house.outgoing.note(changes);
    return done;
  };

  /** Marks messages as being sent before they are: after a crash nobody can tell whether they left. */
  const mark = async (ready: readonly Found<Waiting>[]): Promise<readonly Found<Waiting>[]> => {
    const marked = ready.map(({ id, rev, data }) => ({
      id,
      rev: rev + 1,
      data: { ...data, state: 'sending' as const },
    }));
    const done = await commit(marked.map(({ id, rev, data }) => put(OUTBOX, id, data, { rev: rev - 1 })));
    return done ? marked : [];
  };

  const paced = (row: Waiting): void => {
    if (!isUnasked(row)) return;
    const { jitter } = rules().limits;
    pace.account = clock.now() + Math.floor(random() * jitter);
    pace.rooms.set(row.to, clock.now());
  };

  const conclude = async (found: Found<Waiting>, outcome: Sent): Promise<void> => {
    const now = clock.now();
    const settled = settle(found.data, outcome, now, rules().limits);
    if (settled.state === 'again') {
      if (settled.rest) pace.restUntil = settled.nextAt;
      const again = {
        ...found.data,
        state: 'pending' as const,
        tries: found.data.tries + (outcome.state === 'failed' && outcome.why === 'offline' ? 0 : 1),
        nextAt: settled.nextAt,
      };
      await commit([put(OUTBOX, found.id, again, found)]);
      if (settled.rest) await after(house, { kind: 'throttled', row: found.data, why: '' });
      return;
    }
    const more =
      settled.state === 'sent'
        ? { message: settled.message }
        : settled.state === 'dead'
          ? { why: settled.why }
          : {};
    await commit(await filed(house, found, settled.state, more));
    if (settled.state === 'sent') house.lastSaid.set(found.data.to, found.id);
    else
      await after(house, {
        kind: settled.state,
        row: found.data,
        why: settled.state === 'dead' ? settled.why : '',
      });
  };

  const give = async (
    found: Found<Waiting>,
    state: Gone['state'],
    why: string,
    failure?: Failure,
  ): Promise<void> => {
    if (await commit(await filed(house, found, state, { why })))
      log.info('message not sent', { key: found.id, state, why });
    if (failure !== undefined) await after(house, failure);
  };

  const send = async (found: Found<Waiting>): Promise<void> => {
    const row = found.data;
    if (isDeed(row.body)) {
      await act(house, row.body);
      return void (await commit(await filed(house, found, 'sent')));
    }
    const outcome = await deliver(house, row);
    if (outcome === 'unreachable')
      return give(found, 'dead', 'unreachable', { kind: 'unreachable', row, why: '' });
    paced(row);
    await conclude(found, outcome);
  };

  /** Messages to one address leave one after the other; different addresses do not wait for each other. */
  const sendAll = async (ready: readonly Found<Waiting>[]): Promise<void> => {
    const lines = new Map<string, Found<Waiting>[]>();
    for (const found of ready) lines.set(found.data.to, [...(lines.get(found.data.to) ?? []), found]);
    await Promise.all(
      [...lines.values()].map(async (line) => {
        for (const found of line) await send(found);
      }),
    );
  };

  const sweep = async (): Promise<boolean> => {
    const now = clock.now();
    for (const found of rows())
      if (found.data.state === 'pending' && isStale(found.data, now)) await give(found, 'stale', 'expired');
    const ready = due(
      rows().map((found) => found.data),
      now,
      pace,
      rules(),
    );
    const keep: Found<Waiting>[] = [];
    for (const row of ready) {
      const found = house.outgoing.rows.get(row.key);
      if (found === undefined) continue;
      const held: Held | undefined = await holdOf(house, row as Draft & Waiting);
      if (held === undefined) keep.push(found);
      else await give(found, 'held', held.why, { kind: 'held', row, why: held.why });
    }
    await sendAll(await mark(keep));
    return ready.length > 0;
  };

  let draining: Promise<void> | undefined;
  const drain = async (): Promise<void> => {
    while (await sweep());
  };
  return {
    drain: () => {
      draining ??= drain().finally(() => {
        draining = undefined;
      });
      return draining;
    },
    nextAt: async () => {
      const times = rows()
        .filter(({ data }) => data.state === 'pending')
        .map(({ data }) => leavesAt(data, pace, rules()));
      return times.length === 0 ? undefined : Math.min(...times);
    },
    recover: async () => {
      for (const found of rows()) {
        if (found.data.state !== 'sending') continue;
        await commit(await filed(house, found, 'unknown', { why: 'restart' }));
        await after(house, { kind: 'unknown', row: found.data, why: 'restart' });
      }
    },
  };
}
