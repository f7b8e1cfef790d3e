import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Person, Roster, RosterLine } from '../../src/core/roster.ts';
import { planRoster, type RosterPlan } from '../../src/features/org/import.ts';

const EMPTY: Roster = { units: [], people: [] };
const initials: Readonly<Record<string, string>> = { 教育局: 'jyj', 公安局: 'gaj', 东峡镇: 'dxz' };
const newId = (name: string): string => initials[name] ?? `p${name.codePointAt(0) ?? 0}`;
/** Lines as one types them: 单位 姓名 职务 角色 电话, _ for nothing; the first is row 2. */
const sheet = (text: string): readonly RosterLine[] =>
  text
    .trim()
    .split('\n')
    .map((line, i) => {
      const [unit = '', name = '', title = '', role = '', phone = ''] = line
        .trim()
        .split(/\s+/u)
        .map((w) => (w === '_' ? '' : w));
      return { row: i + 2, unit, name, title, role, phone };
    });
const plan = (text: string, current: Roster = EMPTY): RosterPlan => planRoster(current, sheet(text), newId);
const rosterOf = (text: string, current?: Roster): Roster => plan(text, current).roster;
const told = (words: RosterPlan['faults']): string[] => words.map(({ row, why }) => `${row} ${why}`);
const named = (roster: Roster, name: string): Person | undefined =>
  roster.people.find((person) => person.name === name);
const COUNTY = `
  教育局 王建国 局长/党组书记 一把手 13800000001
  教育局 陈静 _ 联络员 _
  教育局 张三 科员 _ _
  公安局 李强 局长 一把手 13800000002
  公安局 刘明 _ 纪检组长、联络员 _`;

describe('a first import', () => {
  it('makes units and people with short ids, in the order of the sheet', () => {
    const { roster, preview, faults, doubts } = plan(COUNTY);
    expect([faults, doubts]).toEqual([[], []]);
    expect(roster.units.map(({ id, kind }) => `${id} ${kind}`)).toEqual(['jyj bureau', 'gaj bureau']);
    expect(roster.people[0]).toEqual({
      id: 'p29579',
      name: '王建国',
      title: '局长/党组书记',
      phone: '13800000001',
      posts: [{ unit: 'jyj', role: 'head' }],
    });
    expect(named(roster, '张三')?.posts).toEqual([{ unit: 'jyj', role: 'staff' }]);
    expect(named(roster, '刘明')?.posts.map(({ role }) => role)).toEqual(['discipline', 'liaison']);
    expect(preview.adds.slice(0, 3)).toEqual([
      '新增单位 教育局（3人）',
      '新增单位 公安局（2人）',
      '新增 王建国：教育局一把手',
    ]);
    expect(preview.adds.at(-1)).toBe('新增 刘明：公安局纪检组长、联络员');
    expect([preview.changes, preview.removals]).toEqual([[], []]);
  });
  it('knows the office, the leaders, townships and windows', () => {
    const { units } = rosterOf(`
      县作风办 赵明 _ 督查室主任 _
      县作风办 钱进 _ 督查员 _
      县领导 孙立 副县长 县领导 _
      东峡镇人民政府 李强 镇长 一把手 _
      东峡镇人民政府 周七 _ 联络员 _
      政务服务中心 吴九 _ 一把手、联络员 _
      教育局 王建国 _ 一把手 _
      教育局 郑十 _ 联络员、督查员 _`);
    expect(units.map(({ kind }) => kind)).toEqual(['office', 'leaders', 'township', 'window', 'bureau']);
  });
  it('takes one person of several units for one, by name and phone', () => {
    const { people } = rosterOf(`
      教育局 王建国 局长 一把手 13800000001
      党校 王建国 校长 一把手 13800000001
      公安局 王建国 _ _ _`);
    expect(people.map(({ posts, title }) => [posts.length, title])).toEqual([
      [2, '局长、校长'],
      [1, undefined],
    ]);
  });
  it('tells namesakes of a unit apart by phone or title, and else names the row', () => {
    const { roster, faults } = plan(`
      教育局 王伟 科员 _ 13800000001
      教育局 王伟 科员 _ 13800000002
      教育局 李娜 主任 _ _
      教育局 李娜 科员 _ _
      教育局 张敏 科员 _ _
      教育局 张敏 _ _ 13800000003
      教育局 张敏 科员 _ _`);
    expect(roster.people.map(({ name }) => name)).toEqual(['王伟', '王伟', '李娜', '李娜', '张敏']);
    expect(told(faults)).toEqual([
      '7 与第6行的张敏同单位同名，请填电话或职务区分；是同一人的，只留一行',
      '8 与第6行的张敏同单位同名，请填电话或职务区分；是同一人的，只留一行',
    ]);
  });
  it('puts two rows of one person together', () => {
    const { people } = rosterOf(`
      教育局 王伟 局长 一把手 13800000001
      教育局 王伟 党组书记 联络员 13800000001`);
    expect(people).toMatchObject([
      { title: '局长、党组书记', posts: [{ role: 'head' }, { role: 'liaison' }] },
    ]);
  });
  it('names what it cannot take by row', () => {
    const { faults, roster } = plan(`
      _ 张三 _ _ _
      教育局 _ 科员 _ _
      教育局 李四 _ 局长 _
      教育局 王五 _ _ 1380013
      教育局 赵六 _ _ 1380013800013800
      教育局 42 _ _ _
      教育局 买买提·艾力 _ 主要负责人、联络员 _`);
    expect(told(faults)).toEqual([
      '2 没有单位',
      '3 没有姓名',
      '4 没有“局长”这个角色，应为管理员、督查室主任、督查员、县领导、一把手、纪检组长、联络员、干部',
      '6 电话不对，请填11位手机号或座机号',
      '7 姓名不像人名，请核对',
    ]);
    expect(roster.people.map(({ name }) => name)).toEqual(['王五', '买买提·艾力']);
  });
  it('has at most two heads, one discipline lead and three liaisons a unit', () => {
    const row = (role: string) => `教育局 人${'甲乙丙丁戊己庚辛壬'[n++]} _ ${role} _`;
    let n = 0;
    const roles = [
      '一把手',
      '一把手',
      '一把手',
      '纪检组长',
      '纪检组长',
      '联络员',
      '联络员',
      '联络员',
      '联络员',
    ];
    const { faults, roster } = plan(roles.map(row).join('\n'));
    expect(told(faults)).toEqual([
      '4 教育局最多两位一把手，这一位没有列入',
      '6 教育局最多一位纪检组长，这一位没有列入',
      '10 教育局最多三位联络员，这一位没有列入',
    ]);
    expect(roster.people[2]?.posts).toEqual([{ unit: 'jyj', role: 'staff' }]);
  });
  it('doubts a unit without a head or a liaison', () => {
    expect(told(plan('教育局 张三 _ _ _').doubts)).toEqual(['2 教育局没有一把手', '2 教育局没有联络员']);
  });
});

