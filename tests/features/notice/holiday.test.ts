import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { secrets } from '../../../src/adapters/secrets.ts';
import { holidayNoticesSchema } from '../../../src/adapters/settings/holiday-notices.ts';
import { standingSchema } from '../../../src/adapters/settings/schemas.ts';
import type { Facts } from '../../../src/app/house.ts';
import { HOUR, instant, MINUTE } from '../../../src/core/time.ts';
import { isStanding, templateHash } from '../../../src/features/notice/wording.ts';
import { demoFacts, type Stage, stage } from '../../support/stage.ts';

const at = (text: string): number => instant(text.slice(0, 10), text.slice(11));
const opened = (start: string, facts: Facts = demoFacts()): Promise<Stage> =>
  stage({ start: at(start), facts });
/** What has just been said, as `place: first line`. */
const heads = (on: Stage): readonly string[] =>
  on.fresh().map(({ to, text }) => `${on.cast.placeOf(to)}: ${text.split('\n')[0]}`);
const said = (on: Stage, place: string): string =>
  on
    .fresh()
    .filter(({ to }) => on.cast.placeOf(to) === place)
    .map(({ text }) => text)
    .join('\n----\n');

function withStanding(change: (hash: string) => string = (hash) => hash): Facts {
  const facts = demoFacts();
  const hash = change(templateHash(facts.settings, secrets.hash));
  const standing = { by: '赵明', at: '2026年9月1日', basis: '县作风办会议纪要', hash };
  const { bot } = facts.settings;
  return {
    ...facts,
    settings: { ...facts.settings, bot: { ...bot, notice: { ...bot.notice, standing } } },
  };
}

