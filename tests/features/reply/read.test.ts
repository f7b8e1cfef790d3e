/** What one message does to which item, and why. */
import { describe, expect, it } from 'vitest';
import { readReply } from '../../../src/features/reply/read.ts';
import type { ReplyMessage } from '../../../src/features/reply/reply.ts';
import { summarise } from '../../../src/features/reply/summarise.ts';
import { simplify } from './simplify.ts';

const N = 'N2026-0107';
const [F1, F2] = ['F2026-0412', 'F2026-0413'];
const say = (text: string, more: Partial<ReplyMessage> = {}) =>
  readReply(
    { text, openNotices: [], openFindings: [F1, F2], quoted: null, role: 'head', ...more },
    { simplify },
  );
const acts = (text: string, more: Partial<ReplyMessage> = {}) =>
  say(text, more).acts.map(({ intent, target }) => `${intent} ${target ?? '?'}`);

describe('several items in one message', () => {
  it.each([
    ['0412认，0413不认', [`ack_finding ${F1}`, `appeal ${F2}`]],
    ['认0412，不认0413', [`ack_finding ${F1}`, `appeal ${F2}`]],
    ['0412、0413收到', [`ack_finding ${F1}`, `ack_finding ${F2}`]],
    ['F0412已整改；0413申请延期10天', [`rectify ${F1}`, `request_extension ${F2}`]],
    ['四一二号整改好了，四一三号再给三天', [`rectify ${F1}`, `request_extension ${F2}`]],
    ['f2026-412 属实\n0413 那天他请假了', [`ack_finding ${F1}`, `appeal ${F2}`]],
  ])('%s', (text, expected) => expect(acts(text)).toEqual(expected));

  it('a number of days goes to its own item', () => {
    expect(say('0412再给3天，0413缓一周').acts.map(({ days }) => days)).toEqual([3, 7]);
  });
  it('both without codes is one act that must be asked once', () => {
    expect(say('两条都认').acts).toMatchObject([{ intent: 'ack_finding', target: null, all: true }]);
    expect(say('都整改好了').acts).toMatchObject([{ intent: 'rectify', target: null, all: true }]);
    expect(say('属实').acts).toMatchObject([{ target: null, all: false }]);
  });
  it('the batch line has the winning intent and its own code', () => {
    const context: ReplyMessage = {
      text: '',
      openNotices: [],
      openFindings: [F1, F2],
      quoted: null,
      role: 'head',
    };
    expect(summarise(say('0412认，0413不认'), context)).toMatchObject({ intent: 'appeal', target: F2 });
    expect(summarise(say('0412、0413收到'), context)).toEqual({ intent: 'ack_finding', target: null });
    expect(summarise(say('中午吃什么'), context)).toEqual({ intent: 'none', target: null });
  });
});

describe('which item is meant', () => {
  it.each([
    ['收到', { openFindings: [F1] }, `ack_finding ${F1}`],
    ['收到', { openNotices: [N], openFindings: [] }, `ack_notice ${N}`],
    ['收到', { openNotices: [N], openFindings: [F1] }, 'ack_notice ?'],
    ['通知收到', { openNotices: [N], openFindings: [F1] }, `ack_notice ${N}`],
    ['整改通知收到', { openNotices: [N], openFindings: [F1] }, `ack_finding ${F1}`],
    ['收到', { openNotices: [N], quoted: F2 }, `ack_finding ${F2}`],
    ['0412收到', { quoted: F2 }, `ack_finding ${F1}`],
    ['F2026-0999收到', {}, 'ack_finding ?'],
    ['「督查助手：【督查反馈】F2026-0413」\n- - - - - - - - -\n收到', {}, `ack_finding ${F2}`],
  ] as const)('%s %j', (text, more, expected) => expect(acts(text, more)).toEqual([expected]));

  it('a date is no code: 12日 and 4月12日 leave the item open', () => {
    expect(acts('4月12日那天他请假了', { openFindings: [F1] })).toEqual([`appeal ${F1}`]);
    expect(acts('12号前整改到位', { openFindings: ['F2026-0012', F2] })).toEqual(['ack_finding ?']);
  });
});

describe('bare words', () => {
  it.each(['收到', '已阅', '👌', '１', '+1', '好的领导', '收道', '[抱拳]'])(
    '%s says nothing on the subject',
    (text) => expect(say(text).bare).toBe(true),
  );
  it.each(['通知收到', '属实', '0412收到', '马上整改', '已整改'])('%s does', (text) =>
    expect(say(text).bare).toBe(false),
  );
  it('a quote makes a bare word speak of the quoted', () =>
    expect(say('1', { quoted: F1 }).bare).toBe(false));
});

describe('who speaks and when', () => {
  it.each(['supervisor', 'director', 'admin'] as const)('%s signs nothing', (role) =>
    expect(say('收到', { role }).acts).toEqual([]),
  );
  it('nothing open, nothing said', () => expect(say('收到', { openFindings: [] }).acts).toEqual([]));
  it('objections need a finding', () =>
    expect(acts('当天他请假了', { openNotices: [N], openFindings: [] })).toEqual([]));
  it('more time may be asked for a quoted notice', () =>
    expect(acts('报表晚一天交行不行', { openNotices: [N], openFindings: [], quoted: N })).toEqual([
      `request_extension ${N}`,
    ]));
});

describe('the reading explains itself', () => {
  it('by the words that decided, even behind signs that are no letters', () => {
    const text = '👌🏻 0412情况屬實';
    const [act] = say(text).acts;
    expect(text.slice(act?.span.start, act?.span.end)).toBe('情况屬實');
    expect(act?.rule).toBe('accept');
  });
  it('a guess is less sure than a word', () => {
    expect(say('0412属实').confidence).toBeGreaterThan(say('那辆车是借的').confidence);
  });
});

describe('words of an office', () => {
  const words = { assent: ['喳喳'], done: ['弄伸展了'], ignore: ['收到路'] };
  const local = (text: string) =>
    readReply(
      { text, openNotices: [], openFindings: [F1], quoted: null, role: 'head' },
      { simplify, words },
    ).acts.map(({ intent }) => intent);
  it('are read as the house’s own', () => {
    expect(local('喳喳')).toEqual(['ack_finding']);
    expect(local('弄伸展了')).toEqual(['rectify']);
    expect(acts('喳喳')).toEqual([]);
  });
  it('can keep a name from being taken for a receipt', () => {
    expect(local('收到路')).toEqual([]);
  });
});
