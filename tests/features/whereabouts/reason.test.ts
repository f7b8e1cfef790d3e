/** Reasons in batches: what one does for the office is told; leave, illness and the family only when asked for. */
import { describe, expect, it } from 'vitest';
import { understandWhereabouts } from '../../../src/cli/understand-whereabouts.ts';
import type { Reasons } from '../../../src/features/whereabouts/reader/reason.ts';
import { corpus, know } from './corpus.ts';
import { MEMBERS, read, TODAY } from './stages/stage.ts';

const understood = (text: string, reasons: Reasons = 'work') =>
  understandWhereabouts(
    { id: 1, sentAt: `${TODAY}T09:00:00+08:00`, sender: '张卫东', unitMembers: MEMBERS, text },
    { ...know, reasons },
  ).entries;
const reasons = (text: string, which?: Reasons): readonly (string | undefined)[] =>
  understood(text, which).map(({ reason }) => reason);

describe('a reason is told', () => {
  it.each([
    ['behind the place', '去县人大送预算材料', '送预算材料'],
    ['in a clause of its own', '下村，石桥村，核查低保', '核查低保'],
    ['of a meeting, by its name', '在局里开党组会', '党组会'],
    ['of a training, by its name', '去西宁参加应急救援培训，两天', '应急救援培训'],
    ['of being late, by the road', '路上堵车，大概晚到十分钟', '路上堵车'],
  ])('%s', (_where, text, reason) => expect(reasons(text)).toEqual([reason]));
  it('not by a word that only says the status', () =>
    expect([reasons('下乡'), reasons('开会'), reasons('在岗')]).toEqual([
      [undefined],
      [undefined],
      [undefined],
    ]));
});

describe('one’s own affairs', () => {
  it.each([
    ['illness', '请假半天（拔牙）', '拔牙'],
    ['the family', '请假，孩子发烧', '孩子发烧'],
    ['leave', '下周二请一天假，办房产证', '办房产证'],
    ['the family on the way', '9点半才能到，送孩子', '送孩子'],
  ])('%s: only when asked for', (_what, text, reason) => {
    expect(reasons(text)).toEqual([undefined]);
    expect(reasons(text, 'all')).toEqual([reason]);
  });
  it('a room that does not ask reads no reason at all', () =>
    expect(read('去县人大送预算材料').entries[0]?.reason).toBeUndefined());
  it('no leave in any corpus is told with its reason', () => {
    for (const row of [...corpus('dev-corpus.jsonl'), ...corpus('own-corpus.jsonl')])
      for (const { status, reason } of understandWhereabouts(row, know).entries)
        if (status.startsWith('leave')) expect(reason).toBeUndefined();
  });
});

it('almost all reasons that were labelled are found, in the words of the message', () => {
  const pairs = [...corpus('dev-corpus.jsonl'), ...corpus('own-corpus.jsonl')].flatMap((row) => {
    const got = understandWhereabouts(row, { ...know, reasons: 'all' }).entries;
    for (const { reason } of got) expect(row.text).toContain(reason ?? '');
    return row.expect.entries.flatMap(({ person, status, from, reason }) => {
      const found = got.find((e) => e.person === person && e.status === status && e.from === from);
      return reason === undefined || found === undefined ? [] : [[reason, found.reason ?? '?'] as const];
    });
  });
  const hits = pairs.filter(([want, have]) => want.includes(have) || have.includes(want));
  expect(hits.length / pairs.length).toBeGreaterThan(0.88);
});

it('fields stand in the order of the guide', () =>
  expect(Object.keys(understood('下午去县人大送预算材料')[0] ?? {})).toEqual([
    'person',
    'status',
    'from',
    'to',
    'halfDay',
    'place',
    'reason',
  ]));
