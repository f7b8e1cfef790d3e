/** The first stage: one written form for many, and every sign in its place. */
import { describe, expect, it } from 'vitest';
import { normalise } from '../../../../src/features/whereabouts/reader/normalise.ts';
import { language } from './stage.ts';

const plain = (text: string): string => normalise(text, language);

describe('one written form', () => {
  it.each([
    ['full-width figures and letters', '１４：３０去ＡＢ厂', '14:30去ab厂'],
    ['dashes of every length', '3日—5日～6日', '3日-5日-6日'],
    ['arrows as colons', '张卫东→下乡', '张卫东:下乡'],
    ['brackets of every kind', '「收到」〔下乡〕', '“收到”(下乡)'],
    ['traditional characters', '請假開會', '请假开会'],
    ['the other zero', '二〇二六', '二零二六'],
  ])('%s', (_what, raw, want) => expect(plain(raw)).toBe(want));
});

it('keeps every position, so that what is quoted is what was written', () => {
  for (const raw of ['李建設　請假～２天', '😂下乡', '\r\n\t下乡'])
    expect(plain(raw)).toHaveLength(raw.length);
});
