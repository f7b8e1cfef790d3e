/** No text breaks the reader, invents a person, or holds it up. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instant } from '../../../src/core/time.ts';
import { readWhereabouts } from '../../../src/features/whereabouts/reader/read.ts';
import type { Reading } from '../../../src/features/whereabouts/reading.ts';
import { know } from './corpus.ts';

const MEMBERS = '张卫东 李建设 王丽娟 欧阳兰 扎西多杰 马小军 马成义 高山'.split(' ');
const PIECES =
  '张卫东 李局 小马 高山 我 我们 其余 全员 除 今天 明儿 下周三 9月22日 4.7 下午 3点 14:30 到 至 前 3天 半天 在岗 下乡 请假 年假 值班 出差 开会 培训 堵车 去 在 县里 石桥村 西宁 党校 同上 取消 改为 不是 没 ， 。 、 ： （ ） ? \u000a 1. | 【 】 人 12 带 和 跟 经 的 了 吗 会 请 号 - @ 😂'
    .split(' ')
    .concat(' ', '的'.repeat(40), '9'.repeat(30), '去在到'.repeat(20));
const text = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
);
const read = (said: string): Reading =>
  readWhereabouts(
    { text: said, sender: '张卫东', sentAt: instant('2026-09-21', '09:00'), members: MEMBERS },
    know,
  );

describe('any text', () => {
  it('is read twice alike, names members or its own words, and keeps its days in order', () => {
    fc.assert(
      fc.property(text, (said) => {
        const reading = read(said);
        expect(read(said)).toEqual(reading);
        if (reading.kind === 'not-whereabouts') expect(reading.entries).toEqual([]);
        for (const entry of reading.entries) {
          if (entry.external === true) expect(said).toContain(entry.person);
          else expect(MEMBERS).toContain(entry.person);
          expect(said).toContain(entry.place ?? '');
          if (entry.to !== null) expect(entry.from.slice(0, 10) <= entry.to.slice(0, 10)).toBe(true);
        }
      }),
      { numRuns: 1500 },
    );
  });

  // How fast it is the bench says. Here only: nothing backtracks or grows as a square, which would cost hundreds of
  // milliseconds of the processor; other programs on the machine do not count.
  it('of 5,000 signs does not hold others up', () => {
    const seeds = fc.array(
      fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', minLength: 1, maxLength: 9 })),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(seeds, (pieces) => {
        expect(quickest(pieces.join('').repeat(5000).slice(0, 5000))).toBeLessThanOrEqual(100);
      }),
      { numRuns: 100 },
    );
  }, 60_000);
});

/** Processor time of the best of three readings, in milliseconds. */
function quickest(body: string): number {
  return Math.min(
    ...[1, 2, 3].map(() => {
      const from = process.cpuUsage();
      read(body);
      const { user, system } = process.cpuUsage(from);
      return (user + system) / 1000;
    }),
  );
}
