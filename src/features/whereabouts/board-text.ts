/** The text of a unit's board, now or at a minute in the past. Pure. */
import { dayText } from '../../core/calendar-texts.ts';
import type { Unit } from '../../core/roster.ts';
import { type Board, changedSince, clockAt, isAway } from './board.ts';
import { type Detail, groupLines, laterPhrase, restLines } from './board-lines.ts';
import type { RollCall } from './record.ts';
import { TEXTS } from './texts.ts';

/** A board to be shown: how it stood then, and how it stands now. */
export interface BoardShown {
  readonly unit: Unit;
  readonly asOf: Board;
  readonly now: Board;
  readonly liaisons: readonly string[];
  readonly rollCall: RollCall | undefined;
  readonly detail: Detail;
}

function laterLines({ asOf, now, detail }: BoardShown): readonly string[] {
  if (asOf.at >= now.at) return [];
  const changed = changedSince(asOf, now);
  if (changed.length === 0) return [TEXTS.noLater()];
  const people = changed.map((person) => laterPhrase(person, now.day, detail)).join('、');
  return [TEXTS.laterSaid({ people })];
}

/** 【去向表】教育局 9月22日 9:00（当时所报） … */
export function boardText(shown: BoardShown): string {
  const { unit, asOf, now, liaisons, rollCall, detail } = shown;
  const head = TEXTS.timedHead({
    what: TEXTS.whatBoard(),
    unit: unit.name,
    date: dayText(asOf.day),
    time: clockAt(asOf.at),
    late: asOf.at < now.at ? TEXTS.asSaid() : '',
  });
  return [
    head,
    TEXTS.total({ count: asOf.people.length }),
    ...(asOf.people.some(isAway) ? [] : [TEXTS.nobodyAway()]),
    ...groupLines(asOf, detail),
    ...(asOf.outsiders > 0 ? [TEXTS.outsiders({ count: asOf.outsiders })] : []),
    ...restLines(asOf, liaisons, rollCall, detail),
    ...laterLines(shown),
  ].join('\n');
}
