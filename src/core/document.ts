/** What a report says, before anyone decides whether it is read in chat, in a sheet or on paper. */

export type Cell = string | number;

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
    };

/** A title, blocks in order, and the name its file would have (without extension). */
export interface Document {
  readonly title: string;
  readonly fileName: string;
  readonly blocks: readonly Block[];
}
