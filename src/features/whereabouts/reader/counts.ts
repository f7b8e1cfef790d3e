/** Head counts: 在岗9人 covers the rest only when the numbers add up exactly. */
import type { Entry } from '../reading.ts';
import type { Reader } from './reader.ts';

const ON_DUTY =
  /(?:在岗|到岗|在位|实到|在)[^\d人,，。]{0,2}(\d{1,4})\s*人?|(\d{1,4})\s*人?(?:全部|全|都|均)?(?:在岗|到岗|在位)/u;

/** Entries for everybody not named, where the count of those on duty and the absent make the whole unit. */
export function countedOthers(
  text: string,
  entries: readonly Entry[],
  { roster, when: { today }, raw }: Reader,
): readonly Entry[] {
  const match = ON_DUTY.exec(text);
  if (match === null || entries.some(({ by }) => by === 'others')) return [];
  const count = Number(match[1] ?? match[2]);
  const named = new Set(entries.filter(({ external }) => external !== true).map(({ person }) => person));
  const away = new Set(
    entries
      .filter(({ status, external }) => status !== 'on_duty' && external !== true)
      .map(({ person }) => person),
  );
  if (count + away.size !== roster.members.length) return [];
  const day = entries[0]?.from.slice(0, 10) ?? today;
  const span = raw.slice(match.index, match.index + match[0].length);
  return roster.members
    .filter((person) => !named.has(person))
    .map((person) => ({
      person,
      status: 'on_duty',
      from: day,
      to: day,
      span,
      rule: 'others:count',
      by: 'others',
    }));
}
