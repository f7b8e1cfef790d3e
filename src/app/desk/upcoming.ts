/** `日历` and `未来30天`: the year's days off, and what will fire, when and why. */
import { dayText, dayWithWeekday, spanText, yearText } from '../../core/calendar-texts.ts';
import { type Command, command } from '../../core/command.ts';
import type { Know } from '../../core/context.ts';
import type { DueSlot, Job } from '../../core/job.ts';
import { slotsOn } from '../../core/plan.ts';
import { answered } from '../../core/say.ts';
import { numberSlot, optional } from '../../core/slots.ts';
import { addDays, dayOf, hmOf, yearOf } from '../../core/time.ts';
import { MUTES } from '../../features/access/access.ts';
import { DESK } from './texts.ts';

const when = (due: DueSlot): string => `${dayWithWeekday(due.day)}${hmOf(due.at)}`;

/** Every slot of the next `days` days, today's past ones left out. */
export function upcoming(jobs: readonly Job[], know: Know, days: number): readonly DueSlot[] {
  const today = dayOf(know.now);
  return Array.from({ length: days }, (_, n) => addDays(today, n))
    .flatMap((day) => slotsOn(jobs, day, know, know.now))
    .filter(({ at }) => at > know.now);
}

/** Jobs that fire often are one line; the rare ones are named one by one with their reason. */
const OFTEN = 5;

export function upcomingText(jobs: readonly Job[], know: Know, days: number, mutedUntil: number): string {
  const slots = upcoming(jobs, know, days);
  const shown = jobs.filter((job) => job.title !== '');
  const lines = shown.flatMap((job) => {
    const mine = slots.filter((slot) => slot.job === job.id);
    const [first] = mine;
    if (first === undefined) return [];
    if (mine.length >= OFTEN)
      return [DESK.upcomingJob({ title: job.title, count: mine.length, next: when(first) })];
    return mine.map((slot) => DESK.upcomingOnce({ when: when(slot), why: slot.why }));
  });
  const today = dayOf(know.now);
  const off = know.calendar
    .periods(today, addDays(today, days))
    .map((period) => DESK.upcomingOff({ name: period.name, span: spanText(period.first, period.last) }));
  const muted =
    mutedUntil > know.now
      ? [DESK.upcomingMuted({ until: `${dayText(dayOf(mutedUntil))}${hmOf(mutedUntil)}` })]
      : [];
  return [DESK.upcomingHead({ days }), ...muted, ...lines, ...off].join('\n');
}

export const upcomingCommands = (jobs: () => readonly Job[]): readonly Command[] => [
  command({
    id: 'desk.calendar',
    verbs: ['日历'],
    said: ['office', 'leaders', 'private'],
    slots: { year: optional(numberSlot('年', /^年/u)) },
    summary: '看全年放假和补班',
    examples: [{ as: '赵明', at: '督查群', say: '日历 2026', reply: '国庆节' }],
    run: async ({ year }, ctx) => answered(ctx, yearText(ctx.calendar, year ?? yearOf(dayOf(ctx.now)))),
  }),
  command({
    id: 'desk.upcoming',
    verbs: ['未来30天', '未来三十天'],
    said: ['office', 'private'],
    slots: {},
    summary: '看接下来会自动发什么、为什么',
    examples: [{ as: '赵明', at: '督查群', say: '未来30天', reply: '未来30天：' }],
    run: async (_, ctx) => {
      const mute = await ctx.store.get(MUTES, 'all');
      return answered(ctx, upcomingText(jobs(), ctx, 30, mute?.data.until ?? 0));
    },
  }),
];
