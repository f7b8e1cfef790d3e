import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadCalendar } from '../../src/adapters/calendar/calendar.ts';
import { diffYears } from '../../src/adapters/calendar/diff.ts';
import { shippedYears } from '../../src/adapters/calendar/shipped.ts';
import { watchHolidays } from '../../src/adapters/calendar/watch.ts';
import { readYearFile } from '../../src/adapters/calendar/year-file.ts';

const PAPER = 'https://www.gov.cn/zhengce/content/202611/content_1.htm';
const off = (name: string, ...dates: string[]) => dates.map((date) => ({ date, name, isOffDay: true }));
/** An invented notice: what counts is that it keeps the law. */
const NOTICE = {
  year: 2027,
  papers: [PAPER],
  days: [
    ...off('元旦', '2027-01-01'),
    ...off(
      '春节',
      '2027-02-05',
      '2027-02-06',
      '2027-02-07',
      '2027-02-08',
      '2027-02-09',
      '2027-02-10',
      '2027-02-11',
    ),
    ...off('清明', '2027-04-05'),
    ...off('劳动节', '2027-05-01', '2027-05-02', '2027-05-03', '2027-05-04'),
    ...off('端午节', '2027-06-09'),
    ...off('中秋节', '2027-09-15'),
    ...off('国庆节', '2027-10-01', '2027-10-02', '2027-10-03', '2027-10-04', '2027-10-05', '2027-10-06'),
    { date: '2027-02-20', name: '春节', isOffDay: false },
  ],
};
const read = (change: object) =>
  readYearFile('config/holidays/2027.json', 2027, JSON.stringify({ ...NOTICE, ...change }));
const faultsWith = (day: object): string => read({ days: [...NOTICE.days, day] }).faults.join('\n');

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ducha-holidays-'));
});
afterEach(() => rm(folder, { recursive: true }));
const put = (text: string, name = '2027.json'): Promise<void> => writeFile(join(folder, name), text);

