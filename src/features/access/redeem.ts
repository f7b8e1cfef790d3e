/** A one-time code makes its bearer the person it was issued for; the very first one may create its person. */
import type { Outcome } from '../../core/command.ts';
import type { Ctx } from '../../core/context.ts';
import { holds } from '../../core/org.ts';
import { ok } from '../../core/result.ts';
import { type Person, ROLES } from '../../core/roster.ts';
import { answer } from '../../core/say.ts';
import { drop, type Found, put, type Row } from '../../core/store.ts';
import { BINDING_CODES, type BindingCode, GRANTS, type Grant, NEWCOMERS, type Tries } from './access.ts';
import { type BindingFacts, bindingRows } from './binding.ts';
import { ACCESS } from './texts.ts';
import { wrongTry } from './tries.ts';

export interface RedeemFacts {
  readonly code: Found<BindingCode>;
  readonly tries: Found<Tries> | undefined;
}

/** Whom the first admin's code means: the admin of that name, else the one person of that name, else a new one. */
export function firstAdmin(
  name: string,
  ctx: Pick<Ctx, 'org' | 'secrets'>,
): Person | { readonly id: string } {
  const named = ctx.org.named(name);
  const admins = named.filter((person) => holds(person, 'admin'));
  const [one, other] = admins.length > 0 ? admins : named;
  return one !== undefined && other === undefined ? one : { id: `new-${ctx.secrets.hash(name).slice(0, 8)}` };
}

/** Rows that make a person admin who is not: a role granted to one of the roster, or a person of its own. */
export function adminRows(
  person: Person | { readonly id: string },
  name: string,
  grant: Found<Grant> | undefined,
  known: boolean,
): readonly Row[] {
  if (!('name' in person))
    return known ? [] : [put(NEWCOMERS, person.id, { id: person.id, name, role: 'admin' })];
  if (holds(person, 'admin')) return [];
  return [put(GRANTS, person.id, { roles: [...(grant?.data.roles ?? []), 'admin'] }, grant)];
}

/** A right code with another's name: the code itself bears five of these, and so does the contact. */
export const wrongName = (ctx: Ctx, { code, tries }: RedeemFacts): Outcome => {
  const change = wrongTry(ctx, tries, (left) => ACCESS.wrongCode({ left }));
  const worn = put(BINDING_CODES, code.id, { ...code.data, tries: code.data.tries + 1 }, code);
  return ok({ ...change, put: [...(change.put ?? []), worn] });
};

/** Binds the bearer. The code is used up. */
export function redeem(
  ctx: Ctx,
  who: { readonly id: string; readonly name: string; readonly roles: readonly (keyof typeof ROLES)[] },
  facts: RedeemFacts,
  binding: BindingFacts,
  more: readonly Row[],
): Outcome {
  const by = { contact: ctx.who.contact, person: who.id, by: facts.code.data.issuedBy, at: ctx.now };
  const roles = [...new Set(who.roles)].map((role) => ROLES[role]).join('、');
  return ok({
    put: [...bindingRows(by, binding), drop(BINDING_CODES, facts.code), ...more],
    say: [answer(ctx, ACCESS.welcome({ name: who.name, roles }))],
    audit: [{ who: who.id, did: 'bind', about: who.id, detail: 'code' }],
  });
}
