/** The text of an exposure, masked: unit, problem and fact, never the person; and where it goes. Pure. */

import type { Address } from '../../core/change.ts';
import { shortCode } from '../../core/codes.ts';
import type { Know } from '../../core/context.ts';
import { clockText } from '../../core/phrase-texts.ts';
import { DAY, HOUR } from '../../core/time.ts';
import { unfit } from '../../core/unfit.ts';
import { FINDING, type Finding } from '../finding/finding.ts';
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

/** What goes out: the facts or the proposer's own words, and where the public may complain. */
export function textOf(
  code: string,
  finding: Finding,
  own: string,
  know: Pick<Know, 'org' | 'now' | 'settings'>,
): string {
  const { bot } = know.settings;
  const holes = {
    seen: clockText(finding.seenAt, know.now),
    unit: know.org.unit(finding.unit)?.name ?? finding.unit,
    type: finding.type,
    fact: finding.fact,
  };
  return [
    TEXTS.heading({ code: shortCode(code) }),
    own === '' ? TEXTS.body(holes) : own,
    ...(own === '' && finding.person !== null ? [TEXTS.people()] : []),
    ...(own === '' ? [TEXTS.state({ state: FINDING.states[finding.state] })] : []),
    TEXTS.channels({ hotlines: bot.hotlines.join('　') }),
    TEXTS.signature({ issuers: bot.issuers.join('　') }),
  ].join('\n');
}

/** Why the proposer's words cannot go out: a name, or matter that does not belong into a group. */
export function unfitWords(own: string, finding: Finding, { org }: Pick<Know, 'org'>): string | undefined {
  const named = org.members(finding.unit).find(({ name }) => own.includes(name));
  if (named !== undefined) return TEXTS.named({ name: named.name });
  const wrong = unfit(own);
  if (wrong === undefined) return undefined;
  if (wrong.kind === 'classified') return TEXTS.classified({ word: wrong.word });
  return wrong.kind === 'identity' ? TEXTS.identity() : TEXTS.mobile();
}

/** 6天2小时, 5小时 */
export function spanText(ms: number): string {
  const [days, hours] = [Math.floor(ms / DAY), Math.max(1, Math.round((ms % DAY) / HOUR))];
  return days === 0 ? TEXTS.spanHours({ hours }) : TEXTS.spanDays({ days, hours });
}
