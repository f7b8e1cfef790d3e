/** Answers to the window's one question: `1 下乡，2 办公室王伟`. */
import { action, type Outcome } from '../../core/command.ts';
import type { Ctx } from '../../core/context.ts';
import { ok, refuse } from '../../core/result.ts';
import { answer } from '../../core/say.ts';
import { drop, type Found, put } from '../../core/store.ts';
import { dayOf } from '../../core/time.ts';
import { phraseOf } from './commands-ack.ts';
import { factsFor, isResponsible, type Seat, seatOf } from './commands-facts.ts';
import { decide } from './decide.ts';
import { type Settled, settled } from './decide-answer.ts';
import { doubtDayOf, isClosed } from './jobs-window.ts';
import { DOUBTS, type Doubt, firstDay, type Unproven } from './record.ts';
import { TEXTS } from './texts.ts';
import { readingOf } from './understand.ts';

/** One numbered answer: the doubt it is for, and the words after its number. */
export interface Answer {
  readonly doubt: string;
  readonly number: number;
  readonly words: string;
}

/** Doubts that have been asked here today. */
export async function openDoubts(ctx: Ctx, { unit }: Seat): Promise<readonly Found<Doubt>[]> {
  const all = await ctx.store.find(DOUBTS, { unit: unit.id });
  const { here } = ctx.where;
  const today = dayOf(ctx.said.at);
  return all.filter(({ data }) => data.number !== null && data.to === here && data.day === today);
}

/** The liaison and the head may answer every question, others what was asked about their own words. */
export const mayAnswer = (answers: readonly Answer[], open: readonly Found<Doubt>[], seat: Seat): boolean =>
  isResponsible(seat.person, seat.unit.id) ||
  answers.every(({ doubt }) => open.find(({ id }) => id === doubt)?.data.sender === seat.person.id);

const PIECE = /^\s*(\d{1,2})[\s.、:)]*(\D[\s\S]*)$/u;

/** The answers a message gives; none unless every piece of it begins with the number of an open doubt. */
export function answersIn(text: string, open: readonly Found<Doubt>[]): readonly Answer[] {
  const answers: Answer[] = [];
  for (const piece of text.split(/[,，;；。\n]/u).filter((one) => one.trim() !== '')) {
    const [, number, words = ''] = PIECE.exec(piece) ?? [];
    const doubt = open.find(({ data }) => data.number === Number(number));
    if (doubt === undefined) return [];
    answers.push({ doubt: doubt.id, number: Number(number), words: words.trim() });
  }
  return answers;
}

const settledBy = (given: Answer, found: Found<Doubt>, ctx: Ctx, seat: Seat): Settled =>
  settled(given.words, found.data, seat.members, (text, sender) =>
    readingOf(text, sender, seat.unit.id, ctx),
  );

async function answered(answers: readonly Answer[], ctx: Ctx, seat: Seat): Promise<Outcome> {
  const open = await openDoubts(ctx, seat);
  if (!mayAnswer(answers, open, seat)) return refuse('');
  const pairs = answers.flatMap((given) => {
    const found = open.find(({ id }) => id === given.doubt);
    return found === undefined ? [] : [{ given, found, result: settledBy(given, found, ctx, seat) }];
  });
  const unread = pairs.filter(({ result }) => result === undefined);
  const done = pairs.filter(({ result }) => result !== undefined);
  const lines = unread.map(({ given }) => TEXTS.answerUnread({ words: given.words, n: given.number }));
  if (done.length === 0) return refuse(lines.join('\n'));
  const entries = done.flatMap(({ result }) => result ?? []);
  const facts = await factsFor(ctx, seat, entries, () => null);
  const { change, said } = decide({ operation: 'report', confidence: 'high', entries, asks: [] }, facts);
  const inPrivate = ctx.where.kind === 'private';
  const late = said.some((one) => isClosed(firstDay(one), ctx.said.at, seat.unit.kind, ctx));
  const people = phraseOf(said, seat.members, facts.today, inPrivate ? 'inside' : 'outward');
  // In a room the tally acknowledges it, as long as one is to come.
  const all = said.length > 0 && (late || inPrivate) ? [TEXTS.noted({ people }), ...lines] : lines;
  return ok({
    ...change,
    put: [...(change.put ?? []), ...done.map(({ found }) => drop(DOUBTS, found))],
    say: all.length === 0 ? [] : [answer(ctx, all.join('\n'))],
  });
}

/** The words of somebody whose name nobody has confirmed: kept for the question, never recorded. */
async function wondered({ person, span, guess }: Unproven, ctx: Ctx): Promise<Outcome> {
  const { unit, here } = ctx.where;
  const day = unit === undefined ? undefined : doubtDayOf(ctx.said.at, unit.kind, ctx);
  if (unit === undefined || day === undefined) return refuse('');
  const doubt: Doubt = {
    ...{ unit: unit.id, to: here, day, sender: person, saidAt: ctx.said.at, message: ctx.said.id },
    ...{ span: span.slice(0, LONGEST_SPAN), why: 'unproven', guess, number: null },
  };
  return ok({ put: [put(DOUBTS, `${unit.id}/${day}/${ctx.said.id}-0`, doubt)] });
}
const LONGEST_SPAN = 40;

export const answerActions = [
  action<{ readonly answers: readonly Answer[] }>({
    id: 'whereabouts.answer',
    said: ['unit'],
    summary: TEXTS.titleAsk(),
    run: async ({ answers }, ctx) => {
      const seat = seatOf(ctx);
      return seat === undefined ? refuse('') : answered(answers, ctx, seat);
    },
  }),
  action<Unproven>({
    id: 'whereabouts.unproven',
    said: ['unit'],
    summary: TEXTS.titleAsk(),
    run: wondered,
  }),
] as const;
