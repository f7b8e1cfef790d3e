/** Who may say what and where: every role, every command, every kind of room, as the program itself decides. */
import { beforeAll, describe, expect, it } from 'vitest';
import { createLanguage } from '../../src/adapters/language/language.ts';
import { memoryStore } from '../../src/adapters/memory/store.ts';
import { FEATURES } from '../../src/app/features.ts';
import type { House } from '../../src/app/house.ts';
import { contextOf } from '../../src/app/speaker.ts';
import { tablesOf } from '../../src/app/tables.ts';
import type { Ctx } from '../../src/core/context.ts';
import { orgOf } from '../../src/core/org.ts';
import { may } from '../../src/core/permission.ts';
import { put } from '../../src/core/store.ts';
import { BINDINGS, ROOMS, type Room } from '../../src/features/access/access.ts';
import { countedSecrets } from '../support/counted-codes.ts';
import { demoFacts, START } from '../support/stage.ts';

/** One of each role; those of a unit are of 教育局. */
const PEOPLE = {
  stranger: null,
  staff: 'jyj04',
  liaison: 'jyj03',
  discipline: 'jyj02',
  head: 'jyj01',
  supervisor: 'zfb03',
  director: 'zfb01',
  admin: 'zfb02',
  leader: 'xld01',
} as const;
type Who = keyof typeof PEOPLE;
const WHO = Object.keys(PEOPLE) as Who[];
const UNIT: readonly Who[] = ['staff', 'liaison', 'discipline', 'head'];

/** 本 教育局群 · 他 财政局群 · 督 督查群 · 领 领导群 · 公 公示群 · 未 a group nobody has claimed · 私 private. */
const PLACES: Readonly<Record<string, Pick<Room, 'kind' | 'unit'> | null>> = {
  本: { kind: 'unit', unit: 'jyj' },
  他: { kind: 'unit', unit: 'czj' },
  督: { kind: 'office', unit: null },
  领: { kind: 'leaders', unit: null },
  公: { kind: 'public', unit: null },
  未: { kind: 'unbound', unit: null },
  私: null,
};
const COMMANDS = FEATURES.flatMap(({ commands }) => commands);

async function house(): Promise<House> {
  const store = memoryStore(tablesOf(FEATURES));
  const rooms = Object.entries(PLACES).flatMap(([place, room]) =>
    room === null || room.kind === 'unbound'
      ? []
      : [put(ROOMS, place, { ...room, state: 'live', topic: place, metAt: START, boundBy: null })],
  );
  const bound = Object.values(PEOPLE).flatMap((person) =>
    person === null ? [] : [put(BINDINGS, person, { contact: person, person, at: START, by: 'code' })],
  );
  await store.commit([...rooms, ...bound]);
  const facts = demoFacts();
  const language = createLanguage();
  const org = orgOf(facts.roster, language);
  const know = { ...facts, now: START, org, language, secrets: countedSecrets() };
  // Of the house only its store and what everyone knows is asked.
  return { doors: { store }, know: () => know } as unknown as House;
}

const heard = (who: Who, place: string, here: House): Promise<Ctx> => {
  const contact = PEOPLE[who] ?? 'nobody';
  const room = PLACES[place] === null ? null : place;
  const message = {
    kind: 'message',
    type: 'text',
    id: 'm',
    at: START,
    name: contact,
    text: '',
    quoted: null,
  };
  return contextOf(here, { ...message, kind: 'message', type: 'text', contact, room, mentions: [] }, null);
};

/** `<command> <who>` → the places where it is theirs. */
const ALLOWED = new Map<string, string>();
const places = (command: string, who: Who): string => ALLOWED.get(`${command} ${who}`) ?? '';
const whoMay = (command: string): readonly Who[] => WHO.filter((who) => places(command, who) !== '');

beforeAll(async () => {
  const here = await house();
  for (const who of WHO)
    for (const place of Object.keys(PLACES)) {
      const ctx = await heard(who, place, here);
      for (const command of COMMANDS.filter((one) => may(one, ctx) === 'yes'))
        ALLOWED.set(`${command.id} ${who}`, `${places(command.id, who)}${place}`);
    }
});

/** `finding.close  督私: supervisor director` */
function line(command: string): string {
  const groups = new Map<string, Who[]>();
  for (const who of whoMay(command)) {
    const where = places(command, who);
    groups.set(where, [...(groups.get(where) ?? []), who]);
  }
  const said = [...groups].map(([where, all]) => `${where}: ${all.join(' ')}`);
  return `${command.padEnd(30)} ${said.join(' | ') || '-'}`;
}

const of = (...nouns: readonly string[]): readonly string[] =>
  COMMANDS.map(({ id }) => id).filter((id) => nouns.some((noun) => id.startsWith(`${noun}.`)));

describe('permissions', () => {
  it('are as they were reviewed', async () => {
    const head = '本 own unit, 他 another unit, 督 office, 领 leaders, 公 public, 未 unclaimed, 私 private';
    const lines = COMMANDS.map(({ id }) => line(id));
    await expect(`# ${head}\n${lines.join('\n')}\n`).toMatchFileSnapshot('permissions.txt');
  });

  it('give a stranger nothing of findings and exposures, nor anybody anything in a group that is not theirs', () => {
    for (const id of of('finding', 'exposure')) {
      expect(places(id, 'stranger'), id).toBe('');
      for (const who of WHO) expect(places(id, who), `${id} ${who}`).not.toMatch(/[公未]/u);
      for (const who of UNIT) expect(places(id, who), `${id} ${who}`).not.toMatch(/[他领公未]/u);
    }
  });

  it('let only the office register, judge and end findings', () => {
    const asked = ['acknowledge', 'proxy', 'unsign', 'report', 'extend', 'object', 'supplement', 'snooze'];
    const theirs = [...asked, 'evidence', 'hand', 'show'].map((did) => `finding.${did}`);
    for (const id of of('finding').filter((one) => !theirs.includes(one)))
      expect(
        whoMay(id).filter((who) => who !== 'supervisor' && who !== 'director'),
        id,
      ).toEqual([]);
  });

  it('let only director and leaders approve an exposure, and only the director go to a leader', () => {
    for (const id of ['exposure.approve', 'exposure.refuse'])
      expect(whoMay(id), id).toEqual(['director', 'leader']);
    for (const id of ['finding.escalate', 'finding.escalate.chosen', 'finding.escalate.confirmed'])
      expect(whoMay(id), id).toEqual(['director']);
  });
});
