/** Hears whereabouts in free text: a cheap look that lets ordinary talk pass, then the reader. */
import type { Ctx } from '../../core/context.ts';
import type { Meaning, Recogniser } from '../../core/feature.ts';
import type { Person } from '../../core/roster.ts';
import { dayOf } from '../../core/time.ts';
import { BINDINGS } from '../access/access.ts';
import { answersIn, openDoubts } from './commands-answer.ts';
import { type Seat, seatOf } from './commands-facts.ts';
import type { Report } from './decide-facts.ts';
import { guessOf } from './decide-statements.ts';
import type { Entry } from './reading.ts';
import { rollCallOf, type Unproven } from './record.ts';
import { PRESENT } from './texts.ts';
import { mayTell, readingOf, reportOf, takesBack } from './understand.ts';

/** Longer messages are documents, not reports. */
const LONGEST = 5_000;

/** A notice somebody tried to draft where he may not: it tells of a meeting, and nobody of himself. */
const DRAFT = /^(?:修改)?通知[^\n]*\n(?:[^\n]*\n)*?\s*正文\s*[:：]/u;

const NUMBERED = /^\d{1,2}[\s.、:)]*[^\d\s]/u;

function mayBe(ctx: Ctx): boolean {
  const { unit, kind } = ctx.where;
  const { text } = ctx.said;
  if (unit === undefined || (kind !== 'unit' && kind !== 'private') || text.length > LONGEST) return false;
  // A picture or a file tells of nobody's whereabouts.
  if (text === '' || DRAFT.test(text)) return false;
  return mayTell(text, ctx) || NUMBERED.test(text) || ctx.org.personAt(text, unit.id) !== undefined;
}

/** Under roll-call 在 is an answer; elsewhere it is talk. */
function present(ctx: Ctx, { person, unit }: Seat): Report | undefined {
  const day = dayOf(ctx.said.at);
  if (!PRESENT.test(ctx.said.text) || rollCallOf(ctx.settings, unit.id, day) === undefined) return undefined;
  const span = ctx.said.text;
  const entry: Entry = {
    person: person.name,
    status: 'on_duty',
    from: day,
    to: day,
    span,
    rule: 'roll-call',
  };
  return { operation: 'report', confidence: 'high', entries: [entry], asks: [] };
}

async function heardFrom(ctx: Ctx, seat: Seat): Promise<readonly Meaning[]> {
  if (NUMBERED.test(ctx.said.text)) {
    const answers = answersIn(ctx.said.text, await openDoubts(ctx, seat));
    // An answer by somebody who was not asked is an answer all the same, and no report of his own.
    if (answers.length > 0) return [{ command: 'whereabouts.answer', intent: { answers } }];
  }
  const reading = readingOf(ctx.said.text, seat.person.name, seat.unit.id, ctx);
  if (takesBack(reading)) return [{ command: 'whereabouts.unsay', intent: {} }];
  const report = present(ctx, seat) ?? reportOf(reading);
  return report === undefined ? [] : [{ command: 'whereabouts.report', intent: report }];
}

/** The member an unbound speaker seems to be: that name once in the unit, and nobody bound to it. */
async function seems(ctx: Ctx): Promise<Person | undefined> {
  const { unit } = ctx.where;
  const name = ctx.who.name.replace(/^.*[-—_]/u, '').trim();
  const [person, other] = unit === undefined ? [] : ctx.org.named(name, unit.id);
  if (person === undefined || other !== undefined) return undefined;
  return (await ctx.store.find(BINDINGS, { person: person.id })).length === 0 ? person : undefined;
}

/** A name in a group proves nothing: what it says is put to the liaison. */
async function heardOf(ctx: Ctx): Promise<readonly Meaning[]> {
  const { unit, kind } = ctx.where;
  if (unit === undefined || kind !== 'unit' || ctx.who.person !== undefined) return [];
  const person = await seems(ctx);
  if (person === undefined) return [];
  const reading = readingOf(ctx.said.text, person.name, unit.id, ctx);
  const [entry] = reading.entries;
  if (reading.kind !== 'whereabouts' || entry?.person !== person.name || reading.confidence === 'low')
    return [];
  const intent: Unproven = { person: person.id, span: entry.span, guess: guessOf(entry) };
  return [{ command: 'whereabouts.unproven', intent }];
}

export const recogniser: Recogniser = {
  id: 'whereabouts',
  mayBe,
  hear: async (ctx) => {
    const seat = seatOf(ctx);
    return seat === undefined ? heardOf(ctx) : heardFrom(ctx, seat);
  },
};
