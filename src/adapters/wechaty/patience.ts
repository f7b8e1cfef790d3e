/** Waits with a limit, and asking again across an outage. */
import { isAnswer } from './faults.ts';
import type { Wire } from './wire.ts';

/** Resolves after `ms`, or at once when the signal says so. */
export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const end = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal?.addEventListener('abort', end);
  });
}

/** The promise's value, or `otherwise` when it fails or takes longer than `ms`. */
export async function within<T>(ms: number, promise: Promise<T>, otherwise: T): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<T>((resolve) => {
    timer = setTimeout(resolve, ms, otherwise);
  });
  try {
    return await Promise.race([promise.catch(() => otherwise), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Applies `work` to every item, `limit` at once; what fails is left out. */
export async function gather<T, R>(
  items: readonly T[],
  limit: number,
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const found: (R | undefined)[] = [];
  const rest = items.entries();
  const worker = async (): Promise<void> => {
    for (const [at, item] of rest) found[at] = await work(item).catch(() => undefined);
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
  return found.filter((one) => one !== undefined);
}

const AGAIN_MS = 250;
const UNANSWERED = 2;

/**
 * Asks the gateway, again after an outage, so that what it told of just before is not lost with it. Gives up, with
 * undefined, when it answers no, when `up` has no wire any more, or when a gateway that is otherwise alive leaves
 * the question open twice.
 */
export async function patiently<T>(
  up: () => Promise<Wire | null>,
  ask: (wire: Wire) => Promise<T>,
): Promise<T | undefined> {
  for (let unanswered = 0; unanswered < UNANSWERED; ) {
    const wire = await up();
    if (wire === null) return undefined;
    const asked = performance.now();
    try {
      return await ask(wire);
    } catch (error) {
      if (isAnswer(error)) return undefined;
      if (wire.trouble === undefined && wire.heardAt > asked) unanswered++;
      await pause(AGAIN_MS);
    }
  }
  return undefined;
}
