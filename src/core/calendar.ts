/** China's working calendar: what a day is, how sure we are, and which runs of days off there are. */
import type { Day } from './time.ts';

/** `official` = from a State Council notice; `expected` = usual practice, unconfirmed; `statutory-only` = the law alone. */
export type Certainty = 'official' | 'expected' | 'statutory-only';
export type DayKind = 'workday' | 'weekend' | 'holiday' | 'makeup';

export interface CalendarDay {
  readonly date: Day;
  readonly workday: boolean;
  readonly kind: DayKind;
  /** The festival of a holiday or of a make-up day, e.g. 国庆节. */
  readonly name?: string;
  readonly certainty: Certainty;
}

/** One run of days off around a festival; `first` and `last` span the whole run, weekends included. */
export interface Period {
  /** Festival names joined by 、 when merged. */
  readonly name: string;
  readonly festivals: readonly string[];
  /** The year of the notice it belongs to. */
  readonly year: number;
  readonly first: Day;
  readonly last: Day;
  readonly days: number;
  readonly workdayBefore: Day;
  readonly workdayAfter: Day;
  readonly makeup: readonly Day[];
  readonly certainty: Certainty;
}

export interface Calendar {
  readonly day: (date: Day) => CalendarDay;
  readonly isWorkday: (date: Day) => boolean;
  /** The workday `n` workdays after (negative: before) `date`; `n` = 0 is `date` or the next workday. */
  readonly shiftWorkdays: (date: Day, n: number) => Day;
  /** Periods whose `first` lies in [from, to], in order. */
  readonly periods: (from: Day, to: Day) => readonly Period[];
}

/** One day a notice names: off, or worked although it is a weekend. */
export interface RestDay {
  readonly date: Day;
  /** 国庆节, or 国庆节、中秋节 when merged. */
  readonly name: string;
  readonly isOffDay: boolean;
  /** When it is less certain than its year. */
  readonly certainty?: Certainty;
}

/** What is known of one year of notice; its 元旦 may begin in the December before. */
export interface YearOfRest {
  readonly year: number;
  /** `override` = a file of the office, `package` = data shipped with the program, `law` = computed. */
  readonly source: 'override' | 'package' | 'law';
  readonly certainty: Certainty;
  readonly days: readonly RestDay[];
  /** Weekend days that may yet be made workdays. */
  readonly mayWork?: readonly Day[];
}
