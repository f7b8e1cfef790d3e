/** The sandbox: an embedded gateway with a fake WeChat behind it, and the bot connected to it over the wire. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLog } from '../adapters/log.ts';
import type { Numbered } from '../adapters/sandbox/dialogue.ts';
import { startServer } from '../adapters/sandbox/gateway-server.ts';
import { type ManualClock, manualClock } from '../adapters/sandbox/manual-clock.ts';
import { secrets } from '../adapters/secrets.ts';
import { readDemoStanding } from '../adapters/settings/folder.ts';
import { FEATURES } from '../app/features.ts';
import type { Facts } from '../app/house.ts';
import type { Understood } from '../app/intake.ts';
import type { Heard, Parcel } from '../core/ports.ts';
import { instant, MINUTE } from '../core/time.ts';
import { type Bot, openBot } from './bot.ts';
import { readConfig } from './config.ts';
import { countyRows } from './county.ts';
import type { Awaited } from './events.ts';
import { forward } from './forward.ts';
import { type Town, townOf } from './town.ts';

/** Monday, the week before Mid-Autumn and National Day. */
export const SANDBOX_START = instant('2026-09-21', '08:00');
/** Paced messages leave on their own when they wait no longer than this. */
const PACED = 5 * MINUTE;
const WAIT_MS = 8_000;

export interface Sandbox {
  readonly clock: ManualClock;
  readonly town: Town;
  readonly facts: Facts;
  /** The bot's data; it goes when the sandbox stops. */
  readonly dataDir: string;
  /** Plays a line; answers with what is wrong with it, or with how a message was understood. */
  readonly play: (line: Numbered) => Promise<Played>;
  readonly stop: () => Promise<void>;
}
export type Played =
  | { readonly kind: 'wrong'; readonly why: 'unreadable' | 'backwards' | string }
  | { readonly kind: 'done'; readonly understood: Understood | undefined };

export interface SandboxOptions {
  readonly configDir: string;
  readonly onBotSaid: (place: string, parcel: Parcel, at: number) => void;
  readonly logLevel?: string;
}

async function demoFacts(configDir: string): Promise<Facts> {
  const { facts } = await readConfig(configDir, FEATURES, join(configDir, 'demo', 'units.json'));
  const standing = await readDemoStanding(configDir);
  const { bot } = facts.settings;
  return { ...facts, settings: { ...facts.settings, bot: { ...bot, notice: { ...bot.notice, standing } } } };
}

/** Waits for the bot to have taken in an event, by message id or kind. */
function taking(): {
  readonly note: (event: Heard, understood: Understood | undefined) => void;
  readonly wait: (what: Awaited) => Promise<Understood | undefined>;
} {
  const seen = new Map<string, Understood | undefined>();
  const waiting = new Map<string, (understood: Understood | undefined) => void>();
  return {
    note: (event, understood) => {
      const name = event.kind === 'message' ? event.id : event.kind;
      const done = waiting.get(name);
      if (done === undefined) seen.set(name, understood);
      else done(understood);
    },
    wait: (what) => {
      if (what === null) return Promise.resolve(undefined);
      if (seen.has(what)) {
        const understood = seen.get(what);
        seen.delete(what);
        return Promise.resolve(understood);
      }
      return new Promise((resolve) => {
        const giveUp = setTimeout(() => done(undefined), WAIT_MS);
        const done = (understood: Understood | undefined): void => {
          clearTimeout(giveUp);
          waiting.delete(what);
          resolve(understood);
        };
        waiting.set(what, done);
      });
    },
  };
}

/** Messages that are only waiting for their turn leave now; the clock moves on by what that takes. */
async function letLeave(bot: Bot, clock: ManualClock): Promise<void> {
  await bot.program.drain();
  for (
    let at = bot.program.leavesAt();
    at !== undefined && at <= clock.now() + PACED;
    at = bot.program.leavesAt()
  ) {
    clock.moveTo(Math.max(at, clock.now() + 1));
    await bot.program.tick();
    await bot.program.drain();
  }
}

/** Starts gateway and bot in a fresh temporary folder, which goes when the sandbox stops. */
export async function openSandbox(options: SandboxOptions): Promise<Sandbox> {
  const facts = await demoFacts(options.configDir);
  const clock = manualClock(SANDBOX_START);
  const town = townOf(facts.roster, clock);
  town.onBotSaid((place, parcel) => options.onBotSaid(place, parcel, clock.now()));
  const token = `insecure_${secrets.draw(16)}`;
  const server = await startServer({ token, puppet: town.wechat.puppet });
  const dataDir = await mkdtemp(join(tmpdir(), 'ducha-sandbox-'));
  const log = createLog(options.logLevel ?? 'silent');
  const taken = taking();
  const start = async (first: boolean): Promise<Bot> => {
    const bot = await openBot({
      ...{ dataDir, facts, clock, log, random: () => 0, showQr: () => {} },
      gateway: { token, endpoint: server.endpoint, tls: { disable: true } },
      onTakenIn: taken.note,
    });
    if (first) await bot.store.commit(countyRows(facts.roster, clock.now()));
    await taken.wait('line');
    await forward(bot.program, clock, clock.now());
    return bot;
  };
  let bot = await start(true);

  const outage = async (ms: number): Promise<void> => {
    await bot.stop();
    clock.moveTo(clock.now() + ms);
    bot = await start(false);
    await letLeave(bot, clock);
  };
  const moveTo = async (at: number): Promise<Played> => {
    if (at < clock.now()) return { kind: 'wrong', why: 'backwards' };
    await forward(bot.program, clock, at);
    await letLeave(bot, clock);
    return { kind: 'done', understood: undefined };
  };
  const play = async (line: Numbered): Promise<Played> => {
    if (line.kind === 'until') return moveTo(line.at);
    if (line.kind === 'advance') return moveTo(clock.now() + line.ms);
    if (line.kind === 'unreadable') return { kind: 'wrong', why: 'unreadable' };
    if (line.kind === 'outage') await outage(line.ms);
    if (line.kind !== 'say' && line.kind !== 'event') return { kind: 'done', understood: undefined };
    const acted = town.act(line);
    if ('wrong' in acted) return { kind: 'wrong', why: acted.wrong };
    const understood = await taken.wait(acted.await);
    await letLeave(bot, clock);
    return { kind: 'done', understood };
  };
  return {
    clock,
    town,
    facts,
    dataDir,
    play,
    stop: async () => {
      await bot.stop();
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
