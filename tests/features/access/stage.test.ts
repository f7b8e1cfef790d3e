/** What the gateway tells and does, on a whole stage: requests, invitations, the first admin, the sweep. */
import { describe, expect, it } from 'vitest';
import { memoryStore } from '../../../src/adapters/memory/store.ts';
import { secrets } from '../../../src/adapters/secrets.ts';
import { FEATURES } from '../../../src/app/features.ts';
import { tablesOf } from '../../../src/app/tables.ts';
import { put } from '../../../src/core/store.ts';
import { DAY, HOUR, MINUTE } from '../../../src/core/time.ts';
import {
  BINDING_CODES,
  BINDINGS,
  CLAIMS,
  HELLOS,
  NEWCOMERS,
  ROOMS,
  TRIES,
} from '../../../src/features/access/access.ts';
import { demoFacts, START, type Stage, stage } from '../../support/stage.ts';

const befriend = (on: Stage, contact: string, hello = '') =>
  on.hear({ kind: 'friend', at: on.clock.now(), request: `fr-${contact}`, contact, name: contact, hello });
const invite = (on: Stage, contact: string) =>
  on.hear({ kind: 'invitation', at: on.clock.now(), invitation: `inv-${contact}`, contact, topic: '群' });
const privately = (on: Stage, contact: string, text: string) =>
  on.hear(on.street.message(contact, contact, null, text));

describe('friend requests', () => {
  it('are accepted twenty an hour, the rest later; a code does not wait in the line', async () => {
    const on = await stage({ bare: true });
    await on.say('钱进', '私聊', '接入码 教育局');
    for (let n = 0; n < 25; n += 1) await befriend(on, `guest-${n}`);
    expect(on.street.accepted).toHaveLength(20);
    await befriend(on, 'wxid_jyj03', '教育局陈静 TEST22');
    expect(on.street.accepted).toContain('friend:fr-wxid_jyj03');
    await on.forward(START + HOUR + MINUTE);
    expect(on.street.accepted).toHaveLength(26);
  });

  it('are greeted once, however often they come', async () => {
    const on = await stage({ bare: true });
    await befriend(on, 'guest');
    expect(on.fresh()).toHaveLength(1);
    await befriend(on, 'guest');
    await privately(on, 'guest', '在吗');
    expect(on.fresh()).toHaveLength(0);
  });
});

describe('invitations', () => {
  it('are accepted from bound people and from who gave a code, from nobody else', async () => {
    const on = await stage({ bare: true });
    await on.say('钱进', '私聊', '接入码 教育局');
    await invite(on, 'guest');
    await befriend(on, 'guest', '拉你进群');
    await invite(on, 'guest');
    expect(on.street.accepted).not.toContain('invitation:inv-guest');
    await invite(on, 'wxid_zfb02');
    await befriend(on, 'wxid_jyj03', 'TEST22');
    await invite(on, 'wxid_jyj03');
    expect(on.street.accepted).toContain('invitation:inv-wxid_zfb02');
    expect(on.street.accepted).toContain('invitation:inv-wxid_jyj03');
  });
});

