/** Records a reading for whoever spoke; shared by free text, 去向, 更正 and answers to the window's question. */
import type { Outcome } from '../../core/command.ts';
import type { Ctx } from '../../core/context.ts';
import { ok, refuse } from '../../core/result.ts';
import { type Day, dayOf } from '../../core/time.ts';
import { acknowledged } from './commands-ack.ts';
import { resolved } from './commands-before.ts';
import { factsFor, type Seat } from './commands-facts.ts';
import { decide } from './decide.ts';
import type { Report } from './decide-facts.ts';
import { doubtDayOf, windowOf } from './jobs-window.ts';
import { TEXTS } from './texts.ts';

/** The day whose question takes up what is unclear; in private nobody is asked twice, so not after the asking. */
function questionDay(ctx: Ctx, { unit }: Seat): Day | null {
  const { at } = ctx.said;
  const day = doubtDayOf(at, unit.kind, ctx) ?? null;
  if (day === null || day !== dayOf(at) || ctx.where.kind !== 'private') return day;
  const window = windowOf(day, unit.kind, ctx);
  return window !== undefined && at < window.ask ? day : null;
}

/** Records what was read. `asked`: the speaker used a command word, so he is told at once what is unclear. */
export async function record(report: Report, ctx: Ctx, seat: Seat, asked: boolean): Promise<Outcome> {
  const doubtDay = (): Day | null => (asked ? null : questionDay(ctx, seat));
  const whole = await resolved(report, ctx, seat);
  const facts = await factsFor(ctx, seat, whole.entries, doubtDay);
  const { change, said, doubts } = decide(whole, facts);
  const [unclear] = doubts;
  if (unclear !== undefined && said.length === 0) {
    // Where no question is to come, somebody who waits for an answer is told at once.
    const tell = (asked || ctx.where.kind === 'private') && doubtDay() === null;
    if (tell) return refuse(TEXTS.queued({ span: unclear.span }));
  }
  return ok({ ...change, say: acknowledged(ctx, seat, said, whole.operation) });
}
