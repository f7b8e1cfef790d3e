import { describe, expect, it } from 'vitest';
import { instant, MINUTE } from '../../../src/core/time.ts';
import { RECEIPTS, receiptId } from '../../../src/features/notice/notice.ts';
import { demoFacts, type Stage, stage } from '../../support/stage.ts';

/** A stage on which the notice N0001 has gone to 教育局. */
async function noticed(at = instant('2026-09-21', '08:30'), facts = demoFacts()): Promise<Stage> {
  const on = await stage({ start: at, facts });
  await on.say('赵明', '督查群', '通知 报送总结 范围：教育局\n正文：请报送总结。');
  await on.say('赵明', '督查群', '1');
  await on.forward(on.clock.now() + MINUTE);
  return on;
}
/** The same in an office that has words of its own. */
async function noticedWith(assent: readonly string[]): Promise<Stage> {
  const facts = demoFacts();
  const { lexicon } = facts.settings;
  const replies = { ...lexicon.replies, assent };
  const settings = { ...facts.settings, lexicon: { ...lexicon, replies } };
  return noticed(undefined, { ...facts, settings });
}
const state = async (on: Stage, edition = 1): Promise<string | undefined> =>
  (await on.store.get(RECEIPTS, receiptId('N2026-0001', edition, 'jyj')))?.data.state;

/** Says something in 教育局 with what a gateway may add to it. */
const say = (on: Stage, who: string, text: string, more: object): Promise<unknown> =>
  on.hear(on.street.message(on.cast.contactOf(who, '教育局'), who, 'jyj@chatroom', text, more));

describe('a bare word', () => {
  it('counts for the bot’s last request of the day', async () => {
    const on = await noticed();
    await on.say('陈静', '教育局', '收到');
    expect(await state(on)).toBe('signed');
    expect(on.fresh()).toEqual([]);
  });
  it('may be the office’s own, once it is in the lexicon', async () => {
    for (const [assent, expected] of [
      [[], 'asked'],
      [['巴适得板'], 'signed'],
    ] as const) {
      const on = await noticedWith(assent);
      await on.say('陈静', '教育局', '巴适得板');
      expect(await state(on)).toBe(expected);
    }
  });
  it('does not count after a colleague has mentioned this person', async () => {
    const on = await noticed();
    await say(on, '王建国', '@陈静 会议室订一下', { mentions: [on.cast.contactOf('陈静', '教育局')] });
    await on.say('陈静', '教育局', '收到');
    expect(await state(on)).toBe('asked');
    await on.say('陈静', '教育局', '收到 0001');
    expect(await state(on)).toBe('signed');
  });
  it('of several is not asked about when a colleague has mentioned this person', async () => {
    const on = await noticed();
    await on.say('赵明', '督查群', '通知 自查用房 范围：教育局\n正文：请自查用房。');
    await on.say('赵明', '督查群', '1');
    await on.forward(on.clock.now() + MINUTE);
    await say(on, '王建国', '@陈静 两个表都收到没', { mentions: [on.cast.contactOf('陈静', '教育局')] });
    await on.say('陈静', '教育局', '都收到');
    expect(on.fresh()).toEqual([]);
    await on.forward(on.clock.now() + 20 * MINUTE);
    await on.say('王建国', '教育局', '都收到');
    expect(on.fresh().map(({ text }) => text)).toEqual([expect.stringContaining('您有2件待签收')]);
  });
  it('does not count after a colleague has quoted this person', async () => {
    const on = await noticed();
    await say(on, '王建国', '下午给我', { quoted: '陈静：材料好了' });
    await on.say('陈静', '教育局', '好的');
    expect(await state(on)).toBe('asked');
  });
  it('counts when somebody else was mentioned, or it was before the request', async () => {
    const on = await stage({ start: instant('2026-09-21', '08:30') });
    await say(on, '王建国', '@陈静 会议室订一下', { mentions: [on.cast.contactOf('陈静', '教育局')] });
    await on.forward(on.clock.now() + MINUTE);
    await on.say('赵明', '督查群', '通知 报送总结 范围：教育局\n正文：请报送总结。');
    await on.say('赵明', '督查群', '1');
    await on.forward(on.clock.now() + MINUTE);
    await say(on, '王建国', '@张三 材料给我', { mentions: [on.cast.contactOf('张三', '教育局')] });
    await on.say('陈静', '教育局', '收到');
    expect(await state(on)).toBe('signed');
  });
  it('does not count on another day, and in private it is asked what it is for', async () => {
    const on = await noticed();
    await on.forward(instant('2026-09-22', '08:40'));
    await on.say('陈静', '教育局', '收到');
    expect(await state(on)).toBe('asked');
    expect(on.fresh()).toEqual([]);
    await on.say('陈静', '私聊', '收到');
    expect(on.fresh()[0]?.text).toContain('您有1件待签收：\n1. 0001 通知：报送总结');
    await on.say('陈静', '私聊', '1');
    expect(await state(on)).toBe('signed');
  });
  it('that quotes a colleague is his', async () => {
    const on = await noticed();
    await say(on, '陈静', '收到', { quoted: '王建国：会议室订一下' });
    expect(await state(on)).toBe('asked');
  });
});

