/** A county as large as one likes, for measuring: units, people with names of their own, everybody bound. */
import { join } from 'node:path';
import { createFiles } from '../src/adapters/files/files.ts';
import { createLanguage } from '../src/adapters/language/language.ts';
import { memoryVault } from '../src/adapters/memory/vault.ts';
import type { ManualClock } from '../src/adapters/sandbox/manual-clock.ts';
import { secrets } from '../src/adapters/secrets.ts';
import { FEATURES } from '../src/app/features.ts';
import type { Doors, Facts } from '../src/app/house.ts';
import { assemble, type Program } from '../src/app/program.ts';
import { readConfig } from '../src/cli/config.ts';
import { countyRows } from '../src/cli/county.ts';
import type { Chat, HeardMessage, Log } from '../src/core/ports.ts';
import type { Person, Roster, Unit } from '../src/core/roster.ts';
import type { Store } from '../src/core/store.ts';

const SURNAMES = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕';
const GIVEN = '伟芳娜敏静丽强磊军洋勇艳杰涛明超秀兰霞平刚桂英华建国志文辉玉梅海波燕红云';

const nameOf = (n: number): string => {
  const pick = (from: string, at: number): string => from[at % from.length] ?? '';
  return `${pick(SURNAMES, n)}${pick(GIVEN, Math.floor(n / SURNAMES.length))}${pick(GIVEN, Math.floor(n / 7) + n)}`;
};

/** `units` units of `people` people each: a head, a discipline lead, a liaison, the rest staff; and an office. */
export function rosterOf(units: number, people: number): Roster {
  const office: Unit = { id: 'office', name: '县作风办', aliases: [], kind: 'office' };
  const leaders: Unit = { id: 'leaders', name: '县领导', aliases: [], kind: 'leaders' };
  const all: Unit[] = Array.from({ length: units }, (_, n) => ({
    id: `u${n}`,
    name: `第${n}局`,
    aliases: [],
    kind: n % 5 === 0 ? 'township' : 'bureau',
  }));
  const role = (n: number) => (['head', 'discipline', 'liaison'] as const)[n] ?? 'staff';
  const staff = all.flatMap((unit, u) =>
    Array.from(
      { length: people },
      (_, n): Person => ({
        id: `${unit.id}p${n}`,
        name: nameOf(u * people + n),
        posts: [{ unit: unit.id, role: role(n) }],
      }),
    ),
  );
  const bosses: Person[] = [
    { id: 'director', name: '赵主任', posts: [{ unit: 'office', role: 'director' }] },
    { id: 'leader', name: '周县长', posts: [{ unit: 'leaders', role: 'leader' }] },
  ];
  return { units: [office, leaders, ...all], people: [...bosses, ...staff] };
}

const silent: Log = {
  info: () => {},
  warn: () => {},
  error: (what, facts) => void process.stderr.write(`${what} ${JSON.stringify(facts)}\n`),
};

/** A chat that takes everything and counts it by conversation. */
export function counting(): { readonly chat: Chat; readonly sent: Map<string, number> } {
  const sent = new Map<string, number>();
  let n = 0;
  const chat: Chat = {
    send: async (to) => {
      const name = 'room' in to ? to.room : to.contact;
      sent.set(name, (sent.get(name) ?? 0) + 1);
      n += 1;
      return { state: 'sent', id: `out-${n}` };
    },
    fetch: async () => ({ state: 'failed', why: 'gone' }),
    rooms: async () => [],
    members: async () => [],
    accept: async () => true,
    leave: async () => true,
  };
  return { chat, sent };
}

export async function factsOf(roster: Roster): Promise<Facts> {
  const { facts } = await readConfig('config', FEATURES, join('config', 'demo', 'units.json'));
  return { ...facts, roster };
}

/** The whole program over a store, seeded with the county. */
export async function programOn(
  store: Store,
  facts: Facts,
  clock: ManualClock,
  chat: Chat,
  seed = true,
): Promise<Program> {
  const doors: Doors = {
    ...{ store, chat, clock, secrets, log: silent },
    files: createFiles(),
    vault: memoryVault(),
    language: createLanguage(),
    random: () => 0,
  };
  if (seed) await store.commit(countyRows(facts.roster, clock.now()));
  const program = await assemble(FEATURES, doors, facts);
  await program.tick();
  return program;
}

let count = 0;
export function messageOf(person: Person, text: string, at: number): HeardMessage {
  count += 1;
  const unit = person.posts[0]?.unit ?? '';
  return {
    ...{
      kind: 'message',
      id: `b${count}`,
      at,
      room: `${unit}@chatroom`,
      contact: `wxid_${person.id}`,
      name: person.name,
    },
    ...{ text, quoted: null, mentions: [], type: 'text' },
  };
}
