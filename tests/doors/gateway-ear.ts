/** A gateway under test with everything it said: heard events, log lines, codes to scan. */
import { vi } from 'vitest';
import { type Gateway, openGateway } from '../../src/adapters/wechaty/gateway.ts';
import type { GatewaySettings, Timings } from '../../src/adapters/wechaty/settings.ts';
import type { Heard, HeardMessage } from '../../src/core/ports.ts';

/** The gateway and what came out of it so far. */
export interface Ear {
  readonly gateway: Gateway;
  readonly heard: Heard[];
  readonly logged: string[];
  readonly scanned: string[];
  readonly texts: () => string[];
  readonly messages: () => HeardMessage[];
  readonly of: <K extends Heard['kind']>(kind: K) => Extract<Heard, { kind: K }>[];
  /** Waits, with a limit, until the account is there. */
  readonly up: () => Promise<void>;
}

/** Short limits, so that what takes minutes in production takes seconds here. */
export const QUICK: Partial<Timings> = {
  callMs: 800,
  fileMs: 2_000,
  connectMs: 2_500,
  probeMs: 500,
  staleMs: 1_200,
  retryMs: 100,
  retryMaxMs: 400,
  listMs: 1_500,
};

const WAIT = { timeout: 10_000, interval: 20 };

/** Waits until `check` holds. */
export const until = (check: () => boolean): Promise<void> =>
  vi.waitFor(() => {
    if (!check()) throw new Error('not yet');
  }, WAIT);

/** Starts a gateway against `endpoint`. */
export function listen(
  token: string,
  endpoint: string,
  timings: Partial<Timings> = {},
  tls: GatewaySettings['tls'] = { disable: true },
  files?: GatewaySettings['files'],
): Ear {
  const heard: Heard[] = [];
  const logged: string[] = [];
  const scanned: string[] = [];
  const write = (what: string, facts: object = {}): void =>
    void logged.push(`${what} ${JSON.stringify(facts)}`);
  const gateway = openGateway(
    { token, endpoint, tls, timings: { ...QUICK, ...timings }, files },
    (event) => heard.push(event),
    {
      log: { info: write, warn: write, error: write },
      clock: { now: Date.now },
      showQr: (qr) => scanned.push(qr),
    },
  );
  gateway.start();
  const of = <K extends Heard['kind']>(kind: K) =>
    heard.filter((event): event is Extract<Heard, { kind: K }> => event.kind === kind);
  return {
    gateway,
    heard,
    logged,
    scanned,
    of,
    messages: () => of('message'),
    texts: () => of('message').map((message) => message.text),
    up: () => until(() => gateway.status().state === 'up'),
  };
}

/** How many ms something takes. */
export async function took(work: Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work;
  return performance.now() - began;
}