describe('the first admin', () => {
  const empty = async (roster = demoFacts().roster) => {
    const store = memoryStore(tablesOf(FEATURES));
    const row = { person: null, until: START + DAY, tries: 0, issuedBy: 'system' };
    await store.commit([put(BINDING_CODES, secrets.hash('K7M2Q8'), row)]);
    await store.commit([put(BINDING_CODES, secrets.hash('OFAN0LDLOG'), row)]);
    return stage({ store, facts: { ...demoFacts(), roster } });
  };

  it('is the admin of the roster who has that name', async () => {
    const on = await empty();
    await on.say('钱进', '私聊', '我是 钱进 K7M2Q8');
    expect(on.fresh()[0]?.text).toContain('已绑定：钱进（管理员）');
    expect((await on.store.get(BINDINGS, 'wxid_zfb02'))?.data.person).toBe('zfb02');
    expect(await on.store.find(BINDING_CODES, {})).toEqual([]);
  });

  it('is made when the roster is empty, may act at once, and goes on as the one the roster names later', async () => {
    const on = await empty({ units: [], people: [] });
    await privately(on, 'boss', '我是 苏晴 k7m2q8');
    expect(on.fresh()[0]?.text).toContain('已绑定：苏晴（管理员）');
    await privately(on, 'boss', '接入码 全部');
    expect(on.fresh()[0]?.text).toBe('名册里还没有单位，请先导入名册。');
    const { roster } = demoFacts();
    const named = {
      units: roster.units,
      people: [
        ...roster.people,
        { id: 'zfb09', name: '苏晴', posts: [{ unit: 'zfb', role: 'admin' as const }] },
      ],
    };
    await on.reload({ ...demoFacts(), roster: named }, ['增加：苏晴'], []);
    expect((await on.store.get(BINDINGS, 'boss'))?.data.person).toBe('zfb09');
    expect(await on.store.find(NEWCOMERS, {})).toEqual([]);
    expect(on.program.house.know().org.named('苏晴')).toHaveLength(1);
    await privately(on, 'boss', '接入进度');
    expect(on.fresh()[0]?.text).toContain('7个单位');
  });

  it('gets a phone screen and a sheet when more than ten units are behind', async () => {
    const { roster } = demoFacts();
    const units = Array.from({ length: 30 }, (_, n) => ({
      id: `u${n}`,
      name: `第${n}局`,
      aliases: [],
      kind: 'bureau' as const,
    }));
    const on = await empty({ units: [...roster.units, ...units], people: roster.people });
    await on.say('钱进', '私聊', '我是 钱进 K7M2Q8');
    await on.say('钱进', '私聊', '接入进度');
    const [text, sheet] = on.fresh();
    expect(text?.text.split('\n').length).toBeLessThanOrEqual(15);
    expect(text?.text).toContain('还有27个单位，见附表。');
    expect(sheet?.text).toBe('[文件 接入进度2026-09-21.xlsx]');
  });
});

describe('an unclaimed group', () => {
  it('leaves nothing behind but that it was met', async () => {
    const on = await stage({ bare: true });
    on.street.groups.set('g', { id: 'g', topic: '某群', members: new Map([['x', '小马']]) });
    for (const text of ['你好', '下午开会', '我今天下乡'])
      await on.hear(on.street.message('x', '小马', 'g', text));
    expect((await on.store.find(ROOMS, { kind: 'unbound' })).map(({ data }) => data.topic)).toEqual(['某群']);
    expect(await on.store.find(CLAIMS, {})).toEqual([]);
    expect(on.street.spoken.filter(({ to }) => 'room' in to && to.room === 'g')).toHaveLength(1);
  });

  it('is greeted only when people are awake, if nobody brought the bot in', async () => {
    const on = await stage({ bare: true, start: START - 2 * HOUR });
    on.street.groups.set('g', { id: 'g', topic: '某群', members: new Map([['x', '小马']]) });
    await on.hear(on.street.message('x', '小马', 'g', '早'));
    expect(on.fresh()).toEqual([]);
    await on.forward(START + MINUTE);
    expect(on.fresh()[0]?.text).toContain('大家好');
  });

  it('is left after seven days and forgotten', async () => {
    const on = await stage({ bare: true });
    on.street.groups.set('g', { id: 'g', topic: '某群', members: new Map() });
    await on.hear(on.street.message('x', '小马', 'g', '早'));
    await on.forward(START + 7 * DAY - MINUTE);
    expect(on.street.groups.has('g')).toBe(true);
    await on.forward(START + 7 * DAY);
    expect(on.street.groups.has('g')).toBe(false);
    expect(await on.store.get(ROOMS, 'g')).toBeUndefined();
  });
});

it('sweeps tries, spent codes and strangers, and keeps who is bound', async () => {
  const on = await stage();
  await privately(on, 'guest', '你好');
  await privately(on, 'guest', '我是 张三 WRONG2');
  await on.say('钱进', '私聊', '绑定码 张三');
  await on.forward(START + 100 * DAY);
  expect(await on.store.find(TRIES, {})).toEqual([]);
  expect(await on.store.find(BINDING_CODES, {})).toEqual([]);
  expect(await on.store.find(HELLOS, {})).toEqual([]);
  expect((await on.store.find(BINDINGS, {})).length).toBe(demoFacts().roster.people.length);
});

