/** Production: the bot on a real gateway, its heartbeat, its reloads and its shutdown. */

import { heartbeat } from '../adapters/heartbeat.ts';
import { createLog } from '../adapters/log.ts';
import { printQr } from '../adapters/qr.ts';
import type { Env, GatewayEnv } from '../adapters/settings/env.ts';
import { FEATURES } from '../app/features.ts';
import { dayOf } from '../core/time.ts';
import { departed } from '../features/access/dropped.ts';
import { type Bot, openBot } from './bot.ts';
import { type Config, readConfig } from './config.ts';
import { firstAdminCode } from './first-admin.ts';
import { PRODUCTION_TEXTS as TEXTS } from './production-texts.ts';
import { purgeAll } from './purging.ts';
import { reloading } from './reloading.ts';

/** The whole shutdown; whatever has not ended by then is cut off. */
const STOP_MS = 4_500;
const print = (text: string): void => void process.stdout.write(`${text}\n`);

/** What an admin has to know at start. */
async function greet(bot: Bot): Promise<void> {
  const code = await firstAdminCode(bot.program);
  if (code !== undefined) print(`${TEXTS.firstAdmin(code)}\n${TEXTS.firstAdminHow}`);
  const { org } = bot.program.house.know();
  if (org.units.length > 0) return;
  print(TEXTS.threeSteps);
  for (const admin of org.everywhere('admin'))
    await bot.program.announce(`person:${admin.id}`, 'three-steps', TEXTS.threeSteps);
}

/** Takes in what happened to the roster while the bot was not running. An empty one says nothing about anybody. */
async function catchUp({ program }: Bot, { facts }: Config): Promise<void> {
  if (facts.roster.people.length === 0) return;
  await program.reload(facts, [], await departed(program.house.world()));
}

export async function runProduction(env: Env, gateway: GatewayEnv): Promise<void> {
  const log = createLog(env.logLevel);
  const clock = { now: Date.now };
  const config = await readConfig(env.configDir, FEATURES);
  for (const note of config.notes) log.warn('config note', { note });
  const bot = await openBot({
    dataDir: env.dataDir,
    facts: config.facts,
    gateway,
    clock,
    log,
    showQr: printQr,
  });
  // A bug in one place must not end the whole: it is logged, and the rest goes on.
  process.on('unhandledRejection', (error) =>
    log.error('unhandled', { error: error instanceof Error ? (error.stack ?? '') : String(error) }),
  );
  await catchUp(bot, config);
  await greet(bot);
  let purgedOn = '';
  const beat = async (): Promise<void> => {
    try {
      await bot.program.tick();
      await bot.program.send();
      const today = dayOf(clock.now());
      if (today !== purgedOn) await purgeAll(bot.store, bot.program.house.know().settings.limits, today, log);
      purgedOn = today;
    } catch (error) {
      log.error('heartbeat failed', { error: error instanceof Error ? error.message : String(error) });
    }
  };
  const stopBeating = heartbeat(beat);
  const reloads = reloading(bot, env.configDir, config, log);
  process.on('SIGHUP', () => void reloads.reload());
  log.info('started', { units: config.facts.roster.units.length, endpoint: gateway.endpoint });
  await stopped();
  setTimeout(() => process.exit(0), STOP_MS).unref();
  stopBeating();
  reloads.stop();
  await bot.stop();
  log.info('stopped');
  process.exit(0);
}

/** Resolves on the first SIGTERM or SIGINT. */
const stopped = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve());
  });
