/** Groups as they come and go: met, renamed, left; nobody's groups are left again after a week. */
import type { Change } from '../../core/change.ts';
import type { World } from '../../core/context.ts';
import type { Happening, Reaction } from '../../core/feature.ts';
import type { Timer, TimerJob } from '../../core/job.ts';
import { inform, tell } from '../../core/say.ts';
import { drop, put } from '../../core/store.ts';
import { DAY } from '../../core/time.ts';
import { ERRANDS, ROOMS, type Room } from './access.ts';
import { askMembers, LEAVE, leaveRow, leaveTimer, nameOf, STAY } from './rooms.ts';
import { ACCESS } from './texts.ts';

type Of<K extends Happening['kind']> = Extract<Happening, { kind: K }>;

/** Remembers a new group and looks who is in it: then it is greeted, or recognised as a bound one with a new id. */
async function meet(
  room: string,
  met: Pick<Room, 'topic'> & Partial<Pick<Room, 'metBy'>>,
  world: World,
): Promise<Change> {
  if ((await world.store.get(ROOMS, room)) !== undefined) return {};
  const row: Room = {
    kind: 'unbound',
    unit: null,
    state: 'met',
    metAt: world.now,
    boundBy: null,
    ...met,
  };
  return {
    put: [put(ROOMS, room, row), leaveRow(room, world.now, await leaveTimer(world.store, room))],
    say: [askMembers(room, `met/${world.now}`)],
  };
}

async function retitled(event: Of<'topic'>, world: World): Promise<Change> {
  const found = await world.store.get(ROOMS, event.room);
  return found === undefined || found.data.topic === event.topic
    ? {}
    : { put: [put(ROOMS, event.room, { ...found.data, topic: event.topic }, found)] };
}

/** The bot was put out of a group, or the group is gone. */
async function gone(event: Of<'left'>, world: World): Promise<Change> {
  const found = await world.store.get(ROOMS, event.room);
  if (!event.self || found === undefined) return {};
  if (found.data.state === 'met') return { put: [drop(ROOMS, found)] };
  const text = ACCESS.putOut({ name: nameOf(found.data, world.org), topic: found.data.topic });
  const key = `left/${event.room}/${event.at}`;
  // The office's own group cannot be told that it is gone.
  const to = found.data.kind === 'office' ? world.org.everywhere('admin').map(({ id }) => id) : [];
  const errand = await world.store.get(ERRANDS, event.room);
  const errands = errand === undefined ? [] : [drop(ERRANDS, errand)];
  const lines =
    to.length === 0
      ? [inform('office', key, text)]
      : to.map((id) => tell(`person:${id}`, `${key}/${id}`, text));
  return {
    put: [drop(ROOMS, found), ...errands],
    say: lines,
    audit: [{ who: 'system', did: 'room-gone', about: event.room }],
  };
}

async function leave(timer: Timer, world: World): Promise<Change> {
  const found = await world.store.get(ROOMS, timer.subject);
  if (found === undefined || found.data.state !== 'met') return {};
  if (found.data.metAt + STAY * DAY > world.now)
    return { put: [leaveRow(found.id, found.data.metAt, await leaveTimer(world.store, found.id))] };
  const key = `leave/${found.id}/${timer.at}`;
  const topic = found.data.topic === '' ? ACCESS.unnamed() : found.data.topic;
  return {
    put: [drop(ROOMS, found)],
    say: [
      { to: `room:${found.id}`, key, priority: 'answer', body: { deed: 'leave', id: found.id } },
      inform('office', `${key}/told`, ACCESS.leftAlone({ topic, days: STAY }), { priority: 'report' }),
    ],
    audit: [{ who: 'system', did: 'leave', about: found.id }],
  };
}

export const leaveTimerJob: TimerJob = { id: LEAVE, title: '退出无人接入的群', run: leave };

export const roomReactions: readonly Reaction[] = [
  {
    on: 'joined',
    run: async (event, world) =>
      event.kind === 'joined' && event.self
        ? meet(event.room, { topic: event.topic, metBy: event.by }, world)
        : {},
  },
  {
    on: 'stranger',
    run: async (event, world) =>
      event.kind === 'stranger' && event.room !== null ? meet(event.room, { topic: '' }, world) : {},
  },
  { on: 'topic', run: async (event, world) => (event.kind === 'topic' ? retitled(event, world) : {}) },
  { on: 'left', run: async (event, world) => (event.kind === 'left' ? gone(event, world) : {}) },
];
