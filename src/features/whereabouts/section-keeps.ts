/** What is kept about a person's whereabouts, until when, and who has looked: for 我的记录. */
import { dayText } from '../../core/calendar-texts.ts';
import type { World } from '../../core/context.ts';
import type { Person } from '../../core/roster.ts';
import { addDays, type Day, dayOf } from '../../core/time.ts';
import { clockAt } from './board.ts';
import { type Detail, labelOf, nameWith, sourceOf } from './board-lines.ts';
import { ABSENCES, firstDay, keptDays, lastDay, type Statement, VIEWS, WHEREABOUTS } from './record.ts';
import { TEXTS } from './texts.ts';

/** So many records are named one by one; the rest is counted. */
const MOST = 6;
/** Days ahead that people report for. */
const AHEAD = 14;
/** Days back in which viewers are named. */
const VIEW_DAYS = 30;

const daysFrom = (first: Day, last: Day): readonly Day[] => {
  const days: Day[] = [];
  for (let day = last; day >= first; day = addDays(day, -1)) days.push(day);
  return days;
};

const ownUnits = ({ posts }: Person): readonly string[] => [...new Set(posts.map(({ unit }) => unit))];

/** Single days, newest first. */
async function dailyOf(person: Person, world: World): Promise<readonly Statement[]> {
  const today = dayOf(world.now);
  const days = daysFrom(addDays(today, -keptDays(world.settings)), addDays(today, AHEAD));
  const all: Statement[] = [];
  for (const day of days)
    for (const unit of ownUnits(person))
      for (const { data } of await world.store.find(WHEREABOUTS, { day, unit }))
        if (data.people.includes(person.id) && data.verb !== 'withdraw') all.push(data);
  return all;
}

function line(said: Statement, detail: Detail, days: number): string {
  const first = firstDay(said);
  return TEXTS.kept({
    day: dayText(first),
    label: nameWith(labelOf(said.status, detail.eyes), said, first, detail),
    how: sourceOf(said, detail.nameOf),
    time: clockAt(said.saidAt),
    until: dayText(addDays(lastDay(said) ?? dayOf(said.saidAt), days)),
  });
}

/** Who looked at the person's unit lately, a line a unit and day. */
async function viewLines(person: Person, world: World, nameOf: Detail['nameOf']): Promise<readonly string[]> {
  const today = dayOf(world.now);
  const lines: string[] = [];
  for (const day of daysFrom(addDays(today, -VIEW_DAYS), today))
    for (const unit of ownUnits(person)) {
      const views = await world.store.find(VIEWS, { day, unit });
      const viewers = [...new Set(views.map(({ data }) => data.by))].filter((by) => by !== person.id);
      if (viewers.length > 0)
        lines.push(TEXTS.viewed({ day: dayText(day), names: viewers.map(nameOf).join('、') }));
    }
  return lines.slice(0, MOST);
}

/** The person's own records, newest first, absences before single days. */
export async function keeps(person: Person, world: World): Promise<readonly string[]> {
  const days = keptDays(world.settings);
  const nameOf = (id: string): string => world.org.person(id)?.name ?? TEXTS.nobody();
  const detail: Detail = { eyes: 'inside', full: false, nameOf };
  const absences = (await world.store.get(ABSENCES, person.id))?.data.statements ?? [];
  const long = absences.filter(({ verb }) => verb === 'report' || verb === 'correct');
  const all = [...[...long].reverse(), ...(await dailyOf(person, world))];
  const oldest = all.at(-1);
  const more = all.length - MOST;
  return [
    ...all.slice(0, MOST).map((said) => line(said, detail, days)),
    ...(oldest === undefined || more <= 0 ? [] : [TEXTS.keptMore({ count: more })]),
    ...(await viewLines(person, world, nameOf)),
  ];
}
