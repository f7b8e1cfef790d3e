/** A roster file that cannot be taken: an Error with a line in Chinese for each reason. */

export interface RosterFault extends Error {
  readonly name: 'RosterFault';
  /** What a person must mend, each naming row and column where there is one. */
  readonly lines: readonly string[];
}

export const rosterFault = (lines: readonly string[]): RosterFault =>
  Object.assign(new Error('roster cannot be read'), { name: 'RosterFault' as const, lines });

export const isRosterFault = (error: unknown): error is RosterFault =>
  error instanceof Error && error.name === 'RosterFault';
