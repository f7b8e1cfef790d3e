/** The house as the ring roads see it: its doors, its rooms, and what everyone may know at this moment. */
import type { Calendar } from '../core/calendar.ts';
import type { Command } from '../core/command.ts';
import type { Know, World } from '../core/context.ts';
import type { Feature, Happening, Recogniser } from '../core/feature.ts';
import { type VerbIndex, verbIndex } from '../core/hearing.ts';
import type { Hours } from '../core/hours.ts';
import type { Job, TimerJob } from '../core/job.ts';
import { type Org, orgOf } from '../core/org.ts';
import type { Chat, Clock, Files, Language, Log, Secrets, Vault } from '../core/ports.ts';
import type { Person, Roster } from '../core/roster.ts';
import type { Settings } from '../core/settings.ts';
import type { Row, Store } from '../core/store.ts';
import { GRANTS, MUTES, NEWCOMERS } from '../features/access/access.ts';
import { type Outgoing, outgoing } from './outgoing.ts';

/** Everything that reaches the street. */
export interface Doors {
  readonly store: Store;
  readonly chat: Chat;
  readonly clock: Clock;
  readonly files: Files;
  readonly vault: Vault;
  readonly language: Language;
  readonly secrets: Secrets;
  readonly log: Log;
  /** A number in [0, 1), for the jitter between messages. */
  readonly random: () => number;
}

/** What is read from config and may be reloaded while running. */
export interface Facts {
  readonly roster: Roster;
  readonly calendar: Calendar;
  readonly hours: Hours;
  readonly settings: Settings;
}

export interface House {
  readonly doors: Doors;
  readonly features: readonly Feature[];
  readonly index: VerbIndex;
  readonly commands: ReadonlyMap<string, Command>;
  readonly jobs: readonly Job[];
  readonly timers: ReadonlyMap<string, TimerJob>;
  readonly recognisers: readonly Recogniser[];
  readonly outgoing: Outgoing;
  /** The key of the bot's last message by address: a number answers only that. */
  readonly lastSaid: Map<string, string>;
  /** Unasked messages wait until then (`暂停`). */
  readonly mutedUntil: () => number;
  /** Mirrors what has just been committed: messages that wait, roles granted, a mute. */
  readonly note: (rows: readonly Row[]) => Promise<void>;
  /** Tells the rooms of an event; set by the program. */
  readonly happened: (event: Happening) => Promise<void>;
  readonly know: () => Know;
  readonly world: () => World;
  readonly facts: () => Facts;
  /** Takes new facts, and the roles granted by chat, into account from now on. */
  readonly reload: (facts: Facts) => Promise<void>;
}

/** The roster with the roles granted by chat, and the admin it lacks; a person who left it takes them along. */
async function withGrants(roster: Roster, store: Store): Promise<Roster> {
  const grants = new Map((await store.find(GRANTS, {})).map((found) => [found.id, found.data.roles]));
  const granted = (person: Person): Person => {
    const [unit] = person.posts.map((post) => post.unit);
    const roles = grants.get(person.id) ?? [];
    return unit === undefined
      ? person
      : { ...person, posts: [...person.posts, ...roles.map((role) => ({ unit, role }))] };
  };
  const office = roster.units.find(({ kind }) => kind === 'office')?.id ?? '';
  const newcomers = (await store.find(NEWCOMERS, {})).map(({ data: { id, name, role } }) => ({
    id,
    name,
    posts: [{ unit: office, role }],
  }));
  return { units: roster.units, people: [...roster.people, ...newcomers].map(granted) };
}

export async function buildHouse(
  features: readonly Feature[],
  doors: Doors,
  first: Facts,
  happened: (event: Happening) => Promise<void>,
): Promise<House> {
  const waiting = await outgoing(doors.store);
  let muted = (await doors.store.get(MUTES, 'all'))?.data.until ?? 0;
  const commands = features.flatMap((feature) => feature.commands);
  let facts = first;
  let org: Org = orgOf(await withGrants(facts.roster, doors.store), doors.language);
  const know = (): Know => ({
    now: doors.clock.now(),
    org,
    calendar: facts.calendar,
    hours: facts.hours,
    language: doors.language,
    secrets: doors.secrets,
    settings: facts.settings,
  });
  const reload = async (next: Facts): Promise<void> => {
    facts = next;
    const roster = await withGrants(next.roster, doors.store);
    // Newer facts may have come meanwhile: an older roster must not bring back who was dropped.
    if (facts === next) org = orgOf(roster, doors.language);
  };
  return {
    doors,
    features,
    index: verbIndex(commands),
    commands: new Map(commands.map((command) => [command.id, command])),
    jobs: features.flatMap((feature) => feature.jobs ?? []),
    timers: new Map(features.flatMap((feature) => feature.timers ?? []).map((timer) => [timer.id, timer])),
    recognisers: features.flatMap((feature) => feature.recognisers ?? []),
    lastSaid: new Map(),
    outgoing: waiting,
    mutedUntil: () => muted,
    note: async (rows) => {
      waiting.note(rows);
      if (rows.some((row) => row.table === GRANTS.name || row.table === NEWCOMERS.name)) await reload(facts);
      if (rows.some((row) => row.table === MUTES.name))
        muted = (await doors.store.get(MUTES, 'all'))?.data.until ?? 0;
    },
    happened,
    know,
    world: () => ({ ...know(), store: doors.store }),
    facts: () => facts,
    reload,
  };
}