describe('the notice before 中秋 and 国庆 2026', () => {
  it('is shown one workday ahead: text, rooms, time', async () => {
    const on = await opened('2026-09-18 08:00');
    await on.forward(at('2026-09-18 08:59'));
    expect(said(on, '督查群')).not.toContain('节前提醒');
    await on.forward(at('2026-09-18 09:01'));
    const shown = said(on, '督查群');
    for (const part of [
      '【节前提醒】N2026-0001',
      '中秋节9月25日至27日放假，国庆节10月1日至7日放假，10月10日（周六）上班。现提醒如下：',
      '1. 用公款购买赠送月饼等节礼',
      '三、公车：除值班应急车辆外，9月24日、9月30日下班前分别封存',
      '举报电话：12388',
      '县纪委　县作风办\n2026年9月20日',
      '范围：全部7个单位，可送达7个',
      '9月20日（周日）9:00起发送',
      '请主任回 1 发送｜缓 暂不发｜改 第3条 …',
    ])
      expect(shown).toContain(part);
    expect(shown).not.toContain('以国务院通知为准');
  });
  it('goes out at nine on 1, with a receipt due at 18:00 the next workday', async () => {
    const on = await opened('2026-09-18 08:30');
    await on.forward(at('2026-09-18 09:01'));
    await on.say('赵明', '督查群', '1');
    expect(said(on, '督查群')).toBe('N0001 已批准，9月20日（周日）9:00起发送。');
    await on.forward(at('2026-09-20 08:59'));
    expect(heads(on).filter((head) => head.includes('节前提醒'))).toEqual([]);
    await on.forward(at('2026-09-20 09:05'));
    expect(heads(on).filter((head) => head.includes('【节前提醒】N2026-0001'))).toHaveLength(7);
    expect(said(on, '教育局')).toContain('9月21日18:00前。其他同志不用回复');
    await on.say('陈静', '教育局', '收到');
    await on.forward(at('2026-09-21 16:05'));
    const reminded = heads(on).filter((head) => head.includes('还未签收') && !head.includes('同志：'));
    expect(reminded).toHaveLength(6);
    expect(reminded).toContain(
      '财政局: N0001 中秋国庆节前提醒还未签收，请主要负责同志或联络员回复“收到 0001”。',
    );
  });
  it('waits when nobody has approved it, and the office is told once', async () => {
    const on = await opened('2026-09-18 08:30');
    await on.forward(at('2026-09-20 09:05'));
    expect(said(on, '督查群')).toContain('N0001 中秋国庆节前提醒还没有批准，未发送');
    expect(heads(on).filter((head) => head.includes('【节前提醒】'))).toEqual([
      '督查群: 【节前提醒】N2026-0001',
    ]);
    await on.forward(at('2026-09-22 09:30'));
    expect(heads(on).filter((head) => head.includes('0001'))).toEqual([]);
    await on.say('赵明', '督查群', '确认');
    expect(said(on, '督查群')).toContain('N0001 开始下发');
    await on.forward(at('2026-09-22 09:45'));
    expect(said(on, '财政局')).toContain('9月23日18:00前');
  });
  it('is held by 缓 and sent by 下发通知', async () => {
    const on = await opened('2026-09-18 08:30', withStanding());
    await on.forward(at('2026-09-18 09:01'));
    expect(said(on, '督查群')).toContain('已有授权（赵明，2026年9月1日，县作风办会议纪要），到时自动发送');
    await on.say('孙磊', '督查群', '缓');
    expect(said(on, '督查群')).toContain('N0001 暂缓');
    await on.forward(at('2026-09-20 09:05'));
    expect(said(on, '督查群')).toContain('今天本应发送，已按意见暂缓');
    expect(said(on, '教育局')).not.toContain('节前提醒');
    await on.say('赵明', '督查群', '下发通知 0001');
    await on.say('赵明', '督查群', '1');
    await on.forward(at('2026-09-20 09:15'));
    expect(said(on, '财政局')).toContain('【节前提醒】N2026-0001');
  });
  it('goes out on a standing approval of exactly this wording', async () => {
    const on = await opened('2026-09-18 08:30', withStanding());
    await on.forward(at('2026-09-20 09:05'));
    expect(heads(on).filter((head) => head.includes('【节前提醒】'))).toHaveLength(8);
    const other = await opened(
      '2026-09-18 08:30',
      withStanding((hash) => hash.replace(/^./u, '-')),
    );
    await other.forward(at('2026-09-20 09:05'));
    expect(heads(other).filter((head) => head.includes('【节前提醒】'))).toHaveLength(1);
  });
  it('needs the director again when a line was changed', async () => {
    const on = await opened('2026-09-18 08:30', withStanding());
    await on.forward(at('2026-09-18 09:01'));
    await on.say('孙磊', '督查群', '改 第3条 违规收送礼品、礼金（含电子红包）');
    expect(said(on, '督查群')).toContain('3. 违规收送礼品、礼金（含电子红包）\n');
    expect(said(on, '督查群')).toContain('请主任回 1 发送');
    await on.say('孙磊', '督查群', '改 第30条 无');
    expect(said(on, '督查群')).toContain('N0001 没有第30条');
    await on.say('孙磊', '督查群', '改 第2条 机密');
    expect(said(on, '督查群')).toContain('请走机要渠道');
    await on.forward(at('2026-09-20 09:05'));
    expect(said(on, '教育局')).not.toContain('节前提醒');
    await on.say('赵明', '督查群', '1');
    await on.forward(at('2026-09-20 09:15'));
    expect(said(on, '财政局')).toContain('3. 违规收送礼品、礼金（含电子红包）\n');
  });
});

