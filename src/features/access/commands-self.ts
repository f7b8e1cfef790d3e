/** `我是 <姓名>` in a unit's group, and with a one-time code in private. */
import { type Command, command, type Outcome } from '../../core/command.ts';
import type { Ctx } from '../../core/context.ts';
import { ok, refuse } from '../../core/result.ts';
import { answered } from '../../core/say.ts';
import { drop } from '../../core/store.ts';
import { BINDING_CODES, CLAIMS, claimId, GRANTS, NEWCOMERS, NOMINATIONS, TRIES } from './access.ts';
import { bindingFacts } from './binding.ts';
import { askVoucher, openClaims } from './claims.ts';
import { isFresh } from './codes.ts';
import { adminRows, firstAdmin, type RedeemFacts, redeem, wrongName } from './redeem.ts';
import { claimOf, judgeSelf, type SelfFacts, selfChange } from './self.ts';
import { type SelfWord, selfSlot } from './self-slot.ts';
import { ACCESS } from './texts.ts';
import { isLocked, wrongTry } from './tries.ts';

async function selfFacts(ctx: Ctx, name: string): Promise<SelfFacts | undefined> {
  const { unit } = ctx.where;
  const [person, other] = unit === undefined ? [] : ctx.org.named(name, unit.id);
  if (unit === undefined || person === undefined) return undefined;
  const { contact } = ctx.who;
  return {
    contact,
    shown: ctx.who.name,
    unit,
    person,
    namesakes: other !== undefined,
    binding: await bindingFacts(ctx.store, contact, person.id),
    claim: await ctx.store.get(CLAIMS, claimId({ contact, person: person.id })),
    nomination: await ctx.store.get(NOMINATIONS, person.id),
  };
}

/** In the group nothing is answered: whoever was taken in is named in the next tally. */
async function inGroup(ctx: Ctx, name: string): Promise<Outcome> {
  const facts = await selfFacts(ctx, name);
  if (facts === undefined) return refuse('');
  const verdict = judgeSelf(facts, ctx.org, ctx.now);
  const change = selfChange(facts, verdict, ctx.now);
  // One question at a time: the next is put when this one is answered.
  if (verdict !== 'ask' || (await openClaims(ctx, facts.unit.id)).length > 0) return ok(change);
  return ok({ ...change, ask: [await askVoucher(ctx, claimOf(facts, 'open', 'self', ctx.now))] });
}

async function firstOne(ctx: Ctx, name: string, facts: RedeemFacts): Promise<Outcome> {
  const person = firstAdmin(name, ctx);
  const grant = await ctx.store.get(GRANTS, person.id);
  const known = (await ctx.store.get(NEWCOMERS, person.id)) !== undefined;
  const binding = await bindingFacts(ctx.store, ctx.who.contact, person.id);
  const who = { id: person.id, name, roles: ['admin'] as const };
  // Every start without an admin has printed a code: once there is one, those in old logs are worth nothing.
  const printed = (await ctx.store.find(BINDING_CODES, { person: '' })).filter(
    ({ id }) => id !== facts.code.id,
  );
  const more = [...adminRows(person, name, grant, known), ...printed.map((row) => drop(BINDING_CODES, row))];
  return redeem(ctx, who, facts, binding, more);
}

async function withCode(ctx: Ctx, { name, code: typed = '' }: SelfWord): Promise<Outcome> {
  const tries = await ctx.store.get(TRIES, ctx.who.contact);
  if (isLocked(tries, ctx.now)) return refuse('');
  const code = await ctx.store.get(BINDING_CODES, ctx.secrets.hash(typed));
  if (!isFresh(code, ctx.now)) return ok(wrongTry(ctx, tries, (left) => ACCESS.wrongCode({ left })));
  if (code.data.person === null) return firstOne(ctx, name, { code, tries });
  const person = ctx.org.person(code.data.person);
  if (person === undefined || person.name !== name) return wrongName(ctx, { code, tries });
  const binding = await bindingFacts(ctx.store, ctx.who.contact, person.id);
  const who = { id: person.id, name, roles: person.posts.map(({ role }) => role) };
  return redeem(ctx, who, { code, tries }, binding, []);
}

async function inPrivate(ctx: Ctx, word: SelfWord): Promise<Outcome> {
  if (word.code !== undefined) return withCode(ctx, word);
  const { person } = ctx.who;
  if (person?.name === word.name) return answered(ctx, ACCESS.known({ name: person.name }));
  return answered(ctx, ACCESS.howSelf({ name: word.name, office: ctx.settings.bot.contact }));
}

/** A code in a group is everybody's: it is not looked at, and its bearer is told where it belongs. */
const isSecretInGroup = ({ code }: SelfWord, ctx: Ctx): boolean =>
  code !== undefined && ctx.where.room !== null;

export const selfCommands: readonly Command[] = [
  command({
    id: 'access.self',
    verbs: ['我是', '本人是'],
    said: ['unit', 'private'],
    usage: '我是 <姓名> [绑定码]',
    slots: { self: selfSlot },
    summary: '说明自己是谁；绑定码只在私聊里用',
    examples: [
      { as: '张三', at: '私聊', say: '我是 张三', reply: '您已绑定为张三' },
      { as: '小马', at: '教育局', say: '我是 张三 K7M2Q8', reply: '请私聊我' },
    ],
    run: async ({ self }, ctx) => {
      if (isSecretInGroup(self, ctx)) return answered(ctx, ACCESS.codeInGroup());
      return ctx.where.room === null ? inPrivate(ctx, self) : inGroup(ctx, self.name);
    },
  }),
];
