/** The room at work: how quiet it is, roll-call, gaps in the line, late deliveries and people nobody has confirmed. */
import { describe, expect, it } from 'vitest';
import { readDialogue } from '../../../src/adapters/sandbox/dialogue.ts';
import type { Facts } from '../../../src/app/house.ts';
import { addDays, dayOf, MINUTE } from '../../../src/core/time.ts';
import { BINDINGS } from '../../../src/features/access/access.ts';
import { DOUBTS } from '../../../src/features/whereabouts/record.ts';
import { playOn } from '../../support/play.ts';
import { demoFacts, type Stage, stage } from '../../support/stage.ts';
import { at, TODAY } from './desk.ts';

const said = (on: Stage, place: string, since = 0): readonly string[] => {
  const room = on.cast.roomOf(place);
  return on.street.spoken
    .slice(since)
    .filter(({ to }) => 'room' in to && to.room === room)
    .map(({ text }) => text);
};
const play = (on: Stage, text: string): Promise<void> => playOn(on, readDialogue(text));

describe('a quiet room', () => {
  it('gets at most two messages a workday, and one where nobody is away', async () => {
    const on = await stage();
    const counts: number[] = [];
    for (let day = TODAY; day <= addDays(TODAY, 6); day = addDays(day, 1)) {
      await on.forward(at('08:40', day));
      const before = said(on, '教育局').length;
      await on.say('张三', '教育局', '我今天下乡');
      await on.say('陈静', '教育局', '李四开会，其余在岗');
      await on.forward(at('10:00', day));
      await on.say('王五', '教育局', '我下午去东峡镇');
      await on.forward(at('23:00', day));
      counts.push(said(on, '教育局').length - before);
    }
    // The prompt came before 08:40; what is counted here is the tally, on four workdays before the holiday.
    expect(counts).toEqual([1, 1, 1, 1, 0, 0, 0]);
    expect(said(on, '教育局')).toHaveLength(8);
    expect(said(on, '财政局')).toHaveLength(4);
  });

  it('is not prompted when the liaison has reported the evening before', async () => {
    const on = await stage();
    await on.forward(at('17:40'));
    await on.say('陈静', '教育局', '张三明天下乡，其余在岗');
    const before = said(on, '教育局').length;
    await on.forward(at('12:00', '2026-09-22'));
    const [tally, ...more] = said(on, '教育局').slice(before);
    expect(more).toEqual([]);
    expect(tally).toContain('下乡1：张三');
    expect(tally).toContain('其余9人由联络员报在岗');
  });
});

describe('roll-call', () => {
  const rollCall = { unit: 'jyj', by: '周文', basis: '县委办〔2026〕3号', until: '2026-09-30' };
  const facts = (): Facts => {
    const demo = demoFacts();
    const whereabouts = { ...demo.settings.bot.whereabouts, rollCall: [rollCall] };
    return { ...demo, settings: { ...demo.settings, bot: { ...demo.settings.bot, whereabouts } } };
  };

  it('asks everybody, nudges the missing once by name, and says who ordered it', async () => {
    const on = await stage({ facts: facts() });
    await play(
      on,
      `时间 2026-09-21 08:35
机器人@教育局 < 【去向】教育局 9月21日 周一
  请在9:30前报今天去向：在岗回“在”，外出说去向。
  （全员报依据：县委办〔2026〕3号，周文批准，至9月30日）
王建国@教育局 > 在
陈静@教育局 > 刘明、张三、李四、王五、赵六在岗，周七出差到周三
陈静@教育局 > 未报
机器人@教育局 < 还差3人：陈静、孙八、吴九
时间 2026-09-21 09:10
机器人@教育局 < 【去向】还差3人：陈静、孙八、吴九
  今天不再提醒。（全员报依据：县委办〔2026〕3号，周文批准，至9月30日）
孙八@教育局 > 在
时间 2026-09-21 09:30
机器人@教育局 < 出差1：周七（至23日）
  已报在岗7人
  未报2人：陈静、吴九
时间 2026-09-21 17:00
静默
时间 2026-09-21 17:31
机器人@领导群 < 教育局 全员报未报2人`,
    );
    expect(on.street.spoken.every(({ mentions }) => mentions.length === 0)).toBe(true);
  });

  it('is over when its date is', async () => {
    const on = await stage({ facts: facts() });
    await on.forward(at('08:35', '2026-10-08'));
    expect(said(on, '教育局').at(-1)).toContain('在岗的不用回复');
  });

  it('does not nudge people who have just been asked late', async () => {
    const on = await stage({ facts: facts() });
    await on.forward(at('08:20'));
    await on.outage(50 * MINUTE);
    await on.forward(at('09:29'));
    const texts = said(on, '教育局');
    expect(texts).toHaveLength(1);
    expect(texts[0]).toContain('（补发）');
  });
});