describe('a notice day that was missed', () => {
  it('is caught up after an outage, marked, while the holiday has not begun', async () => {
    const on = await opened('2026-09-18 08:30', withStanding());
    await on.forward(at('2026-09-18 09:30'));
    await on.outage(3 * 24 * HOUR);
    await on.forward(on.clock.now() + 2 * MINUTE);
    const heading = on.street.spoken.filter(({ text }) => text.startsWith('【节前提醒】N2026-0001（补发）'));
    expect(heading).toHaveLength(7);
    expect(heading[0]?.text).toContain('9月22日18:00前');
  });
  it('is caught up at a first start, at nine, unmarked, and only once', async () => {
    const on = await opened('2026-09-21 08:00', withStanding());
    const up = (): Promise<unknown> =>
      on.hear({ kind: 'line', at: on.clock.now(), state: 'up', account: 'bot', since: null });
    await up();
    await on.forward(at('2026-09-21 08:59'));
    expect(heads(on).filter((head) => head.includes('节前提醒'))).toEqual([]);
    await on.forward(at('2026-09-21 09:05'));
    expect(heads(on).filter((head) => head.endsWith('【节前提醒】N2026-0001'))).toHaveLength(7);
    await up();
    await on.forward(at('2026-09-24 19:00'));
    expect(heads(on).filter((head) => head.includes('【节前提醒】'))).toEqual([]);
  });
  it('is not sent into the holiday: the office is told instead', async () => {
    const on = await opened('2026-09-18 08:30', withStanding());
    await on.forward(at('2026-09-18 09:30'));
    await on.outage(at('2026-09-25 10:00') - on.clock.now());
    await on.forward(at('2026-09-28 10:00'));
    expect(
      on.street.spoken.some(({ text }) => text.includes('节前提醒】') && text.includes('（补发）')),
    ).toBe(false);
    expect(said(on, '督查群')).toContain('中秋国庆节前提醒未能在节前发出');
  });
});

describe('春节', () => {
  it('is noticed eight workdays ahead and called to mind in four lines on the last workday', async () => {
    const on = await opened('2026-02-04 08:00');
    await on.forward(at('2026-02-04 09:01'));
    const shown = said(on, '督查群');
    expect(shown).toContain('春节2月15日至23日放假，2月14日（周六）、2月28日（周六）上班');
    expect(shown).toContain('另在2月14日（周六）9:00发送：');
    await on.say('赵明', '督查群', '1');
    await on.forward(at('2026-02-14 08:59'));
    await on.forward(at('2026-02-14 09:02'));
    const brief = said(on, '教育局')
      .split('\n----\n')
      .find((text) => text.includes('最后一个工作日'));
    expect(brief?.split('\n')).toHaveLength(4);
  });
  it('is not called to mind when its notice was not approved', async () => {
    const on = await opened('2026-02-04 08:00');
    await on.forward(at('2026-02-14 09:02'));
    expect(
      on.street.spoken.some(
        ({ to, text }) => on.cast.placeOf(to) === '教育局' && text.includes('最后一个工作日'),
      ),
    ).toBe(false);
  });
});

describe('a standing approval', () => {
  const { settings } = demoFacts();
  it('covers the wording and not the dates', () => {
    const changed = { ...settings, holidayNotices: { ...settings.holidayNotices, always: ['另一条'] } };
    const signed = { ...settings, bot: { ...settings.bot, issuers: ['县纪委'] } };
    const hashes = [settings, changed, signed].map((each) => templateHash(each, secrets.hash));
    expect(new Set(hashes).size).toBe(3);
    expect(isStanding(withStanding().settings, secrets.hash)).toBe(true);
    expect(isStanding(settings, secrets.hash)).toBe(false);
  });
  it('of the demo county covers the wording as it is shipped', () => {
    const standing = standingSchema.parse(JSON.parse(readFileSync('config/demo/standing.json', 'utf8')));
    expect(standing.hash).toBe(templateHash(settings, secrets.hash));
  });
});

describe('config/holiday-notices.json', () => {
  const shipped = demoFacts().settings.holidayNotices;
  const wrong = (value: unknown): string =>
    (holidayNoticesSchema.safeParse(value).error?.issues ?? [])
      .map(({ path, message }) => `${path.join('.')} ${message}`)
      .join('\n');
  it('names the place and the mend', () => {
    expect(wrong(shipped)).toBe('');
    expect(wrong({ ...shipped, always: [] })).toMatch(/^always 应为一组短句/u);
    expect(wrong({ ...shipped, always: ['1. 公车私用'] })).toMatch(/always\.0 每条1至60个字，不要自带序号/u);
    expect(wrong({ ...shipped, festivals: { ...shipped.festivals, 元旦: undefined } })).toMatch(/festivals/u);
    expect(wrong({ ...shipped, extra: 1 })).toMatch(/只能有 festivals/u);
  });
});
