/** `绑定码` and `授权`: one-time codes for people, and roles on top of the roster. */
import { action, type Command, command, type Outcome } from '../../core/command.ts';
import type { Ctx } from '../../core/context.ts';
import { holds, ofOffice } from '../../core/org.ts';
import { ok, type Result, refuse } from '../../core/result.ts';
import { type Person, ROLES, type Role } from '../../core/roster.ts';
import { answer, logged, speakerId, tell } from '../../core/say.ts';
import { oneOf, optional, unitSlot } from '../../core/slots.ts';
import { drop, put } from '../../core/store.ts';
import { BINDING_CODES, GRANTS } from './access.ts';
import { confirm } from './bind.ts';
import { BINDING_LIFE, freshCode } from './codes.ts';
import { privately } from './commands-codes.ts';
import { anyNameSlot, beginsWithName } from './self-slot.ts';
import { ACCESS } from './texts.ts';

const unitNames = (person: Person, ctx: Ctx): string =>
  [...new Set(person.posts.map(({ unit }) => ctx.org.unit(unit)?.name ?? unit))].join('、');

/** One person of a name, or a question which of them: `chosen` is run with the person the answer means. */
function whichPerson(
  ctx: Ctx,
  asked: { readonly name: string; readonly unit: string | undefined },
  chosen: { readonly command: string; readonly more: object },
): Result<Person, Outcome> {
  const { name } = asked;
  const people = ctx.org.named(name, asked.unit);
  const [one, other] = people;
  if (one === undefined) return refuse(refuse(ACCESS.noPerson({ name })));
  if (other === undefined) return ok(one);
  const list = people
    .map((person, n) => `${n + 1} ${unitNames(person, ctx)}${person.title ?? ''}`)
    .join('　');
  const options = people.map(({ id }, n) => ({
    words: [String(n + 1)],
    command: chosen.command,
    intent: { ...chosen.more, person: id },
  }));
  const text = ACCESS.whichPerson({ name, count: people.length, list });
  return refuse(ok({ ask: [{ to: ctx.where.here, who: speakerId(ctx), text, options }] }));
}

/** A code for a person; an earlier one is void. Only an admin makes one for the office's people. */
async function issue(person: Person, ctx: Ctx): Promise<Outcome> {
  const me = ctx.who.person;
  if (me === undefined) return refuse('');
  if (ofOffice(person) && !holds(me, 'admin')) return refuse(ACCESS.adminOnly({ name: person.name }));
  const code = freshCode(ctx.secrets);
  const row = { person: person.id, until: ctx.now + BINDING_LIFE, tries: 0, issuedBy: me.id };
  const earlier = await ctx.store.find(BINDING_CODES, { person: person.id });
  const text = ACCESS.bindingCode({ name: person.name, unit: unitNames(person, ctx), code });
  return ok({
    put: [
      put(BINDING_CODES, ctx.secrets.hash(code), row),
      ...earlier.map((found) => drop(BINDING_CODES, found)),
    ],
    say: [
      tell(`person:${me.id}`, `${ctx.said.id}/code`, text),
      ...privately(ctx, ACCESS.bindingCodeSent({ name: person.name })),
    ],
    audit: [logged(ctx, 'binding-code', person.id)],
  });
}

interface Granting {
  readonly person: string;
  readonly role: Role;
}

/** How many people of a unit may hold a role. */
const MOST: Readonly<Partial<Record<Role, number>>> = { head: 2, discipline: 1, liaison: 3 };

function tooMany(person: Person, role: Role, ctx: Ctx): string | undefined {
  const unit = person.posts[0]?.unit ?? '';
  const most = MOST[role];
  const holders = ctx.org.holders(unit, role);
  if (most === undefined || holders.length < most) return undefined;
  const names = holders.map(({ name }) => name).join('、');
  return ACCESS.roleFull({ unit: ctx.org.unit(unit)?.name ?? unit, role: ROLES[role], names });
}

/** Why a person may not be given a role now: he holds it already, or enough others do. */
function inTheWay(person: Person, role: Role, ctx: Ctx): string | undefined {
  if (role === 'staff') return undefined;
  if (holds(person, role)) return ACCESS.roleHeld({ name: person.name, role: ROLES[role] });
  return tooMany(person, role, ctx);
}

