/** Evidence that lives as long as its process: for tests and for trying things out. */
import { createHash } from 'node:crypto';
import type { Vault } from '../../core/ports.ts';

/** An empty vault. What is kept is copied, so that nobody can change it afterwards. */
export function memoryVault(): Vault {
  const files = new Map<string, Uint8Array>();
  return {
    keep: async (bytes) => {
      const sha = createHash('sha256').update(bytes).digest('hex');
      files.set(sha, Uint8Array.from(bytes));
      return sha;
    },
    read: async (sha) => {
      const bytes = files.get(sha);
      return bytes === undefined ? undefined : Uint8Array.from(bytes);
    },
    drop: async (sha) => void files.delete(sha),
  };
}
