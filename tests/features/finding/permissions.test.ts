/** Whose item it is decides behind the role: another unit's people, county leaders and its own registrar are kept off. */
import { describe, expect, it } from 'vitest';
import { createLanguage } from '../../../src/adapters/language/language.ts';
import { orgOf } from '../../../src/core/org.ts';
import { actorOf, type Ties } from '../../../src/features/finding/actor.ts';
import { type Deed, decide } from '../../../src/features/finding/decide.ts';
import { FINDING, FINDINGS, type FindingState } from '../../../src/features/finding/finding.ts';
import { demoFacts, stage } from '../../support/stage.ts';
import { facts, made, on } from './made.ts';

const org = orgOf(demoFacts().roster, createLanguage());
const NOW = on('09-22 11:00');
const FREE: Ties = { principals: [], former: [] };
const DEEDS: readonly Deed[] = [
  ...(['acknowledge', 'proxy', 'unsign', 'supplement'] as const).map((did) => ({ did })),
  ...(['report', 'object', 'return', 'close', 'withdraw', 'reopen', 'amend', 'uphold'] as const).map(
    (did) => ({ did, text: '说明' }),
  ),
  ...(['reject', 'refuse'] as const).map((did) => ({ did, text: '说明' })),
  { did: 'extend', text: '说明', days: 2 },
  { did: 'snooze', text: '说明', until: on('09-22 16:00') },
  { did: 'grant', days: 2 },
];
const STATES = Object.keys(FINDING.states) as FindingState[];
const mark = { by: 'jyj01', at: NOW, text: '说明' };

/** What a person of the roster may do with an item of 教育局, in whatever state it is. */
function allowed(id: string, ties = FREE): readonly string[] {
  const person = org.person(id);
  if (person === undefined) throw new Error(id);
  const signed = { ack: mark, report: mark };
  const found = STATES.flatMap((state) => [
    made({ state, ...signed }),
    made({ state, ...signed, extension: { ...mark, days: 2, state: 'asked', decided: null } }),
    made({ state, ...signed, objection: { ...mark, state: 'open', decideBy: NOW, decided: null } }),
  ]).flatMap((finding) => {
    const who = actorOf(person, finding, org, ties);
    return DEEDS.filter((deed) => decide(finding, deed, who, facts(NOW)).ok).map(({ did }) => did);
  });
  return [...new Set(found)].sort();
}

const UNIT = ['acknowledge', 'extend', 'object', 'report', 'snooze', 'supplement', 'unsign'];

describe('an item of 教育局', () => {
  it.each([
    ['its head', 'jyj01', UNIT],
    ['its liaison', 'jyj03', ['extend', 'object', 'proxy', 'report']],
    ['its discipline lead', 'jyj02', ['proxy']],
    ['one of its staff', 'jyj05', []],
    ['the liaison of another unit', 'czj03', []],
    ['the head of another unit', 'czj01', []],
    ['the discipline lead of another unit', 'czj02', []],
    ['a county leader', 'xld01', []],
    ['the admin', 'zfb02', []],
  ])('%s', (_, id, deeds) => {
    expect(allowed(id)).toEqual(deeds);
  });

  it('is registered by one inspector and judged by another', () => {
    expect(allowed('zfb03')).toEqual(['amend', 'grant', 'refuse', 'reopen', 'return', 'withdraw']);
    expect(allowed('zfb04')).toEqual(['close', 'grant', 'refuse', 'reject', 'reopen', 'return', 'uphold']);
  });
  it('is touched by nobody of the office who was there within a year', () => {
    for (const id of ['zfb01', 'zfb03', 'zfb04'])
      expect(allowed(id, { principals: [], former: ['jyj'] }), id).toEqual([]);
    expect(allowed('zfb04', { principals: [], former: ['czj'] })).toEqual(allowed('zfb04'));
  });
  it('is signed by whom the head asked to, who then does not judge it', () => {
    const asked = { principals: ['jyj01'], former: [] };
    expect(allowed('jyj05', asked)).toEqual(UNIT.filter((did) => did !== 'supplement' && did !== 'unsign'));
    expect(allowed('zfb04', asked)).not.toContain('close');
  });
});

describe('in chat', () => {
  const WORDS = [
    '收到 0001',
    'F0001收到',
    '代签 0001',
    '整改 0001 已批评教育',
    '延期 0001 2天 工作忙',
    '异议 0001 情况不实',
    '缓签 0001 明天9:00 在开会',
    '撤回签收 0001',
    '佐证 0001',
    'F0001',
    '销号 0001 已到现场核查，整改到位',
    '退回 0001 未说明处理结果',
    '撤销 0001 情况不实',
    '同意延期 0001 2天',
    '采纳异议 0001 情况不实',
    '上报 0001',
    '台账',
    '未签收',
    '逾期',
  ];
  it.each([
    ['何静', '财政局'],
    ['何静', '私聊'],
    ['何静', '教育局'],
    ['何静', '督查群'],
    ['李雪梅', '私聊'],
    ['周文', '领导群'],
    ['周文', '私聊'],
  ])('%s@%s neither moves nor learns anything of it', async (who, at) => {
    const to = await stage({ start: on('09-22 10:20') });
    await to.say('孙磊', '督查群', '问题 教育局 玩游戏 三楼办公室上班时间玩游戏 张三');
    await to.say('孙磊', '督查群', '1');
    const before = await to.store.get(FINDINGS, 'F2026-0001');
    expect(before?.data.unit).toBe('jyj');
    for (const words of WORDS) {
      await to.say(who, at, words);
      const said = to.fresh().map(({ text }) => text);
      expect(said.join('\n'), words).not.toMatch(/三楼|玩游戏|张三/u);
      expect((await to.store.get(FINDINGS, 'F2026-0001'))?.rev, words).toBe(before?.rev);
    }
  });
});
