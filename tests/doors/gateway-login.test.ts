/** The embedded gateway absent, refusing, quiet, logged out or shared: what the bot makes of it. */

import { afterEach, describe, expect, test } from 'vitest';
import { newToken } from './gateway-child.ts';
import { type Ear, listen, took, until } from './gateway-ear.ts';
import { type LocalGateway, localGateway } from './gateway-local.ts';

const ROOM = 'r@chatroom';
const gateways: LocalGateway[] = [];
const ears: Ear[] = [];

afterEach(async () => {
  await Promise.all(ears.splice(0).map((ear) => ear.gateway.stop()));
  await Promise.all(gateways.splice(0).map((gateway) => gateway.stop()));
});

async function gatewayAt(...options: Parameters<typeof localGateway>): Promise<LocalGateway> {
  const gateway = await localGateway(...options);
  gateways.push(gateway);
  return gateway;
}

function earAt(...options: Parameters<typeof listen>): Ear {
  const ear = listen(...options);
  ears.push(ear);
  return ear;
}

const states = (ear: Ear): string[] => ear.of('line').map(({ state }) => state);

describe('refusing', () => {
  test('a gateway that is not there yet is found when it comes', async () => {
    const token = newToken();
    const absent = await localGateway(token);
    await absent.stop();
    const ear = earAt(token, absent.endpoint);
    await until(() => ear.gateway.status().trouble === 'unreachable');
    expect(ear.gateway.status().state).toBe('connecting');
    expect(ear.logged.join()).toContain('"why":"unreachable"');
    await gatewayAt(token, { port: absent.port });
    await ear.up();
  });

  test('a wrong token is told, tried again without harm, and accepted when it has become right', async () => {
    const token = newToken();
    const other = await localGateway(newToken());
    const ear = earAt(token, other.endpoint);
    await until(() => ear.gateway.status().trouble === 'refused');
    expect(ear.logged.join()).toContain('"why":"refused"');
    expect(ear.logged.join()).not.toContain(token);
    await other.stop();
    await gatewayAt(token, { port: other.port });
    await ear.up();
    expect(states(ear)).toEqual(['up']);
  });
});

describe('logins', () => {
  test('stopping leaves the account logged in, and the next start hears at once', async () => {
    const token = newToken();
    const { wechat, endpoint } = await gatewayAt(token);
    const told: string[] = [];
    wechat.puppet.on('logout', () => void told.push('logout'));
    wechat.puppet.on('stop', () => void told.push('stop'));
    const ear = earAt(token, endpoint);
    await ear.up();
    expect(await took(ear.gateway.stop())).toBeLessThan(1_000);
    expect(wechat.puppet.isLoggedIn).toBe(true);
    expect(await ear.gateway.send({ room: ROOM }, { text: '晚了' })).toEqual({
      state: 'failed',
      why: 'offline',
    });
    const next = earAt(token, endpoint);
    await next.up();
    wechat.say('li', ROOM, '还在吗');
    await until(() => next.texts().length === 1);
    expect(ear.texts()).toEqual([]);
    expect(told).toEqual([]);
  });

  test('a logout is told and its code shown; after the scan it goes on', async () => {
    const token = newToken();
    const { wechat, endpoint } = await gatewayAt(token);
    const ear = earAt(token, endpoint);
    await ear.up();
    await wechat.signOut();
    await until(() => ear.scanned.length === 1);
    expect(ear.of('line').at(-1)).toMatchObject({ state: 'down', account: wechat.botId });
    expect(ear.gateway.status().state).toBe('logged-out');
    wechat.signIn();
    await ear.up();
    wechat.say('li', ROOM, '好了');
    await until(() => ear.texts().length === 1);
    expect(states(ear)).toEqual(['up', 'down', 'up']);
  });

  test('a login right after a logout is not undone by our having seen the logout', async () => {
    const token = newToken();
    const { wechat, endpoint } = await gatewayAt(token);
    const ear = earAt(token, endpoint);
    await ear.up();
    for (const round of [2, 3, 4]) {
      await wechat.signOut();
      wechat.signIn();
      await until(() => states(ear).filter((state) => state === 'up').length === round);
      wechat.say('li', ROOM, '在');
      await until(() => ear.texts().length === round - 1);
      expect(wechat.puppet.isLoggedIn).toBe(true);
    }
  });

  test('a second bot on the same gateway hears nothing and takes nothing from the first', async () => {
    const token = newToken();
    const { wechat, endpoint } = await gatewayAt(token);
    const ear = earAt(token, endpoint);
    await ear.up();
    const second = earAt(token, endpoint);
    await until(() => second.gateway.status().trouble !== null);
    await second.gateway.stop();
    wechat.say('li', ROOM, '给谁的');
    await until(() => ear.texts().length === 1);
    expect(second.heard).toEqual([]);
  });
});

describe('quiet', () => {
  test('a gateway whose heart does not beat is asked for a sign of life and kept', async () => {
    const token = newToken();
    const { endpoint } = await gatewayAt(token, { heartbeatMs: 3_600_000 });
    const ear = earAt(token, endpoint, { staleMs: 500 });
    await ear.up();
    const from = performance.now();
    await until(() => performance.now() - from > 1_500);
    expect(states(ear)).toEqual(['up']);
  });

  test('the fake WeChat stamps messages with its own clock, whatever the host’s says', async () => {
    const token = newToken();
    const now = Date.UTC(2031, 0, 2, 3, 4, 5, 678);
    const { wechat, endpoint } = await gatewayAt(token, { now: () => now });
    const ear = earAt(token, endpoint);
    await ear.up();
    wechat.say('li', null, '新年好');
    await until(() => ear.texts().length === 1);
    expect(ear.messages()[0]?.at).toBe(now);
  });
});

describe('TLS', () => {
  test('the library’s own certificate is accepted under its name, and nothing else', async () => {
    const token = newToken();
    const { endpoint } = await gatewayAt(token, { tls: true });
    const named = earAt(token, endpoint, {}, { disable: false });
    await named.up();
    await named.gateway.stop();
    const other = earAt(token, endpoint, {}, { disable: false, serverName: 'gateway.example' });
    await until(() => other.gateway.status().trouble !== null);
    expect(other.heard).toEqual([]);
  });
});
