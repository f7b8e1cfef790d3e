/** The porter: gets what came with messages into the vault, beside the courier, so that a slow file holds up no word. */
import type { Deed } from '../core/change.ts';
import type { FetchedFile, Happening, Unfetched } from '../core/feature.ts';
import { isStale, OUTBOX, settle, type Waiting } from '../core/outbox.ts';
import type { Fetched } from '../core/ports.ts';
import { type Found, put } from '../core/store.ts';
import { isDeed } from './delivery.ts';
import { commitOutbox, file } from './filing.ts';
import type { House } from './house.ts';

export interface Porter {
  /** Begins to fetch what may be fetched now; returns at once. */
  readonly start: () => void;
  /** Resolves when nothing is being fetched. */
  readonly idle: () => Promise<void>;
  /** The next instant something may be fetched, if anything waits. */
  readonly nextAt: () => number | undefined;
}

type Out = Found<Waiting>;
type Fetch = Deed & { readonly deed: 'fetch-file' };

/** Conversations whose files are fetched at the same time; those of one come one after the other. */
const AT_ONCE = 4;

const fetchOf = ({ data }: Out): Fetch | undefined =>
  isDeed(data.body) && data.body.deed === 'fetch-file' ? { ...data.body, deed: 'fetch-file' } : undefined;

/** Whether a row of the outbox is the porter's and not the courier's. */
export const isFetch = (found: Out): boolean => fetchOf(found) !== undefined;

const eventOf = (house: House, message: string, outcome: FetchedFile | Unfetched): Happening => {
  const event = { kind: 'fetched' as const, at: house.doors.clock.now(), message };
  return typeof outcome === 'string'
    ? { ...event, result: null, why: outcome }
    : { ...event, result: outcome };
};

/** Takes it out of the outbox. Throws when that cannot be: it would be fetched again at once. */
async function leave(house: House, found: Out, outcome: FetchedFile | Unfetched): Promise<void> {
  const left =
    typeof outcome === 'string'
      ? await file(house, found, outcome === 'expired' ? 'stale' : 'dead', { why: outcome })
      : await file(house, found, 'sent');
  if (!left) throw new Error('a fetched file was settled by somebody else');
}

/** Tells the rooms what became of it first: a crash in between tells them twice, and never not at all. */
async function conclude(
  house: House,
  found: Out,
  message: string,
  outcome: FetchedFile | Unfetched,
): Promise<void> {
  if (typeof outcome === 'string') house.doors.log.info('file not fetched', { key: found.id, why: outcome });
  await house.happened(eventOf(house, message, outcome));
  await leave(house, found, outcome);
}

async function putBack(house: House, found: Out, nextAt: number, counted: number): Promise<void> {
  const back = { ...found.data, tries: found.data.tries + counted, nextAt };
  await commitOutbox(house, [put(OUTBOX, found.id, back, found)]);
}

type Refusal = Extract<Fetched, { readonly state: 'failed' }>['why'];

/** A line that is down is waited for; what the gateway refuses is asked for a few times more. */
async function failed(house: House, found: Out, message: string, why: Refusal): Promise<void> {
  if (why === 'gone' || why === 'too-large') return conclude(house, found, message, why);
  const { clock } = house.doors;
  const { send } = house.know().settings.limits;
  const settled = settle(found.data, { state: 'failed', why }, clock.now(), send);
  if (settled.state === 'again') return putBack(house, found, settled.nextAt, why === 'offline' ? 0 : 1);
  return conclude(house, found, message, 'refused');
}

async function bring(house: House, found: Out, message: string): Promise<void> {
  const { chat, vault, files, clock } = house.doors;
  if (isStale(found.data, clock.now())) return conclude(house, found, message, 'expired');
  const fetched = await chat.fetch(message);
  if (fetched.state === 'failed') return failed(house, found, message, fetched.why);
  const { bytes, name } = fetched;
  const sha = await vault.keep(bytes, name);
  const image = files.isImage(bytes);
  await conclude(house, found, message, { sha, name, bytes: bytes.length, image });
}

/** `told` is called whenever the rooms have heard of a file: what they say to it can leave. */
export function porter(house: House, told: () => Promise<void>): Porter {
  const under = new Map<string, Promise<void>>();
  // What failed in the house itself, a full disk above all, rests in memory: nothing can be written down then.
  const resting = new Map<string, { readonly until: number; readonly tries: number }>();
  const timeOf = (found: Out): number =>
    Math.max(found.data.nextAt, found.data.notBefore ?? 0, resting.get(found.id)?.until ?? 0);
  const waiting = (): readonly Out[] =>
    [...house.outgoing.rows.values()].filter((found) => isFetch(found) && !under.has(found.data.to));

  const trouble = async (found: Out, message: string, error: unknown): Promise<void> => {
    const { log, clock } = house.doors;
    const { backoff, tries: most } = house.know().settings.limits.send;
    const tries = (resting.get(found.id)?.tries ?? 0) + 1;
    const why = error instanceof Error ? (error.stack ?? error.message) : String(error);
    log.error('file not kept', { key: found.id, error: why });
    resting.set(found.id, { tries, until: clock.now() + backoff * 2 ** Math.min(tries, 6) });
    if (tries < most) return;
    // It may be the rooms that fail with this file: it must not come up for ever.
    await house.happened(eventOf(house, message, 'internal')).catch(() => undefined);
    await leave(house, found, 'internal').then(
      () => resting.delete(found.id),
      () => undefined,
    );
  };
  const work = async (found: Out, message: string): Promise<void> => {
    try {
      await bring(house, found, message);
      resting.delete(found.id);
      await told();
    } catch (error) {
      await trouble(found, message, error);
    }
  };
  const start = (): void => {
    const now = house.doors.clock.now();
    for (const found of waiting()) {
      const message = fetchOf(found)?.id ?? '';
      if (under.size >= AT_ONCE) return;
      if (timeOf(found) > now || under.has(found.data.to)) continue;
      const done = work(found, message).finally(() => {
        under.delete(found.data.to);
        start();
      });
      under.set(found.data.to, done);
    }
  };
  return {
    start,
    idle: async () => {
      while (under.size > 0) await Promise.all(under.values());
    },
    nextAt: () => {
      const times = waiting().map(timeOf);
      return times.length === 0 ? undefined : Math.min(...times);
    },
  };
}
