/** Whether the account is there: the wire it is logged in on, and since when it was last known alive. */
import type { Clock, Heard } from '../../core/ports.ts';
import type { Wire } from './wire.ts';

type LineEvent = Extract<Heard, { readonly kind: 'line' }>;

/** Tells each coming and going of the account, and wakes who waits for it. */
export class Presence {
  /** The wire with the account logged in; null while there is none. */
  wire: Wire | null = null;
  /** The account last seen; empty before the first login. */
  account = '';
  readonly #clock: Clock;
  readonly #tell: (event: LineEvent) => void;
  #aliveAt: number | null = null;
  #waiting: ((wire: Wire | null) => void)[] = [];
  #ended = false;

  constructor(clock: Clock, tell: (event: LineEvent) => void) {
    this.#clock = clock;
    this.#tell = tell;
  }

  /** Follows the logins on a new wire. */
  attach(wire: Wire): void {
    wire.on('login', ({ contactId }) => this.#came(wire, contactId));
    wire.on('logout', () => this.left(wire));
    wire.on('heartbeat', () => {
      if (this.wire === wire) this.#aliveAt = this.#clock.now();
    });
  }

  /** The wire that is up, or the next one; null when there will be none. */
  next(): Promise<Wire | null> {
    if (this.wire !== null || this.#ended) return Promise.resolve(this.wire);
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** The account is not to be reached over this wire any more. */
  left(wire: Wire): void {
    if (this.wire !== wire) return;
    this.wire = null;
    this.#line('down', this.#clock.now(), this.#aliveAt);
  }

  /** Nobody need wait any longer. */
  end(): void {
    this.#ended = true;
    this.wire = null;
    this.#wake();
  }

  #came(wire: Wire, account: string): void {
    if (this.#ended || wire.trouble !== undefined) return;
    const since = this.#aliveAt;
    const now = this.#clock.now();
    this.wire = wire;
    this.account = account;
    this.#aliveAt = now;
    this.#line('up', now, since);
    this.#wake();
  }

  #line(state: LineEvent['state'], at: number, since: number | null): void {
    this.#tell({ kind: 'line', at, state, account: this.account, since });
  }

  #wake(): void {
    for (const wake of this.#waiting.splice(0)) wake(this.wire);
  }
}
