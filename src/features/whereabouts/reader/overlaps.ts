/** What a message says twice of one person: the later line wins, within a line the firmer word. */
import type { Entry } from '../reading.ts';

/** An entry with where it was said and how firmly. */
interface Weighed {
  readonly entry: Entry;
  readonly rank: number;
  readonly line: number;
}

/** The entries of one group, said on one line and as firmly. */
export interface Batch {
  readonly entries: readonly Entry[];
  readonly rank: number;
  readonly line: number;
}

/** A part of a day and the whole of it meet; two parts do not. */
function meets(a: Entry, b: Entry): boolean {
  if (a.from.slice(0, 10) !== b.from.slice(0, 10)) return false;
  if (a.halfDay !== undefined && b.halfDay !== undefined) return a.halfDay === b.halfDay;
  return a.from === b.from && a.to === b.to && a.halfDay === b.halfDay;
}

const later = (a: Entry, b: Entry): boolean => {
  const timed = [a.from, a.to ?? '', b.from, b.to ?? ''].some((at) => at.length > 10);
  return (
    !timed &&
    a.from === b.from &&
    (a.halfDay === undefined || b.halfDay === undefined || a.halfDay === b.halfDay)
  );
};

const beats = (other: Weighed, one: Weighed): boolean => {
  if (other === one || other.entry.person !== one.entry.person) return false;
  if (other.line > one.line) return later(other.entry, one.entry);
  return other.line === one.line && other.rank > one.rank && meets(other.entry, one.entry);
};

const keyOf = (entry: Entry): string =>
  [entry.person, entry.status, entry.from, entry.to, entry.halfDay].join('|');

/** What is said of one person, what is said twice alike taken once, and what another word beats left out. */
function standingOf(list: readonly Weighed[]): readonly Entry[] {
  const once = [...new Map(list.map((one) => [`${keyOf(one.entry)}|${one.line}|${one.rank}`, one])).values()];
  const kept = once.filter((one) => !once.some((other) => beats(other, one)));
  return [...new Map(kept.map(({ entry }) => [keyOf(entry), entry])).values()];
}

/** The people of whom more than one entry speaks. */
function saidAgain(batches: readonly Batch[]): ReadonlySet<string> {
  const once = new Set<string>();
  const again = new Set<string>();
  for (const { entries } of batches)
    for (const { person } of entries) {
      const before = once.size;
      if (once.add(person).size === before) again.add(person);
    }
  return again;
}

/** The entries that stand, each once. */
export function standingEntries(batches: readonly Batch[]): readonly Entry[] {
  const [only, second] = batches;
  if (only === undefined) return [];
  if (second === undefined && only.entries.length < 2) return only.entries;
  const again = saidAgain(batches);
  if (again.size === 0)
    return second === undefined ? only.entries : batches.flatMap(({ entries }) => entries);
  const people = new Map<string, Weighed[]>();
  const places: (Entry | Weighed[])[] = [];
  for (const { entries, rank, line } of batches)
    for (const entry of entries) {
      if (!again.has(entry.person)) {
        places.push(entry);
        continue;
      }
      const list = people.get(entry.person);
      if (list !== undefined) {
        list.push({ entry, rank, line });
        continue;
      }
      const first = [{ entry, rank, line }];
      people.set(entry.person, first);
      places.push(first);
    }
  return places.flatMap((place) => (Array.isArray(place) ? standingOf(place) : place));
}