describe('a later import', () => {
  const current = rosterOf(COUNTY);
  it('of the same sheet changes nothing', () => {
    const again = plan(COUNTY, current);
    expect(again.roster).toEqual(current);
    expect(again.preview).toEqual({ adds: [], changes: [], removals: [] });
  });
  it('keeps ids through a new phone, a new title and a move, and says what changed', () => {
    const { roster, preview } = plan(
      `教育局 王建国 调研员 _ 13800000001
       教育局 陈静 _ 联络员 13900000000
       教育局 张三 科员 一把手 _
       公安局 刘明 _ 纪检组长、联络员 _
       东峡镇 李强 镇长 一把手 13800000002`,
      current,
    );
    for (const name of ['王建国', '陈静', '张三', '刘明', '李强'])
      expect(named(roster, name)?.id).toBe(named(current, name)?.id);
    expect(preview.adds).toEqual(['新增单位 东峡镇（1人）']);
    expect(preview.changes).toEqual([
      '王建国（教育局）：教育局一把手 → 教育局干部；职务 局长/党组书记 → 调研员',
      '陈静（教育局）：补了电话',
      '张三（教育局）：教育局干部 → 教育局一把手',
      '李强（东峡镇）：公安局一把手 → 东峡镇一把手；职务 局长 → 镇长',
    ]);
    expect(preview.changes.join()).not.toMatch(/1[38]00000/u);
  });
  it('keeps the units somebody has left, of which a sheet says nothing', () => {
    const first = rosterOf(COUNTY);
    const formerly = [{ unit: 'gaj', until: '2026-06-30' }];
    const people = first.people.map((person) => (person.name === '张三' ? { ...person, formerly } : person));
    const again = rosterOf(COUNTY, { ...first, people });
    expect(named(again, '张三')?.formerly).toEqual(formerly);
    expect(named(again, '陈静')).not.toHaveProperty('formerly');
  });
  it('does not carry a binding into another unit by name alone', () => {
    const { roster, preview } = plan(
      `${COUNTY}\n公安局 张三 _ _ _`.replace('教育局 张三 科员 _ _', ''),
      current,
    );
    expect(named(roster, '张三')?.id).not.toBe(named(current, '张三')?.id);
    expect(preview.removals).toEqual(['移出 张三：教育局干部，绑定和权限同时失效']);
  });
  it('keeps namesakes apart by title and phone', () => {
    const two = rosterOf('教育局 王伟 主任 _ _\n教育局 王伟 科员 _ 13800000009');
    const later = rosterOf('教育局 王伟 科员 联络员 13800000009\n教育局 王伟 主任 _ 13800000008', two);
    expect(later.people.map(({ id }) => id)).toEqual([...two.people].reverse().map(({ id }) => id));
    const moved = rosterOf('教育局 王伟 副局长 _ _\n教育局 王伟 科员 _ _', two);
    expect(moved.people.map(({ id }) => id)).toEqual(two.people.map(({ id }) => id));
  });
  it('never gives a leaver’s id to a newcomer', () => {
    const { roster } = plan(COUNTY.replace('陈静', '陈明'), current);
    expect(roster.people.map(({ id }) => id)).not.toContain(named(current, '陈静')?.id);
  });
  it('keeps a unit’s id, aliases and kind, also when it is written by an alias', () => {
    const edited: Roster = {
      ...current,
      units: current.units.map((unit) =>
        unit.id === 'jyj' ? { ...unit, aliases: ['县教育局'], kind: 'window' } : unit,
      ),
    };
    const { roster, preview } = plan(COUNTY.replaceAll('教育局', '县教育局'), edited);
    expect(roster.units[0]).toEqual({ id: 'jyj', name: '教育局', aliases: ['县教育局'], kind: 'window' });
    expect(preview).toEqual({ adds: [], changes: [], removals: [] });
  });
  it('shows an exchanged order of heads', () => {
    const two = rosterOf('教育局 王建国 书记 一把手 _\n教育局 李强 局长 一把手、联络员 _');
    const { preview } = plan('教育局 李强 局长 一把手、联络员 _\n教育局 王建国 书记 一把手 _', two);
    expect(preview.changes).toEqual(['教育局：一把手顺序 王建国、李强 → 李强、王建国']);
  });
  it('does not unseat the admin when the sheet names none', () => {
    const office = rosterOf('作风办 赵明 _ 管理员、督查室主任 _', current);
    const { roster, doubts } = plan(COUNTY, office);
    expect(named(roster, '赵明')).toMatchObject({
      id: named(office, '赵明')?.id,
      posts: [{ role: 'admin' }],
    });
    expect(roster.units.map(({ name }) => name)).toEqual(['教育局', '公安局', '作风办']);
    expect(told(doubts)).toEqual(['0 名册里没有管理员，现任管理员赵明保留']);
    const listed = plan(`${COUNTY}\n作风办 赵明 _ 督查室主任 _`, office).roster;
    expect(named(listed, '赵明')?.posts.map(({ role }) => role)).toEqual(['director', 'admin']);
    expect(named(plan(`${COUNTY}\n作风办 钱进 _ 管理员 _`, office).roster, '赵明')).toBeUndefined();
  });
});

