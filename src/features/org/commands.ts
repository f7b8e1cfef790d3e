/** `名册`: who is who, for the office. */
import { type Command, command, type Outcome } from '../../core/command.ts';
import type { Ctx } from '../../core/context.ts';
import type { Unit } from '../../core/roster.ts';
import { answered } from '../../core/say.ts';
import { optional, unitSlot } from '../../core/slots.ts';
import { BINDINGS } from '../access/access.ts';
import { peopleList, unitList } from './lists.ts';

async function roster(ctx: Ctx, unit: Unit | undefined): Promise<Outcome> {
  if (unit === undefined) return answered(ctx, unitList(ctx.org));
  const bound = new Set((await ctx.store.find(BINDINGS, {})).map(({ data }) => data.person));
  return answered(ctx, peopleList(unit, ctx.org, bound));
}

export const orgCommands: readonly Command[] = [
  command({
    id: 'org.roster',
    verbs: ['名册'],
    said: ['office', 'private'],
    slots: { unit: optional(unitSlot) },
    summary: '看单位和人员',
    examples: [
      { as: '赵明', at: '督查群', say: '名册', reply: '9个单位' },
      { as: '赵明', at: '督查群', say: '名册 教育局', reply: '一把手：王建国 局长' },
    ],
    run: ({ unit }, ctx) => roster(ctx, unit),
  }),
];
