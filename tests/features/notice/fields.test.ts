import { describe, expect, it } from 'vitest';
import { shippedCalendar } from '../../../src/adapters/calendar/calendar.ts';
import { createLanguage } from '../../../src/adapters/language/language.ts';
import { orgOf } from '../../../src/core/org.ts';
import { instant, iso } from '../../../src/core/time.ts';
import { behindVerb, hasField, readFields, written } from '../../../src/features/notice/fields.ts';
import { readDue, readScope, usualDue } from '../../../src/features/notice/scope.ts';
import { demoFacts } from '../../support/stage.ts';

const org = orgOf(demoFacts().roster, createLanguage());
const calendar = shippedCalendar();

describe('the words of a notice', () => {
  it('are a title and labelled lines, in any order', () => {
    expect(readFields('报送总结\n截止：9月22日 18:00\n正文：第一行\n第二行\n范围：教育局')).toEqual({
      title: '报送总结',
      body: '第一行\n第二行',
      scope: '教育局',
      due: '9月22日 18:00',
    });
  });
  it('may name scope and due time on the first line', () => {
    expect(readFields('春节值班安排 范围：全部 截止：17:00')).toEqual({
      title: '春节值班安排',
      scope: '全部',
      due: '17:00',
    });
  });
  it('keep what looks like a field inside a sentence of the body', () => {
    const text = '报名\n正文：请报名，报名截止：周五，联系范围：本单位。';
    expect(readFields(text).body).toBe('请报名，报名截止：周五，联系范围：本单位。');
  });
  it('take a second line without a label as the body', () => {
    expect(readFields('报送总结\n请各单位报送。\n截止：18:00')).toMatchObject({
      body: '请各单位报送。',
      due: '18:00',
    });
  });
  it('keep full-width signs, and lose what nobody sees', () => {
    expect(written('@督查助手 通知　报送\u200b总结，（一）\r\n正文：好', '督查助手')).toBe(
      '通知　报送总结，（一）\n正文：好',
    );
  });
  it('begin behind the verb and the code', () => {
    expect(behindVerb('修改通知 N2026-0107 截止：18:00', '修改通知', true)).toBe('截止：18:00');
    expect(behindVerb('修改通知０１０７\n正文：好', '修改通知', true).trim()).toBe('正文：好');
    expect(behindVerb('通知：报送总结\n正文：好', '通知', false)).toBe('报送总结\n正文：好');
  });
  it('say when only the head may sign', () => {
    expect(readFields('约谈\n正文：请主要负责同志签收。').headOnly).toBe(true);
    expect(readFields('约谈\n正文：请签收。').headOnly).toBeUndefined();
  });
  it('are told from talk by a label', () => {
    expect(hasField('大家下午开会')).toBe(false);
    expect(hasField('开会\n正文:请参会')).toBe(true);
    expect(hasField('开会 截止:17:00')).toBe(true);
    expect(hasField('报名截止:周五')).toBe(false);
  });
});

describe('to whom', () => {
  const units = (words: string): readonly string[] | string => {
    const scope = readScope(words, org);
    return scope.ok ? scope.value.units : scope.error;
  };
  it('is everybody, kinds of units, or units by name and alias', () => {
    expect(units('全部')).toHaveLength(7);
    expect(units('各乡镇')).toEqual(['cgz', 'dxz']);
    expect(units('县直单位')).toEqual(['jyj', 'czj', 'zrj', 'mzj', 'zwzx']);
    expect(units('财政局、教体局，自规局 城关镇')).toEqual(['jyj', 'czj', 'zrj', 'cgz']);
    expect(units('各乡镇、教育局和教育局')).toEqual(['jyj', 'cgz', 'dxz']);
  });
  it('is never the office or the leaders', () => {
    expect(units('县作风办')).toBe('县作风办');
  });
  it('names the word nobody knows', () => {
    expect(units('教育局、教语局、财政局')).toBe('教语局');
  });
});

describe('until when', () => {
  const now = instant('2026-09-21', '08:30');
  const due = (words: string, at = now): string | undefined => {
    const found = readDue(words, at, '18:00', calendar);
    return found === undefined ? undefined : iso(found).slice(0, 16).replace('T', ' ');
  };
  it.each([
    ['9月22日 17:30', '2026-09-22 17:30'],
    ['9月22日17点前', '2026-09-22 17:00'],
    ['9月22日（周二）下午5点', '2026-09-22 17:00'],
    ['17:30', '2026-09-21 17:30'],
    ['明天', '2026-09-22 18:00'],
    ['后天 10:00', '2026-09-23 10:00'],
    ['下个工作日', '2026-09-22 18:00'],
    ['2026-09-30 12:00', '2026-09-30 12:00'],
  ])('%s is %s', (words, expected) => {
    expect(due(words)).toBe(expected);
  });
  it('is next year when the day has long passed', () => {
    expect(due('1月5日', instant('2026-12-20', '09:00'))).toBe('2027-01-05 18:00');
  });
  it('is not guessed', () => {
    for (const words of ['尽快', '9月22日 18:00或19:00', '2月30日', '25:00', '月底前'])
      expect(due(words)).toBeUndefined();
  });
  it('is usually 18:00 on the next workday, and never after the last day that makes sense', () => {
    const usual = (at: string, latest?: string): string =>
      iso(
        usualDue(
          instant(at.slice(0, 10), at.slice(11)),
          '18:00',
          calendar,
          latest === undefined ? undefined : instant(latest, '18:00'),
        ),
      ).slice(0, 16);
    expect(usual('2026-09-18 09:00')).toBe('2026-09-20T18:00');
    expect(usual('2026-09-24 09:00')).toBe('2026-09-28T18:00');
    expect(usual('2026-09-24 09:00', '2026-09-24')).toBe('2026-09-24T18:00');
    expect(usual('2026-09-24 19:00', '2026-09-24')).toBe('2026-09-25T00:00');
  });
});
