/** Answers to the numbered question, the window's hours, and what the night takes away. */
import { describe, expect, it } from 'vitest';
import type { Found } from '../../../src/core/store.ts';
import { answersIn } from '../../../src/features/whereabouts/commands-answer.ts';
import { settled } from '../../../src/features/whereabouts/decide-answer.ts';
import { doubtWords } from '../../../src/features/whereabouts/decide-doubts.ts';
import { remaining } from '../../../src/features/whereabouts/jobs-tidy.ts';
import { doubtDayOf, isClosed, windowOf } from '../../../src/features/whereabouts/jobs-window.ts';
import type { Reading } from '../../../src/features/whereabouts/reading.ts';
import type { Doubt, Statement } from '../../../src/features/whereabouts/record.ts';
import { demoFacts } from '../../support/stage.ts';
import { at, entry, MEMBERS, TODAY } from './desk.ts';

const doubt = (more: Partial<Doubt> = {}): Doubt => ({
  unit: 'u',
  to: 'unit:u',
  day: TODAY,
  sender: 'p2',
  saidAt: at('08:40'),
  message: 'm1',
  span: '去那边看看',
  why: 'no-status',
  guess: null,
  number: 1,
  ...more,
});
const found = (data: Doubt): Found<Doubt> => ({ id: `u/${TODAY}/m-${data.number}`, rev: 1, data });
const nothing: Reading = {
  kind: 'not-whereabouts',
  operation: null,
  confidence: 'high',
  entries: [],
  asks: [],
};
const reads = (text: string, sender: string): Reading =>
  text.includes('下乡')
    ? { ...nothing, kind: 'whereabouts', operation: 'report', entries: [entry(sender, 'field_visit')] }
    : nothing;
const guess = { person: '王伟', status: 'rest', from: TODAY, to: TODAY } as const;

describe('the numbered question', () => {
  const open = [found(doubt()), found(doubt({ number: 2 }))];

  it('takes an answer a number, and nothing that is not all answers', () => {
    expect(answersIn('1 下乡，2 办公室王伟', open).map(({ number, words }) => [number, words])).toEqual([
      [1, '下乡'],
      [2, '办公室王伟'],
    ]);
    expect(answersIn('1.下乡\n2、在岗', open)).toHaveLength(2);
    expect(answersIn('1 下乡，大家注意安全', open)).toEqual([]);
    expect(answersIn('3 下乡', open)).toEqual([]);
    expect(answersIn('10月下乡', open)).toEqual([]);
  });

  it('quotes the words and says what is missing', () => {
    expect(doubtWords(doubt(), MEMBERS)).toBe('张三“去那边看看”：没说去向');
    const two = doubt({ sender: 'p1', span: '王伟今天调休', why: 'ambiguous-person', guess });
    expect(doubtWords(two, MEMBERS)).toBe('陈静“王伟今天调休”：有2位王伟，是哪位？');
  });

  it('settles by what somebody is doing', () => {
    expect(settled('下乡', doubt(), MEMBERS, reads)).toMatchObject([
      { person: '张三', status: 'field_visit' },
    ]);
    expect(settled('说不清', doubt(), MEMBERS, reads)).toBeUndefined();
  });

  it('settles by who is meant', () => {
    const two = doubt({ sender: 'p1', why: 'ambiguous-person', guess });
    expect(settled('办公室王伟', two, MEMBERS, reads)).toMatchObject([{ id: 'p4', status: 'rest' }]);
    expect(settled('科员', two, MEMBERS, reads)).toMatchObject([{ id: 'p5' }]);
    expect(settled('王伟', two, MEMBERS, reads)).toBeUndefined();
  });

  it('settles by yes and no, and never by yes where two are meant', () => {
    const unsure = doubt({ why: 'unsure', guess: { ...guess, person: '张三', status: 'meeting' } });
    expect(settled('是', unsure, MEMBERS, reads)).toMatchObject([{ id: 'p2', status: 'meeting' }]);
    expect(settled('不是', unsure, MEMBERS, reads)).toEqual([]);
    expect(settled('是', doubt({ why: 'ambiguous-person', guess }), MEMBERS, reads)).toBeUndefined();
    expect(settled('是', doubt(), MEMBERS, reads)).toBeUndefined();
  });
});

describe('the window', () => {
  const { hours, calendar } = demoFacts();
  const know = { hours, calendar };

  it('opens at the start of work and closes an hour later, on workdays alone', () => {
    const window = windowOf(TODAY, 'bureau', know);
    expect([window?.start, window?.nudge, window?.ask, window?.cutoff]).toEqual(
      ['08:30', '09:10', '09:20', '09:30'].map((hm) => at(hm)),
    );
    expect(windowOf('2026-09-26', 'bureau', know)).toBeUndefined();
    expect(windowOf('2026-10-10', 'bureau', know)).toBeDefined();
  });

  it('takes up what is unclear until its cutoff, and after work for the next workday', () => {
    expect(doubtDayOf(at('07:00'), 'bureau', know)).toBe(TODAY);
    expect(doubtDayOf(at('09:30'), 'bureau', know)).toBe(TODAY);
    expect(doubtDayOf(at('09:31'), 'bureau', know)).toBeUndefined();
    expect(doubtDayOf(at('18:00'), 'bureau', know)).toBe('2026-09-22');
    expect(doubtDayOf(at('20:00', '2026-09-24'), 'bureau', know)).toBe('2026-09-28');
  });

  it('is closed for a day whose tally has gone or never comes', () => {
    expect(isClosed(TODAY, at('09:30'), 'bureau', know)).toBe(false);
    expect(isClosed(TODAY, at('09:31'), 'bureau', know)).toBe(true);
    expect(isClosed('2026-09-22', at('17:00'), 'bureau', know)).toBe(false);
    expect(isClosed('2026-09-26', at('10:00', '2026-09-26'), 'bureau', know)).toBe(true);
  });
});

describe('the night', () => {
  const absence = (from: string, to: string | null, more: Partial<Statement> = {}): Statement => ({
    unit: 'u',
    people: ['p2'],
    status: 'business_trip',
    from,
    to,
    how: 'self',
    by: 'p2',
    saidAt: at('08:00', from),
    message: `m-${from}`,
    verb: 'report',
    ...more,
  });

  it('forgets absences that ended before the limit, and what ended them', () => {
    const old = absence('2026-03-02', '2026-03-06');
    const cut = absence('2026-03-04', null, { verb: 'cancel', saidAt: at('09:00', '2026-03-04') });
    const current = absence('2026-06-01', null);
    expect(remaining([old, cut], '2026-06-01')).toEqual([]);
    expect(remaining([old, current], '2026-06-01')).toEqual([current]);
    expect(remaining([current], '2026-09-01')).toEqual([current]);
  });

  it('forgets an open absence once it has been ended long enough', () => {
    const open = absence('2026-03-02', null);
    const cut = absence('2026-03-04', null, { verb: 'cancel', saidAt: at('09:00', '2026-03-04') });
    expect(remaining([open, cut], '2026-03-04')).toEqual([]);
    expect(remaining([open, cut], '2026-03-03')).toEqual([open, cut]);
  });
});
