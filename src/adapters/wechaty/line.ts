/** A wire inside a wechaty bot: opened once, watched, closed, thrown away. */
import './quiet.ts';
import { WechatyBuilder } from 'wechaty';
import { within } from './patience.ts';
import type { GatewaySettings, Timings } from './settings.ts';
import { Wire } from './wire.ts';

const CLOSE_MS = 1_000;
// Wechaty answers each of these by loading everybody in the room; we ask for what we need, in our own order.
const OURS = [
  'message',
  'room-join',
  'room-leave',
  'room-topic',
  'room-invite',
  'friendship',
  'dirty',
  'post',
] as const;

/** An open line. */
export interface Line {
  readonly wire: Wire;
  /** Never rejects and takes a second at most. The account stays logged in. */
  readonly close: () => Promise<void>;
}

/** What a line tells while it lives. */
export interface LineEvents {
  readonly attach: (wire: Wire) => void;
  readonly scan: (qr: string) => void;
}

/** Opens a line. Resolves also when that failed: then `wire.trouble` says why. */
export async function openLine(
  settings: GatewaySettings,
  timings: Timings,
  events: LineEvents,
): Promise<Line> {
  const wire = new Wire(settings, timings);
  const bot = WechatyBuilder.build({ puppet: wire });
  // Without a listener an error ends the process. What matters is seen on the wire itself.
  bot.on('error', () => undefined);
  bot.on('scan', (qr) => {
    if (qr !== '') events.scan(qr);
  });
  await bot.init();
  for (const event of OURS) wire.removeAllListeners(event);
  events.attach(wire);
  await bot.start();
  return {
    wire,
    close: () => {
      wire.hangUp('stopped');
      return within(CLOSE_MS, bot.stop(), undefined);
    },
  };
}

/** Resolves when the wire is over. Silence makes it ask for a sign of life, and longer silence ends it. */
export async function watch(wire: Wire, staleMs: number): Promise<void> {
  const timer = setInterval(
    () => {
      const silence = performance.now() - wire.heardAt;
      if (silence > staleMs) wire.hangUp('silent');
      else if (silence > staleMs / 3) wire.ding('?');
    },
    Math.min(1_000, staleMs / 6),
  );
  await wire.over;
  clearInterval(timer);
}
