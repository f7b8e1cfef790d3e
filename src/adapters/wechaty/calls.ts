/** Gives every call to the gateway a deadline and lets all of them be cancelled at once: the library does neither. */
import type { Readable, Writable } from 'node:stream';
import { NeverLeft } from './faults.ts';

type Answer = (error: unknown, answer?: unknown) => void;
interface Call {
  cancel(): void;
}
/** What the library asks with. */
interface Request {
  getId?(): string;
}
interface Rpc {
  (...args: unknown[]): Call;
  readonly requestStream: boolean;
  readonly responseStream: boolean;
}

// After any failure of a file's first way the library tries these: sent that way, a file would arrive twice.
const SECOND_WAYS = ['messageSendFileStream', 'messageFileStream', 'messageImageStream'];

const isRpc = (value: unknown): value is Rpc => typeof value === 'function' && 'responseStream' in value;

/** The calls under way on one connection. */
export class Calls {
  readonly #live = new Set<Call>();
  readonly #limitMs: (name: string) => number;
  #fileFault: unknown;
  readonly #fetchFaults = new Map<string, unknown>();

  /** `limitMs` says how long a call of that name may take. */
  constructor(limitMs: (name: string) => number) {
    this.#limitMs = limitMs;
  }

  /** The same gRPC client, its calls bounded; the stream of events is only tracked. */
  bound<T extends object>(client: T): T {
    const made = new Map<string | symbol, unknown>();
    return new Proxy(client, {
      get: (target, name) => {
        if (made.has(name)) return made.get(name);
        const value: unknown = Reflect.get(target, name, target);
        const wrapped = isRpc(value) ? this.#wrap(target, String(name), value) : value;
        made.set(name, wrapped);
        return wrapped;
      },
    });
  }

  /** Ends everything under way; each call fails with CANCELLED. */
  cancelAll(): void {
    for (const call of this.#live) call.cancel();
    this.#live.clear();
  }

  /** Why the last file did not go, and forgets it. Files are sent one after another, so it is this file's. */
  takeFileFault(): unknown {
    const fault = this.#fileFault;
    this.#fileFault = undefined;
    return fault;
  }

  /** Why a message's picture or file did not come, and forgets it. */
  takeFetchFault(message: string): unknown {
    const fault = this.#fetchFaults.get(message);
    this.#fetchFaults.delete(message);
    return fault;
  }

  #wrap(target: object, name: string, rpc: Rpc): (...args: unknown[]) => unknown {
    if (SECOND_WAYS.includes(name)) return refuseSecondWay;
    if (name === 'download') return (request) => this.#download(target, rpc, request);
    if (rpc.responseStream) return (...args) => this.#track(rpc.apply(target, args));
    return (...args) => {
      const answer = args.at(-1) as Answer;
      let call: Call | undefined;
      const done: Answer = (error, value) => {
        if (call !== undefined) this.#live.delete(call);
        if (error !== null) this.#note(name, error, args[0] as Request);
        answer(error, value);
      };
      const deadline = Date.now() + this.#limitMs(name);
      call = rpc.apply(target, [...args.slice(0, -1), { deadline }, done]);
      return this.#track(call);
    };
  }

  // The library tries a second way after a failure and tells only how that failed.
  #note(name: string, error: unknown, request: Request): void {
    if (name === 'upload') this.#fileFault = new NeverLeft('upload', { cause: error });
    if (name === 'messageSendFile') this.#fileFault = error;
    if (name === 'messageImage' || name === 'messageFile')
      this.#fetchFaults.set(request.getId?.() ?? '', error);
  }

  // The library pipes this on without its errors: whoever reads would wait for ever, and the error end the process.
  #download(target: object, rpc: Rpc, request: unknown): Call {
    const call = rpc.apply(target, [request, { deadline: Date.now() + this.#limitMs('download') }]) as Call &
      Readable;
    const pipe = call.pipe.bind(call);
    call.pipe = (to, options) => {
      call.on('error', (error) => (to as unknown as Writable).destroy(error));
      to.once('close', () => {
        this.#live.delete(call);
        call.cancel();
      });
      return pipe(to, options);
    };
    this.#track(call);
    return call;
  }

  #track(call: Call): Call {
    this.#live.add(call);
    return call;
  }
}

function refuseSecondWay(): never {
  throw new NeverLeft('a file is sent one way only');
}
