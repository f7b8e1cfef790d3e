/** The tally's words, and the county's figures. */
import { describe, expect, it } from 'vitest';
import { boardAt } from '../../../src/features/whereabouts/board.ts';
import type { Statement } from '../../../src/features/whereabouts/record.ts';
import { isWorthTelling, type TallyFacts, tallyText } from '../../../src/features/whereabouts/tally.ts';
import {
  changesText,
  figuresOf,
  figuresText,
  NO_FIGURES,
  sumOf,
} from '../../../src/features/whereabouts/tally-county.ts';
import { at, MEMBERS, TODAY, UNIT } from './desk.ts';

const said = (
  people: readonly string[],
  status: Statement['status'],
  more: Partial<Statement> = {},
): Statement => ({
  unit: 'u',
  people,
  status,
  from: TODAY,
  to: TODAY,
  how: 'self',
  by: people[0] ?? 'p1',
  saidAt: at('08:40'),
  message: `m-${people.join('')}-${status}`,
  verb: 'report',
  ...more,
});

const facts = (statements: readonly Statement[], more: Partial<TallyFacts> = {}): TallyFacts => ({
  unit: UNIT,
  board: boardAt(MEMBERS, statements, TODAY, at('09:30')),
  statements,
  rollCall: undefined,
  liaisons: ['p1'],
  detail: { eyes: 'outward', full: false, nameOf: (id) => id },
  doubts: 0,
  identified: [],
  since: at('09:30', '2026-09-18'),
  cutoff: at('09:30'),
  late: false,
  ...more,
});

describe('the tally', () => {
  it('names who is away by what they do, and every leave as 请假', () => {
    const text = tallyText(
      facts([
        said(['p2'], 'business_trip', { to: '2026-09-24' }),
        said(['p3'], 'leave_sick'),
        said(['p1', 'p4'], 'on_duty', { how: 'rest', by: 'p1' }),
      ]),
    );
    expect(text).toBe(
      [
        '【去向汇总】教育局 9月21日 9:30',
        '共5人',
        '出差1：张三（至24日）',
        '请假1：李四',
        '其余2人由联络员报在岗',
        '其余1人未报外出',
        '有误请回“更正 姓名 去向”。',
      ].join('\n'),
    );
  });

  it('says when an absence ends in another month, has no end, or begins at an hour', () => {
    const text = tallyText(
      facts([
        said(['p1'], 'seconded', { to: null }),
        said(['p2'], 'training', { to: '2026-10-12' }),
        said(['p3'], 'meeting', { from: `${TODAY}T15:00:00+08:00` }),
        said(['p4'], 'late', { to: `${TODAY}T09:40:00+08:00` }),
      ]),
    );
    for (const part of ['陈静（时间未定）', '张三（至10月12日）', '李四（15:00起）', '晚到1：王伟（至9:40）'])
      expect(text).toContain(part);
  });

  it('is spared when nobody is away and nobody waits for an answer', () => {
    expect(isWorthTelling(facts([]))).toBe(false);
    expect(isWorthTelling(facts([said(['p1', 'p2'], 'on_duty', { how: 'rest' })]))).toBe(false);
    expect(isWorthTelling(facts([said(['p2'], 'late')]))).toBe(false);
    expect(isWorthTelling(facts([said(['p2'], 'meeting')]))).toBe(true);
    expect(isWorthTelling(facts([], { doubts: 1 }))).toBe(true);
    expect(isWorthTelling(facts([], { identified: ['张三'] }))).toBe(true);
  });

  it('acknowledges a correction even when it leaves nobody away', () => {
    const corrected = [said(['p2'], 'on_duty', { verb: 'correct' })];
    expect(isWorthTelling(facts(corrected))).toBe(true);
    expect(isWorthTelling(facts(corrected, { since: at('08:50') }))).toBe(false);
  });

  it('names the missing under roll-call', () => {
    const rollCall = { unit: 'u', by: '周文', basis: '某文件', until: '2026-09-30' };
    const text = tallyText(facts([said(['p1'], 'on_duty'), said(['p2'], 'meeting')], { rollCall }));
    expect(text).toContain('已报在岗1人');
    expect(text).toContain('未报3人：李四、王伟、王伟');
  });
});

describe('figures', () => {
  const board = boardAt(
    MEMBERS,
    [
      said(['p1'], 'meeting', { halfDay: 'pm' }),
      said(['p1'], 'field_visit', { halfDay: 'am', message: 'm-other' }),
      said(['p2'], 'leave_annual'),
      said(['p3'], 'rest'),
      said(['p4'], 'on_duty'),
    ],
    TODAY,
    at('18:00'),
  );

  it('count every person once, under the first part of the day', () => {
    expect(figuresOf(board)).toEqual({ ...NO_FIGURES, out: 1, leave: 2 });
    expect(figuresText(figuresOf(board))).toBe('公务外出1　请假2');
    expect(figuresText(NO_FIGURES)).toBe('无人报外出请假');
  });

  it('add up, and say what changed', () => {
    const one = figuresOf(board);
    expect(sumOf([one, one])).toEqual({ ...NO_FIGURES, out: 2, leave: 4 });
    expect(changesText({ ...NO_FIGURES, leave: 6, out: 1 }, one)).toBe('请假-4');
    expect(changesText(one, one)).toBe('');
  });
});
