/** Takes a message out of the outbox and files what became of it; one commit each. */
import { type Gone, isUnasked, OUTBOX, SENT, type Waiting } from '../core/outbox.ts';
import { drop, type Found, put, type Row } from '../core/store.ts';
import { dayOf } from '../core/time.ts';
import { REQUESTS } from '../features/access/access.ts';
import type { House } from './house.ts';

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

/** Commits outbox rows; false when somebody else has settled the message meanwhile. */
export async function commitOutbox(house: House, rows: readonly Row[]): Promise<boolean> {
  if (rows.length === 0) return true;
  const done = (await house.doors.store.commit(rows)) === 'done';
  if (done) await house.note(rows);
  return done;
}

/** The request a sent message makes becomes the last one of its conversation. */
async function requestRows(house: House, row: Waiting, now: number): Promise<readonly Row[]> {
  if (row.request === undefined) return [];
  const asked = await house.doors.store.get(REQUESTS, row.to);
  return [put(REQUESTS, row.to, { code: row.request, at: now }, asked)];
}

/** A key may be used again on the same day; the later message then replaces the earlier one in the file. */
export async function file(
  house: House,
  found: Found<Waiting>,
  state: Gone['state'],
  more: Partial<Gone> = {},
): Promise<boolean> {
  const now = house.doors.clock.now();
  const id = `${dayOf(now)}/${found.id}`;
  const earlier = await house.doors.store.get(SENT, id);
  const gone = put(SENT, id, goneOf(found.data, state, now, more), earlier);
  const asked = state === 'sent' ? await requestRows(house, found.data, now) : [];
  return commitOutbox(house, [drop(OUTBOX, found), gone, ...asked]);
}
