/** Pictures and files over the real gateway, both ways: from people into the vault, and from the vault to people. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { FileBox } from 'file-box';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { diskVault } from '../../src/adapters/files/vault.ts';
import { readLine } from '../../src/adapters/sandbox/dialogue.ts';
import { bytesOf, jpegOf, PLACE, pngOf } from '../../src/adapters/sandbox/pictures.ts';
import { openSandbox } from '../../src/cli/sandbox.ts';
import type { Fetched, Parcel } from '../../src/core/ports.ts';
import { type GatewayChild, newToken, sha256, spawnGateway } from './gateway-child.ts';
import { type Ear, listen, took, until } from './gateway-ear.ts';
import { localGateway } from './gateway-local.ts';

const ROOM = 'r@chatroom';
const WAIT = 1_500;
const MB = 1024 * 1024;
const noise = (size: number): Buffer =>
  Buffer.from(Uint8Array.from({ length: size }, (_, at) => (at * 31) % 251));

describe('fetching', () => {
  const token = newToken();
  let child: GatewayChild;
  let ear: Ear;

  beforeAll(async () => {
    child = await spawnGateway({ token });
    await child.call('addContact', { id: 'li', name: '李四' });
    await child.call('addRoom', { id: ROOM, topic: '教育局', members: ['li'] });
    ear = listen(token, child.endpoint, {}, { disable: true }, { mostBytes: 20 * MB, wait: 20_000 });
    await ear.up();
  });
  afterAll(async () => {
    await ear.gateway.stop();
    await child.kill();
  });
  const sent = async (name: string, bytes: Uint8Array, as?: 'image' | 'file'): Promise<string> =>
    String(
      await child.call('sayFile', 'li', ROOM, { name, bytes: Buffer.from(bytes).toString('base64'), as }),
    );

  test.each([
    ['桌面.jpg', jpegOf('桌面', 6)],
    ['截图.png', pngOf('截图')],
    ['大照片.jpg', Buffer.concat([jpegOf('大'), noise(3 * MB)])],
    ['情况说明.docx', noise(40 * 1024)],
  ])('%s comes as it was sent, with its name', async (name, bytes) => {
    const fetched = await ear.gateway.fetch(await sent(name, bytes));
    expect(fetched).toMatchObject({ state: 'done', name });
    expect(fetched.state === 'done' && sha256(fetched.bytes)).toBe(sha256(bytes));
  });

  test('a picture sent as a file is a file', async () => {
    ear.heard.length = 0;
    await sent('原件.jpg', jpegOf('原件'), 'file');
    await until(() => ear.heard.length === 1);
    expect(ear.messages()[0]).toMatchObject({ type: 'file', text: '' });
  });

  test('a file of 21 MB is refused, and the line lives on', async () => {
    const fetched = await ear.gateway.fetch(await sent('录像.mp4', Buffer.alloc(21 * MB)));
    expect(fetched).toEqual({ state: 'failed', why: 'too-large' });
    expect(await ear.gateway.fetch(await sent('桌面.jpg', bytesOf('桌面.jpg')))).toMatchObject({
      state: 'done',
    });
  });

  test('what the gateway does not know is gone, and a text has no file', async () => {
    expect(await ear.gateway.fetch('no-such-message')).toEqual({ state: 'failed', why: 'gone' });
    const text = String(await child.call('say', 'li', ROOM, '收到'));
    expect(await ear.gateway.fetch(text)).toEqual({ state: 'failed', why: 'refused' });
  });

  test('a frozen gateway is waited for with a limit, and a dead one not at all', async () => {
    const other = newToken();
    const frozen = await spawnGateway({ token: other });
    await frozen.call('addContact', { id: 'li', name: '李四' });
    const deaf = listen(other, frozen.endpoint, {}, { disable: true }, { mostBytes: MB, wait: WAIT });
    await deaf.up();
    const message = String(await frozen.call('sayFile', 'li', null, { name: 'a.jpg', bytes: 'AAAA' }));
    await until(() => deaf.messages().length === 1);
    frozen.signal('SIGSTOP');
    let fetched: Fetched | undefined;
    const ms = await took(deaf.gateway.fetch(message).then((one) => (fetched = one)));
    expect(fetched).toEqual({ state: 'failed', why: 'offline' });
    expect(ms).toBeLessThan(WAIT + 1_000);
    frozen.signal('SIGCONT');
    await frozen.kill();
    await until(() => deaf.gateway.status().state !== 'up');
    expect(await deaf.gateway.fetch(message)).toEqual({ state: 'failed', why: 'offline' });
    await deaf.gateway.stop();
  });
});

describe('a gateway that only tells where a picture lies', () => {
  let web: Server;
  let address = '';
  beforeAll(async () => {
    web = createServer(({ url }, answer) => {
      if (url === '/a.jpg') return void answer.end(jpegOf('a'));
      if (url === '/huge.jpg') {
        answer.write(Buffer.alloc(MB));
        return void answer.write(Buffer.alloc(MB));
      }
      if (url === '/slow.jpg') return void answer.write('x');
      answer.writeHead(404).end('<html>找不到</html>');
    });
    web.listen(0, '127.0.0.1');
    await once(web, 'listening');
    address = `http://127.0.0.1:${(web.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    web.closeAllConnections();
    web.close();
  });

  test('is read there: the picture, not the page that says it is gone, nor more than may be', async () => {
    const token = newToken();
    const local = await localGateway(token);
    const ear = listen(token, local.endpoint, {}, { disable: true }, { mostBytes: MB, wait: WAIT });
    await ear.up();
    const fetched = async (name: string): Promise<Fetched> => {
      const message = local.wechat.sayFile('li', ROOM, { name, bytes: noise(9) });
      const box = FileBox.fromUrl(`${address}/${name}`, { name });
      vi.spyOn(local.wechat.puppet, 'messageImage').mockResolvedValue(box);
      return ear.gateway.fetch(message);
    };
    const there = await fetched('a.jpg');
    expect(there.state === 'done' && sha256(there.bytes)).toBe(sha256(jpegOf('a')));
    expect(await fetched('none.jpg')).toEqual({ state: 'failed', why: 'gone' });
    expect(await fetched('huge.jpg')).toEqual({ state: 'failed', why: 'too-large' });
    expect(await fetched('slow.jpg')).toEqual({ state: 'failed', why: 'refused' });
    await ear.gateway.stop();
    await local.stop();
  });

  test('and what comes without its size is cut off at the limit', async () => {
    const token = newToken();
    const local = await localGateway(token);
    const ear = listen(token, local.endpoint, {}, { disable: true }, { mostBytes: MB, wait: WAIT });
    await ear.up();
    const message = local.wechat.sayFile('li', ROOM, { name: 'a.mp4', bytes: noise(9) });
    const box = FileBox.fromStream(Readable.from([Buffer.alloc(MB), Buffer.alloc(MB)]), 'a.mp4');
    vi.spyOn(local.wechat.puppet, 'messageFile').mockResolvedValue(box);
    expect(await ear.gateway.fetch(message)).toEqual({ state: 'failed', why: 'too-large' });
    await ear.gateway.stop();
    await local.stop();
  });

  test('and one that has no full size of it is asked for what it has', async () => {
    const token = newToken();
    const local = await localGateway(token);
    const ear = listen(token, local.endpoint);
    await ear.up();
    vi.spyOn(local.wechat.puppet, 'messageImage').mockRejectedValue(new Error('not supported'));
    const message = local.wechat.sayFile('li', ROOM, { name: 'a.png', bytes: pngOf('a') });
    const there = await ear.gateway.fetch(message);
    expect(there.state === 'done' && sha256(there.bytes)).toBe(sha256(pngOf('a')));
    vi.spyOn(local.wechat.puppet, 'messageFile').mockRejectedValue(new Error('no such file'));
    expect(await ear.gateway.fetch(message)).toEqual({ state: 'failed', why: 'refused' });
    await ear.gateway.stop();
    await local.stop();
  });
});

test('an inspector’s photo reaches the vault as it was, and the unit head without the place it was taken', async () => {
  const parcels: { place: string; parcel: Parcel }[] = [];
  const sandbox = await openSandbox({
    configDir: 'config',
    onBotSaid: (place, parcel) => void parcels.push({ place, parcel }),
  });
  const play = async (...lines: readonly string[]): Promise<void> => {
    for (const line of lines)
      expect(await sandbox.play({ ...readLine(line), n: 1 })).toMatchObject({ kind: 'done' });
  };
  await play('时间 2026-09-22 10:20', '孙磊@督查群 > 问题 教育局 玩游戏 三楼办公室上班时间玩游戏');
  await play('孙磊@督查群 > [图片 桌面原图.jpg]', '孙磊@督查群 > 1', '+5m');
  const original = bytesOf('桌面原图.jpg');
  expect(Buffer.from(original).includes(PLACE)).toBe(true);
  const vault = diskVault(join(sandbox.dataDir, 'files'));
  expect(Buffer.from((await vault.read(sha256(original))) ?? [])).toEqual(original);
  const shown = parcels.flatMap(({ place, parcel }) => ('file' in parcel ? [{ place, ...parcel.file }] : []));
  expect(shown.map(({ place, name }) => `${place} ${name}`)).toContain('王建国 桌面原图.jpg');
  for (const { bytes } of shown) {
    expect(Buffer.from(bytes).includes(PLACE)).toBe(false);
    // Turned as the phone held it, and otherwise the same picture.
    expect(Buffer.from(bytes).includes(Buffer.from('011200030000000100060000', 'hex'))).toBe(true);
    expect(Buffer.from(bytes).subarray(-40)).toEqual(Buffer.from(original).subarray(-40));
  }
  await sandbox.stop();
});
