/** The daily digest, some minutes before the end of work: to the leaders, the office, and units with something due. */
import type { Draft } from '../../core/change.ts';
import type { World } from '../../core/context.ts';
import { workSpan } from '../../core/hours.ts';
import type { DueSlot, Job, Slot } from '../../core/job.ts';
import { inform } from '../../core/say.ts';
import { put } from '../../core/store.ts';
import { type Day, hmOf, instant, MINUTE } from '../../core/time.ts';
import { ROOMS } from '../access/access.ts';
import { DIGESTS, issuedId, type Reporter, type Snapshot } from './digest.ts';
import { chatText, digestDocument, officeText, unitText } from './document.ts';
import { snapshotOf } from './snapshot.ts';
import { TEXTS } from './texts.ts';

const GRACE_DAYS = 4;

/** Before the office's own end of work. */
function slots(day: Day, { hours }: Pick<World, 'hours'>): readonly Slot[] {
  const span = workSpan(hours, day, 'office');
  if (span === undefined) return [];
  return [{ at: hmOf(instant(day, span[1]) - hours.digestBefore * MINUTE), why: TEXTS.whyDaily() }];
}

/** Units with a room, for only they can be told. */
async function boundUnits(world: World): Promise<ReadonlySet<string>> {
  const rooms = await world.store.find(ROOMS, { kind: 'unit' });
  return new Set(rooms.flatMap(({ data }) => (data.state === 'met' ? [] : [data.unit ?? ''])));
}

async function toUnits(snapshot: Snapshot, mark: string, world: World): Promise<readonly Draft[]> {
  const bound = await boundUnits(world);
  return snapshot.units.flatMap(({ unit, said }) => {
    const text = bound.has(unit.id) ? unitText(unit, said, snapshot.day, mark) : undefined;
    const key = `digest/${snapshot.day}/${unit.id}`;
    return text === undefined ? [] : [inform(`unit:${unit.id}`, key, text, { priority: 'report' })];
  });
}

/** The office hears what is outstanding; of nothing it hears nothing. */
function toOffice(snapshot: Snapshot, mark: string, world: World): readonly Draft[] {
  const text = officeText(snapshot, mark, world.org);
  const key = `digest/${snapshot.day}/office`;
  return text === undefined ? [] : [inform('office', key, text, { priority: 'report' })];
}

async function daily(reporters: readonly Reporter[], due: DueSlot, world: World) {
  const { day, at } = due;
  const snapshot = await snapshotOf(reporters, world, day, at);
  const before = await world.store.get(DIGESTS, issuedId(day));
  const count = (before?.data.count ?? 0) + 1;
  const mark = due.late ? TEXTS.late() : '';
  const again = count > 1 ? TEXTS.again() : '';
  const leaders = chatText(digestDocument(snapshot, `${mark}${again}`, world.org));
  return {
    put: [put(DIGESTS, issuedId(day), { count, at: world.now, by: 'system' }, before)],
    say: [
      inform('leaders', `digest/${day}/leaders/${count}`, leaders, { priority: 'report' }),
      ...toOffice(snapshot, mark, world),
      ...(await toUnits(snapshot, mark, world)),
    ],
    audit: [{ who: 'system', did: 'digest.issue', about: day }],
  };
}

/** The job, over the rooms that report. */
export const dailyJob = (reporters: readonly Reporter[]): Job => ({
  id: 'digest.daily',
  title: TEXTS.titleDaily(),
  on: 'workday',
  slots,
  grace: GRACE_DAYS * 24 * 60,
  catchUp: 'latest',
  run: (due, world) => daily(reporters, due, world),
});
