/** What is answered to a command that is ours but wrong: the nearest units, the right form, the right room. */
import type { Change, Option } from '../core/change.ts';
import type { Command, SlotKnow } from '../core/command.ts';
import { type Ctx, ROOM_NAMES } from '../core/context.ts';
import type { UnknownUnit } from '../core/hearing.ts';
import { speakerId } from '../core/say.ts';
import { APP } from './texts.ts';

/** A command with a unit nobody knows, or with initials of several: the names it may be, numbered; a number says the command again with that unit. */
export function nearUnit(ctx: Ctx, know: SlotKnow, unknown: UnknownUnit | undefined): Change | undefined {
  if (unknown === undefined) return undefined;
  const { word, command, rest } = unknown;
  const shared = ctx.org.unitsNamed(word);
  const units = shared.length > 0 ? shared : ctx.org.nearest(word);
  const options = units.flatMap(({ name }, n): readonly Option[] => {
    const match = command.read(rest.replace(word, name), know);
    const words = [String(n + 1), name];
    return match.kind === 'mine' ? [{ words, command: command.id, intent: match.intent }] : [];
  });
  if (options.length === 0) return undefined;
  const near = options.map(({ words }) => words.join(' ')).join('　');
  const text = shared.length > 0 ? APP.sharedUnit({ word, near }) : APP.nearUnit({ word, near });
  return { ask: [{ to: ctx.where.here, who: speakerId(ctx), text, options }] };
}

/** What a command does, how it is said, and an example. */
export const usage = (command: Command): string =>
  APP.usage({
    summary: command.summary,
    usage: command.usage,
    example: command.examples[0]?.say ?? command.usage,
  });

/** The kinds of room a command may be said in, by their names. */
export const placesOf = (command: Command): string =>
  command.said.map((place) => ROOM_NAMES[place]).join('、');
