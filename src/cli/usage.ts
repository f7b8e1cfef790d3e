/** What a subcommand is, and how it says that it was called wrongly. */

/** A subcommand of `ducha`. */
export interface CliCommand {
  readonly usage: string;
  readonly summary: string;
  /** Answers with the exit code; throws `UsageFault` for what cannot be run. */
  readonly run: (args: readonly string[]) => Promise<number>;
}

/** A command line that cannot be run as it was typed; the message shows the right form. */
export class UsageFault extends Error {}
