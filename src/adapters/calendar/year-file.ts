/** Reads config/holidays/YYYY.json: one notice, the whole of its year, checked against the law. */
import { z } from 'zod';
import type { RestDay, YearOfRest } from '../../core/calendar.ts';
import { statutory } from '../../core/festivals.ts';
import { isDay, weekdayOf, yearOf } from '../../core/time.ts';
import { feastsOf } from './lunar.ts';
import { isKnownName, normalName } from './names.ts';
import { HOLIDAY_TEXTS as TEXTS } from './texts.ts';

/** What was read; with any fault there is no year. Every line names file, place and mend. */
export interface YearRead {
  readonly year?: YearOfRest;
  readonly faults: readonly string[];
  readonly notes: readonly string[];
}
interface Finding {
  readonly path: string;
  readonly mend: string;
}

const PAPER = /^https?:\/\/([\w-]+\.)*gov\.cn\//u;
const fileSchema = z.object({
  year: z.int(),
  papers: z.array(z.string(TEXTS.papers).regex(PAPER, TEXTS.papers), TEXTS.papers).min(1, TEXTS.papers),
  days: z
    .array(
      z.object({
        date: z.string(TEXTS.date).refine(isDay, TEXTS.date),
        name: z.string(TEXTS.name).transform(normalName).refine(isKnownName, TEXTS.name),
        isOffDay: z.boolean(TEXTS.isOffDay),
      }),
      TEXTS.days,
    )
    .min(1, TEXTS.days),
});

/** zod's path the way one writes it: days[3].date. */
const pathOf = (path: readonly PropertyKey[]): string =>
  path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./u, '');

const isPlace = (year: number, date: string): boolean =>
  yearOf(date) === year || (yearOf(date) === year - 1 && date.slice(5, 7) === '12');

function datesWrong(year: number, days: readonly RestDay[]): readonly Finding[] {
  return days.flatMap(({ date }, i) => {
    const path = `days[${i}].date`;
    if (!isPlace(year, date)) return [{ path, mend: TEXTS.otherYear(year) }];
    const again = days.findIndex((day) => day.date === date) < i;
    return again ? [{ path, mend: TEXTS.twice }] : [];
  });
}

/** Statutory days must be off; one on a weekend need not be listed. */
function lawWrong(year: number, days: readonly RestDay[]): readonly Finding[] {
  const wanted = statutory(year, feastsOf(year)).flatMap(({ name, days: dates }) =>
    dates.map((date) => ({ name, date })),
  );
  return wanted.flatMap(({ name, date }) => {
    const i = days.findIndex((day) => day.date === date);
    if (i < 0) return weekdayOf(date) > 5 ? [] : [{ path: 'days', mend: TEXTS.statutory(name, date) }];
    return days[i]?.isOffDay ? [] : [{ path: `days[${i}]`, mend: TEXTS.statutoryWorked(name) }];
  });
}

const weekdaysWorked = (days: readonly RestDay[]): readonly Finding[] =>
  days.flatMap(({ date, isOffDay }, i) =>
    !isOffDay && weekdayOf(date) <= 5 ? [{ path: `days[${i}]`, mend: TEXTS.weekdayMakeup }] : [],
  );

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Checks one file. `file` is the path shown to people; `year` is the year its name says. */
export function readYearFile(file: string, year: number, text: string): YearRead {
  const say = ({ path, mend }: Finding): string => TEXTS.line(file, path, mend);
  const refuse = (findings: readonly Finding[]): YearRead => ({ faults: findings.map(say), notes: [] });
  const json = parseJson(text.replace(/^\uFEFF/u, ''));
  if (json === undefined) return refuse([{ path: '', mend: TEXTS.json }]);
  const parsed = fileSchema.safeParse(json);
  if (!parsed.success)
    return refuse(
      parsed.error.issues.map(({ path, message }) => ({
        path: pathOf(path),
        mend: path[0] === 'year' ? TEXTS.year(year) : path.length === 0 ? TEXTS.json : message,
      })),
    );
  if (parsed.data.year !== year) return refuse([{ path: 'year', mend: TEXTS.year(year) }]);
  const { days } = parsed.data;
  const wrong = [...datesWrong(year, days), ...lawWrong(year, days)];
  if (wrong.length > 0) return refuse(wrong);
  return {
    year: { year, source: 'override', certainty: 'official', days },
    faults: [],
    notes: weekdaysWorked(days).map(say),
  };
}
