/** Hears entry codes: in an unbound group they bind, in private they say what to do next, elsewhere they say where they belong. */
import { action, type Command, type Outcome } from '../../core/command.ts';
import type { Ctx } from '../../core/context.ts';
import type { Recogniser } from '../../core/feature.ts';
import { ok, refuse } from '../../core/result.ts';
import type { Unit } from '../../core/roster.ts';
import { answer, speakerId } from '../../core/say.ts';
import { type Found, put } from '../../core/store.ts';
import { ENTRY_CODES, type EntryCode, ERRANDS, HELLOS, ROOMS, roomOfUnit, TRIES } from './access.ts';
import { bindingFacts } from './binding.ts';
import { codeAlone, judge } from './codes.ts';
import { askWhich, chooseLiaison, decideEntry } from './enter.ts';
import { ACCESS } from './texts.ts';
import { countTry, isLocked, wrongTry } from './tries.ts';

interface Entry {
  readonly code: string;
  /** The liaison the speaker said he is, when the roster has several. */
  readonly person?: string;
  /** Said where nobody waits for a code: a wrong one may be talk, so it is counted and not answered. */
  readonly quiet?: true;
}

/** Where nobody waits for a code, only one that exists is answered; others are still tries. */
export const entryRecogniser: Recogniser = {
  id: 'access.entry',
  mayBe: (ctx) => ctx.said.text.length <= 20 && codeAlone(ctx.said.text) !== undefined,
  hear: async (ctx) => {
    const code = codeAlone(ctx.said.text);
    if (code === undefined) return [];
    const waited =
      ctx.where.kind === 'unbound' || (ctx.where.kind === 'private' && ctx.who.person === undefined);
    const quiet = !waited && (await ctx.store.get(ENTRY_CODES, code)) === undefined;
    const entry: Entry = quiet ? { code, quiet } : { code };
    return [{ command: 'access.enter', intent: entry }];
  },
};

async function privately(ctx: Ctx, unit: Unit): Promise<Outcome> {
  const hello = await ctx.store.get(HELLOS, ctx.who.contact);
  const row = put(HELLOS, ctx.who.contact, { at: hello?.data.at ?? ctx.now, unit: unit.id }, hello);
  return ok({ put: [row], say: [answer(ctx, ACCESS.codeGood({ unit: unit.name }))] });
}

async function inRoom(
  ctx: Ctx,
  room: string,
  code: Found<EntryCode>,
  unit: Unit,
  entry: Entry,
): Promise<Outcome> {
  if (ctx.where.kind === 'unit' && ctx.where.unit?.id !== unit.id)
    return refuse(ACCESS.otherUnit({ here: ctx.where.unit?.name ?? '', unit: unit.name }));
  const chosen = chooseLiaison(ctx, unit, entry.person);
  if (!chosen.ok) return chosen;
  if ('among' in chosen.value) return ok(askWhich(ctx, code.id, unit, chosen.value.among));
  const { person } = chosen.value;
  return decideEntry(ctx, room, {
    code,
    unit,
    person,
    here: await ctx.store.get(ROOMS, room),
    unitRoom: await roomOfUnit(ctx.store, unit.id),
    binding: await bindingFacts(ctx.store, ctx.who.contact, person.id),
    errand: await ctx.store.get(ERRANDS, room),
  });
}

async function enter(entry: Entry, ctx: Ctx): Promise<Outcome> {
  const tries = await ctx.store.get(TRIES, ctx.who.contact);
  if (isLocked(tries, ctx.now)) return refuse('');
  const code = await ctx.store.get(ENTRY_CODES, entry.code);
  const verdict = judge(code?.data, ctx.now);
  if (code === undefined || verdict === 'unknown')
    return ok(
      entry.quiet
        ? countTry(ctx.who.contact, tries, ctx.now, speakerId(ctx)).change
        : wrongTry(ctx, tries, (left) => ACCESS.wrongEntry({ left })),
    );
  const office = ctx.settings.bot.contact;
  if (verdict !== 'open')
    return refuse(verdict === 'used' ? ACCESS.usedEntry({ office }) : ACCESS.expiredEntry({ office }));
  const unit = ctx.org.unit(code.data.unit);
  if (unit === undefined) return refuse(ACCESS.expiredEntry({ office }));
  return ctx.where.room === null ? privately(ctx, unit) : inRoom(ctx, ctx.where.room, code, unit, entry);
}

export const enterCommands: readonly Command[] = [
  action<Entry>({
    id: 'access.enter',
    said: ['unbound', 'unit', 'private'],
    summary: '用接入码接入单位群',
    run: enter,
  }),
];
