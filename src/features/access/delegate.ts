/** `委托 <姓名> 至 <日期>`: a head lets a colleague acknowledge for him until a day; it ends by itself. */
import { dayText } from '../../core/calendar-texts.ts';
import { type Command, command, type Outcome, type Slot, type Taken } from '../../core/command.ts';
import type { Ctx } from '../../core/context.ts';
import { TIMERS, type TimerJob } from '../../core/job.ts';
import { ok, refuse } from '../../core/result.ts';
import type { Person } from '../../core/roster.ts';
import { answer, inform, logged } from '../../core/say.ts';
import { daySlot, personSlot } from '../../core/slots.ts';
import { drop, put } from '../../core/store.ts';
import { addDays, type Day, dayOf, daysBetween, instant, weekdayOf } from '../../core/time.ts';
import { DELEGATIONS } from './access.ts';
import { ACCESS } from './texts.ts';

const LONGEST = 90;
const JOB = 'access.delegation';
const timerId = (person: string): string => `${JOB}/${person}`;

const WEEKDAY = /^(本|这|下)?(?:周|星期|礼拜)([一二三四五六日天])/u;

/** 周五, 本周五 and 下周五; a bare one that has passed this week is the next week's. */
function takeWeekday(text: string, today: Day): Taken<Day> | undefined {
  const match = WEEKDAY.exec(text);
  if (match === null) return undefined;
  const [whole, which, name = ''] = match;
  const ahead = Math.min('一二三四五六日天'.indexOf(name) + 1, 7) - weekdayOf(today);
  const later = which === '下' || (which === undefined && ahead < 0) ? 7 : 0;
  return { value: addDays(today, ahead + later), rest: text.slice(whole.length) };
}

/** 至9月30日, 到 9.30, 至周五 or only the day. */
const untilSlot: Slot<Day> = {
  ...daySlot,
  take: (text, know) => {
    const day = text.replace(/^(?:至|到|直到)\s*/u, '');
    return daySlot.take(day, know) ?? takeWeekday(day, dayOf(know.now));
  },
};

/** The unit in which one is head and the other belongs. */
const sharedUnit = (head: Person, to: Person): string | undefined =>
  head.posts.find(({ unit, role }) => role === 'head' && to.posts.some((post) => post.unit === unit))?.unit;

function refusalOf(head: Person, to: Person, until: Day, today: Day): string | undefined {
  if (head.id === to.id) return ACCESS.delegateSelf();
  if (sharedUnit(head, to) === undefined) return ACCESS.delegateOther({ name: to.name });
  if (until < today) return ACCESS.delegatePast();
  return daysBetween(today, until) > LONGEST ? ACCESS.delegateLong({ days: LONGEST }) : undefined;
}

async function delegate(to: Person, until: Day, ctx: Ctx): Promise<Outcome> {
  const head = ctx.who.person;
  if (head === undefined) return refuse('');
  const wrong = refusalOf(head, to, until, dayOf(ctx.now));
  if (wrong !== undefined) return refuse(wrong);
  const found = await ctx.store.get(DELEGATIONS, head.id);
  const timer = await ctx.store.get(TIMERS, timerId(head.id));
  const day = dayText(until, Number(dayOf(ctx.now).slice(0, 4)));
  return ok({
    put: [
      put(DELEGATIONS, head.id, { to: to.id, until }, found),
      put(TIMERS, timerId(head.id), { at: instant(until, '24:00'), job: JOB, subject: head.id }, timer),
    ],
    say: [
      answer(ctx, ACCESS.delegated({ name: to.name, until: day })),
      inform(
        `person:${to.id}`,
        `${ctx.said.id}/delegated`,
        ACCESS.delegatedTold({ head: head.name, until: day }),
      ),
    ],
    audit: [logged(ctx, 'delegate', to.id, until)],
  });
}

async function endDelegation(ctx: Ctx): Promise<Outcome> {
  const head = ctx.who.person;
  const found = head === undefined ? undefined : await ctx.store.get(DELEGATIONS, head.id);
  if (head === undefined || found === undefined) return refuse(ACCESS.delegateNone());
  const timer = await ctx.store.get(TIMERS, timerId(head.id));
  return ok({
    put: [drop(DELEGATIONS, found), ...(timer === undefined ? [] : [drop(TIMERS, timer)])],
    say: [answer(ctx, ACCESS.delegateEnded())],
    audit: [logged(ctx, 'end-delegation', found.data.to)],
  });
}

/** Sweeps a delegation away the midnight after its last day; readers look at the day themselves. */
export const delegationTimerJob: TimerJob = {
  id: JOB,
  title: '委托到期',
  run: async ({ subject }, { store, now }) => {
    const found = await store.get(DELEGATIONS, subject);
    return found === undefined || found.data.until >= dayOf(now) ? {} : { put: [drop(DELEGATIONS, found)] };
  },
};

export const delegateCommands: readonly Command[] = [
  command({
    id: 'access.delegate',
    verbs: ['委托'],
    said: ['unit'],
    usage: '委托 <姓名> 至 <日期>',
    slots: { to: personSlot, until: untilSlot },
    summary: '外出期间请一位同志代为签收',
    examples: [
      { as: '王建国', at: '教育局', say: '委托 刘明 至 9月30日', reply: '9月30日前由刘明同志代您签收' },
    ],
    run: ({ to, until }, ctx) => delegate(to, until, ctx),
  }),
  command({
    id: 'access.undelegate',
    verbs: ['结束委托', '取消委托'],
    said: ['unit'],
    slots: {},
    summary: '提前结束委托',
    examples: [{ as: '王建国', at: '私聊', say: '结束委托', reply: '您现在没有委托' }],
    run: (_, ctx) => endDelegation(ctx),
  }),
];
