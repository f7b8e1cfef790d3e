/** The outbox: answers first, unasked messages paced and held, outcomes that may have arrived never repeated. */
import { describe, expect, it } from 'vitest';
import {
  due,
  isStale,
  leavesAt,
  type Pace,
  type Rules,
  settle,
  type Waiting,
} from '../../src/core/outbox.ts';

const limits = {
  gap: 5_000,
  jitter: 0,
  roomGap: 3_000,
  tries: 3,
  backoff: 1_000,
  rest: 60_000,
  friendsPerHour: 20,
};
const rules: Rules = { limits, disturbable: (at) => at };
const pace = (more: Partial<Pace> = {}): Pace => ({ account: 0, rooms: new Map(), restUntil: 0, ...more });
const row = (key: string, more: Partial<Waiting> = {}): Waiting => ({
  ...{
    to: 'unit:jyj',
    key,
    priority: 'notice',
    body: { text: key },
    state: 'pending',
    queuedAt: 0,
    nextAt: 0,
    tries: 0,
  },
  ...more,
});

describe('what leaves now', () => {
  it('is every answer and one unasked message', () => {
    const rows = [
      row('a'),
      row('b', { priority: 'answer' }),
      row('c', { priority: 'urgent' }),
      row('d', { priority: 'answer' }),
    ];
    expect(due(rows, 100_000, pace(), rules).map(({ key }) => key)).toEqual(['b', 'd', 'c']);
  });

  it('keeps the gaps of the account and of the room, for unasked messages only', () => {
    const busy = pace({ account: 98_000, rooms: new Map([['unit:jyj', 99_000]]) });
    expect(leavesAt(row('a'), busy, rules)).toBe(103_000);
    expect(leavesAt(row('a', { priority: 'answer' }), busy, rules)).toBe(0);
  });

  it('waits for quiet hours to end, unless it is urgent', () => {
    const quiet: Rules = { limits, disturbable: () => 500_000 };
    expect(leavesAt(row('a'), pace(), quiet)).toBe(500_000);
    expect(leavesAt(row('a', { priority: 'urgent' }), pace(), quiet)).toBe(5_000);
  });

  it('waits while the account rests, answers too', () => {
    expect(leavesAt(row('a', { priority: 'answer' }), pace({ restUntil: 9_000 }), rules)).toBe(9_000);
  });

  it('is not what its time has passed for', () => {
    expect(isStale(row('a', { expiresAt: 10 }), 11)).toBe(true);
    expect(isStale(row('a', { expiresAt: 10 }), 10)).toBe(false);
  });
});

describe('an outcome', () => {
  it('that is unknown is never tried again', () => {
    expect(settle(row('a'), { state: 'unknown' }, 0, limits).state).toBe('unknown');
  });

  it('offline waits longer each time and is never given up', () => {
    const offline = { state: 'failed', why: 'offline' } as const;
    expect(settle(row('a', { tries: 0 }), offline, 0, limits)).toEqual({
      state: 'again',
      nextAt: 1_000,
      rest: false,
    });
    expect(settle(row('a', { tries: 50 }), offline, 0, limits).state).toBe('again');
  });

  it('refused is given up after the last try; throttled lets the account rest', () => {
    expect(settle(row('a', { tries: 2 }), { state: 'failed', why: 'refused' }, 0, limits).state).toBe('dead');
    expect(settle(row('a'), { state: 'failed', why: 'throttled' }, 0, limits)).toEqual({
      state: 'again',
      nextAt: 60_000,
      rest: true,
    });
  });
});
