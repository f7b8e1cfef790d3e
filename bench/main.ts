/** `npm run bench [names]`: every measurement as JSON, each figure beside what it is compared with in the same run. */
import { run as gateway } from './gateway.ts';
import { run as intake } from './intake.ts';
import { run as reader } from './reader.ts';
import { run as replies } from './replies.ts';
import { run as start } from './start.ts';
import { run as store } from './store.ts';
import { run as year } from './year.ts';

const ALL: Readonly<Record<string, () => Promise<object>>> = {
  store,
  intake,
  start,
  year,
  gateway,
  replies,
  reader,
};

const wanted = process.argv.slice(2);
const results: Record<string, unknown> = {};
for (const [name, run] of Object.entries(ALL)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  process.stderr.write(`${name} …\n`);
  results[name] = await run();
}
process.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
process.exit(0);
