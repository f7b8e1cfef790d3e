/** The messages of a notice as they reach a unit, and how times and lists are said. Pure. */

import { dayText } from '../../core/calendar-texts.ts';
import { digitsOf, shortCode } from '../../core/codes.ts';
import type { Know } from '../../core/context.ts';
import { clockText } from '../../core/phrase-texts.ts';
import { dayOf, instant, yearOf } from '../../core/time.ts';
import type { Content, Notice } from './notice.ts';
import { usualDue } from './scope.ts';
import { TEXTS } from './texts.ts';

const editionMark = (edition: number): string => (edition > 1 ? TEXTS.editionMark({ edition }) : '');
/** Between a code and what follows: the mark of a later edition, else a space. */
export const editionGap = (edition: number): string => editionMark(edition) || ' ';

/** The names every sentence about a notice needs. */
export const holesOf = (notice: Pick<Notice, 'code' | 'edition' | 'title'>) => ({
  code: shortCode(notice.code),
  digits: digitsOf(notice.code),
  edition: editionGap(notice.edition),
  title: notice.title,
});

/** When an edition's receipts are due, were it issued now. */
export const dueOf = (
  content: Pick<Content, 'dueAt'>,
  holiday: Notice['holiday'],
  now: number,
  know: Pick<Know, 'calendar' | 'settings'>,
): number => {
  const { due } = know.settings.bot.notice;
  const last =
    holiday === null ? undefined : instant(know.calendar.shiftWorkdays(dayOf(holiday.beforeAt), -1), due);
  return content.dueAt ?? usualDue(now, due, know.calendar, last);
};

/** Who signs a holiday notice, and the day it goes out. */
const signature = (now: number, know: Pick<Know, 'settings'>): readonly string[] => [
  know.settings.bot.issuers.join('　'),
  `${yearOf(dayOf(now))}年${dayText(dayOf(now))}`,
];

/** An edition as a unit's room gets it, were it issued at `now`. */
export function messageOf(notice: Notice, now: number, know: Know, late = false): string {
  const { code, edition, title, body, holiday, headOnly } = notice;
  const holes = { digits: digitsOf(code), due: clockText(dueOf(notice, holiday, now, know), now) };
  const heading = TEXTS.heading({
    kind: holiday === null ? TEXTS.kindOffice() : TEXTS.kindHoliday(),
    code,
    edition: editionMark(edition),
    late: late ? TEXTS.lateMark() : '',
    title: holiday === null ? (edition > 1 ? title : ` ${title}`) : '',
  });
  return [
    heading,
    ...(body === '' ? [] : [body]),
    ...(holiday === null ? [] : signature(now, know)),
    TEXTS.rule(),
    ...(edition > 1 ? [TEXTS.replaces()] : []),
    headOnly ? TEXTS.askHead(holes) : TEXTS.ask(holes),
  ].join('\n');
}

/** How long a broadcast takes, in whole minutes, by the limits of sending. */
export function minutesFor(count: number, know: Pick<Know, 'settings'>): number {
  const { gap, jitter } = know.settings.limits.send;
  return Math.max(1, Math.ceil((count * (gap + jitter / 2)) / 60_000));
}
