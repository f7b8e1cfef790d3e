/** The whole bot on a gateway that is killed, frozen and restarted in the middle of a day. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Facts } from '../../src/app/house.ts';
import { type Bot, openBot } from '../../src/cli/bot.ts';
import { contactId, roomId } from '../../src/cli/cast.ts';
import { countyRows, roomsOf } from '../../src/cli/county.ts';
import { SENT } from '../../src/core/outbox.ts';
import { dayOf, instant } from '../../src/core/time.ts';
import { demoFacts } from '../support/stage.ts';
import { type GatewayChild, newToken, spawnGateway } from './gateway-child.ts';
import { QUICK, until } from './gateway-ear.ts';

/** A Tuesday morning that goes on in real time. */
const began = Date.now();
const clock = { now: () => instant('2026-09-22', '09:40') + (Date.now() - began) };
const quiet = { info: () => {}, warn: () => {}, error: () => {} };
const token = newToken();
const ROOM = roomId('jyj');

function hurried(): Facts {
  const facts = demoFacts();
  const { limits } = facts.settings;
  const send = { ...limits.send, gap: 0, jitter: 0, roomGap: 0, backoff: 100 };
  return { ...facts, settings: { ...facts.settings, limits: { ...limits, send } } };
}
const facts = hurried();
let folder = '';
let gateway: GatewayChild;
let bot: Bot;
let beat: NodeJS.Timeout;
const sent: GatewayChild['sent'][] = [];

/** A gateway with the county in it: after a kill nothing of the old one is left but its port. */
async function gatewayUp(port = 0): Promise<GatewayChild> {
  const child = await spawnGateway({ token, port });
  for (const person of facts.roster.people)
    await child.call('addContact', { id: contactId(person), name: person.name });
  for (const { id, topic, people } of roomsOf(facts.roster))
    await child.call('addRoom', { id, topic, members: people.map((one) => `wxid_${one}`) });
  sent.push(child.sent);
  return child;
}
const texts = (): readonly string[] => sent.flat().map(({ parcel }) => parcel.text ?? '');
const count = (part: string): number => texts().filter((text) => text.includes(part)).length;

async function botUp(first = false): Promise<Bot> {
  const opened = await openBot({
    ...{ dataDir: folder, facts, clock, log: quiet, showQr: () => {} },
    gateway: { token, endpoint: gateway.endpoint, tls: { disable: true }, timings: QUICK },
  });
  if (first) await opened.store.commit(countyRows(facts.roster, clock.now()));
  return opened;
}
const isUp = (): Promise<void> => until(() => bot.gateway.status().state === 'up');
const say = (who: string, room: string | null, text: string, more: object = {}): Promise<unknown> =>
  gateway.call('say', `wxid_${who}`, room, text, { at: clock.now(), ...more });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ducha-day-'));
  gateway = await gatewayUp();
  bot = await botUp(true);
  beat = setInterval(() => void bot.program.tick().then(bot.program.drain), 100);
  await isUp();
});
afterAll(async () => {
  clearInterval(beat);
  await bot.stop();
  await gateway.kill();
  await rm(folder, { recursive: true, force: true });
});

test('a notice goes out and a receipt comes in', async () => {
  await say('zfb01', roomId('office'), '通知 停机演练\n正文：请做好准备\n范围：教育局');
  await until(() => count('【待发】') === 1);
  await say('zfb01', roomId('office'), '1');
  await until(() => count('【通知】') >= 2);
});

test('killed: what the bot has to say waits, and is said once when the gateway is back', async () => {
  await gateway.kill();
  await bot.program.announce('unit:jyj', 'outage', '断线时要说的话');
  gateway = await gatewayUp(gateway.port);
  await isUp();
  await until(() => count('断线时要说的话') === 1);
});

test('a receipt delivered three times counts once', async () => {
  const message = await say('jyj01', null, '收到 0001');
  await until(() => count('已签收') === 1);
  await gateway.call('redeliver', message);
  await gateway.call('redeliver', message);
  await say('jyj01', null, '我的待办');
  await until(() => count('您没有待办') === 1);
  expect(count('已签收')).toBe(1);
});

test('frozen: a message nobody answered for is not said twice, and the office is told', async () => {
  gateway.signal('SIGSTOP');
  await bot.program.announce('unit:czj', 'frozen', '冻结时要说的话');
  await until(() => bot.gateway.status().state !== 'up');
  gateway.signal('SIGCONT');
  await isUp();
  await say('zfb01', roomId('office'), '签收情况');
  await until(() => count('签收1/1') === 1);
  expect(texts().filter((text) => text === '冻结时要说的话').length).toBeLessThanOrEqual(1);
  const gone = await bot.store.find(SENT, { day: dayOf(clock.now()), to: 'unit:czj' });
  if (gone.some(({ data }) => data.state === 'unknown')) await until(() => count('可能没有送达') === 1);
});

test('the bot itself stops and starts: nothing is lost, nothing is said again', async () => {
  const before = texts().length;
  await bot.stop();
  bot = await botUp();
  await isUp();
  await say('jyj03', ROOM, '我的待办');
  await until(() => texts().length > before);
  expect(texts().length).toBe(before + 1);
  expect(await gateway.call('isLoggedIn')).toBe(true);
});
