/** How far every unit has come: its group, its liaison, its heads, the names of its people. */
import type { Document } from '../../core/document.ts';
import type { Org } from '../../core/org.ts';
import type { Person, Unit } from '../../core/roster.ts';
import type { Reader } from '../../core/store.ts';
import { BINDINGS, ROOMS, type RoomState } from './access.ts';
import { ACCESS } from './texts.ts';

export interface Progress {
  readonly unit: Unit;
  readonly room: RoomState;
  readonly liaison: boolean;
  readonly head: boolean;
  readonly bound: number;
  readonly people: number;
}

/** Every supervised unit's progress, in roster order. */
export async function progressOf(store: Reader, org: Org): Promise<readonly Progress[]> {
  const bound = new Set((await store.find(BINDINGS, {})).map(({ data }) => data.person));
  const rooms = new Map(
    (await store.find(ROOMS, { kind: 'unit' })).map(({ data }) => [data.unit, data.state]),
  );
  const anyBound = (people: readonly Person[]): boolean => people.some(({ id }) => bound.has(id));
  return org.supervised.map((unit) => ({
    unit,
    room: rooms.get(unit.id) ?? 'met',
    liaison: anyBound(org.holders(unit.id, 'liaison')),
    head: anyBound(org.holders(unit.id, 'head')),
    bound: org.members(unit.id).filter(({ id }) => bound.has(id)).length,
    people: org.members(unit.id).length,
  }));
}

/** What a unit still lacks, in the words of the four columns. */
export const lacks = (one: Progress): readonly string[] => [
  ...(one.room === 'met' ? [ACCESS.columnRoom()] : []),
  ...(one.liaison ? [] : [ACCESS.columnLiaison()]),
  ...(one.head ? [] : [ACCESS.columnHead()]),
  ...(one.bound < one.people
    ? [`${ACCESS.columnPeople()}${ACCESS.ratio({ part: one.bound, whole: one.people })}`]
    : []),
];

/** Units named on the phone; the rest stands in the sheet. */
export const MOST_LINES = 10;

/** One phone screen: totals, then the units that lack something, those furthest behind first. */
export function progressText(all: readonly Progress[]): string {
  const short = all
    .map((one) => ({ one, missing: lacks(one) }))
    .filter(({ missing }) => missing.length > 0)
    .sort((a, b) => b.missing.length - a.missing.length);
  const count = (is: (one: Progress) => boolean): number => all.filter(is).length;
  const head = ACCESS.progressHead({
    units: all.length,
    entered: count(({ room }) => room !== 'met'),
    live: count(({ room }) => room === 'live'),
    liaisons: count(({ liaison }) => liaison),
    heads: count(({ head: has }) => has),
    checked: count(({ bound, people }) => bound === people),
  });
  if (short.length === 0) return `${head}\n${ACCESS.progressAll()}`;
  const lines = short
    .slice(0, MOST_LINES)
    .map(({ one, missing }) => ACCESS.progressLine({ unit: one.unit.name, missing: missing.join('、') }));
  const more = short.length > MOST_LINES ? [ACCESS.progressMore({ count: short.length - MOST_LINES })] : [];
  return [head, ...lines, ...more].join('\n');
}

const yes = (is: boolean): string => (is ? ACCESS.done() : '');

/** Every unit, as a sheet. */
export const progressSheet = (all: readonly Progress[], day: string): Document => ({
  title: ACCESS.progressTitle({ day }),
  fileName: ACCESS.progressTitle({ day }),
  blocks: [
    {
      kind: 'table',
      title: ACCESS.progressTitle({ day }),
      columns: [
        { title: ACCESS.columnUnit(), width: 24 },
        { title: ACCESS.columnRoom(), width: 10 },
        { title: ACCESS.columnLiaison(), width: 10 },
        { title: ACCESS.columnHead(), width: 10 },
        { title: ACCESS.columnPeople(), width: 14 },
      ],
      rows: all.map((one) => [
        one.unit.name,
        ACCESS[one.room](),
        yes(one.liaison),
        yes(one.head),
        ACCESS.ratio({ part: one.bound, whole: one.people }),
      ]),
    },
  ],
});
