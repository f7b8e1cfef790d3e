/** `绑定` and `解绑`: rooms by the office's hand. */
import { action, type Command, command, type SlotKnow } from '../../core/command.ts';
import type { Ctx } from '../../core/context.ts';
import { ok, refuse } from '../../core/result.ts';
import type { Unit } from '../../core/roster.ts';
import { speakerId } from '../../core/say.ts';
import { optional, unitSlot } from '../../core/slots.ts';
import type { Found } from '../../core/store.ts';
import { ERRANDS, ROOMS, type Room, reachable, roomOfUnit } from './access.ts';
import { type BindFacts, decideBind, decideUnbind } from './bind.ts';
import { FIXED_ROOMS, type Held, leaveTimer, nameOf, type Target } from './rooms.ts';
import { ACCESS } from './texts.ts';

const ANY_GROUP = ['unbound', 'unit', 'office', 'leaders', 'public'] as const;

/** What 绑定 is followed by: a target, or a word that names none and is asked about. */
type Place = Target | { readonly word: string };

function placeOf(text: string, know: SlotKnow): Place {
  const fixed = Object.entries(FIXED_ROOMS).find(([name]) => name === text);
  if (fixed !== undefined) return { kind: fixed[1] };
  const [unit] = know.org.unitsNamed(text);
  return unit === undefined ? { word: text } : { kind: 'unit', unit: unit.id };
}
const isTarget = (place: Place): place is Target => 'kind' in place;

const held = async (ctx: Ctx, room: Found<Room> | undefined): Promise<Held | undefined> =>
  room === undefined ? undefined : { room, timer: await leaveTimer(ctx.store, room.id) };

async function factsOf(ctx: Ctx, room: string, target: Target): Promise<BindFacts> {
  const liaisons = target.kind === 'unit' ? await reachable(ctx.store, ctx.org, target.unit, 'liaison') : [];
  const holder =
    target.kind === 'unit'
      ? await roomOfUnit(ctx.store, target.unit)
      : (await ctx.store.find(ROOMS, { kind: target.kind })).find(({ data }) => data.state !== 'met');
  return {
    room,
    here: await ctx.store.get(ROOMS, room),
    holder: await held(ctx, holder),
    errand: await ctx.store.get(ERRANDS, room),
    checker: liaisons[0]?.id ?? speakerId(ctx),
    liaisonBound: liaisons.length > 0,
  };
}

async function bind(target: Target, ctx: Ctx, sure: boolean) {
  const { room } = ctx.where;
  return room === null ? refuse('') : decideBind(ctx, target, await factsOf(ctx, room, target), sure);
}

/** “是 1 教育局　2 体育局？”: the answer binds. */
function whichUnit(ctx: Ctx, word: string) {
  const near = ctx.org.nearest(word);
  if (near.length === 0) return refuse(ACCESS.unknownUnit({ word }));
  const list = near.map(({ name }, n) => `${n + 1} ${name}`).join('　');
  const options = near.map(({ id }, n) => ({
    words: [String(n + 1)],
    command: 'access.bind.chosen',
    intent: { kind: 'unit', unit: id },
  }));
  const text = ACCESS.nearUnit({ word, list });
  return ok({ ask: [{ to: ctx.where.here, who: speakerId(ctx), text, options }] });
}

/** The room meant by `解绑`: this one, or the one of the unit named. */
const roomMeant = (ctx: Ctx, unit: string | undefined): Promise<Found<Room> | undefined> =>
  unit === undefined ? ctx.store.get(ROOMS, ctx.where.room ?? '') : roomOfUnit(ctx.store, unit);

async function unbind(ctx: Ctx, unit: Unit | undefined) {
  if (ctx.where.room === null && unit === undefined) return refuse(ACCESS.unbindWhich());
  const room = await roomMeant(ctx, unit?.id);
  if (unit !== undefined && room === undefined) return refuse(ACCESS.notEntered({ unit: unit.name }));
  return decideUnbind(ctx, await held(ctx, room), false);
}

export const bindCommands: readonly Command[] = [
  command({
    id: 'access.bind',
    verbs: ['绑定'],
    said: ANY_GROUP,
    slots: {
      place: {
        zh: '单位名/督查群/领导群/公示群',
        optional: false,
        shaped: true,
        take: (text, know) =>
          /^\S{2,20}$/u.test(text) ? { value: placeOf(text, know), rest: '' } : undefined,
      },
    },
    // Behind a gap any word is meant as a place; right behind the verb only a known one is.
    shape: (rest, know) => /^[\s:：]/u.test(rest) || isTarget(placeOf(rest, know)),
    summary: '把本群接到一个单位，或定为督查群、领导群、公示群',
    examples: [{ as: '赵明', at: '教育局', say: '绑定 财政局', reply: '本群已是教育局的群' }],
    run: async ({ place }, ctx) => {
      if (isTarget(place)) return bind(place, ctx, false);
      const here = await ctx.store.get(ROOMS, ctx.where.room ?? '');
      return here !== undefined && here.data.state !== 'met'
        ? refuse(ACCESS.boundAlready({ name: nameOf(here.data, ctx.org) }))
        : whichUnit(ctx, place.word);
    },
  }),
  action<Target>({
    id: 'access.bind.chosen',
    said: ANY_GROUP,
    summary: '选定要绑定的单位',
    run: (target, ctx) => bind(target, ctx, false),
  }),
  action<Target>({
    id: 'access.bind.confirmed',
    said: ANY_GROUP,
    summary: '确认换群',
    run: (target, ctx) => bind(target, ctx, true),
  }),
  command({
    id: 'access.unbind',
    verbs: ['解绑'],
    said: ['unit', 'office', 'leaders', 'public', 'private'],
    slots: { unit: optional(unitSlot) },
    summary: '把群与单位解开',
    examples: [{ as: '钱进', at: '教育局', say: '解绑', reply: '回 确认 解绑' }],
    run: ({ unit }, ctx) => unbind(ctx, unit),
  }),
  action<{ readonly room: string }>({
    id: 'access.unbind.confirmed',
    said: ['unit', 'office', 'leaders', 'public', 'private'],
    summary: '确认解绑',
    run: async ({ room }, ctx) => decideUnbind(ctx, await held(ctx, await ctx.store.get(ROOMS, room)), true),
  }),
];
