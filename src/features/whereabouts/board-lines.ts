/** The board in words: groups of names with what is worth knowing beside each. */
import { dayText } from '../../core/calendar-texts.ts';
import type { Day } from '../../core/time.ts';
import { type Board, clock, isUnsaid, type PersonAt } from './board.ts';
import { STATUSES, type Status } from './reading.ts';
import { firstDay, lastDay, type RollCall, type Statement } from './record.ts';
import { GROUP_NAMES, HALF_NAMES, TEXTS } from './texts.ts';

/** How much is shown: `inside` names kinds of leave, for the person, the head and the liaison alone. */
export type Eyes = 'outward' | 'inside';

/** What is shown beside a name. */
export interface Detail {
  readonly eyes: Eyes;
  /** Place and source as well. */
  readonly full: boolean;
  readonly nameOf: (person: string) => string;
}

/** A status as these eyes see it. */
export function labelOf(status: Status, eyes: Eyes): string {
  if (status === 'unknown') return GROUP_NAMES.unknown;
  return eyes === 'inside' ? STATUSES[status].name : STATUSES[status].outward;
}

/** 至24日, 至10月3日, 时间未定; nothing for a single day. */
function lasting(part: Statement, day: Day): readonly string[] {
  const last = lastDay(part);
  if (last === null) return [TEXTS.open()];
  if (last <= day) return [];
  const sameMonth = last.slice(0, 7) === day.slice(0, 7);
  return [sameMonth ? TEXTS.throughDate({ date: +last.slice(8) }) : TEXTS.through({ day: dayText(last) })];
}

function timing(part: Statement, day: Day): readonly string[] {
  const half = part.halfDay === undefined ? [] : [HALF_NAMES[part.halfDay]];
  const begins = firstDay(part) === day && part.from.length > 10;
  const ends = part.to !== null && lastDay(part) === day && part.to.length > 10;
  return [
    ...half,
    ...(begins ? [TEXTS.since({ time: clock(part.from.slice(11, 16)) })] : []),
    ...(ends ? [TEXTS.until({ time: clock((part.to ?? '').slice(11, 16)) })] : []),
    ...lasting(part, day),
  ];
}

export const sourceOf = (part: Statement, nameOf: Detail['nameOf']): string =>
  part.how === 'self' ? TEXTS.self() : TEXTS.byOther({ name: nameOf(part.by) });

/** 张三（东峡镇，上午，本人报） */
export function nameWith(name: string, part: Statement, day: Day, detail: Detail): string {
  const place = detail.full && part.place !== undefined ? [part.place] : [];
  const source = detail.full ? [sourceOf(part, detail.nameOf)] : [];
  const more = [...place, ...timing(part, day), ...source];
  return more.length === 0 ? name : TEXTS.person({ name, more: more.join('，') });
}

/** Statuses in the order of a tally: who is away first, then who is late or on duty elsewhere. */
const ORDER: readonly Status[] = [
  ...(Object.keys(STATUSES) as Status[]).filter((status) => STATUSES[status].category !== 'present'),
  'remote_duty',
  'late',
];

/** One line a status: 公务外出2：王五、赵六（上午）. */
export function groupLines(board: Board, detail: Detail): readonly string[] {
  const names = new Map<string, string[]>();
  for (const status of ORDER)
    for (const { person, parts } of board.people)
      for (const part of parts.filter((one) => one.status === status)) {
        const label = labelOf(status, detail.eyes);
        names.set(label, [...(names.get(label) ?? []), nameWith(person.name, part, board.day, detail)]);
      }
  return [...names].map(([label, people]) =>
    TEXTS.group({ label, count: people.length, people: people.join('、') }),
  );
}

/** At most `most` names, and how many they are in all. */
export const listed = (names: readonly string[], most = 30): string =>
  names.length <= most
    ? names.join('、')
    : TEXTS.andMore({ people: names.slice(0, most).join('、'), count: names.length });

function coveredLine(
  people: readonly PersonAt[],
  by: string,
  liaisons: readonly string[],
  nameOf: Detail['nameOf'],
): string {
  const count = people.length;
  return liaisons.includes(by)
    ? TEXTS.coveredByLiaison({ count })
    : TEXTS.coveredBy({ count, name: nameOf(by) });
}

/** What the lines about the rest are made of. */
interface RestFacts {
  readonly asOf: Board;
  readonly liaisons: readonly string[];
  readonly rollCall: RollCall | undefined;
  readonly restDay?: boolean;
  readonly detail: Detail;
}

/** 其余9人未报外出; of a day of rest nothing, for nobody is asked. */
function unsaidLine({ asOf, rollCall, restDay }: RestFacts): readonly string[] {
  const unsaid = asOf.people.filter(isUnsaid);
  const count = unsaid.length;
  if (count === 0 || restDay === true) return [];
  const people = (): string => listed(unsaid.map(({ person }) => person.name));
  return [
    rollCall === undefined ? TEXTS.unsaid({ count }) : TEXTS.unsaidRollCall({ count, people: people() }),
  ];
}

/** What is to be said of everybody without a line of his own. */
export function restLines(facts: RestFacts): readonly string[] {
  const { asOf, liaisons, detail } = facts;
  const onDuty = asOf.people.filter(
    ({ parts }) => parts.length > 0 && parts.every(({ status }) => status === 'on_duty'),
  );
  const speakers = [
    ...new Set(asOf.people.flatMap(({ covered }) => (covered === undefined ? [] : [covered.by]))),
  ];
  return [
    ...(onDuty.length === 0 ? [] : [TEXTS.reported({ count: onDuty.length })]),
    ...speakers.map((by) =>
      coveredLine(
        asOf.people.filter(({ covered }) => covered?.by === by),
        by,
        liaisons,
        detail.nameOf,
      ),
    ),
    ...unsaidLine(facts),
  ];
}

/** 李四 请假（至23日）; several parts of a day are joined by ，. */
export function personPhrase(
  { person, parts }: Pick<PersonAt, 'person' | 'parts'>,
  day: Day,
  detail: Detail,
): string {
  const said = parts.map((part) =>
    nameWith(labelOf(part.status, detail.eyes), part, day, { ...detail, full: false }),
  );
  return `${person.name} ${said.join('，')}`;
}
