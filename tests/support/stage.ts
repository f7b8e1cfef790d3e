/** A stage: the whole program on a memory store, a clock that is moved by hand and a fake chat. */
import { readFileSync } from 'node:fs';
import { shippedCalendar } from '../../src/adapters/calendar/calendar.ts';
import { createFiles } from '../../src/adapters/files/files.ts';
import { createLanguage } from '../../src/adapters/language/language.ts';
import { memoryStore } from '../../src/adapters/memory/store.ts';
import { memoryVault } from '../../src/adapters/memory/vault.ts';
import { type ManualClock, manualClock } from '../../src/adapters/sandbox/manual-clock.ts';
import { bytesOf, type Media } from '../../src/adapters/sandbox/pictures.ts';
import { holidayNoticesSchema } from '../../src/adapters/settings/holiday-notices.ts';
import { hoursSchema } from '../../src/adapters/settings/hours.ts';
import { lexiconSchema } from '../../src/adapters/settings/lexicon.ts';
import { problemsSchema } from '../../src/adapters/settings/problems.ts';
import { botSchema, grantsSchema, limitsSchema, rosterSchema } from '../../src/adapters/settings/schemas.ts';
import { FEATURES } from '../../src/app/features.ts';
import type { Facts } from '../../src/app/house.ts';
import type { Understood } from '../../src/app/intake.ts';
import { assemble, type Program } from '../../src/app/program.ts';
import { tablesOf } from '../../src/app/tables.ts';
import { type Cast, castOf } from '../../src/cli/cast.ts';
import { countyRows, roomsOf } from '../../src/cli/county.ts';
import { forward } from '../../src/cli/forward.ts';
import type { Calendar } from '../../src/core/calendar.ts';
import type { Heard, HeardMessage, Log, Vault } from '../../src/core/ports.ts';
import type { Store } from '../../src/core/store.ts';
import { instant } from '../../src/core/time.ts';
import { countedSecrets } from './counted-codes.ts';
import { type Spoken, type Street, street } from './street.ts';

