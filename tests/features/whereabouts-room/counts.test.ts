/** Ninety days on nobody's whereabouts are kept, and how many were away is still known. */
import { expect, it } from 'vitest';
import { instant } from '../../../src/core/time.ts';
import { COUNTS } from '../../../src/features/whereabouts/record.ts';
import { stage } from '../../support/stage.ts';

it('leaves counts, and no names, of a day', async () => {
  const on = await stage({ start: instant('2026-09-22', '08:10') });
  await on.say('陈静', '教育局', '张三、李四下乡，王五病假，其余在岗');
  await on.forward(instant('2026-09-23', '08:00'));
  const kept = await on.store.get(COUNTS, '2026-09-22/all');
  const [unit] = Object.values(kept?.data.units ?? {});
  expect(unit).toMatchObject({ out: 2, leave: 1, trip: 0 });
  expect(JSON.stringify(kept?.data)).not.toContain('张三');
});
