/** Ninety days on nobody's whereabouts are kept, and how many were away is still known. */
import { describe, expect, it } from 'vitest';
import { openStore } from '../../../src/adapters/lowdb/store.ts';
import { FEATURES } from '../../../src/app/features.ts';
import { tablesOf } from '../../../src/app/tables.ts';
import { countyRows } from '../../../src/cli/county.ts';
import { purgeAll } from '../../../src/cli/purging.ts';
import type { Store } from '../../../src/core/store.ts';
import { addDays, DAY, dayOf, instant } from '../../../src/core/time.ts';
import { COUNTS, WHEREABOUTS } from '../../../src/features/whereabouts/record.ts';
import { inFolder, logbook } from '../../contract/folder.ts';
import { demoFacts, type Stage, stage } from '../../support/stage.ts';

const SAID_ON = '2026-09-22';
const START = instant(SAID_ON, '08:10');

/** A day on which three people are away, and the night after it. */
async function dayOfWords(store?: Store): Promise<Stage> {
  const on = await stage({ start: START, ...(store === undefined ? {} : { store }) });
  await on.say('陈静', '教育局', '张三、李四下乡，王五病假，其余在岗');
  await on.forward(instant('2026-09-23', '08:00'));
  return on;
}

it('leaves counts, and no names, of a day', async () => {
  const on = await dayOfWords();
  const kept = await on.store.get(COUNTS, `${SAID_ON}/all`);
  const [unit] = Object.values(kept?.data.units ?? {});
  expect(unit).toMatchObject({ out: 2, leave: 1, trip: 0 });
  expect(JSON.stringify(kept?.data)).not.toContain('张三');
});

it('counts the days it was not running for', async () => {
  const on = await stage({ start: START });
  await on.say('陈静', '教育局', '张三出差到周四');
  await on.outage(3 * DAY);
  for (const n of [0, 1, 2])
    expect((await on.store.get(COUNTS, `${addDays(SAID_ON, n)}/all`))?.data.units['jyj']?.trip).toBe(1);
});

describe('a hundred days later', () => {
  it('words and names are purged, and 去向表 shows the counts', () =>
    inFolder(async (folder) => {
      const facts = demoFacts();
      const log = logbook();
      const clock = { now: () => START };
      const store = await openStore(folder, { tables: tablesOf(FEATURES), log, clock });
      await store.commit(countyRows(facts.roster, START));
      await dayOfWords(store);
      const later = START + 100 * DAY;
      await purgeAll(store, facts.settings.limits, dayOf(later), log);
      expect(await store.find(WHEREABOUTS, { day: SAID_ON })).toEqual([]);
      const on = await stage({ store, start: later });
      const answerTo = async (who: string, at: string, text: string): Promise<string> => {
        await on.say(who, at, text);
        return on.fresh()[0]?.text ?? '';
      };
      expect(await answerTo('孙磊', '督查群', '去向表 教育局 2026-09-22')).toBe(
        '【去向表】教育局 2026年9月22日\n公务外出2　请假1\n（个人去向只保存90天，之后只留人数）',
      );
      expect(await answerTo('孙磊', '督查群', '去向表 财政局 2026-09-22')).toContain('无人报外出请假');
      expect(await answerTo('周文', '领导群', '去向表 2026-09-22')).toContain(
        '【全县去向】2026年9月22日\n公务外出2　请假1',
      );
      expect(await answerTo('孙磊', '督查群', '去向表 教育局 2026-09-01')).toBe('去向只保存90天。');
      await store.close();
    }));
});
