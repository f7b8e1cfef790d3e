/** What went wrong on the wire, told apart without ever keeping a message: those carry stacks and the token. */
import type { Sent } from '../../core/ports.ts';

/** Why there is no line. `refused` = wrong token or certificate name, or an expired token. */
export type Trouble = 'unreachable' | 'refused' | 'silent' | 'dropped' | 'broken' | 'stopped';

/** A gRPC status as far as it is used: its number and whether its words say one of a few things. */
interface Fault {
  readonly code: number;
  readonly says: string;
}

const CANCELLED = 1;
const DEADLINE = 4;
const EXHAUSTED = 8;
const UNAVAILABLE = 14;
const UNAUTHENTICATED = 16;

// Vendors wrap their own limiter's answer in whatever status the library gives an exception.
const TOO_OFTEN = /\b20001\b|频繁|too (?:many requests|frequent)|rate limit/iu;
const NO_CONNECTION = /no connection established|channel closed before|channel has been (?:closed|shut)/iu;
const NO_CLIENT = /no grpc manager|no client/iu;
const CUT_OFF = /RST_STREAM|timed? ?out|超时/iu;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Reads the status out of anything thrown; `code` is -1 when there is none. */
function faultOf(error: unknown): Fault {
  if (typeof error !== 'object' || error === null) return { code: -1, says: text(error) };
  const { code, details, message } = error as Record<string, unknown>;
  return { code: typeof code === 'number' ? code : -1, says: `${text(details)}\n${text(message)}` };
}

/** True when the gateway itself answered no: asking again would not help. */
export function isAnswer(error: unknown): boolean {
  const { code, says } = faultOf(error);
  return ![-1, CANCELLED, DEADLINE, UNAVAILABLE].includes(code) && !CUT_OFF.test(says);
}

/** Why a line could not be opened. */
export function troubleOf(error: unknown): Trouble {
  const { code, says } = faultOf(error);
  if (code === UNAUTHENTICATED || /requires a SNI/iu.test(says)) return 'refused';
  if (code === UNAVAILABLE) return 'unreachable';
  return code === DEADLINE ? 'silent' : 'broken';
}

/** Why a file could not be fetched: the line, which may come back, or the gateway, which said no or cannot. */
export function unfetched(error: unknown, alive: boolean): 'offline' | 'refused' {
  const { code, says } = faultOf(error);
  const line = [CANCELLED, UNAVAILABLE, UNAUTHENTICATED].includes(code) || NO_CLIENT.test(says);
  return line || !alive ? 'offline' : 'refused';
}

/** Something went wrong before the send itself was begun. */
export class NeverLeft extends Error {}

/**
 * What became of a send that failed. Only what certainly never left is `failed`; a connection lost on the way, a
 * time-out here or one the vendor reports may have delivered it. Every exception on the vendor's side arrives as an
 * internal error, so the words decide whether it is the limiter that spoke.
 */
export function outcomeOf(error: unknown): Sent {
  if (error instanceof NeverLeft) {
    const cause = outcomeOf(error.cause);
    return cause.state === 'unknown' ? { state: 'failed', why: 'offline' } : cause;
  }
  const { code, says } = faultOf(error);
  if (TOO_OFTEN.test(says)) return { state: 'failed', why: 'throttled' };
  if (NO_CLIENT.test(says) || code === UNAUTHENTICATED) return { state: 'failed', why: 'offline' };
  if ([-1, UNAVAILABLE].includes(code) && NO_CONNECTION.test(says))
    return { state: 'failed', why: 'offline' };
  if (!isAnswer(error)) return { state: 'unknown' };
  return {
    state: 'failed',
    why: code === EXHAUSTED && !/larger than/iu.test(says) ? 'throttled' : 'refused',
  };
}
