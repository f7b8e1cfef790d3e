/** Heads: registered by their liaison, confirmed by themselves, approved by the office. Pure rules. */
import type { Ask, Draft } from '../../core/change.ts';
import type { Outcome } from '../../core/command.ts';
import type { Ctx, World } from '../../core/context.ts';
import { holds } from '../../core/org.ts';
import { ok, refuse } from '../../core/result.ts';
import type { Person, Unit } from '../../core/roster.ts';
import { answer, logged, speakerId, tell } from '../../core/say.ts';
import { type Found, put } from '../../core/store.ts';
import { CLAIMS, type Claim, NOMINATIONS, type Nomination } from './access.ts';
import { PATIENCE } from './claims.ts';
import { askMembers } from './rooms.ts';
import { ACCESS } from './texts.ts';

export interface NominateFacts {
  readonly unit: Unit;
  /** The unit's bound room. */
  readonly room: string | undefined;
  readonly nomination: Found<Nomination> | undefined;
  readonly bound: boolean;
  /** His own declaration, when he has said `我是 …` already. */
  readonly claims: readonly Found<Claim>[];
}

/** Registers a head of the roster. Who has declared himself already needs no second question. */
export function decideNominate(ctx: Ctx, person: Person, facts: NominateFacts): Outcome {
  const { unit, room, nomination, claims } = facts;
  const office = ctx.settings.bot.contact;
  if (!holds(person, 'head', unit.id))
    return refuse(ACCESS.notHead({ name: person.name, unit: unit.name, office }));
  if (facts.bound) return refuse(ACCESS.headBound({ name: person.name }));
  if (room === undefined) return refuse(ACCESS.notEntered({ unit: unit.name }));
  const declared = claims.filter(({ data }) => data.state === 'open');
  const [claim] = declared;
  if (claim !== undefined && declared.length === 1)
    return ok({
      put: [
        put(CLAIMS, claim.id, { ...claim.data, state: 'accepted', by: speakerId(ctx), at: ctx.now }, claim),
      ],
      say: [answer(ctx, ACCESS.claimToOffice({ name: person.name }))],
    });
  const row = { person: person.id, unit: unit.id, by: speakerId(ctx), at: ctx.now, asked: null };
  return ok({
    put: [put(NOMINATIONS, person.id, row, nomination)],
    say: [answer(ctx, ACCESS.nominated({ name: person.name })), askMembers(room, ctx.said.id)],
    audit: [logged(ctx, 'nominate', person.id)],
  });
}

/** A registered head found in the group by his shown name, or why not. */
export interface Sought {
  readonly nomination: Found<Nomination>;
  readonly person: Person;
  readonly contacts: readonly string[];
  /** True when the contact has written to the bot in private. */
  readonly friend: boolean;
}

function headAsk({ nomination, person, friend }: Sought, contact: string, know: World): Ask {
  const { unit, by } = nomination.data;
  const name = know.org.unit(unit)?.name ?? '';
  const text = ACCESS.headAsk({
    name: person.name,
    unit: name,
    liaison: know.org.person(by)?.name ?? ACCESS.codeHolder(),
  });
  const intent = { person: person.id };
  return {
    to: friend ? `contact:${contact}` : `unit:${unit}`,
    who: `contact:${contact}`,
    text,
    options: [
      { words: ['1', '是', '确认'], command: 'access.head.accept', intent },
      { words: ['2', '不是'], command: 'access.head.decline', intent },
    ],
    minutes: PATIENCE,
  };
}

const notFound = ({ nomination, person, contacts }: Sought): Draft =>
  tell(
    `person:${nomination.data.by}`,
    `head/${person.id}/${nomination.data.at}`,
    contacts.length === 0
      ? ACCESS.headMissing({ name: person.name })
      : ACCESS.headTwice({ name: person.name, count: contacts.length }),
  );

/** Asks the one contact that shows the head's name; his liaison is told when there is none, or several. */
export function seekHead(sought: Sought, know: World) {
  const { nomination, contacts } = sought;
  const [contact, other] = contacts;
  if (contact === undefined || other !== undefined) return { put: [], say: [notFound(sought)], ask: [] };
  return {
    put: [put(NOMINATIONS, nomination.id, { ...nomination.data, asked: contact }, nomination)],
    say: [],
    ask: [headAsk(sought, contact, know)],
  };
}
