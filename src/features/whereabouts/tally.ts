/** The tally a unit's room gets at the cutoff, and whether there is anything to tell. Pure. */
import { dayText } from '../../core/calendar-texts.ts';
import type { Unit } from '../../core/roster.ts';
import { type Day, weekdayOf } from '../../core/time.ts';
import { type Board, clockAt, isAway, isUnsaid } from './board.ts';
import { type Detail, groupLines, restLines } from './board-lines.ts';
import { covers, type RollCall, type Statement } from './record.ts';
import { TEXTS, WEEKDAYS } from './texts.ts';

/** What a tally is made of. */
export interface TallyFacts {
  readonly unit: Unit;
  readonly board: Board;
  readonly statements: readonly Statement[];
  readonly rollCall: RollCall | undefined;
  readonly liaisons: readonly string[];
  readonly detail: Detail;
  /** Questions nobody has answered. */
  readonly doubts: number;
  /** Names of people whose own word of who they are has been confirmed since the last tally. */
  readonly identified: readonly string[];
  /** Corrections since then are acknowledged by the tally. */
  readonly since: number;
  readonly cutoff: number;
  readonly late: boolean;
}

/** 【去向】教育局 9月22日 周二 */
export const dayHead = (what: string, unit: Unit, day: Day, late: boolean): string =>
  TEXTS.head({
    what,
    unit: unit.name,
    date: dayText(day),
    weekday: WEEKDAYS[weekdayOf(day)] ?? '',
    late: late ? TEXTS.late() : '',
  });

const wasCorrected = ({ statements, since, board }: TallyFacts): boolean =>
  statements.some(
    (said) =>
      said.verb !== 'report' && said.saidAt >= since && said.saidAt <= board.at && covers(said, board.day),
  );

/** False when everybody is where he should be and nobody waits for an acknowledgement: then nothing is sent. */
export function isWorthTelling(facts: TallyFacts): boolean {
  const { board, rollCall, doubts, identified } = facts;
  return (
    board.people.some(isAway) ||
    board.outsiders > 0 ||
    doubts > 0 ||
    identified.length > 0 ||
    (rollCall !== undefined && board.people.some(isUnsaid)) ||
    wasCorrected(facts)
  );
}

/** The text of the tally. */
export function tallyText(facts: TallyFacts): string {
  const { unit, board, detail, doubts, identified } = facts;
  const head = TEXTS.timedHead({
    what: TEXTS.whatTally(),
    unit: unit.name,
    date: dayText(board.day),
    time: clockAt(facts.cutoff),
    late: facts.late ? TEXTS.late() : '',
  });
  const groups = groupLines(board, detail);
  return [
    head,
    TEXTS.total({ count: board.people.length }),
    ...(board.people.some(isAway) ? [] : [TEXTS.nobodyAway()]),
    ...groups,
    ...(board.outsiders > 0 ? [TEXTS.outsiders({ count: board.outsiders })] : []),
    ...restLines({ ...facts, asOf: board }),
    ...(doubts > 0 ? [TEXTS.doubtful({ count: doubts })] : []),
    ...(identified.length > 0 ? [TEXTS.identified({ people: identified.join('、') })] : []),
    TEXTS.wrong(),
  ].join('\n');
}
