/** Who is who, decided by people: the liaison on single claims, the office on its daily list. */
import { action, type Command, command, type Outcome } from '../../core/command.ts';
import type { Ctx } from '../../core/context.ts';
import { holds, ofOffice } from '../../core/org.ts';
import { ok, refuse } from '../../core/result.ts';
import { OFFICE_ROLES, type Role } from '../../core/roster.ts';
import { answer, answered, inform, logged, speakerId } from '../../core/say.ts';
import { drop, type Found, put } from '../../core/store.ts';
import { CLAIMS, type Claim, claimId } from './access.ts';
import { bindingFacts, oneWrite } from './binding.ts';
import { acceptedClaims, approvalAsk, claimAsk, confirmRows, oneEach, openClaims } from './claims.ts';
import { roleIn } from './self.ts';
import { ACCESS } from './texts.ts';

interface OneClaim {
  readonly person: string;
  readonly contact: string;
}
interface Yes extends OneClaim {
  /** Which of several namesakes it is. */
  readonly is: string;
}

/** Liaisons decide for their own unit, the office for all. */
const mayDecide = (ctx: Ctx, unit: string): boolean => {
  const { person } = ctx.who;
  return person !== undefined && (ofOffice(person) || ctx.org.holders(unit, 'liaison').includes(person));
};

/** Who becomes one of the office's people may do what they may: an admin decides, as with their codes. */
const mayGrant = (ctx: Ctx, role: Role): boolean =>
  !OFFICE_ROLES.includes(role) || (ctx.who.person !== undefined && holds(ctx.who.person, 'admin'));

async function openOne(ctx: Ctx, claim: OneClaim): Promise<Found<Claim> | undefined> {
  const found = await ctx.store.get(CLAIMS, claimId(claim));
  return found?.data.state === 'open' && mayDecide(ctx, found.data.unit) ? found : undefined;
}

/** The next open claim of the unit, as a question where this one was answered. */
async function next(ctx: Ctx, done: Found<Claim>) {
  const [claim] = (await openClaims(ctx, done.data.unit)).filter(({ id }) => id !== done.id);
  if (claim === undefined) return [];
  const who = ctx.where.kind === 'office' ? '*' : speakerId(ctx);
  return [await claimAsk(ctx, claim.data, { to: ctx.where.here, who })];
}

async function yes({ is, ...one }: Yes, ctx: Ctx): Promise<Outcome> {
  const found = await openOne(ctx, one);
  const person = ctx.org.person(is);
  if (found === undefined || person === undefined) return refuse(ACCESS.claimGone());
  const claim = {
    ...found.data,
    person: is,
    role: roleIn(person, found.data.unit),
    by: speakerId(ctx),
    at: ctx.now,
  };
  const id = claimId(claim);
  const before = id === found.id ? found : await ctx.store.get(CLAIMS, id);
  const moved = id === found.id ? [] : [drop(CLAIMS, found)];
  const ask = await next(ctx, found);
  const final = ctx.who.person !== undefined && ofOffice(ctx.who.person) && mayGrant(ctx, claim.role);
  if (claim.role !== 'staff' && !final)
    return ok({
      put: [put(CLAIMS, id, { ...claim, state: 'accepted' }, before), ...moved],
      say: [answer(ctx, ACCESS.claimToOffice({ name: person.name }))],
      ask,
    });
  const facts = await bindingFacts(ctx.store, one.contact, is);
  const others = { ...facts, claims: facts.claims.filter((each) => each.id !== found.id) };
  return ok({
    put: [...confirmRows({ id, rev: before?.rev ?? 0, data: claim }, claim.by, others, ctx.now), ...moved],
    say: [answer(ctx, ACCESS.claimDone({ name: person.name }))],
    audit: [logged(ctx, 'bind', is, 'claim')],
    ask,
  });
}

async function no(one: OneClaim, ctx: Ctx): Promise<Outcome> {
  const found = await openOne(ctx, one);
  if (found === undefined) return refuse(ACCESS.claimGone());
  const claim = { ...found.data, state: 'refused' as const, by: speakerId(ctx), at: ctx.now };
  return ok({
    put: [put(CLAIMS, found.id, claim, found)],
    say: [answer(ctx, ACCESS.claimRefused())],
    ask: await next(ctx, found),
  });
}

interface Listed {
  readonly ids: readonly string[];
  /** All that stood on the list: what is left is put again. */
  readonly rest: readonly string[];
}

const stillAccepted = async (ctx: Ctx, ids: readonly string[]): Promise<readonly Found<Claim>[]> => {
  const found = await Promise.all(ids.map((id) => ctx.store.get(CLAIMS, id)));
  return found.flatMap((claim) => (claim?.data.state === 'accepted' ? [claim] : []));
};

