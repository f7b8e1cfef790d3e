/** The documents of a day, all from one snapshot: the leaders' screen with the table of all units, and its chat text. */
import { dayText } from '../../core/calendar-texts.ts';
import type { Block, Cell, Column, Document } from '../../core/document.ts';
import type { Org } from '../../core/org.ts';
import type { Unit } from '../../core/roster.ts';
import { type Day, hmOf, weekdayOf } from '../../core/time.ts';
import type { Said, Snapshot, UnitSaid } from './digest.ts';
import { screen, wantedUnits } from './screen.ts';
import { TEXTS, WEEKDAYS } from './texts.ts';

/** Items the office is shown before it is sent to the table. */
const MOST_OUTSTANDING = 20;

interface When {
  readonly date: string;
  readonly weekday: string;
  readonly time: string;
}
const whenOf = (day: Day, at: number): When => ({
  date: dayText(day),
  weekday: WEEKDAYS[weekdayOf(day)] ?? '',
  time: hmOf(at).replace(/^0/u, ''),
});

/** A room's columns: its figures, or else its lines in one cell. */
function columnsOf(units: readonly UnitSaid[], n: number): readonly Column[] {
  const [first] = units;
  const said = first?.said[n];
  const figures = said?.section.figures ?? [];
  if (said === undefined) return [];
  if (figures.length > 0) return figures.map(({ title }) => ({ title, width: 10 }));
  return [{ title: said.title, width: 40 }];
}

const cellsOf = ({ section }: Said): readonly Cell[] =>
  section.figures !== undefined && section.figures.length > 0
    ? section.figures.map(({ value }) => value)
    : [section.lines.map((line) => line.trim()).join('；')];

/** All units, one a row. */
function unitTable({ units }: Snapshot): Block {
  const rooms = units[0]?.said.map((_, n) => columnsOf(units, n)) ?? [];
  return {
    kind: 'table',
    title: TEXTS.table(),
    columns: [{ title: TEXTS.unit(), width: 20 }, ...rooms.flat()],
    rows: units.map(({ unit, said }) => [unit.name, ...said.flatMap(cellsOf)]),
  };
}

/** The day's digest: its screen as lines, then every unit. `mark` says （补发） or （更新）. */
export function digestDocument(snapshot: Snapshot, mark: string, org: Org): Document {
  const title = TEXTS.head({ ...whenOf(snapshot.day, snapshot.at), mark });
  const [, ...lines] = screen(title, snapshot.said, org);
  return {
    title,
    fileName: TEXTS.fileName({ day: snapshot.day }),
    blocks: [...lines.map((text): Block => ({ kind: 'line', text })), unitTable(snapshot)],
  };
}

/** The document as it is said in a room: its title and lines, no table. */
export const chatText = ({ title, blocks }: Document): string =>
  [title, ...blocks.flatMap((block) => (block.kind === 'line' ? [block.text] : []))].join('\n');

/** A unit's own digest; undefined when there is nothing to say to it. */
export function unitText(unit: Unit, said: readonly Said[], day: Day, mark: string): string | undefined {
  const lines = said.filter(({ section }) => section.due).flatMap(({ section }) => section.lines);
  if (lines.length === 0) return undefined;
  const { date, weekday } = whenOf(day, 0);
  return [TEXTS.unitHead({ unit: unit.name, date, weekday, mark }), ...lines].join('\n');
}

/** What is outstanding, for the office; undefined when nothing is. */
export function officeText(snapshot: Snapshot, mark: string, org: Org): string | undefined {
  const wanted = wantedUnits(snapshot.said);
  if (wanted.length === 0) return undefined;
  const more = wanted.length - MOST_OUTSTANDING;
  return [
    TEXTS.officeHead({ ...whenOf(snapshot.day, snapshot.at), mark }),
    ...wanted
      .slice(0, MOST_OUTSTANDING)
      .map(({ unit, text }, n) =>
        TEXTS.numbered({ n: n + 1, unit: org.unit(unit)?.name ?? TEXTS.county(), text }),
      ),
    ...(more > 0 ? [TEXTS.officeMore({ count: more })] : []),
  ].join('\n');
}
