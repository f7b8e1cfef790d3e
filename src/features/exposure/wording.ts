/** The text of an exposure, masked: unit, problem and fact, never the person; and where it goes. Pure. */

import type { Address } from '../../core/change.ts';
import { digitsOf, shortCode } from '../../core/codes.ts';
import type { Know } from '../../core/context.ts';
import { tellingNames } from '../../core/names-in.ts';
import type { Org } from '../../core/org.ts';
import { clockText } from '../../core/phrase-texts.ts';
import { HOUR, MINUTE } from '../../core/time.ts';
import { unfitText } from '../../core/unfit-texts.ts';
import { FINDING, type Finding } from '../finding/finding.ts';
import type { Exposure } from './exposure.ts';
import { TEXTS } from './texts.ts';

type Room = Know['settings']['bot']['exposure']['rooms'][number];
const ROOM_NAMES: Readonly<Record<Room, () => string>> = {
  public: TEXTS.roomPublic,
  leaders: TEXTS.roomLeaders,
  units: TEXTS.roomUnits,
};
export const roomNames = ({ settings }: Pick<Know, 'settings'>): string =>
  settings.bot.exposure.rooms.map((room) => ROOM_NAMES[room]()).join('、');

/** Addresses of the configured rooms; `units` are those whose room is enabled. */
export const addressesOf = (
  { settings }: Pick<Know, 'settings'>,
  live: { readonly public: boolean; readonly leaders: boolean; readonly units: readonly string[] },
): readonly Address[] =>
  settings.bot.exposure.rooms.flatMap((room): readonly Address[] => {
    if (room === 'units') return live.units.map((unit): Address => `unit:${unit}`);
    return live[room] ? [room] : [];
  });

const endless = (text: string): string => text.replace(/[。.!！]+$/u, '');

/** What goes out: the facts or the proposer's own words, and where the public may complain. */
export function textOf(
  code: string,
  finding: Finding,
  own: string,
  know: Pick<Know, 'org' | 'now' | 'settings'>,
): string {
  const { hotlines, contact, issuers } = know.settings.bot;
  const facts = [
    TEXTS.body({
      seen: clockText(finding.seenAt, know.now),
      unit: know.org.unit(finding.unit)?.name ?? finding.unit,
      type: finding.type,
      fact: endless(finding.fact),
    }),
    ...(finding.person === null ? [] : [TEXTS.people()]),
    TEXTS.state({ state: FINDING.states[finding.state] }),
  ];
  return [
    TEXTS.heading({ code: shortCode(code) }),
    ...(own === '' ? facts : [own]),
    ...(hotlines.length === 0 ? [] : [TEXTS.channels({ hotlines: hotlines.join('　') })]),
    TEXTS.contact({ contact }),
    TEXTS.signature({ issuers: issuers.join('　') }),
  ].join('\n');
}

/** What approvers read: the very text, where it goes, and what they can answer. */
export const askText = (exposure: Exposure, know: Pick<Know, 'org' | 'settings'>): string =>
  TEXTS.ask({
    code: shortCode(exposure.code),
    digits: digitsOf(exposure.code),
    finding: shortCode(exposure.finding),
    name: know.org.person(exposure.proposer)?.name ?? '',
    text: exposure.text,
    rooms: roomNames(know),
  });

const OFFICES = '主任|副主任|局长|副局长|科长|股长|所长|站长|镇长|乡长|书记|队长|院长|校长|会计|师傅|某';

/** 张主任, 小张: who is meant is plain to everybody in the unit. */
function alluded(
  text: string,
  finding: Pick<Finding, 'person'>,
  org: Pick<Org, 'person'>,
): string | undefined {
  const surname = org.person(finding.person ?? '')?.name.charAt(0);
  if (surname === undefined) return undefined;
  return new RegExp(`[小老]${surname}|${surname}(?:${OFFICES})`, 'u').exec(text)?.[0];
}

/** Why words about a finding cannot go out: a name, or matter that does not belong into a group. */
export function unfitWords(
  words: string,
  finding: Pick<Finding, 'unit' | 'person'>,
  { org }: Pick<Know, 'org'>,
): string | undefined {
  const [named = alluded(words, finding, org)] = tellingNames(words, org, finding.unit);
  return named === undefined ? unfitText(words) : TEXTS.named({ name: named });
}

/** 6天2小时, 5小时, 20分钟 */
export function spanText(ms: number): string {
  if (ms < HOUR) return TEXTS.spanMinutes({ minutes: Math.max(1, Math.round(ms / MINUTE)) });
  const all = Math.round(ms / HOUR);
  const [days, hours] = [Math.floor(all / 24), all % 24];
  if (days === 0) return TEXTS.spanHours({ hours });
  return hours === 0 ? TEXTS.spanDays({ days }) : TEXTS.spanDaysHours({ days, hours });
}
