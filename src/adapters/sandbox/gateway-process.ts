/**
 * The fake gateway as a process of its own, so that it can be killed, frozen and restarted.
 * `node gateway-process.js '{"token":"…"}'` prints `{"ready":{"endpoint":…,"bot":…}}`, then reads one call a line,
 * `{"call":"say","args":["wxid_1",null,"收到"]}`, answers each with `{"done":…}` or `{"failed":…}`, and tells of
 * everything the bot sends as `{"sent":{"to":…,"parcel":…,"id":…}}`. Bytes are base64. The end of the input ends it.
 */
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { Parcel } from '../../core/ports.ts';
import { type FakeWechat, fakeWechat } from './fake-wechat.ts';
import { startServer } from './gateway-server.ts';

const settings = z.strictObject({
  token: z.string().min(1),
  port: z.int().min(0).max(65_535).default(0),
  heartbeatMs: z.int().positive().default(5_000),
});

const PLAYED = [
  ...(['addContact', 'addRoom', 'say', 'sayFile', 'redeliver', 'recall', 'befriend', 'invite'] as const),
  ...(['addMember', 'removeMember', 'rename', 'alias', 'retitle', 'changeRoomId', 'throttle'] as const),
  ...(['signIn', 'signOut'] as const),
];
const call = z.strictObject({
  call: z.enum([...PLAYED, 'isLoggedIn', 'flood']),
  args: z.array(z.unknown()).default([]),
});
const flooding = z.tuple([z.array(z.string()).min(1), z.array(z.string()).min(1), z.int().min(1).max(9_000)]);

/** What may be called: most of the fake WeChat, `isLoggedIn`, and `flood(contacts, rooms, count)`. */
export type GatewayCall = z.input<typeof call>['call'];

const print = (what: object): void => void process.stdout.write(`${JSON.stringify(what)}\n`);

const parse = (text: string): z.infer<typeof call> =>
  call.parse(
    JSON.parse(text, (key, value: unknown) =>
      key === 'bytes' && typeof value === 'string' ? Buffer.from(value, 'base64') : value,
    ),
  );

const plain = (parcel: Parcel): object => {
  if (!('file' in parcel)) return parcel;
  return { file: { name: parcel.file.name, bytes: Buffer.from(parcel.file.bytes).toString('base64') } };
};

/** Says `count` things as fast as the gateway takes them, every room and every contact in turn. */
async function flood(wechat: FakeWechat, args: unknown): Promise<number> {
  const [contacts, rooms, count] = flooding.parse(args);
  for (let n = 0; n < count; n++) {
    wechat.say(contacts[n % contacts.length] ?? '', rooms[n % rooms.length] ?? null, `第${n}条`);
    if (n % 100 === 99) await new Promise(setImmediate);
  }
  return count;
}

async function play(wechat: FakeWechat, text: string): Promise<unknown> {
  const asked = parse(text);
  if (asked.call === 'isLoggedIn') return wechat.puppet.isLoggedIn;
  if (asked.call === 'flood') return flood(wechat, asked.args);
  // The arguments come from whoever started this process, and what is wrong with them throws in the fake WeChat.
  const verb = wechat[asked.call] as (...args: unknown[]) => unknown;
  return verb(...asked.args);
}

async function main(): Promise<void> {
  const { token, port, heartbeatMs } = settings.parse(JSON.parse(process.argv[2] ?? '{}'));
  const wechat = fakeWechat({ now: Date.now }, { heartbeatMs });
  wechat.onSend((to, parcel, id) => print({ sent: { to, parcel: plain(parcel), id } }));
  const { endpoint } = await startServer({ token, port, puppet: wechat.puppet });
  print({ ready: { endpoint, bot: wechat.botId } });
  for await (const text of createInterface({ input: process.stdin })) {
    try {
      print({ done: (await play(wechat, text)) ?? null });
    } catch (fault) {
      print({ failed: fault instanceof Error ? fault.message : String(fault) });
    }
  }
  process.exit(0);
}

await main();
