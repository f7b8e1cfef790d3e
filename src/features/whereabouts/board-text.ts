/** The text of a unit's board, now or at a minute in the past. Pure. */
import { dayText } from '../../core/calendar-texts.ts';
import type { Unit } from '../../core/roster.ts';
import { clockAt, isAway, isUnsaid } from './board.ts';
import { type Between, laterLines } from './board-later.ts';
import { groupLines, restLines } from './board-lines.ts';
import type { RollCall } from './record.ts';
import { TEXTS } from './texts.ts';

/** A board to be shown: how it stood then, and how it stands now. */
export interface BoardShown extends Between {
  readonly unit: Unit;
  readonly liaisons: readonly string[];
  readonly rollCall: RollCall | undefined;
  /** Nobody is asked on such a day, so nobody is missing either. */
  readonly restDay: boolean;
}

/** How many there are and who is away; on a day of rest only that nobody had to say anything. */
function opening({ asOf, restDay }: BoardShown): readonly string[] {
  const isSilent = asOf.people.every(isUnsaid) && asOf.outsiders === 0;
  if (restDay) return [isSilent ? TEXTS.boardRestNone() : TEXTS.boardRest()];
  return [
    TEXTS.total({ count: asOf.people.length }),
    ...(asOf.people.some(isAway) ? [] : [TEXTS.nobodyAway()]),
  ];
}

/** 【去向表】教育局 9月22日 9:00（当时所报） … */
export function boardText(shown: BoardShown): string {
  const { unit, asOf, now, detail } = shown;
  const head = TEXTS.timedHead({
    what: TEXTS.whatBoard(),
    unit: unit.name,
    date: dayText(asOf.day),
    time: clockAt(asOf.at),
    late: asOf.at < now.at ? TEXTS.asSaid() : '',
  });
  return [
    head,
    ...opening(shown),
    ...groupLines(asOf, detail),
    ...(asOf.outsiders > 0 ? [TEXTS.outsiders({ count: asOf.outsiders })] : []),
    ...restLines(shown),
    ...laterLines(shown),
  ].join('\n');
}
