/** Reads what was said about a day: its own rows, and absences that reach into it. */
import type { Person } from '../../core/roster.ts';
import type { Reader } from '../../core/store.ts';
import type { Day } from '../../core/time.ts';
import { ABSENCES, type Statement, WHEREABOUTS } from './record.ts';

const absencesOf = async (store: Reader, people: readonly Person[]): Promise<readonly Statement[]> => {
  const found = await Promise.all(people.map((person) => store.get(ABSENCES, person.id)));
  return found.flatMap((row) => row?.data.statements ?? []);
};

/** Everything said about a unit on a day; absences first, so that what was said for the day alone stands above. */
export async function statementsOf(
  store: Reader,
  unit: string,
  members: readonly Person[],
  day: Day,
): Promise<readonly Statement[]> {
  const daily = await store.find(WHEREABOUTS, { day, unit });
  return [...(await absencesOf(store, members)), ...daily.map(({ data }) => data)];
}

/** What was said about many units on a day, read at once. */
export interface DayBook {
  readonly of: (unit: string, members: readonly Person[]) => readonly Statement[];
}

/** Opens the book of a day for a county: two reads, however many units there are. */
export async function dayBook(store: Reader, day: Day): Promise<DayBook> {
  const daily = new Map<string, Statement[]>();
  for (const { data } of await store.find(WHEREABOUTS, { day })) {
    const list = daily.get(data.unit);
    if (list === undefined) daily.set(data.unit, [data]);
    else list.push(data);
  }
  const absences = new Map((await store.find(ABSENCES, {})).map((row) => [row.id, row.data.statements]));
  return {
    of: (unit, members) => [
      ...members.flatMap((person) => absences.get(person.id) ?? []),
      ...(daily.get(unit) ?? []),
    ],
  };
}
