/** The fake gateway in a process of its own, as the door tests hold it: to talk through, kill, freeze and restart. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Destination } from '../../src/core/ports.ts';

/** A parcel as it comes out of the other process; of a file its size and fingerprint. */
interface SentLine {
  readonly to: Destination;
  readonly parcel: {
    readonly text?: string;
    readonly mentions?: string[];
    readonly file?: { readonly name: string; readonly size: number; readonly sha256: string };
  };
  readonly id: string;
}

/** A running gateway process. */
export interface GatewayChild {
  readonly endpoint: string;
  readonly port: number;
  readonly bot: string;
  /** All the bot has sent so far. */
  readonly sent: SentLine[];
  /** Calls a verb of the fake WeChat; throws what it throws. */
  readonly call: (verb: string, ...args: unknown[]) => Promise<unknown>;
  readonly signal: (signal: 'SIGSTOP' | 'SIGCONT') => void;
  /** `kill -9`, also of a frozen one. */
  readonly kill: () => Promise<void>;
}

interface Line {
  readonly ready?: { endpoint: string; bot: string };
  readonly sent?: {
    readonly to: Destination;
    readonly parcel: {
      readonly text?: string;
      readonly file?: { readonly name: string; readonly bytes: string };
    };
    readonly id: string;
  };
  readonly done?: unknown;
  readonly failed?: string;
}

/** The SHA-256 of some bytes, as hex. */
export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function seen({ to, parcel, id }: NonNullable<Line['sent']>): SentLine {
  const { file, ...said } = parcel;
  if (file === undefined) return { to, parcel: said, id };
  const bytes = Buffer.from(file.bytes, 'base64');
  return { to, parcel: { file: { name: file.name, size: bytes.length, sha256: sha256(bytes) } }, id };
}

/** A token of this test's own. */
export const newToken = (): string => `insecure_${randomUUID()}`;

/** Starts a gateway process; every `heartbeatMs` it says that it lives. */
export async function spawnGateway(options: {
  token: string;
  port?: number;
  heartbeatMs?: number;
}): Promise<GatewayChild> {
  const script = 'dist/adapters/sandbox/gateway-process.js';
  const argv = ['--no-deprecation', script, JSON.stringify({ heartbeatMs: 150, ...options })];
  const child = spawn(process.execPath, argv, { stdio: ['pipe', 'pipe', 'inherit'] });
  const sent: SentLine[] = [];
  const waiting: ((line: Line) => void)[] = [];
  const next = (): Promise<Line> => new Promise((resolve) => waiting.push(resolve));
  createInterface({ input: child.stdout }).on('line', (text) => {
    const line = JSON.parse(text) as Line;
    if (line.sent) sent.push(seen(line.sent));
    else waiting.shift()?.(line);
  });
  const { ready } = await next();
  if (ready === undefined) throw new Error('the gateway process did not start');
  return {
    ...ready,
    port: Number(ready.endpoint.split(':').at(-1)),
    sent,
    call: async (verb, ...args) => {
      child.stdin.write(`${JSON.stringify({ call: verb, args })}\n`);
      const { done, failed } = await next();
      if (failed !== undefined) throw new Error(failed);
      return done;
    },
    signal: (signal) => void child.kill(signal),
    kill: () => killed(child),
  };
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}
