/** Loads the calendar: the office's files over the shipped notices over the law. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { calendarOf } from '../../core/almanac.ts';
import type { Calendar, YearOfRest } from '../../core/calendar.ts';
import { feastsOf } from './lunar.ts';
import { shippedYears } from './shipped.ts';
import { HOLIDAY_TEXTS as TEXTS } from './texts.ts';
import { readYearFile, type YearRead } from './year-file.ts';

/** A file with faults is left out; whoever starts or reloads decides what that means. */
export interface LoadedCalendar {
  readonly calendar: Calendar;
  readonly years: readonly YearOfRest[];
  /** Lines in Chinese, each naming file, place and mend. */
  readonly faults: readonly string[];
  /** What looks odd and is taken all the same. */
  readonly notes: readonly string[];
}

const MAX_BYTES = 100_000;
const YEAR_FILE = /^(\d{4})\.json$/u;

async function readOne(folder: string, name: string): Promise<YearRead> {
  const file = join(folder, name);
  const refuse = (mend: string): YearRead => ({ faults: [TEXTS.line(file, '', mend)], notes: [] });
  const year = YEAR_FILE.exec(name)?.[1];
  if (year === undefined) return refuse(TEXTS.fileName);
  if ((await stat(file)).size > MAX_BYTES) return refuse(TEXTS.tooLarge);
  return readYearFile(file, Number(year), await readFile(file, 'utf8'));
}

/** The JSON files of a folder, in order; none when there is no folder. */
async function jsonFiles(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return names.filter((name) => name.endsWith('.json')).sort();
}

export async function loadCalendar({ folder }: { readonly folder: string }): Promise<LoadedCalendar> {
  const names = await jsonFiles(folder);
  const read = await Promise.all(names.map((name) => readOne(folder, name)));
  const overrides = read.flatMap(({ year }) => (year ? [year] : []));
  const replaced = new Set(overrides.map(({ year }) => year));
  const years = [...shippedYears().filter(({ year }) => !replaced.has(year)), ...overrides];
  return {
    calendar: calendarOf(years, feastsOf),
    years,
    faults: read.flatMap(({ faults }) => faults),
    notes: read.flatMap(({ notes }) => notes),
  };
}

/** The calendar as shipped, without an office's files. */
export const shippedCalendar = (): Calendar => calendarOf(shippedYears(), feastsOf);
