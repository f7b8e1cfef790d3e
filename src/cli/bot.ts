/** One running bot: a store, a gateway and the program between them. Production and sandbox start it the same way. */
import { join } from 'node:path';
import { createFiles } from '../adapters/files/files.ts';
import { diskVault } from '../adapters/files/vault.ts';
import { createLanguage } from '../adapters/language/language.ts';
import { type LowdbStore, openStore } from '../adapters/lowdb/store.ts';
import { secrets } from '../adapters/secrets.ts';
import { type Gateway, openGateway } from '../adapters/wechaty/gateway.ts';
import type { GatewaySettings } from '../adapters/wechaty/settings.ts';
import { FEATURES } from '../app/features.ts';
import type { Facts } from '../app/house.ts';
import type { Understood } from '../app/intake.ts';
import { assemble, type Program } from '../app/program.ts';
import { tablesOf } from '../app/tables.ts';
import type { Clock, Heard, Log } from '../core/ports.ts';

export interface BotOptions {
  readonly dataDir: string;
  readonly facts: Facts;
  readonly gateway: GatewaySettings;
  readonly clock: Clock;
  readonly log: Log;
  readonly showQr: (code: string) => void;
  /** Called when an event has been taken in and what it caused has been sent. */
  readonly onTakenIn?: (event: Heard, understood: Understood | undefined) => void;
  /** Jitter between messages; none in the sandbox, so that a scene plays the same twice. */
  readonly random?: () => number;
}

export interface Bot {
  readonly program: Program;
  readonly gateway: Gateway;
  readonly store: LowdbStore;
  /** Sends what may still leave, closes the line without logging the account out, and the store. Under 5 s. */
  readonly stop: () => Promise<void>;
}

/** How long the last messages may take when the bot stops. */
const DRAIN_MS = 1_500;
const language = createLanguage();

const atMost = (ms: number, work: Promise<unknown>): Promise<unknown> =>
  Promise.race([work, new Promise((resolve) => setTimeout(resolve, ms).unref())]);

export async function openBot(options: BotOptions): Promise<Bot> {
  const { clock, log } = options;
  const store = await openStore(options.dataDir, { tables: tablesOf(FEATURES), log, clock });
  // Events only come after `start`, when the program exists.
  let hear = async (_: Heard): Promise<void> => {};
  // What fails here, such as a disk that fills up while a message is filed, must not end the process.
  const taken = (event: Heard): void => {
    hear(event).catch((error: unknown) =>
      log.error('event not finished', { kind: event.kind, error: error instanceof Error ? error.name : '' }),
    );
  };
  const gateway = openGateway({ files: options.facts.settings.limits.files, ...options.gateway }, taken, {
    log,
    clock,
    showQr: options.showQr,
  });
  const doors = {
    ...{ store, chat: gateway, clock, language, secrets, log },
    files: createFiles(),
    vault: diskVault(join(options.dataDir, 'files')),
    random: options.random ?? Math.random,
  };
  const program = await assemble(FEATURES, doors, options.facts).catch(async (error: unknown) => {
    await store.close();
    throw error;
  });
  hear = async (event) => {
    const understood = await program.hear(event);
    await program.drain();
    options.onTakenIn?.(event, understood);
  };
  gateway.start();
  return {
    program,
    gateway,
    store,
    stop: async () => {
      if (gateway.status().state === 'up') await atMost(DRAIN_MS, program.drain());
      await gateway.stop();
      await store.close();
    },
  };
}
