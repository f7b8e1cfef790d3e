/** The gateway killed and frozen: the line comes back by itself, and no wait is without a limit. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type GatewayChild, newToken, spawnGateway } from './gateway-child.ts';
import { type Ear, listen, took, until } from './gateway-ear.ts';

const ROOM = 'r@chatroom';
const children: GatewayChild[] = [];
const ears: Ear[] = [];

afterEach(async () => {
  await Promise.all(ears.splice(0).map((ear) => ear.gateway.stop()));
});
afterAll(async () => {
  await Promise.all(children.splice(0).map((child) => child.kill()));
});

async function gatewayAt(token: string, port = 0): Promise<GatewayChild> {
  const child = await spawnGateway({ token, port });
  children.push(child);
  await child.call('addContact', { id: 'li', name: '李四' });
  await child.call('addRoom', { id: ROOM, topic: '教育局', members: ['li'] });
  return child;
}

async function earAt(
  token: string,
  child: GatewayChild,
  timings: Parameters<typeof listen>[2] = {},
): Promise<Ear> {
  const ear = listen(token, child.endpoint, timings);
  ears.push(ear);
  await ear.up();
  return ear;
}

describe('killed', () => {
  test('the loss is seen within 2 s, sends fail as offline, and each time the line is soon back', async () => {
    const token = newToken();
    let child = await gatewayAt(token);
    const ear = await earAt(token, child);
    for (const round of [1, 2]) {
      await child.kill();
      expect(await took(until(() => ear.of('line').at(-1)?.state === 'down'))).toBeLessThan(2_000);
      const sent = await ear.gateway.send({ room: ROOM }, { text: '在吗' });
      expect(sent).toEqual({ state: 'failed', why: 'offline' });
      expect(await ear.gateway.rooms()).toEqual([]);
      expect(await ear.gateway.accept('friend', 'x')).toBe(false);

      child = await gatewayAt(token, child.port);
      expect(await took(ear.up())).toBeLessThan(3_000);
      await child.call('say', 'li', ROOM, '又好了');
      await until(() => ear.texts().length === round);
      expect(await ear.gateway.send({ room: ROOM }, { text: '好' })).toMatchObject({ state: 'sent' });
    }
    const lines = ear.of('line');
    expect(lines.map(({ state }) => state)).toEqual(['up', 'down', 'up', 'down', 'up']);
    expect(lines[0]?.since).toBeNull();
    expect(lines[2]?.since).toBe(lines[1]?.since);
    expect(lines[2]?.since).toBeGreaterThanOrEqual(lines[0]?.at ?? Number.NaN);
  });
});

describe('frozen', () => {
  const token = newToken();
  let child: GatewayChild;
  let ear: Ear;

  beforeAll(async () => {
    child = await gatewayAt(token);
  });
  afterEach(() => {
    child.signal('SIGCONT');
    child.sent.length = 0;
  });

  test('a send of which nothing is heard is unknown, the line goes down, and comes back with the gateway', async () => {
    ear = await earAt(token, child);
    child.signal('SIGSTOP');
    const sending = ear.gateway.send({ room: ROOM }, { text: '请报送' });
    expect(await took(sending)).toBeLessThan(1_500);
    expect(await sending).toEqual({ state: 'unknown' });
    await until(() => ear.of('line').at(-1)?.state === 'down');
    child.signal('SIGCONT');
    await ear.up();
    await child.call('say', 'li', ROOM, '收到');
    await until(() => ear.texts().includes('收到'));
    // It had reached the gateway after all: why it must not be sent again unasked.
    expect(child.sent.map(({ parcel }) => parcel.text)).toEqual(['请报送']);
  });

  test('a send ends at its own limit, before the line is given up, and a short freeze costs no line', async () => {
    ear = await earAt(token, child, { staleMs: 30_000 });
    child.signal('SIGSTOP');
    const sending = ear.gateway.send({ room: ROOM }, { text: '请报送' });
    expect(await took(sending)).toBeLessThan(1_500);
    expect(await sending).toEqual({ state: 'unknown' });
    expect(await took(ear.gateway.rooms())).toBeLessThan(2_000);
    child.signal('SIGCONT');
    await child.call('say', 'li', ROOM, '收到');
    await until(() => ear.texts().includes('收到'));
    expect(ear.of('line').map(({ state }) => state)).toEqual(['up']);
  });

  test('a file of which nothing is heard is unknown too, and is not sent a second way', async () => {
    ear = await earAt(token, child);
    child.signal('SIGSTOP');
    const file = { name: '台账.xlsx', bytes: new Uint8Array(2_000) };
    expect(await ear.gateway.send({ room: ROOM }, { file })).toEqual({ state: 'unknown' });
    child.signal('SIGCONT');
    await ear.up();
    await child.call('say', 'li', ROOM, '收到');
    await until(() => ear.texts().length === 1);
    expect(child.sent).toHaveLength(1);
  });

  test('stopping takes less than 3 s, and what was under way is over', async () => {
    ear = await earAt(token, child);
    child.signal('SIGSTOP');
    const sending = ear.gateway.send({ room: ROOM }, { text: '请报送' });
    expect(await took(ear.gateway.stop())).toBeLessThan(3_000);
    expect(await took(sending)).toBeLessThan(500);
    expect(await sending).toEqual({ state: 'unknown' });
  });

  test('stopping takes less than 3 s also while a line to a frozen gateway is being opened', async () => {
    ear = await earAt(token, child);
    child.signal('SIGSTOP');
    await until(() => ear.gateway.status().state !== 'up');
    expect(await took(ear.gateway.stop())).toBeLessThan(3_000);
  });
});
