/** One connection to the gateway: wechaty's puppet client, with what hurts in production taken out. */
import './quiet.ts';
import { PuppetService } from 'wechaty-puppet-service';
import { Calls } from './calls.ts';
import { type Trouble, troubleOf } from './faults.ts';
import type { GatewaySettings, Timings } from './settings.ts';

type Manager = PuppetService['grpcManager'];

// The library's own watchdog would restart the puppet on the server; a supervisor that replaces the whole
// connection stands in for it. Timers longer than this overflow.
const NEVER_SECONDS = 24 * 24 * 3600;
// Calls that may take as long as a file does.
const FILES = ['upload', 'messageSendFile', 'messageImage', 'messageFile', 'download'];
// Names live in our own cache, messages are read once: the library's caches stay small.
const CACHE = {
  contact: 2_000,
  room: 1_000,
  roomMember: 100,
  message: 100,
  friendship: 100,
  roomInvitation: 100,
};

const optionsOf = ({ token, endpoint, tls, authority }: GatewaySettings) => ({
  token,
  endpoint,
  ...(authority === undefined ? {} : { authority }),
  timeoutSeconds: NEVER_SECONDS,
  cache: CACHE,
  tls: {
    disable: tls?.disable === true,
    ...(tls?.caCert === undefined ? {} : { caCert: tls.caCert }),
    ...serverName(token, tls),
  },
});

// Without TLS there is no certificate to name, but the library insists on a name all the same.
function serverName(token: string, tls: GatewaySettings['tls']): { serverName?: string } {
  if (tls?.serverName !== undefined) return { serverName: tls.serverName };
  return tls?.disable === true && !token.includes('_') ? { serverName: 'insecure' } : {};
}

/**
 * A client that can be dropped at any moment without a word to the server: no call waits for ever, nothing is kept on
 * disk, and neither stopping nor losing it logs the account out. Used once and thrown away.
 */
export class Wire extends PuppetService {
  /** Resolves when the connection is over, whoever ended it. */
  readonly over: Promise<Trouble>;
  /** Monotonic ms of the last sign of life. */
  heardAt = performance.now();
  /** Why it is over; undefined while it is not. */
  trouble: Trouble | undefined;
  readonly #calls: Calls;
  readonly #connectMs: number;
  #settle: (why: Trouble) => void = () => undefined;

  constructor(settings: GatewaySettings, timings: Timings) {
    super(optionsOf(settings));
    this.#connectMs = timings.connectMs;
    this.#calls = new Calls((name) => {
      if (name === 'start') return timings.connectMs;
      return FILES.includes(name) ? timings.fileMs : timings.callMs;
    });
    this.over = new Promise((resolve) => {
      this.#settle = resolve;
    });
    this.on('heartbeat', () => {
      this.heardAt = performance.now();
    });
  }

  /** Never fails: what went wrong stands in `trouble`. A failing start would keep the library busy for 5 s more. */
  override async onStart(): Promise<void> {
    const started = super.onStart().then(
      () => undefined,
      (error: unknown) => troubleOf(error),
    );
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<Trouble>((resolve) => {
      timer = setTimeout(resolve, this.#connectMs, 'silent');
    });
    const trouble = await Promise.race([started, late]);
    clearTimeout(timer);
    if (trouble !== undefined) this.hangUp(trouble);
    // Also when it gets through after we gave it up.
    void started.then(() => this.#forgetHistory());
  }

  /** The client's side only: the account stays logged in on the server. */
  override async onStop(): Promise<void> {
    this.hangUp('stopped');
  }

  /** The gateway said that the account is out. The library would tell the gateway to log it out once more. */
  override async logout(reason = ''): Promise<void> {
    if (!this.isLoggedIn) return;
    const contactId = this.currentUserId;
    delete this.__currentUserId;
    this.emit('logout', { contactId, data: reason });
  }

  /** The library tries a second way and tells only how that failed; what matters is how the first did. */
  override async messageSendFile(
    ...file: Parameters<PuppetService['messageSendFile']>
  ): ReturnType<PuppetService['messageSendFile']> {
    try {
      return await super.messageSendFile(...file);
    } catch (error) {
      throw this.#calls.takeFileFault() ?? error;
    }
  }

  override async messageImage(
    ...asked: Parameters<PuppetService['messageImage']>
  ): ReturnType<PuppetService['messageImage']> {
    try {
      return await super.messageImage(...asked);
    } catch (error) {
      throw this.#calls.takeFetchFault(asked[0]) ?? error;
    }
  }

  override async messageFile(id: string): ReturnType<PuppetService['messageFile']> {
    try {
      return await super.messageFile(id);
    } catch (error) {
      throw this.#calls.takeFetchFault(id) ?? error;
    }
  }

  /** Ends the connection at once, calls under way included. */
  hangUp(why: Trouble): void {
    if (this.trouble !== undefined) return;
    this.trouble = why;
    const manager = this._grpcManager;
    delete this._grpcManager;
    this.#calls.cancelAll();
    try {
      manager?.client.close();
    } catch {
      // No client was made yet, so there is nothing to close.
    }
    this.#settle(why);
  }

  /** Names, phone numbers and rooms would be written under the home folder, and be old at the next start. */
  protected override hookPayloadStore(): void {}

  protected override bridgeGrpcEventStream(manager: Manager): void {
    super.bridgeGrpcEventStream(manager);
    for (const end of ['error', 'end', 'cancel']) manager.on(end, () => this.hangUp('dropped'));
    const calls = this.#calls;
    const plain = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(manager), 'client')?.get;
    let bound: Manager['client'] | undefined;
    Object.defineProperty(manager, 'client', {
      get(): Manager['client'] {
        bound ??= calls.bound(plain?.call(manager) as Manager['client']);
        return bound;
      },
    });
  }

  // A copy of every event would go into a store that nobody reads.
  #forgetHistory(): void {
    for (const unsubscribe of this._cleanupCallbackList.splice(0)) unsubscribe();
  }
}
