import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isIdentity, unfit } from '../../src/core/unfit.ts';

describe('what must not go through a work group', () => {
  it.each(['绝密', '机密', '秘密', '内部资料'])('a text marked %s, also with spaces', (word) => {
    expect(unfit(`现将${word}文件下发`)).toEqual({ kind: 'classified', word });
    expect(unfit(`现将${[...word].join(' ')}文件下发`)).toEqual({ kind: 'classified', word });
  });
  it.each([
    '11010519491231002X',
    '11010519491231002x',
    '110105 19491231 002X',
    '１１０１０５１９４９１２３１００２Ｘ',
  ])('the identity number %s', (number) => {
    expect(unfit(`张某，${number}。`)).toEqual({ kind: 'identity' });
  });
  it.each(['13809712345', '138 0971 2345', '138-0971-2345', '+8613809712345', '１３８０９７１２３４５'])(
    'the mobile %s',
    (number) => {
      expect(unfit(`电话${number}`)).toEqual({ kind: 'mobile' });
    },
  );
  it.each([
    '0971-2722345',
    '82722345',
    '12388',
    '110105194912310021',
    '第20260107号',
    '12.345.678',
    '2026-09-22 18:00',
  ])('but %s may', (text) => {
    expect(unfit(`联系 ${text}`)).toBeUndefined();
  });
  it('knows a wrong check digit', () => {
    const digit = fc.integer({ min: 0, max: 9 });
    fc.assert(
      fc.property(fc.array(digit, { minLength: 17, maxLength: 17 }), (digits) => {
        const right = [...'0123456789X'].filter((check) => isIdentity(`${digits.join('')}${check}`));
        expect(right).toHaveLength(1);
      }),
    );
  });
  it('takes no time over a long text', () => {
    const began = performance.now();
    unfit('1 '.repeat(20_000));
    unfit('1'.repeat(40_000));
    expect(performance.now() - began).toBeLessThan(200);
  });
});
