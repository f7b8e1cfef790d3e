/** What the gateway must be told, and the limits on every wait. */

import type { FileLimits } from '../../core/settings.ts';

/** How to reach the gateway. Names follow wechaty's own environment variables. */
export interface GatewaySettings {
  readonly token: string;
  /** `host:port`. Never looked up from the token: the look-up would carry the token to a discovery host. */
  readonly endpoint: string;
  readonly tls?:
    | {
        readonly disable?: boolean | undefined;
        /** PEM text; the library's published certificate when absent. */
        readonly caCert?: string | undefined;
        /** The name the server's certificate must have; the token's prefix when absent. */
        readonly serverName?: string | undefined;
      }
    | undefined;
  readonly authority?: string | undefined;
  readonly timings?: Partial<Timings> | undefined;
  readonly files?: FileLimits | undefined;
}

/** What is taken of files that people send, unless told. */
export const FILE_LIMITS: FileLimits = { mostBytes: 20 * 1024 * 1024, wait: 30_000 };

/** Limits in milliseconds, real time. */
export interface Timings {
  /** One call without an answer; a send becomes `unknown` then. */
  readonly callMs: number;
  /** A file's way to the gateway. */
  readonly fileMs: number;
  /** One attempt to connect; below the 15 s at which wechaty itself loses patience. */
  readonly connectMs: number;
  /** A TCP connection, tried before anything is built. */
  readonly probeMs: number;
  /** Silence after which the line counts as dead; a third of it makes us ask for a sign of life. */
  readonly staleMs: number;
  /** The first pause before trying again; it doubles with each failure, up to the last, and is jittered. */
  readonly retryMs: number;
  readonly retryMaxMs: number;
  /** A whole list of rooms or members. */
  readonly listMs: number;
}

/** What a gateway on another host needs. */
export const TIMINGS: Timings = {
  callMs: 10_000,
  fileMs: 60_000,
  connectMs: 14_000,
  probeMs: 2_000,
  staleMs: 90_000,
  retryMs: 1_000,
  retryMaxMs: 60_000,
  listMs: 60_000,
};

/** Files above this are refused before they are sent. */
export const FILE_LIMIT_BYTES = 25 * 1024 * 1024;
/** What is read of one incoming text. */
export const TEXT_LIMIT = 20_000;
