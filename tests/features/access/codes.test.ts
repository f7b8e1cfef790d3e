/** Codes: told from talk, drawn without look-alikes, judged by their day. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { secrets } from '../../../src/adapters/secrets.ts';
import { DAY } from '../../../src/core/time.ts';
import { codeAlone, codeWithin, freshCode, judge, wrongToday } from '../../../src/features/access/codes.ts';

describe('a message that is a code', () => {
  it.each([
    ['K7M2Q8', 'K7M2Q8'],
    ['k7m2q8', 'K7M2Q8'],
    ['接入码：K7M2Q8', 'K7M2Q8'],
    ['接入码 k7m2q8。', 'K7M2Q8'],
  ])('%s', (text, code) => expect(codeAlone(text)).toBe(code));

  it.each(['please', 'THANKS', '123456', 'K7M2Q', 'K7M2Q88', '我是张三', '码是K7M2Q8吗', ''])(
    '%s is talk',
    (text) => expect(codeAlone(text)).toBeUndefined(),
  );

  it('is found in the words of a friend request', () => {
    expect(codeWithin('我是教育局陈静，k7m2q8')).toBe('K7M2Q8');
    expect(codeWithin('教育局陈静 13800001234')).toBeUndefined();
  });
});

describe('a drawn code', () => {
  it('is heard when it is typed back, in small letters too', () => {
    fc.assert(
      fc.property(fc.constant(null), () => {
        const code = freshCode(secrets);
        expect(code).toMatch(/^[A-HJ-NP-Z2-9]{6}$/u);
        expect(codeAlone(code.toLowerCase())).toBe(code);
      }),
      { numRuns: 500 },
    );
  });

  it('gives up instead of drawing for ever', () => {
    expect(() => freshCode({ hash: (text) => text, draw: () => 'ABCDEF' })).toThrow('no usable code');
  });
});

describe('an entry code', () => {
  const code = { unit: 'jyj', until: 14 * DAY, usedAt: null, issuedBy: 'zfb02' };
  it('is good to its last instant, once', () => {
    expect(judge(code, 14 * DAY)).toBe('open');
    expect(judge(code, 14 * DAY + 1)).toBe('expired');
    expect(judge({ ...code, usedAt: 1 }, 0)).toBe('used');
    expect(judge(undefined, 0)).toBe('unknown');
  });
});

it('counts wrong tries of today only', () => {
  expect(wrongToday({ day: '2026-09-21', count: 4 }, '2026-09-21')).toBe(4);
  expect(wrongToday({ day: '2026-09-20', count: 5 }, '2026-09-21')).toBe(0);
});
