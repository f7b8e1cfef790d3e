/** What a mistyped unit may mean: what all units have in common counts for nothing. */
import { expect, it } from 'vitest';
import { createLanguage } from '../../src/adapters/language/language.ts';
import { nearestUnits } from '../../src/core/near.ts';
import type { Unit } from '../../src/core/roster.ts';

const NAMES =
  '教育局 语委办 自然资源局 财政局 民政局 政务服务中心 卫生健康局 城关镇 东峡镇 朔北乡 县委办公室 县医院'.split(
    ' ',
  );
const units = NAMES.map((name): Unit => ({ id: name, name, aliases: [], kind: 'bureau' }));
const aliased: Unit = { id: 'wj', name: '卫生健康局', aliases: ['卫健局'], kind: 'bureau' };

it.each([
  ['教语局', '教育局 语委办'],
  ['教育', '教育局'],
  ['财证局', '财政局'],
  ['才政局', '财政局 民政局'],
  ['自然资原局', '自然资源局'],
  ['政务中心', '政务服务中心'],
  ['东下镇', '东峡镇'],
  ['朔北镇', '朔北乡'],
  ['索北乡', '朔北乡'],
  ['县委办', '县委办公室'],
  ['公安局', ''],
  ['某某镇', ''],
  ['局', ''],
  ['中心', ''],
])('%s: %s', (word, expected) => {
  const near = nearestUnits(units, word, createLanguage());
  expect(near.map(({ name }) => name).join(' ')).toBe(expected);
});

it('an alias counts as much as the name', () => {
  expect(nearestUnits([...units.slice(0, 6), aliased], '卫建局', createLanguage())).toEqual([aliased]);
});
