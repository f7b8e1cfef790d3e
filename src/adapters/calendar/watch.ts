/** Watches a folder of holiday files by looking: file events do not cross network and container mounts. */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Runs `look` again and again until the returned function is called. */
export type Every = (look: () => Promise<void>) => () => void;

const PERIOD = 5_000;
const everyFiveSeconds: Every = (look) => {
  const timer = setInterval(() => void look(), PERIOD);
  timer.unref();
  return () => clearInterval(timer);
};

async function describeFile(folder: string, name: string): Promise<string> {
  const { mtimeMs, size } = await stat(join(folder, name));
  return `${name} ${mtimeMs} ${size}`;
}

/** What the folder holds, as one comparable text; the same as empty while it cannot be read. */
async function describeFolder(folder: string): Promise<string> {
  try {
    const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
    return (await Promise.all(names.map((name) => describeFile(folder, name)))).join('\n');
  } catch {
    return '';
  }
}

/** Calls `onChange` once a change since now has rested from one look to the next; returns how to stop. */
export function watchHolidays(
  folder: string,
  onChange: () => void,
  every: Every = everyFiveSeconds,
): () => void {
  const atStart = describeFolder(folder);
  let told: string | undefined;
  let seen: string | undefined;
  let looking = false;
  return every(async () => {
    if (looking) return;
    looking = true;
    told ??= await atStart;
    const now = await describeFolder(folder);
    looking = false;
    const rested = now === seen;
    seen = now;
    if (!rested || now === told) return;
    told = now;
    onChange();
  });
}
