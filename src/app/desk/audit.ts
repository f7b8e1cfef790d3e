/** `审计` and `核验`: one item's history, and whether the sealed days are as they were. */
import { AUDIT, type Logged, SEALS, sealOf, TRAILS } from '../../core/audit.ts';
import { dayText } from '../../core/calendar-texts.ts';
import { type Command, command } from '../../core/command.ts';
import type { Ctx, World } from '../../core/context.ts';
import type { Recogniser } from '../../core/feature.ts';
import { answered } from '../../core/say.ts';
import { codeSlot, fullCode } from '../../core/slots.ts';
import { dayOf, hmOf } from '../../core/time.ts';
import { DESK } from './texts.ts';

function who(entry: Logged, ctx: Ctx): string {
  if (entry.who === 'system') return DESK.system();
  return ctx.org.person(entry.who)?.name ?? DESK.stranger();
}

const line = (entry: Logged, ctx: Ctx): string =>
  DESK.auditLine({
    when: `${dayText(dayOf(entry.at))}${hmOf(entry.at)}`,
    who: who(entry, ctx),
    did: entry.did,
    detail: entry.detail === undefined ? '' : `：${entry.detail}`,
  });

/** Every entry about a code, oldest first. */
async function history(code: string, world: World): Promise<readonly Logged[]> {
  const trail = await world.store.get(TRAILS, code);
  const days = await Promise.all(
    (trail?.data.days ?? []).map((day) => world.store.find(AUDIT, { day, about: code })),
  );
  return days
    .flat()
    .map(({ data }) => data)
    .sort((a, b) => a.at - b.at);
}

const KINDS = ['N', 'F', 'C', 'E'] as const;

async function verify(world: World): Promise<string> {
  const seals = (await world.store.find(SEALS, {})).map(({ data }) => data);
  if (seals.length === 0) return DESK.nothingSealed();
  let count = 0;
  let previous = '';
  for (const seal of seals) {
    const entries = await world.store.find(AUDIT, { day: seal.day });
    const again = sealOf(seal.day, previous === '' ? seal.previous : previous, entries, world.secrets.hash);
    if (again.hash !== seal.hash || again.count !== seal.count)
      return DESK.broken({ day: dayText(seal.day) });
    count += seal.count;
    previous = seal.hash;
  }
  return DESK.verified({ days: seals.length, count });
}

export const auditCommands: readonly Command[] = [
  command({
    id: 'desk.audit',
    verbs: ['审计'],
    said: ['office', 'private'],
    slots: { code: codeSlot },
    summary: '看一件事的全部经过',
    examples: [{ as: '赵明', at: '督查群', say: '审计 N2026-0099', reply: '没有找到' }],
    run: async ({ code }, ctx) => {
      const kinds = KINDS.flatMap((kind) => fullCode(code, kind, ctx.now) ?? []);
      for (const full of kinds) {
        const entries = await history(full, ctx);
        if (entries.length > 0)
          return answered(
            ctx,
            [DESK.auditHead({ code: full }), ...entries.map((entry) => line(entry, ctx))].join('\n'),
          );
      }
      return answered(ctx, DESK.auditNone({ code: kinds[0] ?? String(code.number) }));
    },
  }),
  command({
    id: 'desk.verify',
    verbs: ['核验'],
    said: ['office', 'private'],
    slots: {},
    summary: '核对记录有没有被改动',
    examples: [{ as: '赵明', at: '督查群', say: '核验', reply: '封存' }],
    run: async (_, ctx) => answered(ctx, await verify(ctx)),
  }),
];

const BARE = /^[NFCE](?:20\d{2}-?)?\d{3,4}$/iu;

/** A bare code in the office room asks for that item's history. */
export const bareCode: Recogniser = {
  id: 'desk.code',
  mayBe: ({ said: { text }, where: { kind } }) => kind === 'office' && text.length <= 12 && BARE.test(text),
  hear: async (ctx) => {
    const taken = codeSlot.take(ctx.said.text, { ...ctx, unit: undefined });
    return taken === undefined ? [] : [{ command: 'desk.audit', intent: { code: taken.value } }];
  },
};
