/** Rooms bound and unbound by the office's hand: pure rules. */
import type { Ask, Change } from '../../core/change.ts';
import type { Outcome } from '../../core/command.ts';
import type { Ctx } from '../../core/context.ts';
import { after } from '../../core/lifecycle.ts';
import { ok, refuse } from '../../core/result.ts';
import { answer, logged, speakerId } from '../../core/say.ts';
import type { Found } from '../../core/store.ts';
import { type Errand, ROOM, type Room } from './access.ts';
import { askMembers, boundRow, errandRow, freedRows, type Held, nameOf, type Target } from './rooms.ts';
import { ACCESS } from './texts.ts';

const SURE = ['确认', '1'] as const;

/** A question that only 确认 lets through. */
export const confirm = (ctx: Ctx, text: string, command: string, intent: object): Ask => ({
  to: ctx.where.here,
  who: speakerId(ctx),
  text,
  options: [{ words: SURE, command, intent }],
});

export interface BindFacts {
  readonly room: string;
  readonly here: Found<Room> | undefined;
  /** The room that is bound to the target now. */
  readonly holder: Held | undefined;
  readonly errand: Found<Errand> | undefined;
  /** Who is to look at the matched names: a bound liaison, else the one who binds. */
  readonly checker: string;
  readonly liaisonBound: boolean;
}

function boundText(ctx: Ctx, target: Target, facts: BindFacts): string {
  if (target.kind !== 'unit') return ACCESS.boundFixed({ name: nameOf(target, ctx.org) });
  const unit = nameOf(target, ctx.org);
  const liaisons = ctx.org.holders(target.unit, 'liaison').map(({ name }) => name);
  if (liaisons.length === 0) return ACCESS.boundNobody({ unit });
  const names = liaisons.join('、');
  return facts.liaisonBound ? ACCESS.boundUnit({ unit, names }) : ACCESS.boundAlone({ unit, names });
}

/** Binds this group. Another group in its place is let go, but only when `sure`. */
export function decideBind(ctx: Ctx, target: Target, facts: BindFacts, sure: boolean): Outcome {
  const { here, holder, room } = facts;
  if (after(ROOM, here?.data.state ?? 'met', 'bind') === undefined)
    return refuse(here === undefined ? '' : ACCESS.boundAlready({ name: nameOf(here.data, ctx.org) }));
  const name = nameOf(target, ctx.org);
  if (holder !== undefined && !sure)
    return ok({
      ask: [
        confirm(
          ctx,
          ACCESS.rebindAsk({ name, topic: holder.room.data.topic }),
          'access.bind.confirmed',
          target,
        ),
      ],
    });
  const by = speakerId(ctx);
  const look = target.kind === 'unit';
  return ok({
    put: [
      boundRow(room, here, target, by, ctx.now),
      ...(holder === undefined ? [] : freedRows(holder, ctx.now)),
      ...(look ? [errandRow(room, facts.checker, facts.errand)] : []),
    ],
    say: [answer(ctx, boundText(ctx, target, facts)), ...(look ? [askMembers(room, ctx.said.id)] : [])],
    audit: [logged(ctx, 'bind-room', name, room)],
  });
}

/** Lets a room go. Its people stay bound; it is greeted again only when somebody brings the bot in anew. */
export function decideUnbind(ctx: Ctx, held: Held | undefined, sure: boolean): Outcome {
  if (held === undefined || after(ROOM, held.room.data.state, 'unbind') === undefined) return refuse('');
  const name = nameOf(held.room.data, ctx.org);
  const room = held.room.data.kind === 'unit' ? ACCESS.unitRoom({ name }) : name;
  if (!sure)
    return ok({
      ask: [confirm(ctx, ACCESS.unbindAsk({ room }), 'access.unbind.confirmed', { room: held.room.id })],
    });
  // The room is nobody's in this very commit, so its old address leads nowhere.
  const to = held.room.id === ctx.where.room ? (`room:${held.room.id}` as const) : ctx.where.here;
  const change: Change = {
    put: freedRows(held, ctx.now),
    say: [{ ...answer(ctx, ACCESS.unbound({ room })), to }],
    audit: [logged(ctx, 'unbind-room', name, held.room.id)],
  };
  return ok(change);
}

/** Puts rooms in use. One that is already is not an error: it is named. */
export function decideEnable(ctx: Ctx, rooms: readonly Found<Room>[], by: string): Outcome {
  const trial = rooms.filter(({ data }) => after(ROOM, data.state, 'enable') !== undefined);
  if (trial.length === 0) return refuse(ACCESS.nothingToEnable());
  const names = trial.map(({ data }) => nameOf(data, ctx.org));
  return ok({
    put: trial.map((found) =>
      boundRow(
        found.id,
        found,
        { kind: 'unit', unit: found.data.unit ?? '' },
        found.data.boundBy ?? by,
        ctx.now,
        'live',
      ),
    ),
    say: [answer(ctx, ACCESS.enabled({ count: names.length, names: some(names) }))],
    audit: trial.map(({ id }, n) => logged(ctx, 'enable', names[n] ?? '', id)),
  });
}

/** The first few names, and how many more. */
export const some = (names: readonly string[], most = 8): string =>
  names.length <= most
    ? names.join('、')
    : ACCESS.andMore({ names: names.slice(0, most).join('、'), count: names.length });
