/** Every night: questions nobody answered, and requests long past, go. */
import type { World } from '../../core/context.ts';
import { QUESTIONS } from '../../core/hearing.ts';
import type { Job } from '../../core/job.ts';
import { drop, type Row } from '../../core/store.ts';
import { DAY } from '../../core/time.ts';
import { REQUESTS } from '../../features/access/access.ts';
import { DESK } from './texts.ts';

/** A bare word answers a request of the same day only; a month is for looking things up. */
const REQUESTS_KEPT = 30 * DAY;

async function past({ store, now }: World): Promise<readonly Row[]> {
  const questions = (await store.find(QUESTIONS, {})).filter(({ data }) => data.until < now - DAY);
  const requests = (await store.find(REQUESTS, {})).filter(({ data }) => data.at < now - REQUESTS_KEPT);
  return [
    ...questions.map((found) => drop(QUESTIONS, found)),
    ...requests.map((found) => drop(REQUESTS, found)),
  ];
}

export const sweepJob: Job = {
  id: 'desk.sweep',
  title: '',
  on: 'daily',
  slots: () => [{ at: '00:40', why: DESK.sweepWhy() }],
  grace: 24 * 60,
  catchUp: 'latest',
  run: async (_, world) => ({ put: await past(world) }),
};
