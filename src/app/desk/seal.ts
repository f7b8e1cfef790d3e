/** Every night the day's audit is sealed, so that a later change of it shows. */
import { AUDIT, SEALS, sealOf } from '../../core/audit.ts';
import type { Job } from '../../core/job.ts';
import { put, type Row } from '../../core/store.ts';
import { addDays, type Day, dayOf } from '../../core/time.ts';
import { DESK } from './texts.ts';

/** Days after the last seal up to yesterday; the first seal covers yesterday alone. */
function unsealed(last: Day | undefined, today: Day): readonly Day[] {
  const days: Day[] = [];
  for (
    let day = last === undefined ? addDays(today, -1) : addDays(last, 1);
    day < today;
    day = addDays(day, 1)
  )
    days.push(day);
  return days;
}

export const sealJob: Job = {
  id: 'desk.seal',
  title: '',
  on: 'daily',
  slots: () => [{ at: '00:10', why: DESK.sealWhy() }],
  grace: 7 * 24 * 60,
  catchUp: 'latest',
  run: async (_, world) => {
    const last = (await world.store.find(SEALS, {})).at(-1)?.data;
    let previous = last?.hash ?? '';
    const rows: Row[] = [];
    for (const day of unsealed(last?.day, dayOf(world.now))) {
      const seal = sealOf(day, previous, await world.store.find(AUDIT, { day }), world.secrets.hash);
      rows.push(put(SEALS, day, seal));
      previous = seal.hash;
    }
    return { put: rows };
  },
};
