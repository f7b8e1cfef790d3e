/** The embedded gateway: a real puppet server on this host's loopback, in front of a fake WeChat. */
import './quiet.ts';
import { createServer } from 'node:net';
import { PuppetServer } from 'wechaty-puppet-service';
import type { DemoPuppet } from './demo-puppet.ts';

/** Where it listens and whom it lets in. Port 0 (the default) takes a free one. */
export interface ServerOptions {
  readonly host?: string;
  readonly port?: number;
  readonly token: string;
  readonly puppet: DemoPuppet;
  /** With the certificate the library publishes, whose name is `insecure`; otherwise in the clear. */
  readonly tls?: boolean;
}

/** A running gateway; `endpoint` is `host:port`. */
export interface RunningServer {
  readonly endpoint: string;
  /** Closes the port and every connection; the account stays logged in. */
  readonly stop: () => Promise<void>;
}

/** Starts a gateway and logs its account in; throws when the port is taken. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { host = '127.0.0.1', token, puppet, tls = false } = options;
  const endpoint = `${host}:${options.port || (await freePort(host))}`;
  const server = new PuppetServer({ endpoint, token, puppet, tls: { disable: !tls } });
  await puppet.start();
  await server.start();
  return { endpoint, stop: () => server.stop() };
}

// The server does not tell which port it got, so it must be told one.
function freePort(host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, host, () => {
      const address = probe.address();
      const port = address !== null && typeof address === 'object' ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
