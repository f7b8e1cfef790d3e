/** The contract, kept by each store; on disk also with a checkpoint after nearly every commit. */
import { describe } from 'vitest';
import { memoryStore } from '../../src/adapters/memory/store.ts';
import { onDisk } from './folder.ts';
import { randomWalk } from './random-walk.ts';
import { type Subject, storeContract, TABLES } from './store.ts';

const inMemory = async (): Promise<Subject> => {
  const store = memoryStore(TABLES);
  return { store, reopen: async () => store, close: async () => undefined };
};
const eager = (): Promise<Subject> => onDisk({ checkpointEvery: 1, pastRows: 0 });

describe('in memory', () => {
  storeContract(inMemory);
  randomWalk(inMemory, 200);
});
describe('on disk', () => {
  storeContract(() => onDisk());
  randomWalk(() => onDisk(), 60);
});
describe('on disk, always writing checkpoints, keeping no past', () => {
  storeContract(eager);
  randomWalk(eager, 60);
});
