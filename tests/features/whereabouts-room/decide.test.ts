/** What the room keeps of what people say, and what it makes of corrections. */
import { describe, expect, it } from 'vitest';
import { ABSENCES, DOUBTS, WHEREABOUTS } from '../../../src/features/whereabouts/record.ts';
import { at, desk, entry, report, shortly, TODAY } from './desk.ts';

describe('a day', () => {
  it('two halves of a day stand beside each other, a new word replaces what it overlaps', async () => {
    const on = desk();
    await on.say(
      'p2',
      at('08:30'),
      report([entry('张三', 'meeting', { halfDay: 'am' }), entry('张三', 'field_visit', { halfDay: 'pm' })]),
    );
    expect(shortly(await on.board(TODAY, at('09:00')))).toEqual(['张三:meeting/am', '张三:field_visit/pm']);
    await on.say('p2', at('09:10'), report([entry('张三', 'training', { halfDay: 'pm' })]));
    expect(shortly(await on.board(TODAY, at('09:20')))).toEqual(['张三:meeting/am', '张三:training/pm']);
    await on.say('p2', at('09:30'), report([entry('张三', 'leave_sick')], 'correct'));
    expect(shortly(await on.board(TODAY, at('09:40')))).toEqual(['张三:leave_sick']);
    expect(shortly(await on.board(TODAY, at('09:20')))).toEqual(['张三:meeting/am', '张三:training/pm']);
  });

  it('the same words twice are kept once; what a person says of himself stands above a colleague', async () => {
    const on = desk();
    await on.say('p1', at('08:30'), report([entry('张三', 'field_visit')]));
    const again = await on.say('p3', at('08:31'), report([entry('张三', 'field_visit')]));
    expect(again.said).toEqual([]);
    const own = await on.say('p2', at('08:32'), report([entry('张三', 'field_visit')]));
    expect(own.said).toHaveLength(1);
    const [, second] = (await on.board(TODAY, at('09:00'))).people;
    expect(second?.parts.map(({ how }) => how)).toEqual(['self']);
  });

  it('其余在岗 covers who has said nothing, counts from the liaison alone, and gives way to a later word', async () => {
    const on = desk();
    const rest = report(['陈静', '李四'].map((name) => entry(name, 'on_duty', { by: 'others' })));
    await on.say('p2', at('08:20'), rest);
    expect(shortly(await on.board(TODAY, at('08:21')))).toEqual([]);
    await on.say('p3', at('08:25'), report([entry('李四', 'meeting', { halfDay: 'am' })]));
    await on.say('p1', at('08:30'), rest);
    expect(shortly(await on.board(TODAY, at('08:31')))).toEqual(['陈静:在岗', '李四:meeting/am']);
    await on.say('p1', at('08:40'), report([entry('陈静', 'out_on_business')]));
    expect(shortly(await on.board(TODAY, at('08:41')))).toEqual(['陈静:out_on_business', '李四:meeting/am']);
  });

  it('其余 is of the day the others are spoken of for', async () => {
    const on = desk();
    const tomorrow = { from: '2026-09-22', to: '2026-09-22' };
    const rest = entry('李四', 'on_duty', { by: 'others' });
    await on.say('p1', at('17:40'), report([entry('张三', 'field_visit', tomorrow), rest]));
    expect(shortly(await on.board('2026-09-22', at('18:00')))).toEqual(['张三:field_visit', '李四:在岗']);
    expect(shortly(await on.board(TODAY, at('18:00')))).toEqual([]);
  });

  it('a cancellation of nothing keeps nothing', async () => {
    const on = desk();
    const { change } = await on.say('p2', at('08:30'), report([entry('张三', 'unknown')], 'cancel'));
    expect(change.put).toEqual([]);
  });
});