const json = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../config/${file}`, import.meta.url), 'utf8'));
const language = createLanguage();
const files = createFiles();
const calendar: Calendar = shippedCalendar();

/** The shipped configuration with the demo county's roster. */
export const demoFacts = (): Facts => ({
  roster: rosterSchema.parse(json('demo/units.json')),
  calendar,
  hours: hoursSchema.parse(json('hours.json')),
  settings: {
    bot: botSchema.parse(json('bot.json')),
    limits: limitsSchema.parse(json('limits.json')),
    grants: grantsSchema.parse(json('roles.json')),
    holidayNotices: holidayNoticesSchema.parse(json('holiday-notices.json')),
    lexicon: lexiconSchema.parse(json('lexicon.json')),
    problems: problemsSchema.parse(json('problems.json')),
  },
});

export interface StageOptions {
  readonly bare?: boolean;
  readonly start?: number;
  readonly facts?: Facts;
  readonly store?: Store;
}

export interface Logged {
  readonly level: 'info' | 'warn' | 'error';
  readonly what: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

export interface Stage {
  readonly program: Program;
  readonly clock: ManualClock;
  readonly store: Store;
  readonly street: Street;
  readonly vault: Vault;
  readonly cast: Cast;
  readonly logs: readonly Logged[];
  /** What the bot has sent since the last call of `say`, `event` or `forward`. */
  readonly fresh: () => readonly Spoken[];
  readonly say: (who: string, at: string, text: string, quote?: string) => Promise<Understood | undefined>;
  /** Somebody sends a picture or a file. */
  readonly show: (who: string, at: string, media: Media) => Promise<Understood | undefined>;
  /** Delivers an event or a made-up message as the gateway would. */
  readonly hear: (event: Heard) => Promise<Understood | undefined>;
  readonly last: () => HeardMessage | undefined;
  /** The roster or another file was reloaded. */
  readonly reload: (facts: Facts, lines: readonly string[], dropped: readonly string[]) => Promise<void>;
  readonly forward: (to: number) => Promise<void>;
  /** The clock moves on while the program is not running; then a new one starts on the same store. */
  readonly outage: (ms: number) => Promise<void>;
}

/** 2026-09-21 08:00, a Monday in the week before Mid-Autumn. */
export const START = instant('2026-09-21', '08:00');

function people(to: Street, facts: Facts, bare: boolean): void {
  const names = new Map(facts.roster.people.map((person) => [person.id, person.name]));
  for (const room of roomsOf(facts.roster).filter(({ kind }) => !bare || kind === 'office'))
    to.groups.set(room.id, {
      id: room.id,
      topic: room.topic,
      members: new Map(room.people.map((id) => [`wxid_${id}`, names.get(id) ?? id])),
    });
}

export async function stage(options: StageOptions = {}): Promise<Stage> {
  const facts = options.facts ?? demoFacts();
  const clock = manualClock(options.start ?? START);
  const store = options.store ?? memoryStore(tablesOf(FEATURES));
  const to = street(clock);
  const vault = memoryVault();
  const logs: Logged[] = [];
  const log: Log = {
    info: (what, more = {}) => void logs.push({ level: 'info', what, facts: more }),
    warn: (what, more = {}) => void logs.push({ level: 'warn', what, facts: more }),
    error: (what, more = {}) => void logs.push({ level: 'error', what, facts: more }),
  };
  people(to, facts, options.bare ?? false);
  if (options.store === undefined) await store.commit(countyRows(facts.roster, clock.now(), options.bare));
  const doors = {
    store,
    chat: to.chat,
    clock,
    files,
    vault,
    language,
    secrets: countedSecrets(),
    log,
    random: () => 0,
  };
  const open = (): Promise<Program> => assemble(FEATURES, doors, facts);
  let program = await open();
  const cast = castOf(facts.roster);
  let mark = 0;
  let last: HeardMessage | undefined;
  await program.tick();

  const settleDown = async (): Promise<void> => {
    await program.drain();
    const failed = logs.find(({ level }) => level === 'error');
    if (failed !== undefined) throw new Error(`${failed.what}: ${JSON.stringify(failed.facts)}`);
  };
  const hear = async (event: Heard): Promise<Understood | undefined> => {
    mark = to.spoken.length;
    if (event.kind === 'message') last = event;
    const understood = await program.hear(event);
    await settleDown();
    return understood;
  };
  return {
    get program() {
      return program;
    },
    clock,
    store,
    street: to,
    vault,
    cast,
    logs,
    fresh: () => to.spoken.slice(mark),
    last: () => last,
    hear,
    say: async (who, at, text, quote) => {
      const room = cast.roomOf(at);
      if (room === undefined) throw new Error(`no such place: ${at}`);
      const contact = cast.contactOf(who, at);
      const quoted = quote === undefined ? null : quotedText(to.spoken, room, contact, quote);
      return hear(to.message(contact, cast.nameOf(contact), room, text, { quoted }));
    },
    show: async (who, at, { as, name }) => {
      const room = cast.roomOf(at);
      if (room === undefined) throw new Error(`no such place: ${at}`);
      const contact = cast.contactOf(who, at);
      const message = to.message(contact, cast.nameOf(contact), room, '', { type: as });
      to.sentFiles.set(message.id, { state: 'done', bytes: bytesOf(name), name });
      return hear(message);
    },
    reload: async (next, lines, dropped) => {
      mark = to.spoken.length;
      await program.reload(next, lines, dropped);
      await settleDown();
    },
    forward: async (target) => {
      mark = to.spoken.length;
      await forward(program, clock, target);
      await settleDown();
    },
    outage: async (ms) => {
      mark = to.spoken.length;
      clock.moveTo(clock.now() + ms);
      program = await open();
      await forward(program, clock, clock.now());
      await settleDown();
    },
  };
}

/** The bot's latest message there that contains the words. */
function quotedText(spoken: readonly Spoken[], room: string | null, contact: string, words: string): string {
  const here = spoken.filter(({ to }) =>
    'room' in to ? to.room === room : room === null && to.contact === contact,
  );
  const found = here.findLast(({ text }) => text.includes(words));
  if (found === undefined) throw new Error(`nothing to quote that says ${words}`);
  return found.text;
}
