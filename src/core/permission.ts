/** Who may say what: the role, the kind of room and the unit decide together; unknown means no. */

import type { Command } from './command.ts';
import type { Ctx } from './context.ts';

export type Verdict = 'yes' | 'wrong-room' | 'no';

/** A unit room's words also work in private. */
const placed = (command: Command, ctx: Ctx): boolean =>
  command.said.includes(ctx.where.kind) || (ctx.where.kind === 'private' && command.said.includes('unit'));

/** True when one of the speaker's roles here is granted the command. */
export function granted(id: string, ctx: Pick<Ctx, 'who' | 'settings'>): boolean {
  const { grants } = ctx.settings;
  if (grants.stranger.includes(id)) return true;
  if (ctx.who.person === undefined) return false;
  return grants.staff.includes(id) || ctx.who.roles.some((role) => grants[role].includes(id));
}

/** The one decision on permission; asked again at every step of a dialogue. */
export function may(command: Command, ctx: Ctx): Verdict {
  if (!granted(command.id, ctx)) return 'no';
  return placed(command, ctx) ? 'yes' : 'wrong-room';
}