describe('several days', () => {
  const trip = entry('张三', 'business_trip', { to: '2026-09-24' });

  it('an absence stands on each of its days and on no other', async () => {
    const on = desk();
    await on.say('p2', at('08:30'), report([trip]));
    for (const day of ['2026-09-21', '2026-09-24'])
      expect(shortly(await on.board(day, at('23:00', day)))).toEqual(['张三:business_trip']);
    expect(shortly(await on.board('2026-09-25', at('09:00', '2026-09-25')))).toEqual([]);
    expect(await on.store.find(WHEREABOUTS, { day: TODAY })).toEqual([]);
  });

  it('being back for the day ends it; the days before stay as they were', async () => {
    const on = desk();
    await on.say('p2', at('08:30'), report([trip]));
    const back = { from: '2026-09-23', to: '2026-09-23' };
    await on.say('p2', at('08:30', '2026-09-23'), report([entry('张三', 'on_duty', back)]));
    const later = at('12:00', '2026-09-23');
    expect(shortly(await on.board('2026-09-22', later))).toEqual(['张三:business_trip']);
    expect(shortly(await on.board('2026-09-23', later))).toEqual(['张三:on_duty']);
    expect(shortly(await on.board('2026-09-24', later))).toEqual([]);
    expect(shortly(await on.board('2026-09-24', at('08:00', '2026-09-23')))).toEqual(['张三:business_trip']);
  });

  it('a day of leave within it leaves the rest of it alone', async () => {
    const on = desk();
    await on.say('p2', at('08:30'), report([trip]));
    const sick = { from: '2026-09-22', to: '2026-09-22' };
    await on.say('p2', at('08:30', '2026-09-22'), report([entry('张三', 'leave_sick', sick)]));
    expect(shortly(await on.board('2026-09-22', at('12:00', '2026-09-22')))).toEqual(['张三:leave_sick']);
    expect(shortly(await on.board('2026-09-23', at('12:00', '2026-09-22')))).toEqual(['张三:business_trip']);
  });

  it('a correction replaces it from its day on', async () => {
    const on = desk();
    await on.say('p2', at('08:30'), report([trip]));
    await on.say('p1', at('10:00'), report([entry('张三', 'training', { to: '2026-09-22' })], 'correct'));
    expect(shortly(await on.board('2026-09-22', at('11:00')))).toEqual(['张三:training']);
    expect(shortly(await on.board('2026-09-23', at('11:00')))).toEqual([]);
  });

  it('unsaying the message brings back what stood before', async () => {
    const on = desk();
    await on.say('p2', at('08:30'), report([entry('张三', 'meeting')]));
    await on.say('p2', at('08:40'), report([trip]));
    expect(await on.unsay('p2', at('08:50'))).toBe(true);
    expect(shortly(await on.board(TODAY, at('09:00')))).toEqual(['张三:meeting']);
    expect(shortly(await on.board('2026-09-22', at('09:00')))).toEqual([]);
    expect(await on.unsay('p2', at('09:00'))).toBe(false);
  });
});

describe('privacy', () => {
  it('keeps neither the reason nor where somebody on leave is', async () => {
    const on = desk();
    const sick = { reason: '感冒输液', place: '县医院' };
    await on.say('p2', at('08:30'), report([entry('张三', 'leave_sick', sick)]));
    const kept = JSON.stringify(await on.store.find(WHEREABOUTS, { day: TODAY }));
    expect(kept).not.toContain('感冒');
    expect(kept).not.toContain('医院');
    expect(kept).not.toContain('…');
  });

  it('keeps reasons where the unit has that policy', async () => {
    const on = desk(['u']);
    await on.say('p2', at('08:30'), report([entry('张三', 'field_visit', { reason: '核查低保' })]));
    expect(JSON.stringify(await on.store.find(WHEREABOUTS, { day: TODAY }))).toContain('核查低保');
  });

  it('counts people who are not on the roster, without their names', async () => {
    const on = desk();
    await on.say('p1', at('08:30'), report([entry('小赵', 'field_visit', { external: true })]));
    expect((await on.board(TODAY, at('09:00'))).outsiders).toBe(1);
    expect(JSON.stringify(await on.store.find(WHEREABOUTS, { day: TODAY }))).not.toContain('小赵');
  });
});

describe('what is unclear', () => {
  it('is kept as the quoted words alone, and records nothing', async () => {
    const on = desk();
    const unsure = { asks: [{ span: '去那边看看', why: 'no-status' as const }] };
    const { said } = await on.say('p2', at('08:30'), report([], 'report', unsure));
    expect(said).toEqual([]);
    const [doubt] = await on.store.find(DOUBTS, {});
    expect(doubt?.data).toMatchObject({ span: '去那边看看', why: 'no-status', sender: 'p2', number: null });
  });

  it('a name two people share is asked, never guessed', async () => {
    const on = desk();
    const { said, doubts } = await on.say('p1', at('08:30'), report([entry('王伟', 'rest')]));
    expect(said).toEqual([]);
    expect(doubts.map(({ why }) => why)).toEqual(['ambiguous-person']);
  });

  it('low confidence records nobody', async () => {
    const on = desk();
    const unsure = report([entry('张三', 'field_visit')], 'report', { confidence: 'low' });
    const { said, doubts } = await on.say('p2', at('08:30'), unsure);
    expect(said).toEqual([]);
    expect(doubts.map(({ why, guess }) => [why, guess?.status])).toEqual([['unsure', 'field_visit']]);
  });

  it('what is clear in the same message is recorded all the same', async () => {
    const on = desk();
    const asks = [{ span: '李四去那边看看', why: 'no-status' as const }];
    const more = { asks, confidence: 'low' as const };
    const { said, doubts } = await on.say(
      'p2',
      at('08:30'),
      report([entry('张三', 'meeting')], 'report', more),
    );
    expect(said).toHaveLength(1);
    expect(doubts.map(({ span }) => span)).toEqual(['李四去那边看看']);
  });

  it('is dropped when no question is to come', async () => {
    const on = desk();
    await on.say('p1', at('10:30'), report([entry('王伟', 'rest')]), null);
    expect(await on.store.find(DOUBTS, {})).toEqual([]);
    expect(await on.store.find(ABSENCES, {})).toEqual([]);
  });
});
