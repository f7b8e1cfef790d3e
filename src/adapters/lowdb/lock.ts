/** One process a data folder, by the operating system: a lock that ends with its holder, even after kill -9. */
import { randomBytes } from 'node:crypto';
import { type FileHandle, open, readdir, rm, stat } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { Locked } from './errors.ts';

// Each process listens on a socket of its own name, and only then looks for others that listen. Of two who
// come at once, at least one sees the other; the later name gives way. Nobody ever takes over another's name.
interface Claim {
  readonly name: string;
  readonly since: number;
  readonly pid: number;
}

const NAME = /^lock-(\d+)-(\d+)-[0-9a-f]{8}\.sock$/u;
const WAIT = 1_000;
const ROUNDS = 50;
/** Longest path a socket may have on every system we know. */
const LONGEST = 100;

const claimOf = (name: string): Claim | undefined => {
  const [, since, pid] = NAME.exec(name) ?? [];
  return since === undefined || pid === undefined ? undefined : { name, since: +since, pid: +pid };
};

/** True unless it is certain that nobody listens there: a frozen holder still holds. */
const isAlive = (path: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(path);
    const say = (alive: boolean): void => {
      socket.destroy();
      resolve(alive);
    };
    socket.setTimeout(WAIT, () => say(true));
    socket.once('connect', () => say(true));
    socket.once('error', (error: NodeJS.ErrnoException) =>
      say(!['ECONNREFUSED', 'ENOENT'].includes(error.code ?? '')),
    );
  });

const listening = (path: string): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', reject);
    server.listen(path, () => resolve(server.unref()));
  });

const closed = (server: Server): Promise<void> => new Promise((resolve) => server.close(() => resolve()));

/** The others that hold the folder or want it. Sockets of the dead are cleared away. */
async function others(folder: string, at: string, mine: string): Promise<readonly Claim[]> {
  const names = (await readdir(folder)).filter((name) => name !== mine);
  const alive: Claim[] = [];
  for (const claim of names.flatMap((name) => claimOf(name) ?? [])) {
    if (await isAlive(`${at}/${claim.name}`)) alive.push(claim);
    else await rm(join(folder, claim.name), { force: true });
  }
  return alive.sort((a, b) => (a.name < b.name ? -1 : 1));
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/** Waits for rivals who came later to give way; throws `Locked` when an earlier one, or a holder, is there. */
async function win(folder: string, at: string, mine: string): Promise<boolean> {
  for (let round = 0; ; round += 1) {
    const [first] = await others(folder, at, mine);
    // Between its making and its first listening a socket looks dead: a rival may have cleared ours away.
    if (first === undefined) return exists(join(folder, mine));
    if (first.name < mine || round === ROUNDS) throw new Locked(first.pid, first.since);
    await new Promise((resolve) => setTimeout(resolve, WAIT / ROUNDS));
  }
}

async function attempt(folder: string, at: string): Promise<Server | undefined> {
  const name = `lock-${Date.now()}-${process.pid}-${randomBytes(4).toString('hex')}.sock`;
  const server = await listening(`${at}/${name}`);
  try {
    if (await win(folder, at, name)) return server;
  } catch (error) {
    await closed(server);
    throw error;
  }
  await closed(server);
  return undefined;
}

/** Takes the folder for the life of this process, or until the returned function is called. Throws `Locked`. */
export async function lock(folder: string): Promise<() => Promise<void>> {
  const long = folder.length + 'lock-0000000000000-0000000-00000000.sock'.length > LONGEST;
  // Linux reaches a folder by an open handle, whose path is short; elsewhere a path that long is refused.
  const handle: FileHandle | undefined = long ? await open(folder, 'r') : undefined;
  const at = handle === undefined ? folder : `/proc/self/fd/${handle.fd}`;
  try {
    for (let tries = 0; tries < ROUNDS; tries += 1) {
      const server = await attempt(folder, at);
      if (server !== undefined)
        return async () => {
          await closed(server);
          await handle?.close();
        };
    }
  } catch (error) {
    await handle?.close();
    throw error;
  }
  throw new Error('the data folder could not be locked: its lock files keep vanishing');
}
