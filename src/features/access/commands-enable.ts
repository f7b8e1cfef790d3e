/** `启用` and `接入进度`: which units are ready, and the office's word that puts them in use. */
import type { Draft } from '../../core/change.ts';
import { action, type Command, command, type Outcome } from '../../core/command.ts';
import type { Ctx } from '../../core/context.ts';
import { ok, refuse } from '../../core/result.ts';
import { answer, speakerId } from '../../core/say.ts';
import type { Found } from '../../core/store.ts';
import { dayOf } from '../../core/time.ts';
import { ROOMS, type Room, roomOfUnit } from './access.ts';
import { confirm, decideEnable, some } from './bind.ts';
import { lacks, MOST_LINES, progressOf, progressSheet, progressText } from './progress.ts';
import { nameOf } from './rooms.ts';
import { type Scope, scopeSlot } from './scope.ts';
import { ACCESS } from './texts.ts';

const onTrial = async (ctx: Ctx): Promise<readonly Found<Room>[]> =>
  (await ctx.store.find(ROOMS, { kind: 'unit' })).filter(({ data }) => data.state === 'trial');

async function askAll(ctx: Ctx): Promise<Outcome> {
  const rooms = await onTrial(ctx);
  if (rooms.length === 0) return refuse(ACCESS.nothingToEnable());
  const names = rooms.map(({ data }) => nameOf(data, ctx.org));
  const ids = new Set(rooms.map(({ data }) => data.unit));
  const behind = (await progressOf(ctx.store, ctx.org)).filter(
    (one) => ids.has(one.unit.id) && !(one.head && one.liaison),
  );
  const warning =
    behind.length === 0 ? '' : ACCESS.enableBehind({ names: some(behind.map(({ unit }) => unit.name)) });
  const text = ACCESS.enableAsk({ count: names.length, names: some(names), warning });
  return ok({ ask: [confirm(ctx, text, 'access.enable.confirmed', { rooms: rooms.map(({ id }) => id) })] });
}

async function askOne(ctx: Ctx, unit: NonNullable<Scope>): Promise<Outcome> {
  const room = await roomOfUnit(ctx.store, unit.id);
  if (room === undefined) return refuse(ACCESS.notEntered({ unit: unit.name }));
  if (room.data.state === 'live') return refuse(ACCESS.liveAlready({ unit: unit.name }));
  const one = (await progressOf(ctx.store, ctx.org)).find((each) => each.unit.id === unit.id);
  const missing = one === undefined ? [] : lacks(one);
  const warning = missing.length === 0 ? '' : ACCESS.enableLacks({ missing: missing.join('、') });
  const text = ACCESS.enableAsk({ count: 1, names: unit.name, warning });
  return ok({ ask: [confirm(ctx, text, 'access.enable.confirmed', { rooms: [room.id] })] });
}

async function enable(rooms: readonly string[], ctx: Ctx): Promise<Outcome> {
  const found = await Promise.all(rooms.map((room) => ctx.store.get(ROOMS, room)));
  return decideEnable(
    ctx,
    found.filter((room) => room !== undefined),
    speakerId(ctx),
  );
}

async function progress(ctx: Ctx): Promise<Outcome> {
  const all = await progressOf(ctx.store, ctx.org);
  const short = all.filter((one) => lacks(one).length > 0);
  const sheet: readonly Draft[] =
    short.length <= MOST_LINES
      ? []
      : [{ ...answer(ctx, '', 1), body: { file: progressSheet(all, dayOf(ctx.now)) } }];
  return ok({ say: [answer(ctx, progressText(all)), ...sheet] });
}

export const enableCommands: readonly Command[] = [
  command({
    id: 'access.enable',
    verbs: ['启用'],
    said: ['office', 'private'],
    slots: { scope: scopeSlot },
    summary: '让试运行的单位群正式启用',
    examples: [{ as: '赵明', at: '督查群', say: '启用 教育局', reply: '教育局已经启用' }],
    run: ({ scope }, ctx) => (scope === null ? askAll(ctx) : askOne(ctx, scope)),
  }),
  action<{ readonly rooms: readonly string[] }>({
    id: 'access.enable.confirmed',
    said: ['office', 'private'],
    summary: '确认启用',
    run: ({ rooms }, ctx) => enable(rooms, ctx),
  }),
  command({
    id: 'access.progress',
    verbs: ['接入进度'],
    said: ['office', 'private'],
    slots: {},
    summary: '看哪些单位还没接入、还差什么',
    examples: [{ as: '钱进', at: '督查群', say: '接入进度', reply: '7个单位' }],
    run: (_, ctx) => progress(ctx),
  }),
];
