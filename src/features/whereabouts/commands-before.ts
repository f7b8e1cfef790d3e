/** 照旧 and 同上: entries that point to what was said before are replaced by what they point to. */
import type { Ctx } from '../../core/context.ts';
import type { Person } from '../../core/roster.ts';
import { type Day, dayOf } from '../../core/time.ts';
import { boardAt } from './board.ts';
import { statementsOf } from './board-load.ts';
import type { Seat } from './commands-facts.ts';
import type { Report } from './decide-facts.ts';
import type { Entry } from './reading.ts';
import type { Statement } from './record.ts';
import { AS_BEFORE, SAME_AS_ABOVE } from './texts.ts';

const points = (entry: Entry, to: RegExp): boolean =>
  entry.status === 'unknown' && entry.external !== true && to.test(entry.span);

/** What was said before, for today and by this message's words. */
const again = (entry: Entry, { status, halfDay, place }: Statement): Entry => ({
  person: entry.person,
  status,
  from: entry.from,
  to: entry.to,
  ...(halfDay === undefined ? {} : { halfDay }),
  ...(place === undefined ? {} : { place }),
  span: entry.span,
  rule: entry.rule,
});

/** A person's parts on the workday before. */
async function yesterdays(person: Person, ctx: Ctx, seat: Seat, today: Day): Promise<readonly Statement[]> {
  const day = ctx.calendar.shiftWorkdays(today, -1);
  const statements = await statementsOf(ctx.store, seat.unit.id, [person], day);
  return boardAt([person], statements, day, ctx.said.at).people[0]?.parts ?? [];
}

/** The latest thing said in this unit today, by another message and about one person. */
async function justSaid(ctx: Ctx, seat: Seat, today: Day): Promise<readonly Statement[]> {
  const statements = await statementsOf(ctx.store, seat.unit.id, seat.members, today);
  const said = statements.filter(
    ({ people, saidAt, verb, how }) =>
      people.length === 1 &&
      saidAt <= ctx.said.at &&
      dayOf(saidAt) === today &&
      verb !== 'cancel' &&
      how !== 'rest',
  );
  const last = said.reduce<Statement | undefined>(
    (a, b) => (a !== undefined && a.saidAt > b.saidAt ? a : b),
    undefined,
  );
  return last === undefined ? [] : [last];
}

async function pointed(entry: Entry, ctx: Ctx, seat: Seat): Promise<readonly Entry[]> {
  const person = seat.members.find(({ name }) => name === entry.person);
  const today = dayOf(ctx.said.at);
  if (person === undefined) return [entry];
  const before = points(entry, AS_BEFORE)
    ? await yesterdays(person, ctx, seat, today)
    : points(entry, SAME_AS_ABOVE)
      ? await justSaid(ctx, seat, today)
      : [];
  return before.length === 0 ? [entry] : before.map((part) => again(entry, part));
}

/** The report with its pointing entries filled in; what points to nothing stays as it is. */
export async function resolved(report: Report, ctx: Ctx, seat: Seat): Promise<Report> {
  const pointing = (entry: Entry): boolean => points(entry, AS_BEFORE) || points(entry, SAME_AS_ABOVE);
  if (!report.entries.some(pointing)) return report;
  const entries = await Promise.all(report.entries.map((entry) => pointed(entry, ctx, seat)));
  // What was unsure about 照旧 is settled once it is found.
  return {
    ...report,
    entries: entries.flat(),
    asks: report.asks.filter(({ span }) => !AS_BEFORE.test(span)),
  };
}
