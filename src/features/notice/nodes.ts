/** The holiday nodes of a calendar: which periods are noticed together, and on which workday. Pure. */
import type { Calendar, Certainty, Period } from '../../core/calendar.ts';
import type { NoticeSettings } from '../../core/settings.ts';
import { addDays, type Day, yearOf } from '../../core/time.ts';

/** One notice to come: its periods of days off, and the workday it goes out on. */
export interface HolidayNode {
  /** `<year of notice>-<names>`: the same after an amendment that only moves days. */
  readonly id: string;
  readonly festivals: readonly string[];
  readonly noticeDay: Day;
  readonly periods: readonly Period[];
  /** Workdays between the notice and the first period. */
  readonly ahead: number;
  /** Make-up days after the notice day, in order. */
  readonly makeup: readonly Day[];
  readonly certainty: Certainty;
}

/** Workdays ahead of a festival nobody has set. */
const USUAL_AHEAD = 3;
/** Days around a year within which periods may share a notice. */
const AROUND = 60;

const aheadOf = ({ festivals }: Period, settings: NoticeSettings): number =>
  Math.max(1, ...festivals.map((festival) => settings.ahead[festival] ?? USUAL_AHEAD));

export const periodId = ({ year, name }: Pick<Period, 'year' | 'name'>): string => `${year}-${name}`;

interface Planned {
  readonly period: Period;
  readonly ahead: number;
  readonly day: Day;
}

function certaintyOf(periods: readonly Period[]): Certainty {
  return periods.find(({ certainty }) => certainty !== 'official')?.certainty ?? 'official';
}

const built = (periods: readonly Period[], noticeDay: Day, ahead: number): HolidayNode => {
  const festivals = periods.flatMap((period) => period.festivals);
  return {
    id: `${periods[0]?.year ?? yearOf(noticeDay)}-${festivals.join('、')}`,
    festivals,
    noticeDay,
    periods,
    ahead,
    makeup: [...new Set(periods.flatMap(({ makeup }) => makeup))].filter((day) => day > noticeDay).sort(),
    certainty: certaintyOf(periods),
  };
};

function nodeOf(group: readonly [Planned, ...Planned[]]): HolidayNode {
  const first = group.reduce((a, b) => (b.day < a.day ? b : a));
  return built(
    group.map(({ period }) => period),
    first.day,
    first.ahead,
  );
}

/** The same node with some of its periods only: the others have been noticed already. */
export const withPeriods = (node: HolidayNode, periods: readonly Period[]): HolidayNode =>
  periods.length === node.periods.length ? node : built(periods, node.noticeDay, node.ahead);

/** True when `day` is at most `n` workdays after `from`. */
const isWithin = (from: Day, day: Day, n: number, calendar: Calendar): boolean =>
  day <= calendar.shiftWorkdays(from, n);

/** Every node whose periods begin between two days, in order. */
function nodesBetween(
  calendar: Calendar,
  from: Day,
  to: Day,
  settings: NoticeSettings,
): readonly HolidayNode[] {
  const groups: [Planned, ...Planned[]][] = [];
  for (const period of calendar.periods(from, to)) {
    const ahead = aheadOf(period, settings);
    const planned: Planned = { period, ahead, day: calendar.shiftWorkdays(period.first, -ahead) };
    const last = groups.at(-1);
    if (last !== undefined && isWithin(last[0].day, planned.day, settings.mergeWithin, calendar))
      last.push(planned);
    else groups.push([planned]);
  }
  return groups.map(nodeOf);
}

type ByYear = Map<number, readonly HolidayNode[]>;
/** Calendars and settings never change, they are replaced: what follows from them can be remembered. */
const remembered = new WeakMap<Calendar, WeakMap<NoticeSettings, ByYear>>();

function yearsOf(calendar: Calendar, settings: NoticeSettings): ByYear {
  const bySettings = remembered.get(calendar) ?? new WeakMap<NoticeSettings, ByYear>();
  remembered.set(calendar, bySettings);
  const years = bySettings.get(settings) ?? new Map<number, readonly HolidayNode[]>();
  bySettings.set(settings, years);
  return years;
}

/** The nodes whose notice day lies in one year. */
function nodesOfYear(year: number, calendar: Calendar, settings: NoticeSettings): readonly HolidayNode[] {
  const years = yearsOf(calendar, settings);
  const known = years.get(year);
  if (known !== undefined) return known;
  const [from, to] = [addDays(`${year}-01-01`, -AROUND), addDays(`${year}-12-31`, AROUND)];
  const nodes = nodesBetween(calendar, from, to, settings).filter(
    ({ noticeDay }) => yearOf(noticeDay) === year,
  );
  years.set(year, nodes);
  return nodes;
}

/** The nodes whose notice day lies in [from, to], in order. */
export function holidayNodes(
  calendar: Calendar,
  from: Day,
  to: Day,
  settings: NoticeSettings,
): readonly HolidayNode[] {
  const nodes: HolidayNode[] = [];
  for (let year = yearOf(from); year <= yearOf(to); year += 1)
    nodes.push(...nodesOfYear(year, calendar, settings));
  return nodes.filter(({ noticeDay }) => from <= noticeDay && noticeDay <= to);
}
