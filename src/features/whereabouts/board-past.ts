/** A day whose names are purged already: how many people were where, and nothing else. */
import { dayText } from '../../core/calendar-texts.ts';
import type { Unit } from '../../core/roster.ts';
import type { Reader } from '../../core/store.ts';
import { type Day, yearOf } from '../../core/time.ts';
import { COUNTS } from './record.ts';
import { figuresText, NO_FIGURES, sumOf } from './tally-county.ts';
import { TEXTS } from './texts.ts';

/** The counts of a unit or of the county; only the rule where no counts were kept. */
export async function pastText(
  { store, day, days }: { readonly store: Reader; readonly day: Day; readonly days: number },
  of: Unit | 'county',
): Promise<string> {
  const kept = (await store.get(COUNTS, `${day}/all`))?.data.units;
  if (kept === undefined) return TEXTS.tooFar({ days });
  const figures = of === 'county' ? sumOf(Object.values(kept)) : (kept[of.id] ?? NO_FIGURES);
  const date = TEXTS.yearAndDay({ year: yearOf(day), date: dayText(day) });
  const head = of === 'county' ? TEXTS.countyPast({ date }) : TEXTS.unitPast({ unit: of.name, date });
  return [head, figuresText(figures), TEXTS.onlyCounts({ days })].join('\n');
}