describe('the line', () => {
  const gaps = (on: Stage, place: string) => said(on, place).filter((text) => text.includes('中断'));
  const up = (on: Stage, since: number) =>
    on.hear({ kind: 'line', at: on.clock.now(), state: 'up', account: 'bot', since });

  it('a gap of over ten minutes in an open window: each room is asked once, the office is told', async () => {
    const on = await stage();
    await on.forward(at('09:05'));
    await up(on, at('08:50'));
    await on.forward(at('09:10'));
    const asked = said(on, '教育局').filter((text) => text.includes('请再发一次'));
    expect(asked).toEqual([expect.stringContaining('8:50至9:05线路中断')]);
    expect(gaps(on, '督查群')).toEqual([expect.stringContaining('中断15分钟')]);
  });

  it('a bot that was down itself asks too, at its first login and no later one', async () => {
    const on = await stage();
    await on.forward(at('08:50'));
    await on.outage(15 * MINUTE);
    const login = { kind: 'line', at: on.clock.now(), state: 'up', account: 'bot', since: null } as const;
    await on.hear(login);
    await on.hear({ ...login, at: on.clock.now() + MINUTE });
    await on.forward(at('09:10'));
    const asked = said(on, '教育局').filter((text) => text.includes('请再发一次'));
    expect(asked).toEqual([expect.stringContaining('8:50至9:05线路中断')]);
    expect(gaps(on, '督查群')).toEqual([expect.stringContaining('中断15分钟')]);
  });

  it('a shorter gap, or one outside the window, is nobody’s business', async () => {
    const on = await stage();
    await on.forward(at('09:05'));
    await up(on, at('08:56'));
    await on.forward(at('11:00'));
    await up(on, at('10:00'));
    await on.forward(at('11:05'));
    expect([...gaps(on, '教育局'), ...gaps(on, '督查群')]).toEqual([]);
  });

  it('what is delivered late counts from when it was said', async () => {
    const on = await stage();
    await on.forward(at('10:00'));
    const { contactOf } = on.cast;
    const room = on.cast.roomOf('教育局') ?? null;
    const message = on.street.message(contactOf('张三', '教育局'), '张三', room, '我今天下乡', {
      at: at('09:00'),
    });
    await on.hear(message);
    await play(
      on,
      `陈静@教育局 > 去向表 9:10
机器人@教育局 < 下乡1：张三（本人报）`,
    );
  });

  it('the same message twice is one report', async () => {
    const on = await stage();
    await play(
      on,
      '张三@教育局 > 我今天下乡\n* 重发\n陈静@教育局 > 去向表\n机器人@教育局 < 下乡1：张三（本人报）',
    );
  });
});

describe('somebody nobody has confirmed', () => {
  it('is not recorded by the name he shows, but put to the liaison', async () => {
    const on = await stage();
    const binding = await on.store.get(BINDINGS, on.cast.contactOf('张三', '教育局'));
    if (binding === undefined) throw new Error('张三 is not bound');
    await on.store.commit([{ table: BINDINGS.name, id: binding.id, rev: binding.rev, data: null }]);
    await play(
      on,
      `张三@教育局 > 我今天下乡
静默
陈静@教育局 > 去向表
机器人@教育局 < 无人报外出请假
时间 2026-09-21 09:20
机器人@教育局 < 1. 张三“我今天下乡”：还没绑定，是本人说的吗？
陈静@教育局 > 1 是
静默
陈静@教育局 > 去向表
机器人@教育局 < 下乡1：张三（陈静代报）`,
    );
  });
});

describe('what is kept', () => {
  it('unclear words are gone by night', async () => {
    const on = await stage();
    await on.say('张三', '教育局', '去那边看看');
    expect(await on.store.find(DOUBTS, {})).toHaveLength(1);
    await on.forward(at('22:00'));
    expect(await on.store.find(DOUBTS, {})).toEqual([]);
    expect(dayOf(on.clock.now())).toBe(TODAY);
  });
});
