#!/usr/bin/env node
/** The `ducha` command: everything an operator does outside the chat. */
import { COMMANDS } from './commands.ts';
import { DUCHA_TEXTS as TEXTS } from './ducha-texts.ts';
import { explain } from './explain.ts';

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

// What it writes is the office's own: names, codes, whereabouts.
process.umask(0o077);
main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${explain(error)}\n`);
    process.exit(2);
  },
);