async function askRest(ctx: Ctx, { ids, rest }: Listed) {
  const left = await stillAccepted(
    ctx,
    rest.filter((id) => !ids.includes(id)),
  );
  const who = ctx.where.kind === 'office' ? '*' : speakerId(ctx);
  return left.length === 0 ? [] : [await approvalAsk(left, ctx, { to: ctx.where.here, who })];
}

const namesOf = (ctx: Ctx, claims: readonly Found<Claim>[]): string =>
  claims.map(({ data }) => ctx.org.person(data.person)?.name ?? '').join('、');

async function approve(listed: Listed, ctx: Ctx): Promise<Outcome> {
  const accepted = oneEach(await stillAccepted(ctx, listed.ids));
  const claims = accepted.filter(({ data }) => mayGrant(ctx, data.role));
  if (claims.length === 0)
    return refuse(
      accepted.length === 0 ? ACCESS.claimGone() : ACCESS.approveAdminOnly({ names: namesOf(ctx, accepted) }),
    );
  const rows = await Promise.all(
    claims.map(async (found) => {
      const facts = await bindingFacts(ctx.store, found.data.contact, found.data.person);
      // Two claims of one list never settle each other: each has its own answer.
      const own = { ...facts, claims: facts.claims.filter(({ id }) => !listed.rest.includes(id)) };
      return confirmRows(found, speakerId(ctx), own, ctx.now);
    }),
  );
  return ok({
    put: oneWrite(rows.flat()),
    say: [
      answer(ctx, ACCESS.approved({ names: namesOf(ctx, claims) })),
      ...claims.map(({ data, id }) =>
        inform(`person:${data.person}`, `approved/${id}/${ctx.now}`, ACCESS.approvedTold()),
      ),
    ],
    audit: claims.map(({ data }) => logged(ctx, 'bind', data.person, 'approved')),
    ask: await askRest(ctx, { ids: claims.map(({ id }) => id), rest: listed.rest }),
  });
}

async function disapprove(listed: Listed, ctx: Ctx): Promise<Outcome> {
  const claims = await stillAccepted(ctx, listed.ids);
  if (claims.length === 0) return refuse(ACCESS.claimGone());
  return ok({
    put: claims.map((found) =>
      put(CLAIMS, found.id, { ...found.data, state: 'refused', at: ctx.now }, found),
    ),
    say: [answer(ctx, ACCESS.disapproved({ names: namesOf(ctx, claims) }))],
    audit: claims.map(({ data }) => logged(ctx, 'refuse-claim', data.person)),
    ask: await askRest(ctx, listed),
  });
}

async function pending(ctx: Ctx): Promise<Outcome> {
  const claims = await acceptedClaims(ctx);
  const who = ctx.where.kind === 'office' ? '*' : speakerId(ctx);
  return claims.length === 0
    ? answered(ctx, ACCESS.nothingToApprove())
    : ok({ ask: [await approvalAsk(claims, ctx, { to: ctx.where.here, who })] });
}

/** The liaison's open claims; the office's are those of units without a bound liaison. */
async function unclear(ctx: Ctx): Promise<Outcome> {
  const units = ctx.org.units.filter(({ id }) => mayDecide(ctx, id));
  const claims = (await Promise.all(units.map(({ id }) => openClaims(ctx, id)))).flat();
  const [first] = claims;
  if (first === undefined) return answered(ctx, ACCESS.nothingUnclear());
  return ok({ ask: [await claimAsk(ctx, first.data, { to: ctx.where.here, who: speakerId(ctx) })] });
}

const DECIDED = ['private', 'office'] as const;

export const claimCommands: readonly Command[] = [
  command({
    id: 'access.unclear',
    verbs: ['待认'],
    said: DECIDED,
    slots: {},
    summary: '看还有谁的身份没认清',
    examples: [{ as: '陈静', at: '私聊', say: '待认', reply: '没有待认的人员' }],
    run: (_, ctx) => unclear(ctx),
  }),
  command({
    id: 'access.pending',
    verbs: ['待批'],
    said: DECIDED,
    slots: {},
    summary: '看待批的负责人和其他角色',
    examples: [{ as: '赵明', at: '督查群', say: '待批', reply: '没有待批的人员' }],
    run: (_, ctx) => pending(ctx),
  }),
  action<Yes>({ id: 'access.claim.yes', said: DECIDED, summary: '认定是本人', run: yes }),
  action<OneClaim>({ id: 'access.claim.no', said: DECIDED, summary: '认定不是本人', run: no }),
  action<Listed>({ id: 'access.approve', said: DECIDED, summary: '批准角色', run: approve }),
  action<Listed>({ id: 'access.disapprove', said: DECIDED, summary: '不批角色', run: disapprove }),
];
