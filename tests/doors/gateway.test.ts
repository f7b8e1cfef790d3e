/** The gateway over real gRPC: what people do in WeChat is heard, and what the bot says arrives. */
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type GatewayChild, newToken, sha256, spawnGateway } from './gateway-child.ts';
import { type Ear, listen, until } from './gateway-ear.ts';

const ROOM = '17781048866@chatroom';
const token = newToken();
let child: GatewayChild;
let ear: Ear;
const home = mkdtempSync(join(tmpdir(), 'ducha-home-'));

beforeAll(async () => {
  vi.stubEnv('HOME', home);
  child = await spawnGateway({ token });
  for (const [id, name] of Object.entries({ wang: '王建国', chen: '陈静', li: '李四' }))
    await child.call('addContact', { id, name });
  await child.call('addContact', { id: 'stranger', name: '路人', friend: false });
  await child.call('addRoom', { id: ROOM, topic: '教育局工作群', members: ['wang', 'chen', 'li'] });
  ear = listen(token, child.endpoint);
  await ear.up();
});

beforeEach(() => {
  ear.heard.length = 0;
  child.sent.length = 0;
});

afterAll(async () => {
  await ear.gateway.stop();
  await child.kill();
});

const bytesOf = (size: number): Uint8Array => Uint8Array.from({ length: size }, (_, at) => (at * 31) % 256);

