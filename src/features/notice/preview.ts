/** Shows a notice to whoever may send it: the exact text, then rooms, time and what to answer. */

import type { Address, Ask, Change, Option, Priority } from '../../core/change.ts';
import { nextDisturbable } from '../../core/hours.ts';
import { clockText, namesText, soonText, unitNames } from '../../core/phrase-texts.ts';
import { inform, tell } from '../../core/say.ts';
import { MINUTE } from '../../core/time.ts';
import { dueOf, holesOf, messageOf, minutesFor } from './message.ts';
import type { Notice } from './notice.ts';
import type { Facts } from './reach.ts';
import { TEXTS } from './texts.ts';

/** Names shown of a scope, and of units that cannot be reached. */
const SCOPE_NAMES = 6;
const LOST_NAMES = 20;
/** Minutes a preview can be answered: one's own, and one that waits for the director. */
const OWN_MINUTES = 30;
const DIRECTOR_MINUTES = 480;

/** What the question is about; the intent of every answer. */
export interface Step {
  readonly code: string;
  readonly step: 'issue' | 'recall';
  /** The wording that was shown: another one cannot be approved by this answer. */
  readonly wordedAt: number;
}

/** More than one unit: the director's. */
export const isWide = (units: readonly string[]): boolean => units.length > 1;

/** The notice as its next edition would be. */
export const upcomingEdition = (notice: Notice): Notice =>
  notice.next === null ? notice : { ...notice, ...notice.next, edition: notice.edition + 1 };

function scopeLines(notice: Notice, facts: Facts): readonly string[] {
  const { units, all } = notice;
  const { live, trial } = facts.reach;
  const names = unitNames(units, facts.org);
  const some =
    names.length <= SCOPE_NAMES
      ? names.join('、')
      : TEXTS.scopeMany({ names: names.slice(0, SCOPE_NAMES).join('、'), count: names.length });
  const reached = units.filter((unit) => live.has(unit)).length;
  const lost = (kept: (unit: string) => boolean): string =>
    namesText(unitNames(units.filter(kept), facts.org), LOST_NAMES);
  const unbound = lost((unit) => !live.has(unit) && !trial.has(unit));
  const onTrial = lost((unit) => trial.has(unit));
  return [
    all
      ? TEXTS.scopeAll({ count: units.length, live: reached })
      : TEXTS.scopeSome({ names: some, live: reached }),
    ...(unbound === '' ? [] : [TEXTS.unbound({ names: unbound })]),
    ...(onTrial === '' ? [] : [TEXTS.trial({ names: onTrial })]),
  ];
}

/** From when and for how long it would be sent. */
function timeLine(notice: Notice, facts: Facts): string {
  const minutes = minutesFor(notice.units.filter((unit) => facts.reach.live.has(unit)).length, facts);
  const wanted = notice.state === 'draft' ? Math.max(facts.now, notice.holiday?.sendAt ?? 0) : facts.now;
  const from = nextDisturbable(wanted, facts.hours, facts.calendar);
  if (wanted > facts.now) return TEXTS.from({ from: soonText(from, facts.now), minutes });
  return from > facts.now
    ? TEXTS.later({ from: soonText(from, facts.now), minutes })
    : TEXTS.now({ minutes });
}

/** Rooms, due time and sending time, as lines. */
const summaryLines = (shown: Notice, facts: Facts): readonly string[] => [
  TEXTS.waiting(holesOf(shown)),
  ...scopeLines(shown, facts),
  TEXTS.due({ due: clockText(dueOf(shown, shown.holiday, sendTime(shown, facts), facts), facts.now) }),
  timeLine(shown, facts),
  ...(shown.body === '' ? [TEXTS.noBody(holesOf(shown))] : []),
];

/** The instant by which due time and date of the text are reckoned. */
const sendTime = (notice: Notice, facts: Pick<Facts, 'now'>): number =>
  Math.max(facts.now, notice.state === 'draft' ? (notice.holiday?.sendAt ?? 0) : 0);

const YES = ['1', '确认', '发送', '发', '下发'];
const NO = ['0', '取消', '不发'];
const HOLD = ['缓', '暂缓', '缓发', '暂不发', '0', '取消', '不发'];

/** The text as it would go out, and the question under it. */
export function preview(notice: Notice, to: Address, who: string, facts: Facts, key: string): Change {
  const shown = upcomingEdition(notice);
  const wide = isWide(shown.units);
  const intent: Step = { code: notice.code, step: 'issue', wordedAt: notice.wordedAt };
  const options = wide ? TEXTS.optionsDirector() : TEXTS.options();
  return {
    say: [tell(to, `${key}/text`, messageOf(shown, sendTime(notice, facts), facts))],
    ask: [
      {
        to,
        who,
        text: [...summaryLines(shown, facts), options].join('\n'),
        options: [
          { words: YES, command: wide ? 'notice.approve' : 'notice.confirm', intent },
          { words: NO, command: 'notice.drop', intent },
        ],
        minutes: wide ? DIRECTOR_MINUTES : OWN_MINUTES,
        key: `${key}/ask`,
      },
    ],
  };
}

/** What may be answered under a holiday notice: `1`, or 缓, which keeps the draft. */
const holidayOptions = (notice: Notice): readonly Option[] => {
  const intent: Step = { code: notice.code, step: 'issue', wordedAt: notice.wordedAt };
  return [
    { words: YES, command: 'notice.approve', intent },
    { words: HOLD, command: 'notice.hold', intent },
  ];
};

/** A question to the office about a holiday notice, open until it is to be sent, or until the holiday. */
export function holidayAsk(
  notice: Notice,
  text: string,
  key: string,
  now: number,
  priority: Priority = 'notice',
): Ask {
  const { sendAt = now, beforeAt = now } = notice.holiday ?? {};
  const until = sendAt > now ? sendAt : beforeAt;
  const minutes = Math.max(1, Math.floor((until - now) / MINUTE));
  return { to: 'office', who: '*', text, options: holidayOptions(notice), minutes, key, priority };
}

/** The preview of a holiday notice in the office room; `last` says what to answer, `answer` that somebody asked for it. */
export function holidayPreview(
  notice: Notice,
  last: string,
  facts: Facts,
  key: string,
  priority: Priority = 'notice',
): Change {
  const brief = notice.holiday?.brief ?? null;
  const texts = [
    messageOf(notice, sendTime(notice, facts), facts),
    ...(brief === null ? [] : [`${TEXTS.briefHead({ at: soonText(brief.at, facts.now) })}\n${brief.text}`]),
  ];
  const text = [...summaryLines(notice, facts), last].join('\n');
  return {
    say: texts.map((each, n) => inform('office', `${key}/text/${n}`, each, { priority })),
    ask: [holidayAsk(notice, text, `${key}/ask`, facts.now, priority)],
  };
}

/** Whether an issued notice is really to be withdrawn. */
export function recallAsk(notice: Notice, to: Address, who: string, said: string): Ask {
  const wide = isWide(notice.went);
  const intent: Step = { code: notice.code, step: 'recall', wordedAt: notice.wordedAt };
  const holes = { ...holesOf(notice), count: notice.went.length };
  return {
    to,
    who,
    text: wide ? TEXTS.recallAskDirector(holes) : TEXTS.recallAsk(holes),
    options: [
      { words: [...YES, '撤回'], command: wide ? 'notice.approve' : 'notice.confirm', intent },
      { words: NO, command: 'notice.drop', intent },
    ],
    minutes: wide ? DIRECTOR_MINUTES : OWN_MINUTES,
    key: `${notice.code}/recall/${said}`,
  };
}
