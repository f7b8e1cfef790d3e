/** Starts the writing child and reads what it says. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

export interface Child {
  readonly process: ChildProcess;
  /** Lets it open the folder; until then it has only loaded its code. */
  readonly go: () => void;
  /** Resolves once it has said so many lines; rejects when it ends before. */
  readonly said: (lines: number) => Promise<void>;
  /** Kills it and gives all the lines it said: `open`, then one a commit. */
  readonly kill: () => Promise<readonly string[]>;
}

/** A child that will hold `folder`, and in mode `write` fill it. */
export function startChild(folder: string, round: number, mode: 'write' | 'hold'): Child {
  const process = spawn(
    globalThis.process.execPath,
    ['tests/contract/child.mjs', folder, String(round), mode],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  );
  const lines: string[] = [];
  const reader = createInterface({ input: process.stdout });
  reader.on('line', (line) => lines.push(line));
  const ended = Promise.all([once(process, 'exit'), once(reader, 'close')]);
  const said = (count: number): Promise<void> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if (lines.length < count) return;
        reader.off('line', look);
        resolve();
      };
      reader.on('line', look);
      reader.once('close', () => reject(new Error('the child has ended')));
      look();
    });
  const kill = async (): Promise<readonly string[]> => {
    process.kill('SIGKILL');
    await ended;
    return lines;
  };
  return { process, go: () => void process.stdin.write('go\n'), said, kill };
}