describe('a holiday file', () => {
  it('replaces its whole year and makes it official', async () => {
    await put(JSON.stringify(NOTICE));
    const { calendar, faults, notes } = await loadCalendar({ folder });
    expect([faults, notes]).toEqual([[], []]);
    expect(calendar.day('2027-02-20')).toMatchObject({ kind: 'makeup', name: '春节', certainty: 'official' });
    expect(calendar.day('2027-04-05').name).toBe('清明节');
    expect(calendar.isWorkday('2027-02-12')).toBe(true);
    expect(calendar.day('2026-10-10').kind).toBe('makeup');
  });
  it('with a fault is left out and named', async () => {
    await put('{"year": 2027,');
    const { calendar, faults } = await loadCalendar({ folder });
    expect(faults).toEqual([`${join(folder, '2027.json')}：不是有效的 JSON，请检查逗号、引号和括号`]);
    expect(calendar.day('2027-02-05').certainty).toBe('statutory-only');
  });
  it('may be missing, like the folder itself', async () => {
    const { calendar, faults } = await loadCalendar({ folder: join(folder, 'none') });
    expect(faults).toEqual([]);
    expect(calendar.day('2026-10-10').workday).toBe(true);
  });
  it('must bear a year as its name and be small; other files do not count', async () => {
    await put('{}', 'holidays.json');
    await put('not for us', 'README.md');
    await put(' '.repeat(100_001));
    const { faults } = await loadCalendar({ folder });
    expect(faults.join('\n')).toMatch(/2027\.json：文件过大.*\n.*holidays\.json：文件名应为/u);
  });
  it('names the place of each fault and the mend', () => {
    expect(read({ year: 2026 }).faults).toEqual([
      'config/holidays/2027.json 的 year：应为 2027，与文件名一致',
    ]);
    expect(read({ papers: [] }).faults.join()).toMatch(/的 papers：请填国务院通知的网址/u);
    expect(read({ papers: ['https://example.com/2027'] }).faults.join()).toMatch(/的 papers\[0\]：/u);
    expect(read({ days: [] }).faults.join()).toMatch(/的 days：请按通知列出/u);
    expect(faultsWith({ date: '2027-02-30', name: '春节', isOffDay: true })).toMatch(
      /的 days\[22\]\.date：应为真实/u,
    );
    expect(faultsWith({ date: '2027-08-02', name: '开渔节', isOffDay: true })).toMatch(
      /的 days\[22\]\.name：节日名称/u,
    );
    expect(faultsWith({ date: '2027-08-02', name: '春节', isOffDay: '是' })).toMatch(
      /days\[22\]\.isOffDay：放假填 true/u,
    );
    expect(faultsWith({ date: '2027-02-05', name: '春节', isOffDay: true })).toMatch(
      /days\[22\]\.date：这一天重复/u,
    );
    expect(faultsWith({ date: '2028-01-01', name: '元旦', isOffDay: true })).toMatch(/只能是2027年的日期/u);
    expect(faultsWith({ date: '2026-11-30', name: '元旦', isOffDay: true })).toMatch(/2026年12月/u);
    expect(faultsWith({ date: '2026-12-31', name: '元旦', isOffDay: true })).toBe('');
    expect(read([] as object).faults).toEqual([]);
    expect(readYearFile('f', 2027, '[]').faults.join()).toMatch(/JSON/u);
  });
  it('is refused when half a notice, or when it lets people work on a statutory day', () => {
    expect(read({ days: NOTICE.days.slice(0, 8) }).faults).toEqual([
      'config/holidays/2027.json 的 days：缺少清明节法定放假日 2027-04-05，请对照通知补上（一个文件要写全年）',
      'config/holidays/2027.json 的 days：缺少端午节法定放假日 2027-06-09，请对照通知补上（一个文件要写全年）',
      'config/holidays/2027.json 的 days：缺少中秋节法定放假日 2027-09-15，请对照通知补上（一个文件要写全年）',
      'config/holidays/2027.json 的 days：缺少国庆节法定放假日 2027-10-01，请对照通知补上（一个文件要写全年）',
    ]);
    const worked = NOTICE.days.map((day) => (day.date === '2027-10-02' ? { ...day, isOffDay: false } : day));
    expect(read({ days: worked }).faults.join()).toMatch(/days\[16\]：这一天是国庆节法定放假日，不能上班/u);
  });
  it('is taken with a word of doubt when it makes a weekday up', () => {
    const { year, notes } = read({
      days: [...NOTICE.days, { date: '2027-02-15', name: '春节', isOffDay: false }],
    });
    expect(year?.days.length).toBe(23);
    expect(notes).toEqual([
      'config/holidays/2027.json 的 days[22]：这一天本来就是工作日，不用写调休上班，请核对',
    ]);
  });
  it('takes a one-time day of remembrance', () => {
    expect(faultsWith({ date: '2027-09-03', name: '抗战胜利纪念日', isOffDay: true })).toBe('');
  });
  it('could have been written for every year that was ever announced', () => {
    for (const { year, days } of shippedYears().filter((rest) => rest.year >= 2007))
      expect(readYearFile('f', year, JSON.stringify({ year, papers: [PAPER], days })).faults).toEqual([]);
  });
});

describe('a change of the files', () => {
  it('is told a period a line', () => {
    const before = shippedYears();
    const { year } = read({});
    expect(diffYears(before, year ? [...before, year] : before).slice(0, 3)).toEqual([
      '2027年元旦：1月1日至3日放假，共3天（推算，以国务院通知为准） → 1月1日至3日放假，共3天（国务院通知）',
      '2027年春节：2月5日至14日放假，共10天（推算，以国务院通知为准） → 2月5日至11日放假，共7天，2月20日（周六）上班（国务院通知）',
      '2027年清明节：4月3日至5日放假，共3天（推算，以国务院通知为准） → 4月3日至5日放假，共3天（国务院通知）',
    ]);
    expect(diffYears(before, before)).toEqual([]);
  });
  it('is noticed once it has rested, and once only', async () => {
    let look = async (): Promise<void> => {};
    let told = 0;
    const stop = watchHolidays(
      folder,
      () => {
        told += 1;
      },
      (again) => {
        look = again;
        return () => {
          look = async () => {};
        };
      },
    );
    const looks = async (...wanted: number[]): Promise<void> => {
      for (const want of wanted) {
        await look();
        expect(told).toBe(want);
      }
    };
    await looks(0, 0);
    await put('{');
    await looks(0);
    await put('{"year":2027}');
    await looks(0, 1, 1);
    await rm(join(folder, '2027.json'));
    await looks(1, 2);
    stop();
    await put('{}');
    await looks(2, 2);
  });
});
