/** What is answered to words that were understood: nothing in a room before its tally, one line otherwise. */
import { dayText } from '../../core/calendar-texts.ts';
import type { Draft } from '../../core/change.ts';
import type { Ctx } from '../../core/context.ts';
import type { Person } from '../../core/roster.ts';
import { answer, inform } from '../../core/say.ts';
import { dayOf } from '../../core/time.ts';
import { type Eyes, labelOf, nameWith } from './board-lines.ts';
import type { Seat } from './commands-facts.ts';
import { isClosed, windowOf } from './jobs-window.ts';
import { firstDay, type Statement } from './record.ts';
import { TEXTS } from './texts.ts';

const MOST_NAMES = 12;

/** 9月23日 下乡（上午） */
function statementPhrase(said: Statement, today: string, eyes: Eyes): string {
  const day = firstDay(said);
  const label =
    said.verb === 'cancel' && said.status === 'unknown' ? TEXTS.something() : labelOf(said.status, eyes);
  const phrase = nameWith(label, said, day, { eyes, full: false, nameOf: () => '' });
  return day === today ? phrase : `${dayText(day)} ${phrase}`;
}

function aboutOne(person: Person, said: readonly Statement[], today: string, eyes: Eyes): readonly string[] {
  const own = said.filter(({ how, people }) => how !== 'rest' && people.includes(person.id));
  if (own.length === 0) return [];
  return [`${person.name} ${own.map((one) => statementPhrase(one, today, eyes)).join('，')}`];
}

/** 张三 下乡、其余7人在岗 */
export function phraseOf(
  said: readonly Statement[],
  members: readonly Person[],
  today: string,
  eyes: Eyes,
): string {
  const named = members.flatMap((person) => aboutOne(person, said, today, eyes));
  const rest = said.flatMap(({ how, people }) =>
    how === 'rest' ? [TEXTS.others({ count: people.length })] : [],
  );
  const phrases = [
    ...named.slice(0, MOST_NAMES),
    ...(named.length > MOST_NAMES ? [TEXTS.andOthers()] : []),
    ...rest,
  ];
  return phrases.join('、');
}

type Kind = 'noted' | 'corrected' | 'cancelled' | 'withdrawn';
const KIND_OF = {
  report: 'noted',
  correct: 'corrected',
  cancel: 'cancelled',
  withdraw: 'withdrawn',
} as const;

/** Something the room's tally has told wrongly is put right there, wherever it was said. */
function toRoom(ctx: Ctx, { unit, members }: Seat, said: readonly Statement[], kind: Kind): readonly Draft[] {
  const today = dayOf(ctx.said.at);
  const window = windowOf(today, unit.kind, ctx);
  const text = TEXTS.correction({ what: TEXTS[kind]({ people: phraseOf(said, members, today, 'outward') }) });
  return [
    inform(`unit:${unit.id}`, `whereabouts/${ctx.said.id}/correction`, text, {
      ...(window === undefined ? {} : { expiresAt: window.end }),
    }),
  ];
}

/** The drafts that acknowledge what was recorded. */
export function acknowledged(
  ctx: Ctx,
  seat: Seat,
  said: readonly Statement[],
  verb: Statement['verb'],
): readonly Draft[] {
  const today = dayOf(ctx.said.at);
  const kind: Kind = KIND_OF[verb];
  const corrects =
    verb !== 'report' && said.some((one) => isClosed(firstDay(one), ctx.said.at, seat.unit.kind, ctx));
  const inPrivate = ctx.where.kind === 'private';
  if (said.length === 0 || (!inPrivate && !corrects)) return [];
  const people = phraseOf(said, seat.members, today, inPrivate ? 'inside' : 'outward');
  return [
    answer(ctx, TEXTS[kind]({ people })),
    ...(inPrivate && corrects ? toRoom(ctx, seat, said, kind) : []),
  ];
}