describe('a code or a quote', () => {
  it('always counts, also days later and after a mention', async () => {
    const on = await noticed();
    await on.forward(instant('2026-09-22', '08:40'));
    await say(on, '王建国', '@陈静 快点', { mentions: [on.cast.contactOf('陈静', '教育局')] });
    await on.say('陈静', '教育局', '好的', '【通知】');
    expect(await state(on)).toBe('signed');
  });
  it.each(['N0001收到', '收到n2026-0001', '０００１已阅', '0001号收到', '签收 0001', '代签 0001'])(
    'is read in %s',
    async (text) => {
      const on = await noticed();
      await on.say('陈静', '教育局', text);
      expect(await state(on)).toBe('signed');
      expect(on.fresh()[0]?.text).toContain('已签收 N0001，陈静（代签）');
    },
  );
  it('that is delivered late counts at its own time, and never for an edition that came after it', async () => {
    const on = await noticed();
    const early = on.clock.now();
    await on.forward(early + 20 * MINUTE);
    await say(on, '陈静', '收到 0001', { at: early });
    const row = await on.store.get(RECEIPTS, receiptId('N2026-0001', 1, 'jyj'));
    expect(row?.data.at).toBe(early);
    await on.say('赵明', '督查群', '修改通知 0001\n正文：请报送新表。');
    await on.say('赵明', '督查群', '1');
    await say(on, '王建国', '收到 0001', { at: early + MINUTE });
    expect(await state(on, 2)).toBe('asked');
  });
});

describe('others', () => {
  it.each([
    ['张三', '收到'],
    ['刘明', '收到 0001'],
    ['张三', '👌'],
  ])('%s says %s: silence, nothing stored', async (who, text) => {
    const on = await noticed();
    await on.say(who, '教育局', text);
    expect(on.fresh()).toEqual([]);
    expect(await state(on)).toBe('asked');
  });
  it('who are not bound make the room hear once who has to sign, and no more', async () => {
    const on = await noticed();
    on.street.groups.get('jyj@chatroom')?.members.set('wxid_guest', '王局');
    const guest = (text: string): Promise<unknown> =>
      on.hear(on.street.message('wxid_guest', '王局', 'jyj@chatroom', text));
    await guest('收到');
    expect(on.fresh()).toEqual([]);
    await on.forward(instant('2026-09-21', '10:32'));
    await on.say('赵明', '督查群', '签收情况');
    await guest('收到');
    expect(on.fresh().map(({ text }) => text)).toEqual(['N0001 由主要负责同志或联络员签收，请提醒一下。']);
    await guest('收到 0001');
    expect(on.fresh()).toEqual([]);
    expect(await state(on)).toBe('asked');
  });
  it('of the office do not sign in a unit’s room', async () => {
    const on = await noticed();
    await on.say('赵明', '教育局', '收到 0001');
    expect(await state(on)).toBe('asked');
  });
});

describe('a receipt and what still waits', () => {
  it('takes back the reminder that has not left', async () => {
    const on = await noticed(instant('2026-09-21', '12:31'));
    await on.forward(instant('2026-09-21', '14:40'));
    // The reminder rings at 16:00 the next day while the account rests.
    await on.forward(instant('2026-09-22', '15:59'));
    on.street.answers.push({ state: 'failed', why: 'throttled' });
    await on.forward(instant('2026-09-22', '16:01'));
    const waits = (): boolean => on.program.house.outgoing.rows.has('N2026-0001/v1/unit:jyj/remind');
    expect(waits()).toBe(true);
    await on.say('陈静', '教育局', '收到 0001');
    expect(waits()).toBe(false);
    await on.forward(instant('2026-09-22', '17:59'));
    expect(on.street.spoken.filter(({ text }) => text.includes('还未签收'))).toEqual([]);
  });
});