/** Previews a grant; `干部` takes back what was granted by chat. */
function previewGrant({ person: id, role }: Granting, ctx: Ctx): Outcome {
  const person = ctx.org.person(id);
  if (person === undefined) return refuse(ACCESS.noPerson({ name: id }));
  const wrong = inTheWay(person, role, ctx);
  if (wrong !== undefined) return refuse(wrong);
  const holes = { name: person.name, unit: unitNames(person, ctx), role: ROLES[role] };
  const text = role === 'staff' ? ACCESS.revokeAsk(holes) : ACCESS.grantAsk(holes);
  return ok({ ask: [confirm(ctx, text, 'access.grant.confirmed', { person: id, role })] });
}

async function grant({ person: id, role }: Granting, ctx: Ctx): Promise<Outcome> {
  const person = ctx.org.person(id);
  if (person === undefined) return refuse(ACCESS.claimGone());
  // Another grant may have been confirmed while this one was being looked at.
  const wrong = inTheWay(person, role, ctx);
  if (wrong !== undefined) return refuse(wrong);
  const found = await ctx.store.get(GRANTS, id);
  const roles = role === 'staff' ? [] : [...new Set([...(found?.data.roles ?? []), role])];
  const holes = { name: person.name, role: ROLES[role] };
  return ok({
    put: [put(GRANTS, id, { roles }, found)],
    say: [answer(ctx, role === 'staff' ? ACCESS.revoked(holes) : ACCESS.granted(holes))],
    audit: [logged(ctx, 'grant', id, role)],
  });
}

const ROLE_WORDS = Object.values(ROLES);
const roleOf = (word: (typeof ROLE_WORDS)[number]): Role =>
  (Object.keys(ROLES) as Role[]).find((role) => ROLES[role] === word) ?? 'staff';

const OFFICE = ['office', 'private'] as const;

async function issueTo(id: string, ctx: Ctx): Promise<Outcome> {
  const person = ctx.org.person(id);
  return person === undefined ? refuse(ACCESS.claimGone()) : issue(person, ctx);
}

export const grantCommands: readonly Command[] = [
  command({
    id: 'access.code',
    verbs: ['绑定码'],
    said: OFFICE,
    slots: { name: anyNameSlot, unit: optional(unitSlot) },
    shape: beginsWithName,
    summary: '给一个人发一次性绑定码',
    examples: [
      { as: '钱进', at: '督查群', say: '绑定码 王建国', reply: '王建国的绑定码已私发给您' },
      { as: '钱进', at: '私聊', say: '绑定码 王建国 教育局', reply: '24小时内有效' },
    ],
    run: async ({ name, unit }, ctx) => {
      const found = whichPerson(ctx, { name, unit: unit?.id }, { command: 'access.code.chosen', more: {} });
      return found.ok ? issue(found.value, ctx) : found.error;
    },
  }),
  action<{ readonly person: string }>({
    id: 'access.code.chosen',
    said: OFFICE,
    summary: '选定给谁发绑定码',
    run: ({ person }, ctx) => issueTo(person, ctx),
  }),
  command({
    id: 'access.grant',
    verbs: ['授权'],
    said: OFFICE,
    slots: { name: anyNameSlot, role: oneOf('角色', ROLE_WORDS) },
    shape: beginsWithName,
    summary: '在名册之外给一个人加角色；角色写“干部”是收回',
    examples: [{ as: '钱进', at: '督查群', say: '授权 何琳 督查室主任', reply: '回 确认 授权' }],
    run: async ({ name, role }, ctx) => {
      const more = { role: roleOf(role) };
      const found = whichPerson(ctx, { name, unit: undefined }, { command: 'access.grant.chosen', more });
      return found.ok ? previewGrant({ person: found.value.id, ...more }, ctx) : found.error;
    },
  }),
  action<Granting>({
    id: 'access.grant.chosen',
    said: OFFICE,
    summary: '选定给谁授权',
    run: async (granting, ctx) => previewGrant(granting, ctx),
  }),
  action<Granting>({ id: 'access.grant.confirmed', said: OFFICE, summary: '确认授权', run: grant }),
];
