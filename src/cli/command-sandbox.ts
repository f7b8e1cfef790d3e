/** `ducha sandbox` and `ducha demo`: the sandbox at a terminal, and a holiday week played by itself. */
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { readEnv } from '../adapters/settings/env.ts';
import { runTerminal } from './terminal.ts';
import type { CliCommand } from './usage.ts';

export const sandboxCommand: CliCommand = {
  usage: '',
  summary: '演示：假的微信，真的网关协议',
  run: async () => {
    const interactive = process.stdin.isTTY === true;
    await runTerminal({
      ...{ configDir: readEnv(process.env).configDir, input: process.stdin, output: process.stdout },
      ...{ interactive, echo: false },
    });
    return 0;
  },
};

export const demoCommand: CliCommand = {
  usage: '',
  summary: '自动演一个节前周：提醒、签收、催签、去向、日报',
  run: async () => {
    const { configDir } = readEnv(process.env);
    const input = createReadStream(join(configDir, 'demo', 'holiday-week.md'), 'utf8');
    await runTerminal({ configDir, input, output: process.stdout, interactive: false, echo: true });
    return 0;
  },
};
