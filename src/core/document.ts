/** What a report says, before anyone decides whether it is read in chat, in a sheet or on paper. */

/** An instant, shown in Chinese as a date with its time. */
export interface Moment {
  readonly at: number;
}
export type Cell = string | number | Moment;

/** What a row's colour says: 蓝 soon due, 黄 behind, 红 overdue, 灰 over. */
export type Tint = 'blue' | 'yellow' | 'red' | 'grey';

export interface Column {
  readonly title: string;
  /** Width in characters of the default font. */
  readonly width: number;
}

export type Block =
  | { readonly kind: 'line'; readonly text: string }
  | {
      readonly kind: 'table';
      readonly title: string;
      readonly columns: readonly Column[];
      readonly rows: readonly (readonly Cell[])[];
      /** A colour for each row, in the order of `rows`. */
      readonly tints?: readonly (Tint | undefined)[];
    };

/** A title, blocks in order, and the name its file would have (without extension). */
export interface Document {
  readonly title: string;
  readonly fileName: string;
  readonly blocks: readonly Block[];
}
