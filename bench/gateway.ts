/** Messages a second through the gateway adapter, beside a wechaty bot that only listens, over the same kind of gateway. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openGateway } from '../src/adapters/wechaty/gateway.ts';
import { type GatewayChild, newToken, spawnGateway } from '../tests/doors/gateway-child.ts';

const ROUNDS = 5;
const MESSAGES = 5_000;
const ROOMS = Array.from({ length: 50 }, (_, at) => `room${at}@chatroom`);
const PEOPLE = Array.from({ length: 20 }, (_, at) => `wxid_${at}`);
const GIVE_UP_MS = 60_000;

/** One listener: how many messages it has seen, and its end. */
interface Listener {
  readonly child: GatewayChild;
  seen: number;
  readonly close: () => Promise<void>;
}

/** Messages a second of both, the median of the rounds, and their ratio. */
export interface GatewayFigures {
  readonly adapter: number;
  readonly bare: number;
  readonly ratio: number;
}

async function peopled(token: string): Promise<GatewayChild> {
  const child = await spawnGateway({ token, heartbeatMs: 5_000 });
  for (const id of PEOPLE) await child.call('addContact', { id, name: `名${id}` });
  for (const id of ROOMS) await child.call('addRoom', { id, topic: id, members: PEOPLE });
  return child;
}

async function adapter(): Promise<Listener> {
  const token = newToken();
  const child = await peopled(token);
  const silent = () => undefined;
  const gateway = openGateway(
    { token, endpoint: child.endpoint, tls: { disable: true } },
    (event) => {
      if (event.kind === 'message') listener.seen++;
    },
    { log: { info: silent, warn: silent, error: silent }, clock: { now: Date.now }, showQr: silent },
  );
  const listener: Listener = { child, seen: 0, close: () => gateway.stop() };
  gateway.start();
  await until(() => gateway.status().state === 'up');
  return listener;
}

async function bare(): Promise<Listener> {
  const token = newToken();
  const child = await peopled(token);
  // It keeps its payloads under the home folder, and must not find those of another run.
  Object.assign(process.env, { HOME: mkdtempSync(join(tmpdir(), 'bench-home-')) });
  const { WechatyBuilder } = await import('wechaty');
  const options = { token, endpoint: child.endpoint, tls: { disable: true } };
  const bot = WechatyBuilder.build({ puppet: 'wechaty-puppet-service', puppetOptions: options });
  const listener: Listener = { child, seen: 0, close: () => bot.stop() };
  bot.on('error', () => undefined);
  bot.on('message', () => {
    listener.seen++;
  });
  await bot.start();
  await until(() => bot.isLoggedIn);
  return listener;
}

async function until(check: () => boolean): Promise<void> {
  for (const from = performance.now(); !check(); ) {
    if (performance.now() - from > GIVE_UP_MS) throw new Error('the gateway bench waited in vain');
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

async function round(listener: Listener, count: number): Promise<number> {
  listener.seen = 0;
  const from = performance.now();
  await listener.child.call('flood', PEOPLE, ROOMS, count);
  await until(() => listener.seen >= count);
  return (count * 1_000) / (performance.now() - from);
}

const median = (figures: readonly number[]): number =>
  Math.round(figures.toSorted((a, b) => a - b)[figures.length >> 1] ?? Number.NaN);

/** Plays alternating rounds with both connected, after one to warm up; prints and answers the figures. */
export async function run(): Promise<GatewayFigures> {
  const ours = await adapter();
  const plain = await bare();
  const rates: { ours: number[]; plain: number[] } = { ours: [], plain: [] };
  for (const listener of [ours, plain]) await round(listener, ROOMS.length * PEOPLE.length);
  for (let at = 0; at < ROUNDS; at++) {
    rates.ours.push(await round(ours, MESSAGES));
    rates.plain.push(await round(plain, MESSAGES));
  }
  for (const { close, child } of [ours, plain]) {
    await close();
    await child.kill();
  }
  const figures = { adapter: median(rates.ours), bare: median(rates.plain) };
  const result = { ...figures, ratio: Math.round((100 * figures.adapter) / figures.bare) / 100 };
  process.stdout.write(`${JSON.stringify({ gateway: result })}\n`);
  return result;
}
