/** Whoever leaves a unit is remembered for a year, whenever the roster changed, and judges none of its findings. */
import { describe, expect, it } from 'vitest';
import { memoryStore } from '../../../src/adapters/memory/store.ts';
import { FEATURES } from '../../../src/app/features.ts';
import { tablesOf } from '../../../src/app/tables.ts';
import { countyRows } from '../../../src/cli/county.ts';
import type { FormerPost, Post } from '../../../src/core/roster.ts';
import { DAY, HOUR } from '../../../src/core/time.ts';
import { formerUnits, LEFT, SEEN } from '../../../src/features/org/org.ts';
import { demoFacts, START, type Stage, stage } from '../../support/stage.ts';

/** The demo county with 张三 of 教育局 (jyj04) posted elsewhere. */
const posted = (posts: readonly Post[], formerly?: readonly FormerPost[]) => {
  const facts = demoFacts();
  const left = formerly === undefined ? {} : { formerly };
  const people = facts.roster.people.map((one) => (one.id === 'jyj04' ? { ...one, posts, ...left } : one));
  return { ...facts, roster: { ...facts.roster, people } };
};
const INSPECTOR: readonly Post[] = [{ unit: 'zfb', role: 'supervisor' }];
const TEACHER: readonly Post[] = [{ unit: 'jyj', role: 'staff' }];
const ZHANG = 'jyj04';

const former = async (on: Stage): Promise<readonly string[]> => {
  const person = on.program.house.know().org.person(ZHANG);
  return person === undefined ? [] : formerUnits({ store: on.store, now: on.clock.now() }, person);
};

describe('a person who moves from a unit to the office', () => {
  it('is barred from that unit for a year, without anybody writing it down', async () => {
    const on = await stage();
    expect(await former(on)).toEqual([]);
    await on.reload(posted(INSPECTOR), ['张三：教育局干部 → 县作风办督查员'], []);
    expect(await former(on)).toEqual(['jyj']);
    on.clock.moveTo(START + 365 * DAY);
    expect(await former(on)).toEqual(['jyj']);
    on.clock.moveTo(START + 366 * DAY);
    expect(await former(on)).toEqual([]);
  });

  it('is not barred from a unit he still belongs to, or has come back to', async () => {
    const on = await stage();
    await on.reload(posted([...TEACHER, ...INSPECTOR]), [], []);
    expect(await former(on)).toEqual([]);
    await on.reload(posted(INSPECTOR), [], []);
    await on.reload(posted(TEACHER), [], []);
    expect(await former(on)).toEqual(['zfb']);
  });

  it('is noticed the night after, though the roster changed while the bot was off', async () => {
    const facts = demoFacts();
    const store = memoryStore(tablesOf(FEATURES));
    await store.commit(countyRows(facts.roster, START));
    const before = await stage({ store, facts });
    await before.forward(START + DAY);
    expect((await store.get(SEEN, 'jyj'))?.data.people).toContain(ZHANG);
    const after = await stage({ store, facts: posted(INSPECTOR), start: START + DAY + HOUR });
    expect(await former(after)).toEqual([]);
    await after.forward(START + 2 * DAY);
    expect(await former(after)).toEqual(['jyj']);
    expect((await store.get(LEFT, ZHANG))?.data.units).toEqual([{ unit: 'jyj', until: '2026-09-22' }]);
  });

  it('may be written down in the roster too, which counts once', async () => {
    const on = await stage({ facts: posted(INSPECTOR, [{ unit: 'czj', until: '2026-06-30' }]) });
    expect(await former(on)).toEqual(['czj']);
    const twice = posted(INSPECTOR, [
      { unit: 'jyj', until: '2026-06-30' },
      { unit: 'jyj', until: '2025-06-30' },
      { unit: 'jyj', until: '2026-08-31' },
    ]);
    await on.reload(twice, [], []);
    expect(await former(on)).toEqual(['jyj']);
  });
});

describe('what is remembered', () => {
  it('is shown to the person, and goes after its time', async () => {
    const on = await stage();
    await on.reload(posted(INSPECTOR), [], []);
    await on.say('张三', '私聊', '我的记录');
    expect(on.fresh()[0]?.text).toContain('离开教育局的日期：9月21日，用于督查回避，保存至2027年10月26日');
    await on.outage(400 * DAY);
    expect(await on.store.get(LEFT, ZHANG)).toBeDefined();
    await on.outage(2 * DAY);
    expect(await on.store.get(LEFT, ZHANG)).toBeUndefined();
  });

  it('is nothing when the roster could not be read', async () => {
    const on = await stage();
    await on.forward(START + DAY);
    const facts = { ...demoFacts(), roster: { units: [], people: [] } };
    const empty = await stage({ store: on.store, facts, start: START + DAY + HOUR });
    await empty.forward(START + 2 * DAY);
    expect(await on.store.find(LEFT, {})).toEqual([]);
    expect((await on.store.get(SEEN, 'jyj'))?.data.people).toContain(ZHANG);
  });

  it('costs nothing on a night when nobody has moved', async () => {
    const on = await stage();
    await on.forward(START + DAY);
    const first = await on.store.get(SEEN, 'jyj');
    await on.forward(START + 3 * DAY);
    expect((await on.store.get(SEEN, 'jyj'))?.rev).toBe(first?.rev);
  });
});
