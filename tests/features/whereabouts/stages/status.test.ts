/** The fourth stage: the status some words tell, by the order of decision. */
import { describe, expect, it } from 'vitest';
import { placeSpan } from '../../../../src/features/whereabouts/reader/place-told.ts';
import { told } from '../../../../src/features/whereabouts/reader/status.ts';
import { cut } from './stage.ts';

const status = (text: string): string | undefined => told(cut(text), text)?.status;

describe('the firmer word wins', () => {
  it.each([
    ['leave over where', '请假去西宁', 'leave_personal'],
    ['duty over a meeting', '开会值班', 'remote_duty'],
    ['training over a meeting', '去党校培训开会', 'training'],
    ['a meeting over its place', '去西宁开会', 'meeting'],
    ['出差 over what is done', '出差考察', 'business_trip'],
  ])('%s', (_what, text, want) => expect(status(text)).toBe(want));
});

describe('a place tells when no word does', () => {
  it.each([
    ['去西宁', 'business_trip'],
    ['去石桥村', 'field_visit'],
    ['去县医院', 'out_on_business'],
    ['在局里', 'on_duty'],
    ['去党校', 'training'],
  ])('%s', (text, want) => expect(status(text)).toBe(want));
});

describe('illness', () => {
  it('that the hospital gives away', () => expect(status('请假去县医院')).toBe('leave_sick'));
  it('of one’s own', () => expect(status('腰疼，请假')).toBe('leave_sick'));
  it('of the family', () => expect(status('孩子发烧，请假')).toBe('leave_personal'));
});

describe('what is denied tells nothing, or that one is here', () => {
  it('没下乡', () => expect(status('没下乡')).toBe('on_duty'));
  it('不去西宁', () => expect(status('不去西宁了')).toBeUndefined());
  it('产假休完了', () => expect(status('产假休完了')).toBeUndefined());
});

it('talk tells nothing', () => expect(status('天气真好')).toBeUndefined());

it('the place is named without 去', () => {
  const text = '去朔北乡下庙沟村核查';
  const span = placeSpan(cut(text), text);
  expect(text.slice(span?.start, span?.end)).toBe('朔北乡下庙沟村');
});
