/** Messages out of their time, messages nobody can type, and answers that cross a newer question. */
import { expect, it } from 'vitest';
import { memoryStore } from '../../src/adapters/memory/store.ts';
import { commit } from '../../src/app/commit.ts';
import { FEATURES } from '../../src/app/features.ts';
import { tablesOf } from '../../src/app/tables.ts';
import { countyRows } from '../../src/cli/county.ts';
import type { Ask } from '../../src/core/change.ts';
import { QUESTIONS, type Question } from '../../src/core/hearing.ts';
import { put, type Row, type Store } from '../../src/core/store.ts';
import { DAY, instant, MINUTE } from '../../src/core/time.ts';
import { roomOfUnit } from '../../src/features/access/access.ts';
import { demoFacts, START, type Stage, stage } from '../support/stage.ts';

const said = (on: Stage, contact: string, text: string, more: object) =>
  on.hear(on.street.message(contact, contact, null, text, more));

it('does not greet, remember or answer a message dated next year, nor one of a megabyte', async () => {
  const on = await stage();
  await said(on, 'guest', '在吗', { at: START + 365 * DAY });
  await said(on, 'guest', '去向 '.repeat(400_000), {});
  expect(on.street.spoken).toEqual([]);
  expect(on.logs.map(({ facts }) => facts['why'])).toEqual(['in the future', 'too long']);
  expect(JSON.stringify(on.logs)).not.toContain('去向');
});

it('is not kept from hearing a bare word by a quote dated next year', async () => {
  const on = await stage();
  const [room, contact] = [on.cast.roomOf('教育局') ?? '', on.cast.contactOf('陈静', '教育局')];
  const call = on.street.message('guest', '某人', room, '看看', {
    at: START + 365 * DAY,
    mentions: [contact],
  });
  await on.hear(call);
  await on.say('赵明', '督查群', '通知 安全检查\n正文：请自查。\n范围：教育局');
  await on.say('赵明', '督查群', '确认');
  const understood = await on.say('陈静', '教育局', '收到');
  expect(understood?.kind).toBe('act');
});

it('does not let a word that comes late answer a question that was put after it', async () => {
  const on = await stage();
  await on.forward(START + 60 * MINUTE);
  await on.say('钱进', '教育局', '解绑');
  const [room, contact] = [on.cast.roomOf('教育局') ?? '', on.cast.contactOf('钱进', '教育局')];
  await on.hear(on.street.message(contact, '钱进', room, '确认', { at: START + 20 * MINUTE }));
  expect(await roomOfUnit(on.store, 'jyj')).toBeDefined();
  await on.say('钱进', '教育局', '确认');
  expect(await roomOfUnit(on.store, 'jyj')).toBeUndefined();
});

it.each([
  ['held until the morning', { priority: 'notice' }],
  ['meant for the morning', { notBefore: instant('2026-09-22', '08:00') }],
] as const)(
  'does not count a question as open that is %s, and counts its minutes from then',
  async (_, more) => {
    const on = await stage();
    await on.forward(instant('2026-09-21', '21:00'));
    const options = [{ words: ['1', '确认'], command: 'desk.cancel', intent: {} }];
    const ask: Ask = { to: 'office', who: '*', text: '明早的问题', options, ...more };
    await commit(on.program.house, { ask: [ask] }, { id: 'tonight' });
    for (const word of ['1', '确认']) expect((await on.say('赵明', '督查群', word))?.kind).toBe('silence');
    expect(on.street.spoken.map(({ text }) => text)).not.toContain('明早的问题');
    await on.forward(instant('2026-09-22', '08:05'));
    expect(on.fresh().map(({ text }) => text)).toContain('明早的问题');
    expect((await on.say('赵明', '督查群', '1'))?.kind).toBe('act');
  },
);

/** A store in which, just before an answer is committed, somebody else does something to its question. */
function crossed(cross: (question: Row) => Row): Store {
  const memory = memoryStore(tablesOf(FEATURES));
  let free = true;
  return {
    ...memory,
    commit: async (rows) => {
      const answered = rows.find(({ table, data }) => table === QUESTIONS.name && data === null);
      if (answered !== undefined && free) {
        free = false;
        await memory.commit([cross(answered)]);
      }
      return memory.commit(rows);
    },
  };
}

const NEWER: Question = { text: '新的', options: [], at: START, until: START + DAY, asked: 'newer' };
it.each([
  ['applies an answer whose question was replaced meanwhile, and leaves the newer one open', NEWER],
  ['does nothing when somebody else has answered meanwhile', null],
])('%s', async (_, newer) => {
  const store = crossed((row) =>
    newer === null ? { ...row } : put(QUESTIONS, row.id, newer, { rev: row.rev }),
  );
  await store.commit(countyRows(demoFacts().roster, START));
  const on = await stage({ store });
  await on.say('钱进', '教育局', '解绑');
  await on.say('钱进', '教育局', '确认');
  expect((await roomOfUnit(on.store, 'jyj')) === undefined).toBe(newer !== null);
  expect((await on.store.find(QUESTIONS, {})).map(({ data }) => data.text)).toEqual(
    newer === null ? [] : ['新的'],
  );
});
