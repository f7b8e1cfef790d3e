/** The notices shipped with the program: chinese-days' data, never its functions, which go wrong outside UTC. */
import { createRequire } from 'node:module';
import { z } from 'zod';
import type { RestDay, YearOfRest } from '../../core/calendar.ts';
import { type Day, yearOf } from '../../core/time.ts';
import { joinedName } from './names.ts';

/** The first year whose every day was compared with the notices; before it one make-up day is known to be missing. */
const FIRST_CHECKED = 2007;

const require = createRequire(import.meta.url);
const days = z.record(z.iso.date(), z.string());
const packageSchema = z.object({ holidays: days, workdays: days });

/** A December day belongs to the notice of the next year. */
const noticeYear = (date: Day): number => yearOf(date) + (date.slice(5, 7) === '12' ? 1 : 0);

// 'Tomb-sweeping Day,清明,1'
function restDay(date: Day, entry: string, isOffDay: boolean): RestDay {
  return { date, name: joinedName(noticeYear(date), entry.split(',')[1] ?? ''), isOffDay };
}

/** Every year of notice the package holds, in order. */
export function shippedYears(): readonly YearOfRest[] {
  const data = packageSchema.parse(require('chinese-days/dist/chinese-days.json'));
  const all = [
    ...Object.entries(data.holidays).map(([date, entry]) => restDay(date, entry, true)),
    ...Object.entries(data.workdays).map(([date, entry]) => restDay(date, entry, false)),
  ].sort((a, b) => a.date.localeCompare(b.date));
  return [...new Set(all.map(({ date }) => noticeYear(date)))].map((year) => ({
    year,
    source: 'package',
    certainty: year < FIRST_CHECKED ? 'expected' : 'official',
    days: all.filter(({ date }) => noticeYear(date) === year),
  }));
}
