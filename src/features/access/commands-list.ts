/** `核对`: the liaison looks through the group's names; his `1` binds those that are exact and unique. */
import { action, type Command, command, type Outcome } from '../../core/command.ts';
import type { Ctx } from '../../core/context.ts';
import { ofOffice } from '../../core/org.ts';
import { ok, refuse } from '../../core/result.ts';
import type { Unit } from '../../core/roster.ts';
import { answer, logged, speakerId } from '../../core/say.ts';
import { optional, unitSlot } from '../../core/slots.ts';
import { put, type Row } from '../../core/store.ts';
import type { Pair } from '../org/org.ts';
import { BINDINGS, CLAIMS, type Claim, claimId, ERRANDS, roomOfUnit } from './access.ts';
import { bindingFacts, bindingRows, oneWrite } from './binding.ts';
import { claimAsk, openClaims } from './claims.ts';
import { privately } from './commands-codes.ts';
import { askMembers, errandRow } from './rooms.ts';
import { roleIn } from './self.ts';
import { ACCESS } from './texts.ts';

const serves = (ctx: Ctx, unit: string): boolean => {
  const { person } = ctx.who;
  return person !== undefined && (ofOffice(person) || ctx.org.holders(unit, 'liaison').includes(person));
};

/** The unit named, else the room's, else the only one the liaison serves. */
function unitMeant(ctx: Ctx, named: Unit | undefined): Unit | undefined {
  const { person } = ctx.who;
  const own = person?.posts.filter(({ role }) => role === 'liaison') ?? [];
  const [only, other] = own;
  return (
    named ??
    ctx.where.unit ??
    (only === undefined || other !== undefined ? undefined : ctx.org.unit(only.unit))
  );
}

async function look(ctx: Ctx, named: Unit | undefined): Promise<Outcome> {
  const unit = unitMeant(ctx, named);
  const to = ctx.who.person?.id;
  if (unit === undefined || to === undefined || !serves(ctx, unit.id)) return refuse(ACCESS.checkWhich());
  const room = await roomOfUnit(ctx.store, unit.id);
  if (room === undefined) return refuse(ACCESS.notEntered({ unit: unit.name }));
  return ok({
    put: [errandRow(room.id, to, await ctx.store.get(ERRANDS, room.id))],
    say: [...privately(ctx, ACCESS.listSent()), askMembers(room.id, ctx.said.id)],
  });
}

interface Confirmed {
  readonly unit: string;
  readonly pairs: readonly Pair[];
}

/** Rows for one pair: staff is bound, a role waits for the office. */
async function pairRows(ctx: Ctx, unit: string, { contact, person: id }: Pair): Promise<readonly Row[]> {
  const person = ctx.org.person(id);
  const facts = await bindingFacts(ctx.store, contact, id);
  const taken = facts.ofContact !== undefined || facts.ofPerson.length > 0;
  if (person === undefined || taken || !ctx.org.members(unit).includes(person)) return [];
  const role = roleIn(person, unit);
  const by = speakerId(ctx);
  if (role === 'staff') return bindingRows({ contact, person: id, by, at: ctx.now }, facts);
  const at = ctx.now;
  const claim: Claim = { contact, person: id, unit, role, at, state: 'accepted', by, shown: person.name };
  const key = claimId(claim);
  return [put(CLAIMS, key, claim, await ctx.store.get(CLAIMS, key))];
}

async function confirmList({ unit, pairs }: Confirmed, ctx: Ctx): Promise<Outcome> {
  if (!serves(ctx, unit)) return refuse(ACCESS.claimGone());
  const rows = oneWrite((await Promise.all(pairs.map((pair) => pairRows(ctx, unit, pair)))).flat());
  const count = (table: string): number =>
    rows.filter((row) => row.table === table && row.data !== null).length;
  const bound = count(BINDINGS.name);
  const waiting = count(CLAIMS.name);
  const text =
    waiting === 0 ? ACCESS.listDone({ count: bound }) : ACCESS.listDoneSome({ count: bound, waiting });
  const [claim] = await openClaims(ctx, unit);
  const open = claim !== undefined && !rows.some(({ id }) => id === claim.id) ? [claim] : [];
  return ok({
    put: rows,
    say: [answer(ctx, text)],
    audit: [logged(ctx, 'bind-list', unit, String(bound))],
    ask: await Promise.all(
      open.map(({ data }) => claimAsk(ctx, data, { to: ctx.where.here, who: speakerId(ctx) })),
    ),
  });
}

export const listCommands: readonly Command[] = [
  command({
    id: 'access.list',
    verbs: ['核对', '人员核对'],
    said: ['unit', 'office'],
    slots: { unit: optional(unitSlot) },
    summary: '拿群里的名字和名册对一遍',
    examples: [{ as: '陈静', at: '私聊', say: '核对', reply: '10人中10人对上' }],
    run: ({ unit }, ctx) => look(ctx, unit),
  }),
  action<Confirmed>({
    id: 'access.list.confirm',
    said: ['private'],
    summary: '确认对上的人员',
    run: confirmList,
  }),
];
