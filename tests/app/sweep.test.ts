/** What has had its time goes by itself. */
import { expect, it } from 'vitest';
import { QUESTIONS } from '../../src/core/hearing.ts';
import { DAY } from '../../src/core/time.ts';
import { NOTICES, RECEIPTS } from '../../src/features/notice/notice.ts';
import { demoFacts, stage } from '../support/stage.ts';

it('questions nobody answered and old notices with their receipts are swept', async () => {
  const facts = demoFacts();
  const { limits } = facts.settings;
  const short = { ...limits, retention: { ...limits.retention, notices: 20 } };
  const on = await stage({ facts: { ...facts, settings: { ...facts.settings, limits: short } } });
  await on.say('赵明', '督查群', '通知 报送总结 范围：教育局\n正文：请报送总结。');
  await on.say('赵明', '督查群', '1');
  await on.say('赵明', '督查群', '暂停 3小时');
  await on.forward(on.clock.now() + 60_000);
  expect(await on.store.find(RECEIPTS, {})).not.toHaveLength(0);
  expect(await on.store.find(QUESTIONS, {})).not.toHaveLength(0);
  await on.forward(on.clock.now() + 3 * DAY);
  expect(
    (await on.store.find(QUESTIONS, {})).filter(({ data }) => data.until < on.clock.now() - 2 * DAY),
  ).toHaveLength(0);
  expect(await on.store.get(NOTICES, 'N2026-0001')).toBeDefined();
  await on.forward(on.clock.now() + 20 * DAY);
  expect(await on.store.get(NOTICES, 'N2026-0001')).toBeUndefined();
  expect(await on.store.find(RECEIPTS, { code: 'N2026-0001' })).toHaveLength(0);
});
