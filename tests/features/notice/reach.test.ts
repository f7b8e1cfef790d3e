import { describe, expect, it } from 'vitest';
import { put } from '../../../src/core/store.ts';
import { instant, MINUTE } from '../../../src/core/time.ts';
import { ROOMS, type RoomState } from '../../../src/features/access/access.ts';
import { type Stage, stage } from '../../support/stage.ts';

async function setRoom(on: Stage, unit: string, state: RoomState): Promise<void> {
  const [room] = await on.store.find(ROOMS, { kind: 'unit', unit });
  if (room === undefined) throw new Error(unit);
  await on.store.commit([put(ROOMS, room.id, { ...room.data, state }, room)]);
}
const texts = (on: Stage): readonly string[] => on.fresh().map(({ text }) => text);
const office = (on: Stage): string => texts(on).join('\n');

/** 财政局 is not in yet, 民政局 is on trial. */
async function partly(): Promise<Stage> {
  const on = await stage();
  await setRoom(on, 'czj', 'met');
  await setRoom(on, 'mzj', 'trial');
  await on.say('赵明', '督查群', '通知 报送总结\n正文：请报送总结。');
  return on;
}

describe('units the bot does not reach', () => {
  it('are named in the preview, so that somebody tells them', async () => {
    const on = await partly();
    expect(office(on)).toContain('范围：全部7个单位，可送达5个');
    expect(office(on)).toContain('未接入：财政局（请另行通知）');
    expect(office(on)).toContain('试运行：民政局（不会收到，请另行通知）');
  });
  it('get nothing, are not reminded, and stand in the list to telephone', async () => {
    const on = await partly();
    await on.say('赵明', '督查群', '1');
    await on.forward(on.clock.now() + 2 * MINUTE);
    const placed = on.street.spoken.map(({ to }) => on.cast.placeOf(to));
    expect(placed).not.toContain('财政局');
    expect(placed).not.toContain('民政局');
    await on.say('赵明', '督查群', '签收情况');
    expect(office(on)).toContain('财政局（未接入）');
    // 民政局 was shown nothing, so nothing is asked of it, also when its room is enabled meanwhile.
    expect(office(on)).toContain('签收0/6');
    await setRoom(on, 'mzj', 'live');
    await on.forward(instant('2026-09-22', '16:05'));
    expect(texts(on).filter((text) => text.includes('还未签收') && !text.includes('同志：'))).toHaveLength(5);
    expect(texts(on).filter((text) => text.includes('财政局还未签收'))).toEqual([]);
    await on.forward(instant('2026-09-24', '18:00'));
    expect(texts(on).find((text) => text.startsWith('待办：'))).toContain('财政局');
  });
});

describe('a restart in the middle', () => {
  it('keeps the question, the receipts and the rungs', async () => {
    const on = await stage();
    await on.say('赵明', '督查群', '通知 报送总结 范围：教育局、财政局\n正文：请报送总结。');
    await on.outage(0);
    await on.say('赵明', '督查群', '确认');
    await on.forward(on.clock.now() + MINUTE);
    await on.say('陈静', '教育局', '收到');
    await on.outage(0);
    await on.say('赵明', '督查群', '签收情况');
    expect(office(on)).toContain('签收1/2');
    await on.forward(instant('2026-09-22', '15:59'));
    await on.outage(2 * MINUTE);
    await on.forward(on.clock.now() + MINUTE);
    const reminded = on.street.spoken.filter(({ text }) => text.includes('还未签收，请主要负责同志或联络员'));
    expect(reminded.map(({ to }) => on.cast.placeOf(to))).toEqual(['财政局']);
  });
});

describe('a broadcast', () => {
  it('reaches every unit once, paced', async () => {
    const on = await stage();
    await on.say('赵明', '督查群', '通知 报送总结\n正文：请报送总结。');
    await on.say('赵明', '督查群', '1');
    await on.forward(on.clock.now() + 5 * MINUTE);
    const sent = on.street.spoken.filter(({ text }) => text.startsWith('【通知】')).slice(1);
    const gaps = sent.slice(1).map(({ at }, n) => at - (sent[n]?.at ?? 0));
    expect(sent).toHaveLength(7);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(5_000);
  });
});
