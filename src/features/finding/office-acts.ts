/** What follows when the office closes, returns, withdraws, reopens or corrects a finding, or decides what was asked. */
import type { Outcome } from '../../core/command.ts';
import type { Ctx } from '../../core/context.ts';
import { inform } from '../../core/say.ts';
import type { Finding } from './finding.ts';
import { act, toOffice, toRegistrar, toUnit } from './moved.ts';
import { evidenceOf } from './scene.ts';
import { audienceOf, telling } from './tell.ts';
import { TELLING } from './texts-telling.ts';
import { holesOf } from './words.ts';

/** A word of the office on one finding. */
export interface OfCode {
  readonly code: string;
  readonly text: string;
}

/** A correction: new facts, and whom they concern where that was wrong. */
export interface Correction extends OfCode {
  readonly person?: string;
}

/** Everyone the finding reached hears that it is over: heads, discipline lead, the room that got its line. */
async function over(next: Finding, text: string, room: string, ctx: Ctx) {
  return [
    ...(await toUnit(next, text, ctx)),
    inform(`unit:${next.unit}`, `${ctx.said.id}/${next.code}/room`, room),
    ...toRegistrar(next, text, ctx),
    ...toOffice(next, text, ctx),
  ];
}

export const close = ({ code, text }: OfCode, ctx: Ctx): Promise<Outcome> =>
  act(code, { did: 'close', text }, ctx, async (next) => ({
    answer: TELLING.closed(holesOf(next, ctx)),
    others: [
      ...(await toUnit(next, TELLING.closedTold(holesOf(next, ctx)), ctx, { liaisons: true })),
      ...toRegistrar(next, TELLING.closedTold(holesOf(next, ctx)), ctx),
    ],
  }));

export const withdraw = ({ code, text }: OfCode, ctx: Ctx): Promise<Outcome> =>
  act(code, { did: 'withdraw', text }, ctx, async (next) => {
    const holes = { ...holesOf(next, ctx), text };
    const others = await over(next, TELLING.withdrawnTold(holes), TELLING.withdrawnRoom(holes), ctx);
    return { answer: TELLING.withdrawn(holes), others };
  });

export const uphold = ({ code, text }: OfCode, ctx: Ctx): Promise<Outcome> =>
  act(code, { did: 'uphold', text }, ctx, async (next) => {
    const holes = { ...holesOf(next, ctx), text };
    const others = await over(next, TELLING.upheldTold(holes), TELLING.withdrawnRoom(holes), ctx);
    return { answer: TELLING.upheld(holes), others };
  });

export const amend = ({ code, text, person }: Correction, ctx: Ctx): Promise<Outcome> =>
  act(code, { did: 'amend', text, ...(person === undefined ? {} : { person }) }, ctx, async (next) => {
    const audience = await audienceOf(next.unit, ctx);
    return {
      answer: TELLING.amended({ ...holesOf(next, ctx), edition: next.edition }),
      others: telling(next, audience, await evidenceOf(ctx.store, code), ctx),
    };
  });

export const sendBack = (code: string, text: string, ctx: Ctx): Promise<Outcome> =>
  act(code, { did: 'return', text }, ctx, async (next) => {
    const holes = { ...holesOf(next, ctx), text };
    const told = await toUnit(next, TELLING.returnedTold(holes), ctx, { request: true, liaisons: true });
    return { answer: TELLING.returned(holes), others: told };
  });

export const reopen = (code: string, text: string, ctx: Ctx): Promise<Outcome> =>
  act(code, { did: 'reopen', text }, ctx, async (next) => {
    const holes = { ...holesOf(next, ctx), text };
    const told = await toUnit(next, TELLING.reopenedTold(holes), ctx, { request: true, liaisons: true });
    return {
      answer: TELLING.reopened(holes),
      others: [...told, ...toOffice(next, TELLING.reopened(holes), ctx)],
    };
  });

/** What the unit has to do now that its objection is decided. */
function nextText(finding: Finding, ctx: Ctx): string {
  const holes = holesOf(finding, ctx);
  if (finding.state === 'issued') return TELLING.nextSign(holes);
  return finding.state === 'rectifying' ? TELLING.nextFix(holes) : TELLING.nextWait();
}

export const reject = (code: string, text: string, ctx: Ctx): Promise<Outcome> =>
  act(code, { did: 'reject', text }, ctx, async (next) => {
    const holes = { ...holesOf(next, ctx), text, next: nextText(next, ctx) };
    const told = TELLING.rejectedTold(holes);
    return {
      answer: TELLING.rejected(holes),
      others: [
        ...(await toUnit(next, told, ctx, { request: true, liaisons: true })),
        ...toRegistrar(next, told, ctx),
      ],
    };
  });

export const grant = (code: string, days: number | undefined, ctx: Ctx): Promise<Outcome> =>
  act(code, { did: 'grant', ...(days === undefined ? {} : { days }) }, ctx, async (next) => ({
    answer: TELLING.granted(holesOf(next, ctx)),
    others: await toUnit(next, TELLING.grantedTold(holesOf(next, ctx)), ctx, { liaisons: true }),
  }));

export const refuseMore = (code: string, text: string, ctx: Ctx): Promise<Outcome> =>
  act(code, { did: 'refuse', text }, ctx, async (next) => {
    const holes = { ...holesOf(next, ctx), text };
    return {
      answer: TELLING.refused(holes),
      others: await toUnit(next, TELLING.refusedTold(holes), ctx, { liaisons: true }),
    };
  });
