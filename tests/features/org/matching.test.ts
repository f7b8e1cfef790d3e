/** Names shown in groups against the roster: what is exact and unique is proposed, everything else is left to people. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orgOf } from '../../../src/core/org.ts';
import type { Person, Unit } from '../../../src/core/roster.ts';
import { matchMembers, peopleShown } from '../../../src/features/org/org.ts';

const unit: Unit = { id: 'jyj', name: '教育局', aliases: ['县教育局'], kind: 'bureau' };
const person = (id: string, name: string, title = '科员'): Person => ({
  id,
  name,
  title,
  posts: [{ unit: 'jyj', role: 'staff' }],
});
const people = [
  person('1', '张三'),
  person('2', '李四'),
  person('3', '王伟', '股长'),
  person('4', '王伟'),
  person('5', '多吉·才让'),
  person('6', '张三丰'),
];
const org = orgOf({ units: [unit], people }, { pinyin: () => [] });
const shown = (name: string): readonly string[] => peopleShown(name, unit, org).map(({ id }) => id);

describe('a name shown in a group', () => {
  it.each([
    '张三',
    '教育局-张三',
    '教育局张三',
    '县教育局—张三',
    '张三（科员）',
    '张三(教育局)',
    '🌸张三🌸',
    '张三 13800001234',
    '张三科员',
    '张三同志',
    '办公室 张三',
    '张三_教育局',
  ])('%s is 张三', (name) => expect(shown(name)).toEqual(['1']));

  it.each(['小张', '张三妈妈', '张', '教育局', '快乐每一天', '张三的店', '', '🌸'])(
    '%s is nobody of the unit',
    (name) => expect(shown(name)).toEqual([]),
  );

  it('keeps the dot inside a name, however it is typed', () => {
    expect(shown('多吉•才让')).toEqual(['5']);
  });

  it('proposes both of two namesakes', () => expect(shown('王伟')).toEqual(['3', '4']));
});

describe('a roster held against a group', () => {
  it('binds neither namesakes nor a name that two contacts show', () => {
    const members = [
      { contact: 'a', name: '张三' },
      { contact: 'b', name: '教育局张三' },
      { contact: 'c', name: '王伟' },
      { contact: 'd', name: '李四' },
      { contact: 'e', name: '小马' },
    ];
    const result = matchMembers(unit, members, new Map(), org);
    expect(result.fresh).toEqual([{ contact: 'd', person: '2' }]);
    expect(result.doubtful.map(({ id }) => id)).toEqual(['1', '3', '4']);
    expect(result.missing.map(({ id }) => id)).toEqual(['5', '6']);
    expect(result.strangers).toEqual(['小马']);
  });

  it('never proposes a bound contact or a bound person again', () => {
    const members = [
      { contact: 'a', name: '李四' },
      { contact: 'b', name: '张三' },
    ];
    const bound = new Map([
      ['a', '6'],
      ['z', '1'],
    ]);
    const result = matchMembers(unit, members, bound, org);
    expect(result.fresh).toEqual([]);
    expect(result.bound.map(({ id }) => id)).toEqual(['1', '6']);
  });

  it('counts every person once, and proposes no contact and no person twice', () => {
    const names = fc.constantFrom('张三', '李四', '王伟', '教育局-张三', '张三丰', '小马', '多吉・才让');
    fc.assert(
      fc.property(
        fc.array(names, { maxLength: 12 }),
        fc.array(fc.nat(11), { maxLength: 3 }),
        (all, taken) => {
          const members = all.map((name, n) => ({ contact: `c${n}`, name }));
          const bound = new Map(taken.map((n) => [`c${n}`, String((n % 6) + 1)]));
          const result = matchMembers(unit, members, bound, org);
          const counted = [
            ...result.bound.map(({ id }) => id),
            ...result.fresh.map(({ person: id }) => id),
            ...result.missing.map(({ id }) => id),
            ...result.doubtful.map(({ id }) => id),
          ];
          expect([...counted].sort()).toEqual(['1', '2', '3', '4', '5', '6']);
          expect(new Set(result.fresh.map(({ contact }) => contact)).size).toBe(result.fresh.length);
        },
      ),
    );
  });
});
