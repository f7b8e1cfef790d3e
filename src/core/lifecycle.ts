/** A lifecycle is a table: which verb takes which states where. */
export interface Move<S extends string, V extends string> {
  readonly verb: V;
  readonly from: readonly S[];
  readonly to: S;
}

/** States and verbs carry their Chinese names; a move that is not in the table does not exist. */
export interface Lifecycle<S extends string, V extends string> {
  readonly initial: S;
  readonly states: Readonly<Record<S, string>>;
  readonly verbs: Readonly<Record<V, string>>;
  readonly moves: readonly Move<S, V>[];
}
export type StateOf<L> = L extends Lifecycle<infer S, string> ? S : never;
export type VerbOf<L> = L extends Lifecycle<string, infer V> ? V : never;

/** Checks a table's names at compile time and returns it unchanged. */
export const lifecycle = <const S extends string, const V extends string>(
  table: Lifecycle<S, V>,
): Lifecycle<S, V> => table;

/** The state a verb leads to from `state`, or `undefined` when the move is not allowed. */
export function after<S extends string, V extends string>(
  table: Lifecycle<S, V>,
  state: S,
  verb: V,
): S | undefined {
  return table.moves.find((move) => move.verb === verb && move.from.includes(state))?.to;
}
