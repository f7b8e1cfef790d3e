/** The answers to “is this the same group?”, and a colleague noticed under a new account. */
import { action, type Command, type Outcome } from '../../core/command.ts';
import type { Ctx } from '../../core/context.ts';
import type { Recogniser } from '../../core/feature.ts';
import { type Org, ofOffice } from '../../core/org.ts';
import { ok, refuse } from '../../core/result.ts';
import type { Person, Unit } from '../../core/roster.ts';
import { answer, inform, logged, speakerId } from '../../core/say.ts';
import { drop, type Found, put } from '../../core/store.ts';
import { peopleShown } from '../org/org.ts';
import { BINDINGS, CLAIMS, type Claim, claimId, ROOMS, type Room } from './access.ts';
import { askVoucher, openClaims } from './claims.ts';
import { greetingText } from './greeting.ts';
import { nameOf } from './rooms.ts';
import { roleIn } from './self.ts';
import { ACCESS } from './texts.ts';

interface Move {
  readonly from: string;
  readonly to: string;
}

/** Both groups, while the question is still a question and the speaker may answer it. */
async function both(
  ctx: Ctx,
  { from, to }: Move,
): Promise<{ old: Found<Room>; now: Found<Room> } | undefined> {
  const old = await ctx.store.get(ROOMS, from);
  const now = await ctx.store.get(ROOMS, to);
  const { person } = ctx.who;
  if (old === undefined || now === undefined || person === undefined) return undefined;
  if (old.data.state === 'met' || now.data.state !== 'met') return undefined;
  const unit = old.data.unit ?? '';
  return ofOffice(person) || ctx.org.holders(unit, 'liaison').includes(person) ? { old, now } : undefined;
}

async function move(intent: Move, ctx: Ctx): Promise<Outcome> {
  const rooms = await both(ctx, intent);
  if (rooms === undefined) return refuse(ACCESS.claimGone());
  const { old, now } = rooms;
  const name = nameOf(old.data, ctx.org);
  const row: Room = { ...old.data, topic: now.data.topic, metAt: now.data.metAt, boundBy: speakerId(ctx) };
  return ok({
    put: [put(ROOMS, now.id, row, now), drop(ROOMS, old)],
    say: [answer(ctx, ACCESS.moved({ name }))],
    audit: [logged(ctx, 'move-room', name, now.id)],
  });
}

async function stay(intent: Move, ctx: Ctx): Promise<Outcome> {
  const rooms = await both(ctx, intent);
  if (rooms === undefined) return refuse(ACCESS.claimGone());
  return ok({
    say: [
      answer(ctx, ACCESS.notMoved()),
      inform(`room:${intent.to}`, `greet/${intent.to}`, greetingText(ctx)),
    ],
  });
}

interface ShownAs {
  readonly unit: Unit;
  readonly person: Person;
}
/** Names already looked up; a reloaded roster is another object and starts anew. */
const LOOKED_UP = new WeakMap<Org, Map<string, Person | undefined>>();
const MOST_NAMES = 20_000;

/** The one person of a unit whose name the group shows. Asked of every word an unbound member says, so remembered. */
function onlyShown(name: string, unit: Unit, org: Org): Person | undefined {
  const known = LOOKED_UP.get(org) ?? new Map<string, Person | undefined>();
  LOOKED_UP.set(org, known);
  const key = `${unit.id}/${name}`;
  if (known.has(key)) return known.get(key);
  if (known.size >= MOST_NAMES) known.clear();
  const [person, other] = peopleShown(name, unit, org);
  const only = other === undefined ? person : undefined;
  known.set(key, only);
  return only;
}

function shownAs(ctx: Ctx): ShownAs | undefined {
  const { unit } = ctx.where;
  const person = unit === undefined ? undefined : onlyShown(ctx.who.name, unit, ctx.org);
  return unit === undefined || person === undefined ? undefined : { unit, person };
}

/** An unknown account that shows the name of a colleague who is bound to another: proposed, never bound by itself. */
export const changedRecogniser: Recogniser = {
  id: 'access.changed',
  mayBe: (ctx) => ctx.where.kind === 'unit' && ctx.who.person === undefined && shownAs(ctx) !== undefined,
  hear: async (ctx) => {
    const shown = shownAs(ctx);
    if (shown === undefined) return [];
    const { contact } = ctx.who;
    const person = shown.person.id;
    if ((await ctx.store.find(BINDINGS, { person })).length === 0) return [];
    if ((await ctx.store.get(BINDINGS, contact)) !== undefined) return [];
    if ((await ctx.store.get(CLAIMS, claimId({ person, contact }))) !== undefined) return [];
    return [{ command: 'access.changed', intent: {} }];
  },
};

async function changed(ctx: Ctx): Promise<Outcome> {
  const shown = shownAs(ctx);
  if (shown === undefined) return refuse('');
  const { contact, name } = ctx.who;
  const claim: Claim = {
    ...{ contact, person: shown.person.id, unit: shown.unit.id, role: roleIn(shown.person, shown.unit.id) },
    ...{ at: ctx.now, state: 'open', by: 'name', shown: name },
  };
  const waiting = await openClaims(ctx, shown.unit.id);
  return ok({
    put: [put(CLAIMS, claimId(claim), claim)],
    ask: waiting.length > 0 ? [] : [await askVoucher(ctx, claim, { priority: 'notice' })],
  });
}

export const moveCommands: readonly Command[] = [
  action<Move>({ id: 'access.move', said: ['private', 'office'], summary: '确认群换了编号', run: move }),
  action<Move>({ id: 'access.move.no', said: ['private', 'office'], summary: '否认群换了编号', run: stay }),
  action<object>({
    id: 'access.changed',
    said: ['unit'],
    summary: '发现换号的人员',
    run: (_, ctx) => changed(ctx),
  }),
];
