/** A room whose unit the roster has dropped: nobody's board, and least of all the county's. */
import { expect, it } from 'vitest';
import { demoFacts, type Stage, stage } from '../../support/stage.ts';

async function without(unit: string): Promise<Stage> {
  const on = await stage();
  const facts = demoFacts();
  const units = facts.roster.units.filter(({ id }) => id !== unit);
  const people = facts.roster.people.filter(({ posts }) => posts.every((post) => post.unit !== unit));
  await on.reload({ ...facts, roster: { units, people } }, [], []);
  return on;
}

it('answers the office that its unit is gone, and shows it no other', async () => {
  const on = await without('jyj');
  for (const words of ['去向表', '去向表 财政局', '去向表 昨天']) {
    await on.say('孙磊', '教育局', words);
    expect(on.fresh().map(({ text }) => text)).toEqual(['本群的单位已不在名册里，查去向请到督查群。']);
  }
  for (const words of ['去向 我今天下乡', '未报']) {
    await on.say('孙磊', '教育局', words);
    expect(on.fresh().map(({ text }) => text)).toEqual(['本群的单位已不在名册里，不再登记去向。']);
  }
});
