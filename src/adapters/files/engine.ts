/** Runs hucre in a thread of its own: bounded in time and memory, and the bot goes on answering meanwhile. */
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { ReadOptions, Workbook, WriteOptions } from 'hucre/xlsx';

/** The thread was stopped: it took too long or too much memory. */
export const EXHAUSTED = 'engine exhausted';

const TIME_LIMIT = 30_000;
const MEMORY_LIMIT_MB = 512;
const HUCRE = pathToFileURL(createRequire(import.meta.url).resolve('hucre/xlsx')).href;
// The thread only calls one function of hucre, so that nothing of this house has to be compiled for it.
const THREAD = `
  const { parentPort, workerData: { module, call, args } } = require('node:worker_threads');
  import(module)
    .then((hucre) => hucre[call](...args))
    .then((value) => parentPort.postMessage({ value }), (error) => parentPort.postMessage({ error: String(error) }));
`;

interface Reply<T> {
  readonly value?: T;
  readonly error?: string;
}

function inThread<T>(call: string, args: readonly unknown[], timeLimit: number): Promise<T> {
  const worker = new Worker(THREAD, {
    eval: true,
    workerData: { module: HUCRE, call, args },
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_LIMIT_MB },
    execArgv: [],
  });
  const answered = new Promise<T>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(EXHAUSTED)), timeLimit);
    worker.once('message', ({ value, error }: Reply<T>) => {
      clearTimeout(timer);
      if (value === undefined) reject(new Error(error ?? 'no answer'));
      else resolve(value);
    });
    worker.once('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(timer);
      reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new Error(EXHAUSTED) : error);
    });
  });
  return answered.finally(() => worker.terminate());
}

/** A workbook as bytes. Rejects when it takes longer than `timeLimit` ms. */
export const writeWorkbook = (options: WriteOptions, timeLimit = TIME_LIMIT): Promise<Uint8Array> =>
  inThread('writeXlsx', [options], timeLimit);

/** A workbook's cells; formulas are shown, never worked out. Rejects with EXHAUSTED beyond the limits. */
export const readWorkbook = (
  bytes: Uint8Array,
  options: Omit<ReadOptions, 'sheets'>,
  timeLimit = TIME_LIMIT,
): Promise<Workbook> => inThread('readXlsx', [bytes, options], timeLimit);
