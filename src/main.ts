/** Starts ducha: with a gateway configured the real thing, with nothing configured the sandbox. */

import { readEnv } from './adapters/settings/env.ts';
import { SettingsFault } from './adapters/settings/read-json.ts';
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

main().catch((error: unknown) => {
  const lines =
    error instanceof SettingsFault
      ? ['配置有误，没有启动：', ...error.lines]
      : [error instanceof Error ? (error.stack ?? error.message) : String(error)];
  process.stderr.write(`${lines.join('\n')}\n`);
  process.exit(1);
});
