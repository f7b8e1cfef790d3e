/** The board and who has not reported: 去向表, 未报. */
import type { Change } from '../../core/change.ts';
import { command, type Outcome } from '../../core/command.ts';
import type { Ctx } from '../../core/context.ts';
import { holds, ofOffice } from '../../core/org.ts';
import { ok, type Result, refuse } from '../../core/result.ts';
import type { Person, Unit } from '../../core/roster.ts';
import { answer, answered, speakerId } from '../../core/say.ts';
import { daySlot, optional, timeSlot, unitSlot } from '../../core/slots.ts';
import { put } from '../../core/store.ts';
import { addDays, type Day, dayOf, type Hm, instant, MINUTE } from '../../core/time.ts';
import { boardAt, endOf, isUnsaid } from './board.ts';
import { type Detail, listed } from './board-lines.ts';
import { statementsOf } from './board-load.ts';
import { pastText } from './board-past.ts';
import { boardText } from './board-text.ts';
import { isResponsible, noUnit } from './commands-facts.ts';
import { keptDays, rollCallOf, VIEWS } from './record.ts';
import { countyText } from './section-county.ts';
import { TEXTS } from './texts.ts';

/** A day, and a time on it when one is named. */
interface Moment {
  readonly day: Day;
  readonly time: Hm | undefined;
}

/** What this person may see here: kinds of leave are for the head and the liaison, in private. */
function detailFor(ctx: Ctx, unit: Unit): Detail {
  const { person } = ctx.who;
  const trusted = ctx.where.kind === 'private' && person !== undefined && isResponsible(person, unit.id);
  return {
    eyes: trusted ? 'inside' : 'outward',
    full: true,
    nameOf: (id) => ctx.org.person(id)?.name ?? TEXTS.nobody(),
  };
}

/** The minute that is asked for: now for today, the end of any other day, unless a time is named. */
function minuteOf({ day, time }: Moment, now: number): number {
  const at = time === undefined ? endOf(day) : instant(day, time) + MINUTE - 1;
  return Math.min(at, now);
}

/** Who looked is kept, for the people who were looked at. */
const view = (ctx: Ctx, unit: Unit, day: Day): Change => ({
  put: [
    put(VIEWS, `${dayOf(ctx.now)}/${unit.id}/${speakerId(ctx)}/${ctx.said.id}`, {
      unit: unit.id,
      by: speakerId(ctx),
      at: ctx.now,
      of: day,
    }),
  ],
});

async function shown(unit: Unit, moment: Moment, ctx: Ctx): Promise<Outcome> {
  const { day } = moment;
  const members = ctx.org.members(unit.id);
  const statements = await statementsOf(ctx.store, unit.id, members, day);
  const text = boardText({
    unit,
    asOf: boardAt(members, statements, day, minuteOf(moment, ctx.now)),
    now: boardAt(members, statements, day, ctx.now),
    statements,
    liaisons: ctx.org.holders(unit.id, 'liaison').map(({ id }) => id),
    rollCall: rollCallOf(ctx.settings, unit.id, day),
    restDay: !ctx.calendar.isWorkday(day),
    detail: detailFor(ctx, unit),
  });
  return ok({ ...view(ctx, unit, day), say: [answer(ctx, text)] });
}

const mine = (person: Person | undefined, unit: Unit): boolean =>
  person?.posts.some((post) => post.unit === unit.id) === true;

/** The office and the county's leaders see every unit, and the county as a whole. */
const seesCounty = ({ who: { person } }: Ctx): boolean =>
  person !== undefined && (ofOffice(person) || holds(person, 'leader'));

/** Which board is meant, if this person may see it here: a unit room shows its own and no other. */
function wanted(unit: Unit | undefined, ctx: Ctx): Result<Unit | 'county', string> {
  const { kind, unit: here } = ctx.where;
  if (kind === 'unit') {
    if (here === undefined) return refuse(TEXTS.droppedBoard());
    return unit === undefined || unit.id === here.id ? ok(here) : refuse(TEXTS.ownOnly());
  }
  if (seesCounty(ctx)) return ok(unit ?? 'county');
  const own = unit ?? here;
  if (own === undefined) return refuse(TEXTS.whichUnit());
  return mine(ctx.who.person, own) ? ok(own) : refuse(TEXTS.ownOnly());
}

async function board(unit: Unit | undefined, moment: Moment, ctx: Ctx): Promise<Outcome> {
  const of = wanted(unit, ctx);
  if (!of.ok) return of;
  const days = keptDays(ctx.settings);
  if (moment.day < addDays(dayOf(ctx.now), -days))
    return answered(ctx, await pastText({ store: ctx.store, day: moment.day, days }, of.value));
  if (of.value === 'county')
    return answered(ctx, await countyText({ ...ctx, day: moment.day }, minuteOf(moment, ctx.now)));
  if (!ctx.org.supervised.includes(of.value)) return refuse(TEXTS.notAsked({ unit: of.value.name }));
  return shown(of.value, moment, ctx);
}

async function missing(ctx: Ctx): Promise<Outcome> {
  const { unit } = ctx.where;
  if (unit === undefined) return refuse(noUnit(ctx));
  const today = dayOf(ctx.now);
  if (rollCallOf(ctx.settings, unit.id, today) === undefined) return answered(ctx, TEXTS.exceptionMode());
  if (!ctx.calendar.isWorkday(today)) return answered(ctx, TEXTS.restDay());
  const members = ctx.org.members(unit.id);
  const statements = await statementsOf(ctx.store, unit.id, members, today);
  const left = boardAt(members, statements, today, ctx.now).people.filter(isUnsaid);
  if (left.length === 0) return answered(ctx, TEXTS.rollCallDone());
  const people = listed(left.map(({ person }) => person.name));
  return answered(ctx, TEXTS.rollCallMissing({ count: left.length, people }));
}

export const boardCommand = command({
  id: 'whereabouts.board',
  verbs: ['去向表'],
  said: ['unit', 'office', 'leaders'],
  slots: { unit: optional(unitSlot), day: optional(daySlot), time: optional(timeSlot) },
  summary: '看去向表',
  examples: [
    {
      as: '陈静',
      at: '教育局',
      given: ['张三@教育局 > 我今天下乡'],
      say: '去向表',
      reply: '下乡1：张三（本人报）',
    },
    { as: '孙磊', at: '督查群', say: '去向表 教育局', reply: '【去向表】教育局' },
    { as: '周文', at: '领导群', say: '去向表', reply: '【全县去向】' },
  ],
  run: ({ unit, day, time }, ctx) => board(unit, { day: day ?? dayOf(ctx.now), time }, ctx),
});

export const missingCommand = command({
  id: 'whereabouts.missing',
  verbs: ['未报'],
  said: ['unit'],
  slots: {},
  summary: '看谁还没报（全员报的单位）',
  examples: [{ as: '陈静', at: '教育局', say: '未报', reply: '本单位只报外出请假' }],
  run: (_, ctx) => missing(ctx),
});
