/** What a time expression is once read: days, a part of a day, a clock time, a length, an open end. */
import type { Day, Hm } from '../../../core/time.ts';
import type { HalfDay } from '../reading.ts';

/** A first and a last day, inclusive. */
export interface Days {
  readonly from: Day;
  readonly to: Day;
}

export type LengthUnit = 'day' | 'workday' | 'week' | 'half-month' | 'month' | 'hour';

export type TimeValue =
  /** `whole` = a week or a longer stretch, not one named day. */
  | { readonly t: 'days'; readonly spans: readonly Days[]; readonly half?: HalfDay; readonly whole?: true }
  | { readonly t: 'part'; readonly part: HalfDay | 'noon' | 'all' }
  | { readonly t: 'clock'; readonly hm: Hm; readonly part: HalfDay | 'noon' | 'all' | undefined }
  | { readonly t: 'length'; readonly n: number; readonly unit: LengthUnit }
  | { readonly t: 'open' }
  | { readonly t: 'each' };

/** A time expression at its place in the text. */
export interface TimeToken {
  readonly kind: 'time';
  readonly start: number;
  readonly end: number;
  readonly value: TimeValue;
  /** Said as an end: 到/至/— stands before it. */
  readonly till: boolean;
  /** What follows it: 前 = before, 后 = after, 起 = since. */
  readonly bound: 'before' | 'after' | 'since' | null;
}

/** A value and where it ends, before the words around it are looked at. */
export interface TimeRead {
  readonly value: TimeValue;
  readonly end: number;
  /** An end by its own words: 节前都在. */
  readonly till?: true;
}
