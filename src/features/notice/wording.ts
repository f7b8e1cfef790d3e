/** The text of a holiday notice, from the festival's own list and the office's signature. Pure. */
import { dayText, dayWithWeekday, spanText } from '../../core/calendar-texts.ts';
import { FESTIVALS } from '../../core/festivals.ts';
import type { Secrets } from '../../core/ports.ts';
import type { Settings } from '../../core/settings.ts';
import { type Day, yearOf } from '../../core/time.ts';
import type { HolidayNode } from './nodes.ts';
import { TEXTS } from './texts.ts';

/** Festivals that are also called to mind on the last workday. */
const RECALLED = ['春节'];
/** As they stand in a title. */
const SHORT: Readonly<Record<string, string>> = {
  清明节: '清明',
  劳动节: '五一',
  端午节: '端午',
  中秋节: '中秋',
  国庆节: '国庆',
};

/** 中秋国庆节前提醒, 春节前提醒 */
export function titleOf(festivals: readonly string[]): string {
  const names = festivals.map((name) => SHORT[name] ?? name).join('');
  return names.endsWith('节') ? TEXTS.holidayTitle({ names }) : TEXTS.holidayTitleFeast({ names });
}

/** What a notice forbids: each festival's own list, then what is always forbidden; nothing twice. */
const forbidden = (festivals: readonly string[], settings: Settings): readonly string[] => {
  const { festivals: own, always } = settings.holidayNotices;
  return [...new Set([...festivals.flatMap((festival) => own[festival] ?? []), ...always])];
};

const hotlinesOf = (settings: Settings): string => settings.bot.hotlines.join('　');

/** What changes from year to year. */
interface Dates {
  /** 中秋节9月25日至27日放假，10月10日（周六）上班 */
  readonly holidays: string;
  readonly unsure: string;
  readonly cars: string;
}

const composed = (festivals: readonly string[], dates: Dates, settings: Settings): string =>
  [
    TEXTS.salutation(),
    TEXTS.holidays(dates),
    TEXTS.forbiddenHead(),
    ...forbidden(festivals, settings).map((item, n) => TEXTS.forbidden({ n: n + 1, item })),
    TEXTS.duty(),
    dates.cars,
    TEXTS.checks(),
    ...(settings.bot.hotlines.length === 0 ? [] : [TEXTS.hotlines({ hotlines: hotlinesOf(settings) })]),
  ].join('\n');

const carsText = (days: readonly string[]): string =>
  days.length > 1 ? TEXTS.carsEach({ days: days.join('、') }) : TEXTS.carsOnce({ days: days.join('') });

/** Dates are spelled out; make-up days that are still to come are named. */
function datesOf({ periods, makeup, certainty, noticeDay }: HolidayNode): Dates {
  const year = yearOf(noticeDay);
  const off = periods.map(({ name, first, last }) =>
    TEXTS.dayOff({ name, span: spanText(first, last, year) }),
  );
  const worked = makeup.map((day) => dayWithWeekday(day, year)).join('、');
  const before = (day: Day): string => dayText(day, year);
  return {
    holidays: [...off, ...(worked === '' ? [] : [TEXTS.makeup({ days: worked })])].join('，'),
    unsure: certainty === 'official' ? '' : TEXTS.unsure(),
    cars: carsText(periods.map(({ workdayBefore }) => before(workdayBefore))),
  };
}

/** The body of a node's notice: from the salutation to the hotline; signature and date are added when it goes out. */
export const holidayBody = (node: HolidayNode, settings: Settings): string =>
  composed(node.festivals, datesOf(node), settings);

/** The four lines of the last workday; '' where there are none. */
export const briefText = (festivals: readonly string[], settings: Settings): string =>
  festivals.some((festival) => RECALLED.includes(festival))
    ? TEXTS.brief({ hotlines: hotlinesOf(settings) })
    : '';

/** Everything an automatic notice may say, dates left out: what a standing approval approves. */
const template = (settings: Settings): string =>
  [
    ...FESTIVALS.map((festival) =>
      composed([festival], { holidays: festival, unsure: '', cars: carsText([festival]) }, settings),
    ),
    carsText([...FESTIVALS]),
    briefText(RECALLED, settings),
    settings.bot.issuers.join('　'),
  ].join('\n\n');

/** SHA-256 of the wording of all holiday notices: `settings.bot.notice.standing.hash` must equal it. */
export const templateHash = (settings: Settings, hash: Secrets['hash']): string => hash(template(settings));

/** True when an approval on record covers the present wording. */
export const isStanding = (settings: Settings, hash: Secrets['hash']): boolean =>
  settings.bot.notice.standing !== null && settings.bot.notice.standing.hash === templateHash(settings, hash);

/** The last workday before the festival that is called to mind then; undefined when the node has none. */
export const briefDay = ({ periods }: HolidayNode): Day | undefined =>
  periods.find(({ festivals }) => festivals.some((festival) => RECALLED.includes(festival)))?.workdayBefore;
