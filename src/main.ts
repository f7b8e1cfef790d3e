/** Starts ducha: with a gateway configured the real thing, with nothing configured the sandbox. */

import { readEnv } from './adapters/settings/env.ts';
import { explain } from './cli/explain.ts';
import { runProduction } from './cli/production.ts';
import { runTerminal } from './cli/terminal.ts';

async function main(): Promise<void> {
  const env = readEnv(process.env);
  if (env.gateway !== undefined) return runProduction(env, env.gateway);
  const interactive = process.stdin.isTTY === true;
  await runTerminal({
    ...{ configDir: env.configDir, input: process.stdin, output: process.stdout, interactive },
    echo: process.argv.includes('--echo'),
    logLevel: env.logLevel,
  });
  process.exit(0);
}

// What it writes is the office's own: names, codes, whereabouts.
process.umask(0o077);
main().catch((error: unknown) => {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
});
