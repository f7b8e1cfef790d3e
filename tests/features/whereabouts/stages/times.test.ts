/** When: one time expression, on a Monday, 21 September 2026. */
import { describe, expect, it } from 'vitest';
import { readTime } from '../../../../src/features/whereabouts/reader/times.ts';
import { entries, when } from './stage.ts';

const days = (text: string): string => {
  const value = readTime(text, 0, when, null)?.value;
  return value?.t === 'days'
    ? value.spans
        .map(({ from, to }) => (from === to ? from.slice(5) : `${from.slice(5)}..${to.slice(5)}`))
        .join(' ')
    : '';
};
const hour = (text: string): string | undefined => {
  const value = readTime(text, 0, when, null)?.value;
  return value?.t === 'clock' ? value.hm : undefined;
};

describe('a day', () => {
  it.each([
    ['明天', '09-22'],
    ['听日', '09-22'],
    ['大后天', '09-24'],
    ['周三', '09-23'],
    ['下周二', '09-29'],
    ['下周二至周四', '09-29..10-01'],
    // 25 September is 中秋.
    ['本周', '09-21..09-24'],
    ['9月22日', '09-22'],
    ['9.22', '09-22'],
    ['26-28号', '09-26..09-28'],
    ['22、23号', '09-22..09-23'],
    ['月底', '09-30'],
    ['国庆3号', '10-03'],
  ])('%s', (text, want) => expect(days(text)).toBe(want));
  it('far behind is meant for next year', () => {
    const value = readTime('3月1日', 0, when, null)?.value;
    expect(value).toEqual({ t: 'days', spans: [{ from: '2027-03-01', to: '2027-03-01' }] });
  });
});

describe('no day', () => {
  it.each(['3.5万', '9号楼', '今天气'])('%s', (text) => expect(days(text)).toBe(''));
});

describe('an hour', () => {
  it.each([
    ['9:30', '09:30'],
    ['下午两点半', '14:30'],
    ['3点', '15:00'],
    ['九点一刻', '09:15'],
    ['08:15', '08:15'],
  ])('%s', (text, want) => expect(hour(text)).toBe(want));
});

describe('first and last', () => {
  it.each([
    ['days of leave are working days', '请年假5天', '张卫东 leave_annual 09-21 09-28'],
    ['days of a trip are days', '出差5天', '张卫东 business_trip 09-21 09-25'],
    ['the day of work again is not away', '请假，24号上班', '张卫东 leave_personal 09-21 09-23'],
    ['the day of return is', '出差，24号返回', '张卫东 business_trip 09-21 09-24'],
    ['an hour of return ends the day', '去县医院，11点回', '张卫东 out_on_business 09-21 09-21T11:00'],
    ['half a day', '下午请假', '张卫东 leave_personal 09-21 pm'],
    ['no end', '长期借调县委办', '张卫东 seconded 09-21 …'],
  ])('%s', (_what, text, want) => expect(entries(text)).toEqual([want]));
});