describe('hearing', () => {
  test('a message in a room comes with its room, sender, shown name, id and time', async () => {
    const at = Date.UTC(2026, 8, 22, 1, 5, 30, 250);
    const id = await child.call('say', 'li', ROOM, '我今天下乡去东峡镇', { at });
    await until(() => ear.heard.length === 1);
    expect(ear.heard[0]).toEqual({
      kind: 'message',
      id,
      at,
      room: ROOM,
      contact: 'li',
      name: '李四',
      text: '我今天下乡去东峡镇',
      quoted: null,
      mentions: [],
      type: 'text',
    });
  });

  test('a private message has no room', async () => {
    await child.call('say', 'chen', null, '我的待办');
    await until(() => ear.heard.length === 1);
    expect(ear.messages()[0]).toMatchObject({ room: null, contact: 'chen', name: '陈静', text: '我的待办' });
  });

  test('a quoted message is told apart from what is said to it', async () => {
    const sent = await ear.gateway.send({ room: ROOM }, { text: '【节前提醒】N2026-0107\n请回复“收到”' });
    const quote = sent.state === 'sent' ? sent.id : '';
    await child.call('say', 'wang', ROOM, '收到', { quote });
    await until(() => ear.heard.length === 1);
    expect(ear.messages()[0]).toMatchObject({ text: '收到', quoted: '【节前提醒】N2026-0107\n请回复“收到”' });
  });

  test('whoever is mentioned is known by id; the bot’s own name is taken out of the text', async () => {
    await child.call('say', 'wang', ROOM, '明天谁去', { mentions: ['li', ''] });
    await child.call('say', 'wang', ROOM, '签收情况', { mentions: [child.bot] });
    await child.call('say', 'wang', ROOM, '@督查助手 签收情况');
    await until(() => ear.heard.length === 3);
    expect(ear.messages().map(({ text, mentions }) => ({ text, mentions }))).toEqual([
      { text: '@李四\u2005明天谁去', mentions: ['li'] },
      { text: '签收情况', mentions: [child.bot] },
      { text: '签收情况', mentions: [child.bot] },
    ]);
  });

  test('a room’s alias is shown before the name, and a new one as soon as it is known', async () => {
    const says = async (contact: string): Promise<string | undefined> => {
      const before = ear.heard.length;
      await child.call('say', contact, ROOM, '在');
      await until(() => ear.heard.length > before);
      return ear.messages().at(-1)?.name;
    };
    await child.call('alias', ROOM, 'chen', '教育局-陈静');
    expect(await says('chen')).toBe('教育局-陈静');
    expect(await says('li')).toBe('李四');
    await child.call('rename', 'li', '李思');
    expect(await says('li')).toBe('李思');
    await child.call('alias', ROOM, 'chen', '');
    expect(await says('chen')).toBe('陈静');
    await child.call('rename', 'li', '李四');
  });

  test('what is said at the same time stays in its order in every room, and nothing is missing', async () => {
    const rooms = Array.from({ length: 5 }, (_, at) => `order${at}@chatroom`);
    const people = ['wang', 'chen', 'li'];
    for (const id of rooms) await child.call('addRoom', { id, topic: id, members: people });
    await child.call('flood', people, rooms, 1_000);
    await until(() => ear.heard.length === 1_000);
    for (const [at, room] of rooms.entries()) {
      const texts = ear.messages().filter((one) => one.room === room);
      expect(texts.map(({ text }) => text)).toEqual(
        Array.from({ length: 200 }, (_, n) => `第${n * 5 + at}条`),
      );
    }
  });

  test('a message delivered twice is passed on twice, with one id', async () => {
    const id = await child.call('say', 'li', ROOM, '在');
    await child.call('redeliver', id);
    await until(() => ear.heard.length === 2);
    expect(ear.messages().map((one) => one.id)).toEqual([id, id]);
  });

  test('the bot does not hear itself', async () => {
    await ear.gateway.send({ room: ROOM }, { text: '大家好' });
    await child.call('say', 'li', ROOM, '你好');
    await until(() => ear.heard.length > 0);
    expect(ear.texts()).toEqual(['你好']);
  });

  test('pictures and files are told by kind, their markup is not text', async () => {
    const bytes = Buffer.from(bytesOf(100)).toString('base64');
    await child.call('sayFile', 'li', ROOM, { name: '现场照片.JPG', bytes });
    await child.call('sayFile', 'li', ROOM, { name: '名册.xlsx', bytes });
    await until(() => ear.heard.length === 2);
    expect(ear.messages().map(({ type, text }) => ({ type, text }))).toEqual([
      { type: 'image', text: '' },
      { type: 'file', text: '' },
    ]);
  });

  test('a recall names the message that was taken back', async () => {
    const message = await child.call('say', 'li', ROOM, '说错了');
    await child.call('recall', message);
    await until(() => ear.heard.length === 2);
    expect(ear.of('recall')).toMatchObject([{ room: ROOM, contact: 'li', message }]);
  });

  test('a friend’s request is heard with its words, and accepting it opens the private conversation', async () => {
    expect(await ear.gateway.send({ contact: 'stranger' }, { text: '您好' })).toEqual({
      state: 'failed',
      why: 'refused',
    });
    const request = await child.call('befriend', 'stranger', 'K7M2PX');
    await until(() => ear.heard.length === 1);
    expect(ear.of('friend')).toMatchObject([{ request, contact: 'stranger', name: '路人', hello: 'K7M2PX' }]);
    expect(await ear.gateway.accept('friend', String(request))).toBe(true);
    expect(await ear.gateway.send({ contact: 'stranger' }, { text: '您好' })).toMatchObject({
      state: 'sent',
    });
  });

  test('an invitation is heard, accepted, and the bot finds itself in the room; then it leaves', async () => {
    await child.call('addRoom', { id: 'new@chatroom', topic: '水务局', members: ['wang'], bot: false });
    const invitation = await child.call('invite', 'new@chatroom', 'wang');
    await until(() => ear.of('invitation').length === 1);
    expect(ear.of('invitation')).toMatchObject([{ invitation, contact: 'wang', topic: '水务局' }]);
    expect(await ear.gateway.accept('invitation', String(invitation))).toBe(true);
    await until(() => ear.of('joined').length === 1);
    const joined = { room: 'new@chatroom', topic: '水务局', by: 'wang', contacts: [child.bot], self: true };
    expect(ear.of('joined')).toMatchObject([joined]);
    expect(await ear.gateway.leave('new@chatroom')).toBe(true);
    await until(() => ear.of('left').length === 1);
    expect(ear.of('left')).toMatchObject([{ room: 'new@chatroom', contacts: [child.bot], self: true }]);
    expect(await ear.gateway.send({ room: 'new@chatroom' }, { text: '再见' })).toMatchObject({
      why: 'refused',
    });
  });

  test('others joining and leaving and a new title are heard', async () => {
    await child.call('addMember', ROOM, 'stranger', 'wang');
    await child.call('removeMember', ROOM, 'stranger', 'wang');
    await child.call('retitle', ROOM, '教育局', 'wang');
    await until(() => ear.heard.length === 3);
    expect(ear.heard).toMatchObject([
      { kind: 'joined', room: ROOM, contacts: ['stranger'], by: 'wang', self: false },
      { kind: 'left', room: ROOM, contacts: ['stranger'], self: false },
      { kind: 'topic', room: ROOM, topic: '教育局' },
    ]);
    expect(await ear.gateway.rooms()).toContainEqual({ id: ROOM, topic: '教育局' });
  });

  test('a room whose id has changed speaks under the new one', async () => {
    await child.call('addRoom', { id: 'old@chatroom', topic: '林业局', members: ['wang'] });
    await child.call('changeRoomId', 'old@chatroom', 'fresh@chatroom');
    await child.call('say', 'wang', 'fresh@chatroom', '在吗');
    await until(() => ear.heard.length === 1);
    expect(ear.messages()[0]).toMatchObject({ room: 'fresh@chatroom', name: '王建国' });
    expect(await ear.gateway.send({ room: 'old@chatroom' }, { text: '在' })).toMatchObject({
      state: 'failed',
    });
  });
});

