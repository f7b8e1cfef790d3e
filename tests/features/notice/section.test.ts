import { describe, expect, it } from 'vitest';
import type { Section } from '../../../src/core/feature.ts';
import { dayOf, instant, MINUTE } from '../../../src/core/time.ts';
import { keeps, owes, section } from '../../../src/features/notice/section.ts';
import { type Stage, stage } from '../../support/stage.ts';

async function noticed(): Promise<Stage> {
  const on = await stage();
  await on.say('赵明', '督查群', '通知 报送总结\n正文：请报送总结。');
  await on.say('赵明', '督查群', '1');
  await on.forward(on.clock.now() + MINUTE);
  await on.say('陈静', '教育局', '收到 0001');
  return on;
}
const sectionOf = (on: Stage, unit?: string): Promise<Section> => {
  const world = on.program.house.world();
  return section({
    ...world,
    day: dayOf(world.now),
    unit: unit === undefined ? undefined : world.org.unit(unit),
  });
};
const person = (on: Stage, id: string) => {
  const found = on.program.house.know().org.person(id);
  if (found === undefined) throw new Error(id);
  return found;
};

describe('what a digest says of receipts', () => {
  it('is how many of how many, and who not, for the county', async () => {
    const on = await noticed();
    const { lines, attention } = await sectionOf(on);
    expect(lines).toEqual([
      '签收：报送总结1/7',
      '　未签：财政局、自然资源局、民政局、城关镇、东峡镇、政务服务中心',
    ]);
    expect(attention).toEqual([]);
  });
  it('draws attention to units that are overdue', async () => {
    const on = await noticed();
    await on.forward(instant('2026-09-22', '18:01'));
    const { attention } = await sectionOf(on);
    expect(attention).toHaveLength(6);
    expect(attention[0]).toEqual({ unit: 'czj', text: 'N0001 报送总结逾期未签收' });
  });
  it('is nothing when nothing was issued', async () => {
    expect(await sectionOf(await stage())).toEqual({ lines: [], attention: [], due: false });
  });
  it('bothers a unit only with what is due today', async () => {
    const on = await noticed();
    expect((await sectionOf(on, 'jyj')).lines).toEqual([]);
    expect(await sectionOf(on, 'czj')).toMatchObject({
      lines: ['待签收：N0001 报送总结，9月22日18:00前，请回“收到 0001”'],
      due: false,
    });
    await on.forward(instant('2026-09-22', '09:00'));
    expect((await sectionOf(on, 'czj')).due).toBe(true);
  });
});

describe('a person’s own lists', () => {
  it('name what he may sign, and to the director what waits for him', async () => {
    const on = await noticed();
    const world = on.program.house.world();
    expect(await owes(person(on, 'czj01'), world)).toMatchObject([{ code: 'N0001', text: '签收：报送总结' }]);
    expect(await owes(person(on, 'czj02'), world)).toEqual([]);
    expect(await owes(person(on, 'jyj01'), world)).toEqual([]);
    await on.say('孙磊', '督查群', '通知 自查用房\n正文：请自查。');
    expect(await owes(person(on, 'zfb01'), on.program.house.world())).toMatchObject([
      { code: 'N0002', text: '待确认下发：自查用房' },
    ]);
  });
  it('name the receipts he has given', async () => {
    const on = await noticed();
    const world = on.program.house.world();
    expect(await keeps(person(on, 'jyj03'), world)).toHaveLength(1);
    expect(await keeps(person(on, 'czj01'), world)).toEqual([]);
  });
});
