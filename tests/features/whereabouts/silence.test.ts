/** Ordinary talk is no report: nobody is put anywhere by it. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { instant } from '../../../src/core/time.ts';
import { readWhereabouts } from '../../../src/features/whereabouts/reader/read.ts';
import { know } from './corpus.ts';

const MEMBERS =
  '张卫东 李建设 王丽娟 陈志远 刘红梅 杨帆 赵永强 黄海波 周晓燕 吴国庆 欧阳兰 扎西多杰 阿依古丽 马小军 马成义 孙巧玲 胡杨 郭大鹏 何静 高山'.split(
    ' ',
  );
const lines = readFileSync(new URL('../../talk/ordinary.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => line.replaceAll('\\n', '\n'));

it('a thousand lines of ordinary talk leave everybody where he is', () => {
  const taken = lines.filter((text) => {
    const reading = readWhereabouts(
      { text, sender: '张卫东', sentAt: instant('2026-09-21', '09:00'), members: MEMBERS },
      know,
    );
    return reading.kind === 'whereabouts';
  });
  expect(lines.length).toBeGreaterThanOrEqual(1000);
  expect(taken.length, taken.join('\n')).toBeLessThanOrEqual(lines.length * 0.005);
});
