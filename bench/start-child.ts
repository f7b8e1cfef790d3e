/** One bot started on a prepared folder; prints seconds until the gateway is up, and its memory. */
import { openBot } from '../src/cli/bot.ts';
import { roomsOf } from '../src/cli/county.ts';
import { instant } from '../src/core/time.ts';
import { factsOf, rosterOf } from './county.ts';

const [folder = '', token = '', endpoint = '', units = '150', people = '53', day = ''] =
  process.argv.slice(2);
const quiet = { info: () => {}, warn: () => {}, error: () => {} };
const began = Date.now();
const clock = { now: () => instant(day, '07:00') + (Date.now() - began) };
const roster = rosterOf(Number(units), Number(people));
const bot = await openBot({
  ...{ dataDir: folder, facts: await factsOf(roster), clock, log: quiet, showQr: () => {} },
  gateway: { token, endpoint, tls: { disable: true } },
});
await bot.program.tick();
while (bot.gateway.status().state !== 'up') await new Promise((resolve) => setTimeout(resolve, 10));
// From the start of the process, the loading of its modules included.
const seconds = Math.round(process.uptime() * 100) / 100;
const megabytes = (): number => Math.round(process.memoryUsage().rss / 1024 / 1024);
const bare = megabytes();
for (const { id } of roomsOf(roster)) await bot.gateway.members(id);
process.stdout.write(`${JSON.stringify({ seconds, megabytes: bare, megabytesWithMembers: megabytes() })}\n`);
await bot.stop();
process.exit(0);
