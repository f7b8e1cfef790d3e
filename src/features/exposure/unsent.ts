/** Which rooms an exposure has not reached yet, and the rows that keep it from them. */
import type { World } from '../../core/context.ts';
import { SENT } from '../../core/outbox.ts';
import type { Row } from '../../core/store.ts';
import { takenBack } from '../../core/taken-back.ts';
import { addDays, DAY, type Day, dayOf } from '../../core/time.ts';
import { type Exposure, postKey } from './exposure.ts';

/** Nothing waits longer in the outbox; what was posted before has arrived wherever it was to go. */
const WAITS = 3 * DAY;

async function hasLeft(key: string, from: number, { store, now }: World): Promise<boolean> {
  for (let day: Day = dayOf(from); day <= dayOf(now); day = addDays(day, 1)) {
    const gone = (await store.get(SENT, `${day}/${key}`))?.data.state;
    if (gone === 'sent' || gone === 'unknown') return true;
  }
  return false;
}

/** What still waits is taken back; what somebody else took back has not left either. */
export async function unsent(
  { code, went, postedAt }: Exposure,
  world: World,
): Promise<{ readonly rooms: readonly string[]; readonly rows: readonly Row[] }> {
  if (postedAt === null || world.now - postedAt > WAITS) return { rooms: [], rows: [] };
  const left = await Promise.all(went.map((to) => hasLeft(postKey(code, to), postedAt, world)));
  const rooms = went.filter((_, n) => left[n] !== true);
  return {
    rooms,
    rows: await takenBack(
      world.store,
      rooms.map((to) => postKey(code, to)),
    ),
  };
}
