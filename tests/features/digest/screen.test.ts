/** One phone screen, whatever the rooms have to say. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Section } from '../../../src/core/feature.ts';
import { orgOf } from '../../../src/core/org.ts';
import type { Said, Snapshot } from '../../../src/features/digest/digest.ts';
import { chatText, digestDocument, officeText, unitText } from '../../../src/features/digest/document.ts';
import { fitted, MOST_LINES, screen, wantedUnits } from '../../../src/features/digest/screen.ts';
import { demoFacts } from '../../support/stage.ts';
import { at, TODAY } from '../whereabouts-room/desk.ts';

const org = orgOf(demoFacts().roster, { pinyin: () => [] });
const said = (title: string, section: Partial<Section>): Said => ({
  title,
  section: { lines: [], attention: [], due: false, ...section },
});
const lines = (name: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, n) => `${name}${n + 1}`);

describe('the screen', () => {
  it('is never longer than fifteen lines, and always ends with how to get the rest', () => {
    const room = fc.record({
      lines: fc.array(fc.constantFrom('甲', '乙'), { maxLength: 20 }),
      attention: fc.array(
        fc.record({
          unit: fc.constantFrom('jyj', 'czj', 'zrj', 'mzj', 'cgz', 'dxz', 'zwzx'),
          text: fc.constant('逾期'),
        }),
        { maxLength: 20 },
      ),
    });
    fc.assert(
      fc.property(fc.array(room, { maxLength: 8 }), (rooms) => {
        const shown = screen(
          '题',
          rooms.map((one) => said('房', one)),
          org,
        );
        expect(shown.length).toBeLessThanOrEqual(MOST_LINES);
        expect(shown[0]).toBe('题');
        expect(shown.at(-1)).toContain('明细');
      }),
    );
  });

  it('keeps the most important lines of every room, in their order', () => {
    const rooms = [
      said('去向', { lines: lines('去', 3) }),
      said('通知', { lines: lines('通', 5) }),
      said('问题', {}),
    ];
    expect(fitted(rooms, 5)).toEqual(['去1', '去2', '通1', '通2', '问题：无']);
    expect(fitted(rooms, 99)).toHaveLength(9);
  });

  it('names a unit once, with everything there is about it', () => {
    const one = { unit: 'jyj', text: 'F0412 已签收' };
    const two = { unit: 'jyj', text: '去向不明1人' };
    expect(wantedUnits([said('甲', { attention: [one] }), said('乙', { attention: [two] })])).toEqual([
      { unit: 'jyj', text: 'F0412 已签收；去向不明1人' },
    ]);
  });

  it('says how many units there are beside those it names', () => {
    const attention = ['jyj', 'czj', 'zrj', 'mzj', 'cgz', 'dxz', 'zwzx'].map((unit) => ({
      unit,
      text: '逾期',
    }));
    const shown = screen('题', [said('去向', { lines: lines('去', 9), attention })], org);
    expect(shown).toContain('需关注：');
    expect(shown.some((line) => /^另有\d个单位需关注/u.test(line))).toBe(true);
    expect(shown.length).toBeLessThanOrEqual(MOST_LINES);
  });
});

describe('the documents', () => {
  const figures = [{ title: '人数', value: 10 }];
  const snapshot: Snapshot = {
    day: TODAY,
    at: at('17:30'),
    said: [said('去向', { lines: ['7个单位，52人'] })],
    units: org.supervised.map((unit) => ({
      unit,
      said: [said('去向', { figures, lines: ['外出1'] }), said('通知', { lines: ['　未签', '逾期'] })],
    })),
  };

  it('chat and sheet are one document: the same title, the same lines', () => {
    const document = digestDocument(snapshot, '（补发）', org);
    expect(chatText(document)).toBe(
      ['【作风日报】9月21日 周一（截至17:30）（补发）', '7个单位，52人', '各单位明细：回“明细”'].join('\n'),
    );
    const table = document.blocks.at(-1);
    expect(table).toMatchObject({
      kind: 'table',
      columns: [{ title: '单位' }, { title: '人数' }, { title: '通知' }],
    });
    expect(table?.kind === 'table' ? table.rows[0] : []).toEqual(['教育局', 10, '未签；逾期']);
    expect(table?.kind === 'table' ? table.rows.length : 0).toBe(7);
  });

  it('says nothing to a unit with nothing due, nor to the office when nothing is outstanding', () => {
    const [unit] = org.supervised;
    if (unit === undefined) throw new Error('no unit');
    expect(unitText(unit, [said('去向', { lines: ['外出1'] })], TODAY, '')).toBeUndefined();
    expect(unitText(unit, [said('通知', { lines: ['N0107 未签'], due: true })], TODAY, '')).toBe(
      '【日报】教育局 9月21日 周一\nN0107 未签',
    );
    expect(officeText(snapshot, '', org)).toBeUndefined();
    const attention = [{ unit: 'jyj', text: '逾期' }];
    expect(officeText({ ...snapshot, said: [said('问题', { attention })] }, '', org)).toContain(
      '1. 教育局 逾期',
    );
  });
});
