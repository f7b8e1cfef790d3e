/** What the digest says about whereabouts, of the county and of one unit; and what a person owes. */

import type { World } from '../../core/context.ts';
import type { Owed, Section, SectionAsk } from '../../core/feature.ts';
import type { Person, Unit } from '../../core/roster.ts';
import { dayOf } from '../../core/time.ts';
import { boardAt, isUnsaid } from './board.ts';
import { statementsOf } from './board-load.ts';
import { windowOf } from './jobs-window.ts';
import { DOUBTS, rollCallOf } from './record.ts';
import { amiss, countyAt, countyLines } from './section-county.ts';
import { figuresOf, figuresText, GROUPS, totalOf } from './tally-county.ts';
import { GROUP_NAMES, TEXTS } from './texts.ts';

async function ofCounty(ask: SectionAsk): Promise<Section> {
  const units = await countyAt(ask, ask.day, ask.now);
  return {
    lines: await countyLines(ask, units),
    attention: units.flatMap((one) => amiss(one).map((text) => ({ unit: one.unit.id, text }))),
    due: false,
  };
}

async function ofUnit(ask: SectionAsk, unit: Unit): Promise<Section> {
  const members = ask.org.members(unit.id);
  const board = boardAt(members, await statementsOf(ask.store, unit.id, members, ask.day), ask.day, ask.now);
  const figures = figuresOf(board);
  const unknown = board.people.filter(({ parts }) => parts.some(({ status }) => status === 'unknown'));
  const names = unknown.map(({ person }) => person.name).join('、');
  const said = totalOf(figures) === 0 ? [] : [TEXTS.unitLine({ figures: figuresText(figures) })];
  return {
    lines: [...(unknown.length > 0 ? [TEXTS.unknownPeople({ people: names })] : []), ...said],
    attention: [],
    due: unknown.length > 0,
    figures: [
      { title: TEXTS.headcount(), value: members.length },
      ...GROUPS.map((group) => ({ title: GROUP_NAMES[group], value: figures[group] })),
    ],
  };
}

export const section = (ask: SectionAsk): Promise<Section> =>
  ask.unit === undefined ? ofCounty(ask) : ofUnit(ask, ask.unit);

async function owedIn(unit: string, person: Person, world: World): Promise<readonly Owed[]> {
  const today = dayOf(world.now);
  const found = world.org.unit(unit);
  const window = found === undefined ? undefined : windowOf(today, found.kind, world);
  if (window === undefined || world.now > window.cutoff) return [];
  if (rollCallOf(world.settings, unit, today) === undefined) return [];
  const statements = await statementsOf(world.store, unit, [person], today);
  const unsaid = boardAt([person], statements, today, world.now).people.some(isUnsaid);
  return unsaid ? [{ code: '', text: TEXTS.owed(), dueAt: window.cutoff }] : [];
}

async function doubtsFor(unit: string, world: World): Promise<readonly Owed[]> {
  const today = dayOf(world.now);
  const open = (await world.store.find(DOUBTS, { unit })).filter(
    ({ data }) => data.number !== null && data.day === today && data.to === `unit:${unit}`,
  );
  return open.length === 0 ? [] : [{ code: '', text: TEXTS.owedDoubts({ count: open.length }), dueAt: null }];
}

/** Under roll-call today's word; for a liaison the question of the window. */
export async function owes(person: Person, world: World): Promise<readonly Owed[]> {
  const units = [...new Set(person.posts.map(({ unit }) => unit))];
  const liaison = person.posts.filter(({ role }) => role === 'liaison').map(({ unit }) => unit);
  const own = await Promise.all(units.map((unit) => owedIn(unit, person, world)));
  const doubts = await Promise.all(liaison.map((unit) => doubtsFor(unit, world)));
  return [...own.flat(), ...doubts.flat()];
}
