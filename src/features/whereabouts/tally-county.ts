/** The county in figures: how many people are where, and what changed since another day. Pure. */
import { type Board, mainPart } from './board.ts';
import { STATUSES, type Status } from './reading.ts';
import { GROUP_NAMES, SHORT_GROUP_NAMES, TEXTS } from './texts.ts';

export type Group = keyof typeof GROUP_NAMES;
export type Figures = Readonly<Record<Group, number>>;
export const GROUPS = Object.keys(GROUP_NAMES) as readonly Group[];
export const NO_FIGURES: Figures = { out: 0, trip: 0, meeting: 0, seconded: 0, leave: 0, unknown: 0 };

const BY_STATUS: Readonly<Partial<Record<Status, Group>>> = {
  out_on_business: 'out',
  field_visit: 'out',
  business_trip: 'trip',
  meeting: 'meeting',
  training: 'meeting',
  seconded: 'seconded',
  unknown: 'unknown',
};

/** The group a status is counted in; none for those who are at work. */
export const groupOf = (status: Status): Group | undefined =>
  STATUSES[status].category === 'leave' ? 'leave' : BY_STATUS[status];

/** A unit's figures: every person once, under the first part of the day. */
export function figuresOf(board: Board): Figures {
  const figures = { ...NO_FIGURES };
  for (const person of board.people) {
    const part = mainPart(person, board.day);
    const group = part === undefined ? undefined : groupOf(part.status);
    if (group !== undefined) figures[group] += 1;
  }
  return figures;
}

export const sumOf = (all: readonly Figures[]): Figures =>
  all.reduce<Figures>(
    (sum, one) => Object.fromEntries(GROUPS.map((group) => [group, sum[group] + one[group]])) as Figures,
    NO_FIGURES,
  );

export const totalOf = (figures: Figures): number => GROUPS.reduce((sum, group) => sum + figures[group], 0);

/** 公务外出612　出差88　…; what is nought is left out. */
export function figuresText(figures: Figures): string {
  const said = GROUPS.filter((group) => figures[group] > 0).map((group) =>
    TEXTS.figure({ label: GROUP_NAMES[group], count: figures[group] }),
  );
  return said.length === 0 ? TEXTS.figuresNone() : said.join('　');
}

/** 外出+12，请假-4; empty when nothing changed. */
export const changesText = (before: Figures, now: Figures): string =>
  GROUPS.filter((group) => before[group] !== now[group])
    .map((group) => {
      const count = now[group] - before[group];
      return TEXTS.change({ label: SHORT_GROUP_NAMES[group], sign: count > 0 ? '+' : '', count });
    })
    .join('，');
