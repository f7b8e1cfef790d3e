/** The embedded gateway in this process: what the sandbox runs, for tests that need not kill it. */
import { type FakeWechat, fakeWechat } from '../../src/adapters/sandbox/fake-wechat.ts';
import { startServer } from '../../src/adapters/sandbox/gateway-server.ts';

/** A running embedded gateway with 李四 in the room `r@chatroom`. */
export interface LocalGateway {
  readonly wechat: FakeWechat;
  readonly endpoint: string;
  readonly port: number;
  readonly stop: () => Promise<void>;
}

/** Starts one. Its messages bear the time `now` says. */
export async function localGateway(
  token: string,
  options: {
    readonly port?: number;
    readonly heartbeatMs?: number;
    readonly now?: () => number;
    readonly tls?: boolean;
  } = {},
): Promise<LocalGateway> {
  const { port = 0, heartbeatMs = 150, now = Date.now, tls = false } = options;
  const wechat = fakeWechat({ now }, { heartbeatMs });
  wechat.addContact({ id: 'li', name: '李四' });
  wechat.addRoom({ id: 'r@chatroom', topic: '教育局', members: ['li'] });
  const { endpoint, stop } = await startServer({ token, port, puppet: wechat.puppet, tls });
  return { wechat, endpoint, port: Number(endpoint.split(':').at(-1)), stop };
}