it('approves one of two accounts that claim the same role, never both', async () => {
  const on = await stage();
  const claim = (contact: string, at: number) => ({
    ...{ contact, person: 'jyj02', unit: 'jyj', role: 'discipline' as const, at },
    ...{ state: 'accepted' as const, by: 'jyj03', shown: '刘明' },
  });
  await on.store.commit([
    put(CLAIMS, 'jyj02/a', claim('a', START)),
    put(CLAIMS, 'jyj02/b', claim('b', START + 1)),
  ]);
  await on.say('赵明', '督查群', '待批');
  await on.say('赵明', '督查群', '同意');
  expect((await on.store.find(BINDINGS, { person: 'jyj02' })).map(({ id }) => id)).toEqual(['a']);
  await on.say('赵明', '督查群', '待批');
  expect(on.fresh()[0]?.text).toContain('【待批】1人');
});

describe('a unit with namesakes and two liaisons', () => {
  const facts = () => {
    const { roster, ...rest } = demoFacts();
    const more = (id: string, name: string, title: string, role: 'staff' | 'liaison') => ({
      ...{ id, name, title, posts: [{ unit: 'jyj', role }] },
    });
    const people = [
      ...roster.people,
      more('jyj11', '王伟', '股长', 'staff'),
      more('jyj12', '王伟', '科员', 'staff'),
      more('jyj13', '郑月', '科员', 'liaison'),
    ];
    return { ...rest, roster: { units: roster.units, people } };
  };

  it('asks the liaison which of two namesakes somebody is', async () => {
    const on = await stage({ facts: facts() });
    await on.hear(on.street.message('x', '小王', 'jyj@chatroom', '我是 王伟'));
    expect(on.fresh()[0]?.text).toContain('本单位有2位王伟，是哪一位？\n1 是王伟（股长）\n2 是王伟（科员）');
    await on.say('陈静', '私聊', '2');
    expect((await on.store.get(BINDINGS, 'x'))?.data.person).toBe('jyj12');
    expect((await on.store.find(CLAIMS, {})).map(({ id, data }) => [id, data.state])).toEqual([
      ['jyj12/x', 'confirmed'],
    ]);
  });

  it('asks who spends the code which liaison he is, unless the group shows it', async () => {
    const on = await stage({ bare: true, facts: facts() });
    await on.say('钱进', '私聊', '接入码 教育局');
    on.street.groups.set('g', { id: 'g', topic: '教育局群', members: new Map([['x', '月月']]) });
    await on.hear(on.street.message('x', '月月', 'g', 'TEST22'));
    expect(on.fresh()[0]?.text).toBe('教育局名册上有几位联络员，您是哪一位？\n1 陈静　2 郑月');
    expect(await on.store.find(ROOMS, { kind: 'unit' })).toEqual([]);
    await on.hear(on.street.message('x', '月月', 'g', '2'));
    expect(on.fresh()[0]?.text).toContain('教育局已接入，联络员：郑月');
    expect((await on.store.get(BINDINGS, 'x'))?.data.person).toBe('jyj13');
  });

  it('tells the issuer to name the unit of a code when a name is not unique', async () => {
    const on = await stage({ facts: facts() });
    await on.say('钱进', '私聊', '绑定码 王伟');
    expect(on.fresh()[0]?.text).toContain('名册里有2位王伟，是哪一位？\n1 教育局股长　2 教育局科员');
    await on.say('钱进', '私聊', '1');
    expect(on.fresh()[0]?.text).toContain('王伟（教育局）的绑定码：TEST22');
    expect((await on.store.find(BINDING_CODES, {})).map(({ data }) => data.person)).toEqual(['jyj11']);
  });
});

it('lets only an admin make an account one of the office’s people', async () => {
  const on = await stage();
  const claim = {
    ...{ contact: 'a', person: 'zfb02', unit: 'jyj', role: 'admin' as const, at: START },
    ...{ state: 'accepted' as const, by: 'jyj03', shown: '钱进' },
  };
  await on.store.commit([put(CLAIMS, 'zfb02/a', claim)]);
  await on.say('赵明', '督查群', '待批');
  await on.say('赵明', '督查群', '同意');
  expect(on.fresh()[0]?.text).toBe('钱进是督查室人员，要由管理员批准。');
  expect(await on.store.get(BINDINGS, 'a')).toBeUndefined();
  await on.say('钱进', '督查群', '待批');
  await on.say('钱进', '督查群', '同意');
  expect((await on.store.get(BINDINGS, 'a'))?.data.person).toBe('zfb02');
});
