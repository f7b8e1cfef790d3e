/** `登记负责人`: the liaison names the head, the head answers `1`, the office approves the day's list. */
import { action, type Command, command, type Outcome } from '../../core/command.ts';
import type { Ctx } from '../../core/context.ts';
import { ok, refuse } from '../../core/result.ts';
import type { Person, Unit } from '../../core/roster.ts';
import { answer, tell } from '../../core/say.ts';
import { personSlot } from '../../core/slots.ts';
import { drop, type Found, put } from '../../core/store.ts';
import { CLAIMS, claimId, isReachable, NOMINATIONS, type Nomination, roomOfUnit } from './access.ts';
import { decideNominate } from './head.ts';
import { ACCESS } from './texts.ts';

/** The unit the liaison speaks for: the room's, or in private the one he is liaison of and the head belongs to. */
function unitMeant(ctx: Ctx, person: Person): Unit | undefined {
  if (ctx.where.unit !== undefined) return ctx.where.unit;
  const own = (ctx.who.person?.posts ?? []).filter(({ role }) => role === 'liaison');
  const shared = own.find(({ unit }) => ctx.org.members(unit).includes(person));
  return shared === undefined ? undefined : ctx.org.unit(shared.unit);
}

async function nominate(ctx: Ctx, person: Person): Promise<Outcome> {
  const unit = unitMeant(ctx, person);
  if (unit === undefined) return refuse(ACCESS.notYourUnit({ name: person.name }));
  const room = await roomOfUnit(ctx.store, unit.id);
  return decideNominate(ctx, person, {
    unit,
    room: room?.id,
    nomination: await ctx.store.get(NOMINATIONS, person.id),
    bound: await isReachable(ctx.store, person.id),
    claims: await ctx.store.find(CLAIMS, { person: person.id }),
  });
}

/** The nomination this contact was asked about. */
async function askedOf(ctx: Ctx, person: string): Promise<Found<Nomination> | undefined> {
  const found = await ctx.store.get(NOMINATIONS, person);
  return found?.data.asked === ctx.who.contact ? found : undefined;
}

async function accept(person: string, ctx: Ctx): Promise<Outcome> {
  const found = await askedOf(ctx, person);
  const name = ctx.org.person(person)?.name;
  if (found === undefined || name === undefined) return refuse(ACCESS.claimGone());
  const { unit, by } = found.data;
  const { contact } = ctx.who;
  const id = claimId({ person, contact });
  const claim = {
    contact,
    person,
    unit,
    role: 'head',
    at: ctx.now,
    state: 'accepted',
    by,
    shown: ctx.who.name,
  } as const;
  return ok({
    put: [put(CLAIMS, id, claim, await ctx.store.get(CLAIMS, id)), drop(NOMINATIONS, found)],
    say: [answer(ctx, ACCESS.headAccepted({ name, office: ctx.settings.bot.contact }))],
  });
}

async function decline(person: string, ctx: Ctx): Promise<Outcome> {
  const found = await askedOf(ctx, person);
  const name = ctx.org.person(person)?.name;
  if (found === undefined || name === undefined) return refuse('');
  return ok({
    put: [drop(NOMINATIONS, found)],
    say: [
      answer(ctx, ACCESS.headDeclined()),
      tell(`person:${found.data.by}`, `${ctx.said.id}/declined`, ACCESS.headDeclinedTold({ name })),
    ],
  });
}

interface Head {
  readonly person: string;
}

export const headCommands: readonly Command[] = [
  command({
    id: 'access.head',
    verbs: ['登记负责人'],
    said: ['unit'],
    slots: { person: personSlot },
    summary: '登记本单位主要负责同志，请他本人确认',
    examples: [{ as: '陈静', at: '教育局', say: '登记负责人 王建国', reply: '王建国已经绑定' }],
    run: ({ person }, ctx) => nominate(ctx, person),
  }),
  action<Head>({
    id: 'access.head.accept',
    said: ['unit'],
    summary: '确认自己是负责人',
    run: ({ person }, ctx) => accept(person, ctx),
  }),
  action<Head>({
    id: 'access.head.decline',
    said: ['unit'],
    summary: '否认自己是负责人',
    run: ({ person }, ctx) => decline(person, ctx),
  }),
];
