/** An entry code said in a group binds the group to its unit and the speaker as its liaison, in one step. */
import type { Change } from '../../core/change.ts';
import type { Outcome } from '../../core/command.ts';
import type { Ctx } from '../../core/context.ts';
import { ofOffice } from '../../core/org.ts';
import { ok, type Result, refuse } from '../../core/result.ts';
import type { Person, Unit } from '../../core/roster.ts';
import { answer, inform, logged, speakerId } from '../../core/say.ts';
import { type Found, put, type Row } from '../../core/store.ts';
import { peopleShown } from '../org/org.ts';
import { ENTRY_CODES, type EntryCode, type Errand, type Room } from './access.ts';
import { type BindingFacts, bindingRows } from './binding.ts';
import { askMembers, boundRow, errandRow } from './rooms.ts';
import { ACCESS } from './texts.ts';

/** Which liaison speaks: one person, or a question when the roster has several and his shown name decides nothing. */
export type Chosen = { readonly person: Person } | { readonly among: readonly Person[] };

export function chooseLiaison(ctx: Ctx, unit: Unit, told: string | undefined): Result<Chosen, string> {
  const liaisons = ctx.org.holders(unit.id, 'liaison');
  const { person } = ctx.who;
  const named = liaisons.find(({ id }) => id === (person?.id ?? told));
  if (named !== undefined) return ok({ person: named });
  if (person !== undefined && ofOffice(person)) return refuse(ACCESS.bindByHand({ unit: unit.name }));
  if (person !== undefined) return refuse(ACCESS.notLiaison({ name: person.name, unit: unit.name }));
  const [only, second] = liaisons;
  if (only === undefined)
    return refuse(ACCESS.noLiaison({ unit: unit.name, office: ctx.settings.bot.contact }));
  if (second === undefined) return ok({ person: only });
  const [shown, other] = peopleShown(ctx.who.name, unit, ctx.org).filter((one) => liaisons.includes(one));
  return ok(shown !== undefined && other === undefined ? { person: shown } : { among: liaisons });
}

/** “您是哪一位？” before anything is bound: the code is looked at again with the answer. */
export function askWhich(ctx: Ctx, code: string, unit: Unit, among: readonly Person[]): Change {
  const list = among.map(({ name }, n) => `${n + 1} ${name}`).join('　');
  const options = among.map(({ id, name }, n) => ({
    words: [String(n + 1), name],
    command: 'access.enter',
    intent: { code, person: id },
  }));
  const text = ACCESS.whichLiaison({ unit: unit.name, list });
  return { ask: [{ to: ctx.where.here, who: speakerId(ctx), text, options }] };
}

export interface EntryFacts {
  readonly code: Found<EntryCode>;
  readonly unit: Unit;
  readonly person: Person;
  /** This room, the room the unit has already, and whether this very room is it. */
  readonly here: Found<Room> | undefined;
  readonly unitRoom: Found<Room> | undefined;
  readonly binding: BindingFacts;
  readonly errand: Found<Errand> | undefined;
}

const roomRows = (ctx: Ctx, room: string, facts: EntryFacts): readonly Row[] =>
  facts.unitRoom?.id === room
    ? []
    : [boundRow(room, facts.here, { kind: 'unit', unit: facts.unit.id }, facts.person.id, ctx.now)];

/** Binds room and liaison. A unit that has another room already changes rooms only by the office's hand. */
export function decideEntry(ctx: Ctx, room: string, facts: EntryFacts): Outcome {
  const { unit, person, unitRoom, code } = facts;
  if (unitRoom !== undefined && unitRoom.id !== room)
    return refuse(ACCESS.otherRoom({ unit: unit.name, topic: unitRoom.data.topic }));
  const by = { contact: ctx.who.contact, person: person.id, by: 'code', at: ctx.now };
  const names = { unit: unit.name, name: person.name };
  const again = unitRoom !== undefined;
  return ok({
    put: [
      ...roomRows(ctx, room, facts),
      ...bindingRows(by, facts.binding),
      put(ENTRY_CODES, code.id, { ...code.data, usedAt: ctx.now }, code),
      errandRow(room, person.id, facts.errand),
    ],
    say: [
      answer(ctx, again ? ACCESS.liaisonBound(names) : ACCESS.entered(names)),
      inform(
        'office',
        `entered/${ctx.said.id}`,
        again ? ACCESS.liaisonTold(names) : ACCESS.enteredTold(names),
      ),
      askMembers(room, ctx.said.id),
    ],
    audit: [
      { ...logged(ctx, 'enter', unit.id, room), who: person.id },
      { ...logged(ctx, 'bind', person.id, 'code'), who: person.id },
    ],
  });
}
