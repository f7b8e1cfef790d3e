/** What every job of a window looks at: a unit, its board at this moment, and the policy it is under. */
import { type Change, type Draft, together } from '../../core/change.ts';
import type { World } from '../../core/context.ts';
import type { DueSlot } from '../../core/job.ts';
import type { Unit } from '../../core/roster.ts';
import { inform } from '../../core/say.ts';
import { type Board, boardAt } from './board.ts';
import type { Detail } from './board-lines.ts';
import { dayBook } from './board-load.ts';
import { boundUnits, type Window, windowOf } from './jobs-window.ts';
import { type RollCall, rollCallOf, type Statement } from './record.ts';
import { TEXTS } from './texts.ts';

/** One unit at the moment its job runs. */
export interface UnitNow {
  readonly unit: Unit;
  readonly board: Board;
  readonly statements: readonly Statement[];
  readonly rollCall: RollCall | undefined;
  readonly liaisons: readonly string[];
  readonly detail: Detail;
  readonly cutoff: number;
  readonly late: boolean;
}

/** Runs `each` for every bound unit of the slot's kind; the county's rows are read once. */
export async function forUnits(
  due: DueSlot,
  world: World,
  each: (now: UnitNow, window: Window) => Change | Promise<Change>,
): Promise<Change> {
  const units = await boundUnits(due.part, world);
  const book = await dayBook(world.store, due.day);
  const changes = units.map((unit) => {
    const window = windowOf(due.day, unit.kind, world);
    if (window === undefined) return {};
    const members = world.org.members(unit.id);
    const statements = book.of(unit.id, members);
    const now: UnitNow = {
      unit,
      board: boardAt(members, statements, due.day, world.now),
      statements,
      rollCall: rollCallOf(world.settings, unit.id, due.day),
      liaisons: world.org.holders(unit.id, 'liaison').map(({ id }) => id),
      detail: {
        eyes: 'outward',
        full: false,
        nameOf: (id) => world.org.person(id)?.name ?? TEXTS.nobody(),
      },
      cutoff: window.cutoff,
      late: due.late,
    };
    return each(now, window);
  });
  return together(await Promise.all(changes));
}

/** An unasked message to a unit's room; the same day, unit and purpose is the same message. */
export const toUnit = (
  { unit, board }: Pick<UnitNow, 'unit' | 'board'>,
  purpose: string,
  text: string,
  expiresAt: number,
): Draft => inform(`unit:${unit.id}`, `whereabouts/${board.day}/${unit.id}/${purpose}`, text, { expiresAt });
