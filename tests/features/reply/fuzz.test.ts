/** No text breaks the reader, invents an item, or holds it up. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readReply } from '../../../src/features/reply/read.ts';
import type { ReplyMessage, ReplyReading } from '../../../src/features/reply/reply.ts';
import { simplify } from './simplify.ts';

const PIECES = [
  '收到',
  '整改',
  '已',
  '不认',
  '当天',
  '请假',
  '延期',
  '三天',
  '0412',
  'F2026-0413',
  '，',
  '。',
  '、',
  '？',
  ' ',
  '\n',
  '[强]',
  '👌🏻',
  '「',
  '」',
  '- - - - -',
  '@小李 ',
  '了',
  '没',
  '都',
  '请',
  '的',
  '通知',
  '报告',
  '上传',
  '吗',
  '１',
  '一二三',
  '号',
  '前',
  '整',
  '：',
  '因',
  '我们',
  '不是',
  '再给',
  '马上',
  '\u200b',
  '2026-',
  'x',
  '的'.repeat(40),
  '已整改'.repeat(20),
];
const text = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
);
const message = fc.record({
  text,
  openNotices: fc.subarray(['N2026-0107', 'N2026-0412']),
  openFindings: fc.subarray(['F2026-0412', 'F2026-0413']),
  quoted: fc.constantFrom(null, 'F2026-0412', 'N2026-0107'),
  role: fc.constantFrom('head' as const, 'staff' as const, 'supervisor' as const),
});
const read = (what: ReplyMessage): ReplyReading => readReply(what, { simplify });

describe('any text', () => {
  it('is read twice alike, names only open items, and quotes itself', () => {
    fc.assert(
      fc.property(message, (what) => {
        const reading = read(what);
        expect(read(what)).toEqual(reading);
        const open = [...what.openNotices, ...what.openFindings, what.quoted];
        for (const act of reading.acts) {
          if (act.target !== null) expect(open).toContain(act.target);
          expect(what.text).toContain(act.detail ?? '');
          expect(act.span.start).toBeLessThan(act.span.end);
          expect(act.span.end).toBeLessThanOrEqual(what.text.length);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('of 5,000 signs takes no more than 20 ms', () => {
    const seeds = fc.array(
      fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', minLength: 1, maxLength: 9 })),
      {
        minLength: 1,
        maxLength: 6,
      },
    );
    fc.assert(
      fc.property(seeds, (pieces) => {
        expect(quickest(pieces.join('').repeat(5000).slice(0, 5000))).toBeLessThanOrEqual(20);
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});

/** The best of three, in ms of processor time: the machine may be busy with other things. */
function quickest(body: string): number {
  const what: ReplyMessage = {
    text: body,
    openNotices: ['N2026-0107'],
    openFindings: ['F2026-0412', 'F2026-0413'],
    quoted: null,
    role: 'head',
  };
  return Math.min(
    ...[1, 2, 3].map(() => {
      const from = process.cpuUsage();
      read(what);
      return process.cpuUsage(from).user / 1000;
    }),
  );
}
