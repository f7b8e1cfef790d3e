/** The program: rooms, ring roads and doors put together; the same for a gateway, the sandbox and every test. */
import type { Address } from '../core/change.ts';
import type { Feature, Happening } from '../core/feature.ts';
import { WATERMARK } from '../core/job.ts';
import type { Heard, HeardMessage } from '../core/ports.ts';
import type { Roster } from '../core/roster.ts';
import { inform, tell } from '../core/say.ts';
import { isStoreTrouble } from '../core/store.ts';
import { BINDINGS, ROOMS } from '../features/access/access.ts';
import { admitted } from './admission.ts';
import { alarm } from './alarm.ts';
import { type Calls, calls, QUOTED_ACROSS } from './calls.ts';
import { commit, settle } from './commit.ts';
import { type Courier, courier } from './courier.ts';
import { buildHouse, type Doors, type Facts, type House } from './house.ts';
import { takeIn, type Understood } from './intake.ts';
import { lanes } from './lanes.ts';
import { type Porter, porter } from './porter.ts';
import { type Scheduler, scheduler } from './scheduler.ts';

export interface Program {
  readonly house: House;
  /** Takes an event in; resolves when what it changed is on disk. Events of one conversation keep their order. */
  readonly hear: (event: Heard) => Promise<Understood | undefined>;
  /** Runs what is due; then call `drain`. */
  readonly tick: () => Promise<void>;
  /** Sends what may leave now and fetches what people sent; resolves when both are done. */
  readonly drain: () => Promise<void>;
  /** The same, but files are only begun to be fetched: they may take long. */
  readonly send: () => Promise<void>;
  /** The next instant at which `tick` or `drain` would do something. */
  readonly nextAt: () => Promise<number | undefined>;
  /** The next instant a message may leave, if any waits. */
  readonly leavesAt: () => number | undefined;
  /** Tells somebody something the house itself found out; the same text is said once a day. */
  readonly announce: (to: Address, about: string, text: string) => Promise<void>;
  /** Takes reloaded configuration into account and tells the rooms what changed. */
  readonly reload: (facts: Facts, lines: readonly string[], dropped: readonly string[]) => Promise<void>;
}

/** Every room that reacts to this kind of event decides for itself; each reaction is one commit. */
async function react(house: House, features: readonly Feature[], event: Happening): Promise<void> {
  const reactions = features
    .flatMap((feature) => feature.reactions ?? [])
    .filter(({ on }) => on === event.kind);
  for (const [n, reaction] of reactions.entries())
    await settle(house, async () => ({
      change: await reaction.run(event, house.world()),
      origin: { id: `${event.kind}/${event.at}/${subjectOf(event)}/${n}` },
    }));
}

const subjectOf = (event: Happening): string => {
  if ('request' in event) return event.request;
  if ('invitation' in event) return event.invitation;
  if ('message' in event) return event.message;
  return 'room' in event ? (event.room ?? '') : '';
};

const laneOf = (event: Heard): string => {
  if ('room' in event && event.room !== null) return event.room;
  return 'contact' in event ? event.contact : '';
};

/** A group nobody has met, or somebody unknown in private, who said nothing that was understood. */
async function introduce(house: House, { at, room, contact, name }: HeardMessage): Promise<void> {
  const { store } = house.doors;
  const known = room === null ? await store.get(BINDINGS, contact) : await store.get(ROOMS, room);
  if (known === undefined) await house.happened({ kind: 'stranger', at, room, contact, name });
}

async function hearMessage(house: House, known: Calls, message: HeardMessage): Promise<Understood> {
  if (!admitted(house, message)) return { kind: 'silence' };
  const called = known.since(message);
  const understood = await takeIn(house, message, called);
  known.note(message);
  if (understood.kind === 'silence') await introduce(house, message);
  return understood;
}

type LineEvent = Extract<Heard, { readonly kind: 'line' }>;

/** While the program was down it heard nothing either: its first login closes a gap that began at its last beat. */
async function upAgain({ doors }: House): Promise<(event: LineEvent) => LineEvent> {
  const mark = await doors.store.get(WATERMARK, 'jobs');
  let aliveAt = mark?.data.at ?? null;
  return (event) => {
    if (event.state !== 'up') return event;
    const since = event.since ?? aliveAt;
    aliveAt = null;
    return { ...event, since };
  };
}

/** Who no longer belongs to a unit he belonged to before. */
function leftOf(
  before: Roster,
  after: Roster,
): readonly { readonly person: string; readonly unit: string }[] {
  const now = new Set(after.people.flatMap(({ id, posts }) => posts.map(({ unit }) => `${id}|${unit}`)));
  const then = before.people.flatMap(({ id, posts }) => posts.map(({ unit }) => ({ person: id, unit })));
  return then.filter(({ person, unit }) => !now.has(`${person}|${unit}`));
}

export async function assemble(features: readonly Feature[], doors: Doors, facts: Facts): Promise<Program> {
  const happened = (event: Happening): Promise<void> => react(house, features, event);
  const house: House = await buildHouse(features, doors, facts, happened);
  const talk = courier(house);
  const roads: { readonly courier: Courier; readonly porter: Porter; readonly scheduler: Scheduler } = {
    courier: talk,
    porter: porter(house, talk.drain),
    scheduler: scheduler(house),
  };
  const send = (): Promise<void> => {
    roads.porter.start();
    return talk.drain();
  };
  const known = calls(QUOTED_ACROSS);
  const inLane = lanes();
  const ring = alarm(house);
  await roads.courier.recover();
  const stopped = await upAgain(house);

  const heard = async (event: Heard): Promise<Understood | undefined> => {
    try {
      if (event.kind === 'message') return await hearMessage(house, known, event);
      await happened(event.kind === 'line' ? stopped(event) : event);
    } catch (error) {
      doors.log.error('event failed', {
        kind: event.kind,
        error: error instanceof Error ? (error.stack ?? error.message) : String(error),
      });
      if (isStoreTrouble(error)) await ring(event);
    }
    return undefined;
  };
  return {
    house,
    hear: (event) => inLane(laneOf(event), () => heard(event)),
    tick: () => inLane('tick', roads.scheduler.tick),
    drain: async () => {
      await send();
      await roads.porter.idle();
    },
    send,
    nextAt: async () => {
      const { scheduler: plan, courier: talking, porter: fetching } = roads;
      const times = [await plan.nextAt(), talking.nextAt(), fetching.nextAt()].filter(
        (at) => at !== undefined,
      );
      return times.length === 0 ? undefined : Math.min(...times);
    },
    leavesAt: roads.courier.nextAt,
    announce: async (to, about, text) => {
      const key = `announce/${about}/${to}/${doors.secrets.hash(text).slice(0, 12)}`;
      // An admin waits for a word on what he has just changed; a room is not disturbed by it.
      const draft = to.startsWith('person:') ? tell(to, key, text) : inform(to, key, text);
      await commit(house, { say: [draft] }, { id: key });
    },
    reload: async (next, lines, dropped) => {
      const left = leftOf(house.facts().roster, next.roster);
      await house.reload(next);
      await happened({ kind: 'roster', at: doors.clock.now(), lines, dropped, left });
    },
  };
}
