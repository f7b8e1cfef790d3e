/** The slots commands are made of: codes, units, names, dates, numbers, words and the rest of a text. */
import type { Slot, Taken } from './command.ts';
import type { Person, Unit } from './roster.ts';
import { addDays, type Day, dayOf, type Hm, isDay, yearOf } from './time.ts';

/** Makes a slot optional: its value may be absent. */
export const optional = <T>(slot: Slot<T>): Slot<T | undefined> => ({ ...slot, optional: true });

/** A code as people write it; `kind` and `year` may be left out, since four digits mean one item a year. */
export interface CodeWord {
  readonly kind: string | undefined;
  readonly year: number | undefined;
  readonly number: number;
}
const CODE = /^([NFCEnfce])?\s?(?:(20\d{2})[-－—]?)?(\d{1,4})(?!\d)\s?号?/u;

/** The full code a word means for an item of `kind`; undefined when the word names another kind. */
export function fullCode(word: CodeWord, kind: 'N' | 'F' | 'C' | 'E', now: number): string | undefined {
  if (word.kind !== undefined && word.kind !== kind) return undefined;
  return `${kind}${word.year ?? yearOf(dayOf(now))}-${String(word.number).padStart(4, '0')}`;
}

export const codeSlot: Slot<CodeWord> = {
  zh: '编号',
  optional: false,
  shaped: true,
  take: (text) => {
    const match = CODE.exec(text);
    if (match === null) return undefined;
    const [whole, kind, year, number] = match;
    // `3天` and `17:00` are numbers of something, not codes.
    if (kind === undefined && /^\s?[天日时:：.点月年]/u.test(text.slice(whole.length))) return undefined;
    const value = {
      kind: kind?.toUpperCase(),
      year: year === undefined ? undefined : Number(year),
      number: Number(number),
    };
    return { value, rest: text.slice(whole.length) };
  },
};

/** The letters at the beginning of a text, where they may be a unit's initials. */
export const initialsAt = (text: string): string | undefined => /^[a-z]{2,16}(?![a-z])/iu.exec(text)?.[0];

export const unitSlot: Slot<Unit> = {
  zh: '单位',
  optional: false,
  shaped: true,
  take: (text, know) => {
    const found = know.org.unitAt(text);
    if (found !== undefined) return { value: found.unit, rest: text.slice(found.length) };
    const word = initialsAt(text);
    // Initials that several units share are asked about: the first of them may not be the one.
    const [unit, other] = word === undefined ? [] : know.org.unitsNamed(word);
    return word === undefined || unit === undefined || other !== undefined
      ? undefined
      : { value: unit, rest: text.slice(word.length) };
  },
};

/** A person of this room's unit first, else of the whole roster; a name two people share reads as neither. */
export const personSlot: Slot<Person> = {
  zh: '姓名',
  optional: false,
  shaped: true,
  take: (text, know) => {
    const found = know.org.personAt(text, know.unit) ?? know.org.personAt(text);
    return found === undefined ? undefined : { value: found.person, rest: text.slice(found.length) };
  },
};

const DATE = /^(?:(20\d{2})[年.\-/])?(\d{1,2})[月.\-/](\d{1,2})[日号]?/u;
const NEAR: Readonly<Record<string, number>> = {
  今天: 0,
  今日: 0,
  昨天: -1,
  昨日: -1,
  前天: -2,
  明天: 1,
  后天: 2,
};

/** Reads a day at the beginning of a text: 9月22日, 9.22, 2026-09-22, 昨天. */
export function takeDay(text: string, today: Day): Taken<Day> | undefined {
  const near = Object.keys(NEAR).find((word) => text.startsWith(word));
  if (near !== undefined) return { value: addDays(today, NEAR[near] ?? 0), rest: text.slice(near.length) };
  const match = DATE.exec(text);
  if (match === null) return undefined;
  const [whole, year, month, date] = match;
  const day = `${year ?? yearOf(today)}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
  return isDay(day) ? { value: day, rest: text.slice(whole.length) } : undefined;
}

export const daySlot: Slot<Day> = {
  zh: '日期',
  optional: false,
  shaped: true,
  take: (text, know) => takeDay(text, dayOf(know.now)),
};

/** Reads a wall-clock time at the beginning of a text: 10:20, 9点, 9点半, 18点05分. */
export function takeTime(text: string): Taken<Hm> | undefined {
  const match = /^(\d{1,2})(?:[:：](\d{2})|[点时](半|\d{1,2}分?)?)/u.exec(text);
  if (match === null) return undefined;
  const [whole, hour, minutes, spoken] = match;
  const minute = minutes ?? (spoken === '半' ? '30' : (spoken ?? '0').replace('分', ''));
  if (Number(hour) > 24 || Number(minute) > 59) return undefined;
  return {
    value: `${String(hour).padStart(2, '0')}:${minute.padStart(2, '0')}`,
    rest: text.slice(whole.length),
  };
}

export const timeSlot: Slot<Hm> = { zh: '时间', optional: false, shaped: true, take: takeTime };

/** A whole number, with or without its unit: 3, 3天, 2小时. */
export const numberSlot = (zh: string, unit: RegExp): Slot<number> => ({
  zh,
  optional: false,
  shaped: true,
  take: (text) => {
    const match = /^\d{1,4}/u.exec(text);
    if (match === null) return undefined;
    const rest = text.slice(match[0].length);
    return { value: Number(match[0]), rest: rest.replace(unit, '') };
  },
});

/** One of a closed list of words. */
export const oneOf = <const T extends string>(zh: string, words: readonly T[]): Slot<T> => ({
  zh,
  optional: false,
  shaped: true,
  take: (text) => {
    const word = [...words]
      .sort((a, b) => b.length - a.length)
      .find((candidate) => text.startsWith(candidate));
    return word === undefined ? undefined : { value: word, rest: text.slice(word.length) };
  },
});

/** Everything that is left, line breaks included. */
export const restSlot = (zh: string): Slot<string> => ({
  zh,
  optional: false,
  shaped: false,
  take: (text) => ({ value: text.trim(), rest: '' }),
});
