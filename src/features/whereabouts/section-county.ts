/** The county's whereabouts: one snapshot of every unit, in figures and in words. */
import { dayText } from '../../core/calendar-texts.ts';
import type { Know } from '../../core/context.ts';
import type { Unit } from '../../core/roster.ts';
import type { Reader } from '../../core/store.ts';
import type { Day } from '../../core/time.ts';
import { type Board, boardAt, clockAt, endOf, isUnsaid } from './board.ts';
import { dayBook } from './board-load.ts';
import { STATUSES } from './reading.ts';
import { rollCallOf } from './record.ts';
import { changesText, type Figures, figuresOf, figuresText, sumOf, totalOf } from './tally-county.ts';
import { TEXTS } from './texts.ts';

/** Who asks about which day. */
export interface CountyAsk extends Know {
  readonly store: Reader;
  readonly day: Day;
}

/** One unit in the snapshot. */
export interface UnitAt {
  readonly unit: Unit;
  readonly board: Board;
  readonly figures: Figures;
  /** People a roll-call still waits for. */
  readonly missing: number;
}

/** Every supervised unit as it stood at an instant. */
export async function countyAt(ask: CountyAsk, day: Day, at: number): Promise<readonly UnitAt[]> {
  const book = await dayBook(ask.store, day);
  return ask.org.supervised.map((unit) => {
    const members = ask.org.members(unit.id);
    const board = boardAt(members, book.of(unit.id, members), day, at);
    const inRollCall = ask.calendar.isWorkday(day) && rollCallOf(ask.settings, unit.id, day) !== undefined;
    const missing = inRollCall ? board.people.filter(isUnsaid).length : 0;
    return { unit, board, figures: figuresOf(board), missing };
  });
}

/** 公务外出…, and what changed since the workday before. */
async function figureLines(ask: CountyAsk, units: readonly UnitAt[]): Promise<readonly string[]> {
  const now = sumOf(units.map(({ figures }) => figures));
  const before = ask.calendar.shiftWorkdays(ask.day, -1);
  const past = sumOf((await countyAt(ask, before, endOf(before))).map(({ figures }) => figures));
  const changes = totalOf(past) === 0 ? '' : changesText(past, now);
  const day = TEXTS.yesterday();
  return [figuresText(now), ...(changes === '' ? [] : [TEXTS.compared({ day, changes })])];
}

/** On a day of rest only those who said something: there is nothing to compare with a day of work. */
function restDayLines(units: readonly UnitAt[]): readonly string[] {
  const figures = sumOf(units.map((one) => one.figures));
  const duty = units.reduce(
    (sum, { board }) =>
      sum + board.people.filter(({ parts }) => parts.some(({ status }) => status === 'remote_duty')).length,
    0,
  );
  const said = [
    ...(duty === 0 ? [] : [TEXTS.figure({ label: STATUSES.remote_duty.name, count: duty })]),
    ...(totalOf(figures) === 0 ? [] : [figuresText(figures)]),
  ];
  return said.length === 0 ? [TEXTS.boardRestNone()] : [TEXTS.boardRest(), said.join('　')];
}

/** Totals of the county: how many units and people, where they are, and the change since the workday before. */
export async function countyLines(ask: CountyAsk, units: readonly UnitAt[]): Promise<readonly string[]> {
  const people = units.reduce((sum, { board }) => sum + board.people.length, 0);
  const lines = ask.calendar.isWorkday(ask.day) ? await figureLines(ask, units) : restDayLines(units);
  return [TEXTS.countyTotal({ units: units.length, people }), ...lines];
}

/** What is amiss in a unit, if anything. */
export const amiss = ({ figures, missing }: UnitAt): readonly string[] => [
  ...(figures.unknown > 0 ? [TEXTS.attentionUnknown({ count: figures.unknown })] : []),
  ...(missing > 0 ? [TEXTS.attentionMissing({ count: missing })] : []),
];

/** The county's board for the office. */
export async function countyText(ask: CountyAsk, at: number): Promise<string> {
  const units = await countyAt(ask, ask.day, at);
  const wanting = units.flatMap((one) => amiss(one).map((text) => `${one.unit.name} ${text}`));
  return [
    TEXTS.countyHead({ date: dayText(ask.day), time: clockAt(at) }),
    ...(await countyLines(ask, units)),
    ...wanting.slice(0, 8),
    TEXTS.seeUnit(),
  ].join('\n');
}
