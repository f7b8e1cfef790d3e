/** `核实` and `不符`: an inspector marks what was said of people against what he found; 不符 drafts a finding. */
import { type Command, command, type Outcome, type Slot } from '../../core/command.ts';
import type { Ctx } from '../../core/context.ts';
import { clockText } from '../../core/phrase-texts.ts';
import { ok, refuse } from '../../core/result.ts';
import type { Person, Unit } from '../../core/roster.ts';
import { answer, logged, speakerId } from '../../core/say.ts';
import { optional, restSlot, timeSlot, unitSlot } from '../../core/slots.ts';
import { put, type Row } from '../../core/store.ts';
import { asWritten } from '../../core/text.ts';
import { dayOf, type Hm, instant } from '../../core/time.ts';
import { claimAt } from '../whereabouts/whereabouts.ts';
import { drafted } from './commands-register.ts';
import { CHECKS, type Check } from './finding.ts';
import { TELLING } from './texts-telling.ts';

const MISMATCH = '去向不符';

/** Names of the unit's people, joined by 、 or a space. The command's unit stands before them. */
const peopleSlot: Slot<readonly string[]> = {
  zh: '姓名',
  optional: false,
  shaped: false,
  take: (text, { org }) => {
    const names = text.split(/[\s、,，;；]+/u).filter((word) => word !== '');
    const known = names.every((name) => org.named(name).length > 0);
    return known && names.length > 0 ? { value: names, rest: '' } : undefined;
  },
};

const minuteOf = (time: Hm | undefined, { now }: Ctx): number =>
  time === undefined ? now : Math.min(instant(dayOf(now), time), now);

const row = (unit: Unit, person: Person, at: number, result: Check['result'], ctx: Ctx): Row =>
  put(CHECKS, `${dayOf(ctx.now)}/${ctx.said.id}/${person.id}`, {
    unit: unit.id,
    person: person.id,
    at,
    by: speakerId(ctx),
    result,
  });

const peopleOf = (unit: Unit, names: readonly string[], ctx: Ctx): readonly Person[] =>
  names.flatMap((name) => ctx.org.named(name, unit.id));

function verified(unit: Unit, names: readonly string[], at: number, ctx: Ctx): Outcome {
  const people = peopleOf(unit, names, ctx);
  const missing = names.find((name) => ctx.org.named(name, unit.id).length === 0);
  if (missing !== undefined) return refuse(TELLING.checkStranger({ unit: unit.name, name: missing }));
  const holes = { unit: unit.name, names: names.join('、'), at: clockText(at, ctx.now) };
  return ok({
    put: people.map((person) => row(unit, person, at, 'true', ctx)),
    say: [answer(ctx, TELLING.checked(holes))],
    audit: people.map((person) => logged(ctx, 'check', person.id, unit.id)),
  });
}

/** Only against what was said: who has said nothing has not said anything untrue. */
async function mismatch(unit: Unit, name: string, more: string, at: number, ctx: Ctx): Promise<Outcome> {
  const [person, other] = ctx.org.named(name, unit.id);
  if (person === undefined || other !== undefined)
    return refuse(TELLING.checkStranger({ unit: unit.name, name }));
  const claim = await claimAt(ctx.store, unit.id, person, at);
  const clock = clockText(at, ctx.now);
  if (claim === undefined) return refuse(TELLING.checkNobody({ name, at: clock }));
  const by = claim.by === 'self' ? TELLING.bySelf() : TELLING.byProxy();
  const fact = TELLING.checkFact({
    at: clock,
    claim: claim.outward,
    by,
    more: more === '' ? '' : `：${more}`,
  });
  const draft = {
    unit: unit.id,
    type: MISMATCH,
    fresh: false,
    fact,
    person: person.id,
    seenAt: at,
    at: ctx.now,
  };
  const outcome = await drafted(draft, '', ctx);
  if (!outcome.ok) return outcome;
  return ok({ ...outcome.value, put: [...(outcome.value.put ?? []), row(unit, person, at, 'false', ctx)] });
}

const nameSlot: Slot<string> = {
  zh: '姓名',
  optional: false,
  shaped: false,
  take: (text, { org }) => {
    const found = /^\p{Script=Han}[\p{Script=Han}·]{1,9}/u.exec(text)?.[0] ?? '';
    for (let length = found.length; length >= 2; length -= 1)
      if (org.named(found.slice(0, length)).length > 0)
        return { value: found.slice(0, length), rest: text.slice(length) };
    return undefined;
  },
};

const OFFICE = ['office', 'private'] as const;

export const checkCommands: readonly Command[] = [
  command({
    id: 'finding.check',
    verbs: ['已核实', '核实'],
    said: OFFICE,
    slots: { unit: unitSlot, time: optional(timeSlot), names: peopleSlot },
    usage: '核实 <单位> [时间] <姓名、姓名>',
    summary: '查岗：报的去向属实',
    examples: [
      {
        as: '赵明',
        at: '督查群',
        say: '核实 教育局 张三',
        reply: '教育局 张三：去向已核实',
        given: ['张三@教育局 > 我今天下乡去东峡镇'],
      },
    ],
    run: ({ unit, time, names }, ctx) => Promise.resolve(verified(unit, names, minuteOf(time, ctx), ctx)),
  }),
  command({
    id: 'finding.mismatch',
    verbs: ['不符'],
    said: OFFICE,
    slots: { unit: unitSlot, time: optional(timeSlot), name: nameSlot, more: optional(restSlot('说明')) },
    usage: '不符 <单位> [时间] <姓名> [说明]',
    summary: '查岗：与报的去向不符，起草问题',
    examples: [
      {
        as: '赵明',
        at: '督查群',
        say: '不符 教育局 张三 东峡镇政府未见到',
        reply: '教育局｜去向不符',
        given: ['张三@教育局 > 我今天下乡去东峡镇'],
      },
    ],
    run: ({ unit, time, name, more }, ctx) =>
      mismatch(unit, name, asWritten(more ?? '', ctx.said), minuteOf(time, ctx), ctx),
  }),
];