describe('sending', () => {
  test('a text arrives as it was written, and its id is the one the gateway knows', async () => {
    const text = '【去向汇总】教育局\n公务外出2：王五、赵六（上午）\n😀';
    const sent = await ear.gateway.send({ room: ROOM }, { text });
    await until(() => child.sent.length === 1);
    expect(child.sent[0]).toEqual({
      to: { room: ROOM },
      parcel: { text },
      id: sent.state === 'sent' && sent.id,
    });
  });

  test('a mention carries the id and shows the name', async () => {
    await ear.gateway.send({ room: ROOM }, { text: '请查收私聊', mentions: ['wang'] });
    await until(() => child.sent.length === 1);
    expect(child.sent[0]?.parcel).toEqual({ text: '@王建国\u2005请查收私聊', mentions: ['wang'] });
  });

  test('files of every size arrive whole, under their Chinese names', async () => {
    const files = [1, 3_000, 300_000, 3_000_000].map((size) => ({
      name: `台账（${size}）.xlsx`,
      bytes: bytesOf(size),
    }));
    for (const file of files)
      expect(await ear.gateway.send({ contact: 'chen' }, { file })).toMatchObject({ state: 'sent' });
    await until(() => child.sent.length === files.length);
    expect(child.sent.map(({ to, parcel }) => ({ to, ...parcel.file }))).toEqual(
      files.map(({ name, bytes }) => ({
        to: { contact: 'chen' },
        name,
        size: bytes.length,
        sha256: sha256(bytes),
      })),
    );
  });

  test('the vendor’s limiter is told from any other refusal, also for files, and nothing is sent twice', async () => {
    await child.call('throttle', 2);
    const throttled = { state: 'failed', why: 'throttled' };
    expect(await ear.gateway.send({ room: ROOM }, { text: '一' })).toEqual(throttled);
    const file = { name: '二.xlsx', bytes: bytesOf(40_000) };
    expect(await ear.gateway.send({ room: ROOM }, { file })).toEqual(throttled);
    expect(await ear.gateway.send({ room: 'nowhere@chatroom' }, { text: '三' })).toEqual({
      state: 'failed',
      why: 'refused',
    });
    expect(child.sent).toEqual([]);
  });

  test('members are listed with the names they show in the room', async () => {
    await child.call('alias', ROOM, 'wang', '教育局-王建国');
    expect(await ear.gateway.sync(ROOM)).toBe(true);
    expect(await ear.gateway.members(ROOM)).toEqual([
      { contact: child.bot, name: '督查助手' },
      { contact: 'wang', name: '教育局-王建国' },
      { contact: 'chen', name: '陈静' },
      { contact: 'li', name: '李四' },
    ]);
    expect(await ear.gateway.members('nowhere@chatroom')).toEqual([]);
  });
});

describe('traces', () => {
  test('no names reach the disk, no texts and no token the log', async () => {
    expect(readdirSync(home)).toEqual([]);
    const log = ear.logged.join('\n');
    expect(log).toContain('logged in');
    expect(log).not.toContain(token);
    expect(log).not.toMatch(/下乡|收到|教育局|王建国/u);
  });
});
