/** Entry slips: one a unit, with its code, until when it is good, and how it is used. */

import { dayText } from '../../core/calendar-texts.ts';
import type { Change } from '../../core/change.ts';
import type { Know, World } from '../../core/context.ts';
import type { Document } from '../../core/document.ts';
import type { Unit } from '../../core/roster.ts';
import { drop, type Found, put, type Row } from '../../core/store.ts';
import { dayOf } from '../../core/time.ts';
import { ENTRY_CODES, type EntryCode } from './access.ts';
import { ENTRY_LIFE, freshCode, judge } from './codes.ts';
import { ACCESS } from './texts.ts';

export interface Slip {
  readonly unit: Unit;
  readonly code: string;
  readonly until: number;
}
export interface Slips {
  readonly slips: readonly Slip[];
  readonly rows: readonly Row[];
}

type Issuing = Pick<Know, 'now' | 'secrets'>;

/** A code still good is handed out again, so that slips already on paper stay true; spent ones are swept away. */
function slipFor(unit: Unit, codes: readonly Found<EntryCode>[], by: string, know: Issuing) {
  const mine = codes.filter(({ data }) => data.unit === unit.id);
  const open = mine.find(({ data }) => judge(data, know.now) === 'open');
  if (open !== undefined)
    return { slip: { unit, code: open.id, until: open.data.until }, rows: [] as readonly Row[] };
  const code = freshCode(know.secrets);
  const until = know.now + ENTRY_LIFE;
  const expired = mine.filter(({ data }) => judge(data, know.now) === 'expired');
  return {
    slip: { unit, code, until },
    rows: [
      put(ENTRY_CODES, code, { unit: unit.id, until, usedAt: null, issuedBy: by }),
      ...expired.map((found) => drop(ENTRY_CODES, found)),
    ],
  };
}

/** Slips for units; `codes` are all that have been issued. */
export function issueSlips(
  units: readonly Unit[],
  codes: readonly Found<EntryCode>[],
  by: string,
  know: Issuing,
): Slips {
  const made = units.map((unit) => slipFor(unit, codes, by, know));
  return { slips: made.map(({ slip }) => slip), rows: made.flatMap(({ rows }) => rows) };
}

/** Slips for every supervised unit: the rows to commit, the sheet, and how many slips it has. */
export async function slipsChange(
  world: World,
  by = 'system',
): Promise<{ readonly change: Change; readonly document: Document; readonly count: number }> {
  const codes = await world.store.find(ENTRY_CODES, {});
  const { slips, rows } = issueSlips(world.org.supervised, codes, by, world);
  const audit = [{ who: by, did: 'entry-codes', about: 'all', detail: String(slips.length) }];
  return { change: { put: rows, audit }, document: slipSheet(slips, world.now), count: slips.length };
}

/** The sheet the office hands out, cut into slips. */
export const slipSheet = (slips: readonly Slip[], now: number): Document => ({
  title: ACCESS.slipsTitle(),
  fileName: ACCESS.slipsFile({ day: dayOf(now) }),
  blocks: [
    {
      kind: 'table',
      title: ACCESS.slipsTitle(),
      columns: [
        { title: ACCESS.columnUnit(), width: 24 },
        { title: ACCESS.columnCode(), width: 12 },
        { title: ACCESS.columnUntil(), width: 14 },
        { title: ACCESS.columnUse(), width: 80 },
      ],
      rows: slips.map(({ unit, code, until }) => [
        unit.name,
        code,
        ACCESS.untilDay({ day: dayText(dayOf(until)) }),
        ACCESS.slipUse({ code }),
      ]),
    },
  ],
});
