/** Supervises the line: opens it, sees that it is lost, opens the next one. */
import type { Clock, Heard, Log } from '../../core/ports.ts';
import type { Trouble } from './faults.ts';
import { Hearing } from './hearing.ts';
import { Names } from './names.ts';
import { pause, within } from './patience.ts';
import { Presence } from './presence.ts';
import { answers } from './probe.ts';
import { Sending } from './sending.ts';
import { FILE_LIMITS, type GatewaySettings, TIMINGS, type Timings } from './settings.ts';
import type { Wire } from './wire.ts';

const STOP_MS = 2_500;
// A line that held for so long was a good one: the next attempt after it counts as the first.
const GOOD_MS = 10_000;
const REPORT_EVERY = 20;

/** What the gateway needs of the house. */
export interface GatewayDoors {
  readonly log: Log;
  readonly clock: Clock;
  /** Shows what the account's owner has to scan. */
  readonly showQr: (qr: string) => void;
}

/** How it stands: not started or stopped, trying, connected but nobody logged in, or up. */
export interface GatewayStatus {
  readonly state: 'off' | 'connecting' | 'logged-out' | 'up';
  readonly account: string;
  /** Why the last line or attempt ended; null before anything did. */
  readonly trouble: Trouble | null;
}

/** One gateway, one account, one line at a time: a second client would be deaf, or make the first one so. */
export class LineKeeper {
  readonly sending: Sending;
  readonly #settings: GatewaySettings;
  readonly #timings: Timings;
  readonly #doors: GatewayDoors;
  readonly #hearing: Hearing;
  readonly #presence: Presence;
  readonly #stop = new AbortController();
  #running: Promise<void> | undefined;
  #wire: Wire | null = null;
  #trouble: Trouble | null = null;
  #misses = 0;
  #qr = '';

  constructor(settings: GatewaySettings, hear: (event: Heard) => void, doors: GatewayDoors) {
    this.#settings = settings;
    this.#timings = { ...TIMINGS, ...settings.timings };
    this.#doors = doors;
    const names = new Names();
    this.#presence = new Presence(doors.clock, (event) => {
      // What a login may have changed is asked for again.
      if (event.state === 'up') names.clear();
      this.#hearing.tell(event);
    });
    const heard = (event: Heard): void => {
      if (!this.#stop.signal.aborted) hear(event);
    };
    this.#hearing = new Hearing(this.#presence, names, heard, doors);
    const files = settings.files ?? FILE_LIMITS;
    this.sending = new Sending(() => this.#presence.wire, names, this.#timings, files);
  }

  start(): void {
    this.#running ??= this.#run();
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    this.#presence.end();
    this.#wire?.hangUp('stopped');
    await within(STOP_MS, this.#running ?? Promise.resolve(), undefined);
  }

  status(): GatewayStatus {
    const known = { account: this.#presence.account, trouble: this.#trouble };
    if (this.#running === undefined || this.#stop.signal.aborted) return { state: 'off', ...known };
    if (this.#presence.wire !== null) return { state: 'up', ...known };
    return { state: this.#wire === null ? 'connecting' : 'logged-out', ...known };
  }

  async #run(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      const began = performance.now();
      this.#report(await this.#attempt());
      this.#misses = performance.now() - began >= GOOD_MS ? 0 : this.#misses + 1;
      await pause(this.#backoff(), this.#stop.signal);
    }
  }

  async #attempt(): Promise<Trouble> {
    try {
      if (!(await answers(this.#settings.endpoint, this.#timings.probeMs))) return 'unreachable';
      return await this.#hold();
    } catch (error) {
      this.#doors.log.error('gateway: fault', { fault: error instanceof Error ? error.name : typeof error });
      return 'broken';
    }
  }

  /** Opens a line and holds it until it is over. */
  async #hold(): Promise<Trouble> {
    const { openLine, watch } = await import('./line.ts');
    const line = await openLine(this.#settings, this.#timings, {
      attach: (wire) => this.#attach(wire),
      scan: (qr) => this.#scan(qr),
    });
    const { wire } = line;
    try {
      if (this.#stop.signal.aborted) wire.hangUp('stopped');
      await watch(wire, this.#timings.staleMs);
    } finally {
      this.#wire = null;
      this.#presence.left(wire);
      await line.close();
    }
    return wire.trouble ?? 'broken';
  }

  #attach(wire: Wire): void {
    this.#wire = wire;
    this.#hearing.attach(wire);
    this.#presence.attach(wire);
    wire.on('login', () => {
      this.#qr = '';
      this.#doors.log.info('gateway: logged in', { after: this.#trouble, attempts: this.#misses });
    });
    wire.on('logout', () => {
      if (wire.trouble === undefined) this.#doors.log.warn('gateway: logged out');
    });
  }

  #scan(qr: string): void {
    if (qr === this.#qr) return;
    this.#qr = qr;
    this.#doors.showQr(qr);
  }

  // Every new kind of trouble once, then now and then: an outage of a night must not fill the log.
  #report(why: Trouble): void {
    const news = why !== this.#trouble || this.#misses % REPORT_EVERY === 0;
    this.#trouble = why;
    if (news && why !== 'stopped') this.#doors.log.warn('gateway: no line', { why, attempts: this.#misses });
  }

  #backoff(): number {
    const { retryMs, retryMaxMs } = this.#timings;
    const doubled = retryMs * 2 ** Math.max(0, Math.min(this.#misses, 30) - 1);
    return Math.min(retryMaxMs, doubled) * (0.7 + Math.random() * 0.6);
  }
}
