#!/usr/bin/env node
/** The `ducha` command: everything an operator does outside the chat. */
import { SettingsFault } from '../adapters/settings/read-json.ts';
import { COMMANDS } from './commands.ts';
import { DUCHA_TEXTS as TEXTS } from './ducha-texts.ts';
import { UsageFault } from './usage.ts';

/** What went wrong, in words for the operator; a bug keeps its stack. */
function explain(error: unknown): string {
  if (error instanceof UsageFault) return error.message;
  if (error instanceof SettingsFault) return error.lines.join('\n');
  if (error instanceof Error && 'mend' in error) return `${error.message}\n${String(error.mend)}`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

async function main([name = '', ...args]: readonly string[]): Promise<number> {
  const command = COMMANDS[name];
  if (command !== undefined) return command.run(args);
  const known = Object.entries(COMMANDS).map(
    ([word, { usage, summary }]) => `  ducha ${word} ${usage}\n      ${summary}`,
  );
  process.stdout.write(
    `${name === '' || name === '--help' ? '' : TEXTS.unknown(name)}${TEXTS.head}\n${known.join('\n')}\n`,
  );
  return name === '' || name === '--help' ? 0 : 2;
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${explain(error)}\n`);
    process.exit(2);
  },
);