const lineArb = fc.record({
  unit: fc.constantFrom('教育局', '公安局', '东峡镇', ''),
  name: fc.constantFrom('王伟', '李娜', '张敏', '刘洋', ''),
  title: fc.constantFrom('', '', '局长', '科员'),
  role: fc.constantFrom(
    '',
    '一把手',
    '联络员',
    '纪检组长、联络员',
    '干部',
    '书记',
    '督查员',
    '县领导',
    '管理员',
  ),
  phone: fc.constantFrom('', '', '13800000001', '13800000002', '0971-2722345', '1'),
});
const linesArb = fc
  .array(lineArb, { maxLength: 25 })
  .map((lines) => lines.map((line, i): RosterLine => ({ ...line, row: i + 2 })));

describe('whatever the sheet', () => {
  it('every line is a person in that unit or named by its row, and ids and units are sound', () => {
    fc.assert(
      fc.property(linesArb, linesArb, (before, lines) => {
        const { roster, faults } = planRoster(planRoster(EMPTY, before, newId).roster, lines, newId);
        const unitId = new Map(roster.units.map(({ name, id }) => [name, id]));
        for (const { row, unit, name } of lines) {
          const taken = roster.people.some(
            (person) => person.name === name && person.posts.some((post) => post.unit === unitId.get(unit)),
          );
          expect(taken || faults.some((fault) => fault.row === row)).toBe(true);
        }
        const ids = [...roster.units, ...roster.people].map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        const known = new Set(roster.units.map(({ id }) => id));
        for (const { posts } of roster.people) {
          expect(posts.length).toBeGreaterThan(0);
          expect(posts.every(({ unit }) => known.has(unit))).toBe(true);
        }
      }),
    );
  });
  it('importing it twice is importing it once', () => {
    fc.assert(
      fc.property(linesArb, linesArb, (before, lines) => {
        const once = planRoster(planRoster(EMPTY, before, newId).roster, lines, newId).roster;
        const twice = planRoster(once, lines, newId);
        const names = (roster: Roster): string[] => roster.people.map(({ name }) => name).sort();
        expect(names(twice.roster)).toEqual(names(once));
        const distinct = new Set(once.people.map((person) => JSON.stringify({ ...person, id: '' })));
        if (distinct.size === once.people.length)
          expect(twice.preview).toEqual({ adds: [], changes: [], removals: [] });
      }),
    );
  });
  it('no unit has more holders than its limits', () => {
    fc.assert(
      fc.property(linesArb, (lines) => {
        const { roster } = planRoster(EMPTY, lines, newId);
        for (const { id, kind } of roster.units.filter(
          (unit) => unit.kind !== 'office' && unit.kind !== 'leaders',
        )) {
          const count = (role: string): number =>
            roster.people.filter(({ posts }) => posts.some((post) => post.unit === id && post.role === role))
              .length;
          expect([
            count('head') <= 2,
            count('discipline') <= 1,
            count('liaison') <= 3,
            kind !== 'office',
          ]).toEqual(Array(4).fill(true));
        }
      }),
    );
  });
});
