/** What people send is fetched into the vault beside everything else, and the rooms hear what became of it. */
import { expect, it } from 'vitest';
import { commit } from '../../src/app/commit.ts';
import type { Address, Draft } from '../../src/core/change.ts';
import type { Happening } from '../../src/core/feature.ts';
import { OUTBOX, SENT } from '../../src/core/outbox.ts';
import type { Fetched } from '../../src/core/ports.ts';
import { tell } from '../../src/core/say.ts';
import { dayOf, MINUTE } from '../../src/core/time.ts';
import { type Stage, stage } from '../support/stage.ts';

const JPG = Buffer.from('ffd8ffe000', 'hex');
const failing = (why: 'offline' | 'gone' | 'too-large' | 'refused'): Fetched => ({ state: 'failed', why });
const done = (bytes: Uint8Array, name: string): Fetched => ({ state: 'done', bytes, name });

const fetching = (message: string, to: Address = 'unit:jyj', more: Partial<Draft> = {}): Draft => ({
  ...{ to, key: `fetch/${message}`, priority: 'answer', body: { deed: 'fetch-file', id: message } },
  ...more,
});

/** A stage whose rooms' events of fetched files are written down. */
async function listening(): Promise<{ on: Stage; events: Extract<Happening, { kind: 'fetched' }>[] }> {
  const on = await stage();
  const events: Extract<Happening, { kind: 'fetched' }>[] = [];
  const { happened } = on.program.house;
  Object.assign(on.program.house, {
    happened: async (event: Happening) => {
      if (event.kind === 'fetched') events.push(event);
      await happened(event);
    },
  });
  return { on, events };
}
const draft = async (on: Stage, ...say: readonly Draft[]): Promise<void> => {
  await commit(on.program.house, { say }, { id: 'test' });
};
const become = async (on: Stage, message: string) =>
  (await on.store.get(SENT, `${dayOf(on.clock.now())}/fetch/${message}`))?.data;

it('brings a picture into the vault and tells what it is by its bytes', async () => {
  const { on, events } = await listening();
  on.street.sentFiles.set('m', done(JPG, '桌面'));
  await draft(on, fetching('m'));
  await on.program.drain();
  const [event] = events;
  expect(event).toMatchObject({ message: 'm', result: { name: '桌面', bytes: JPG.length, image: true } });
  expect(Buffer.from((await on.vault.read(event?.result?.sha ?? '')) ?? [])).toEqual(JPG);
  expect((await become(on, 'm'))?.state).toBe('sent');
  expect(await on.store.find(OUTBOX, {})).toEqual([]);
  expect(on.street.spoken).toEqual([]);
});

it('waits as long as the line is down, and asks a gateway that refuses only a few times', async () => {
  const { on, events } = await listening();
  on.street.fetches.push(...Array.from({ length: 12 }, () => failing('offline')));
  on.street.sentFiles.set('m', done(Buffer.from('表'), '表.xlsx'));
  await draft(on, fetching('m'));
  await on.forward(on.clock.now() + 5 * MINUTE);
  expect(events.map(({ result }) => result?.image)).toEqual([false]);

  const { tries } = on.program.house.know().settings.limits.send;
  on.street.fetches.push(...Array.from({ length: tries }, () => failing('refused')));
  await draft(on, fetching('n'));
  await on.forward(on.clock.now() + 30 * MINUTE);
  expect(events.at(-1)).toMatchObject({ message: 'n', result: null, why: 'refused' });
  expect(on.street.fetches).toEqual([]);
});

it.each(['gone', 'too-large'] as const)('gives up at once and says why: %s', async (why) => {
  const { on, events } = await listening();
  on.street.fetches.push(failing(why));
  await draft(on, fetching('m'));
  await on.program.drain();
  expect(events).toMatchObject([{ message: 'm', result: null, why }]);
  expect(await become(on, 'm')).toMatchObject({ state: 'dead', why });
});

it('tells that a file did not come in its time', async () => {
  const { on, events } = await listening();
  on.street.fetches.push(...Array.from({ length: 100 }, () => failing('offline')));
  await draft(on, fetching('m', 'unit:jyj', { expiresAt: on.clock.now() + 2 * MINUTE }));
  await on.forward(on.clock.now() + 5 * MINUTE);
  expect(events).toMatchObject([{ message: 'm', result: null, why: 'expired' }]);
  expect((await become(on, 'm'))?.state).toBe('stale');
});

it('does not let a slow file hold up what is said, nor the files of other conversations', async () => {
  const { on, events } = await listening();
  const { chat } = on.street;
  let release = (): void => {};
  const slow = new Promise<void>((resolve) => {
    release = resolve;
  });
  const asked: string[] = [];
  Object.assign(chat, {
    fetch: async (message: string): Promise<Fetched> => {
      asked.push(message);
      if (message === 'slow') await slow;
      return done(JPG, 'a.jpg');
    },
  });
  await draft(
    on,
    fetching('slow'),
    fetching('after'),
    fetching('other', 'unit:rsj'),
    tell('office', 't', '一句话'),
  );
  await on.program.send();
  expect(on.street.spoken.map(({ text }) => text)).toEqual(['一句话']);
  expect(asked).toEqual(['slow', 'other']);
  await expect.poll(() => events.map(({ message }) => message)).toEqual(['other']);
  await draft(on, fetching('late', 'office'));
  await on.program.send();
  await expect.poll(() => events.map(({ message }) => message)).toEqual(['other', 'late']);
  release();
  await on.program.drain();
  expect(events.map(({ message }) => message)).toEqual(['other', 'late', 'slow', 'after']);
});

it('begins again after a restart in the middle of a fetch', async () => {
  const { on } = await listening();
  Object.assign(on.street.chat, { fetch: () => new Promise(() => {}) });
  await draft(on, fetching('m'));
  await on.program.send();
  Object.assign(on.street.chat, { fetch: async () => done(JPG, 'a.jpg') });
  await on.outage(MINUTE);
  expect((await become(on, 'm'))?.state).toBe('sent');
});

it('gives up, and says so, when the disk does not take a file', async () => {
  const { on, events } = await listening();
  Object.assign(on.program.house.doors.vault, {
    keep: async () => {
      throw new Error('ENOSPC');
    },
  });
  on.street.sentFiles.set('m', done(JPG, 'a.jpg'));
  await draft(on, fetching('m'));
  const { tries } = on.program.house.know().settings.limits.send;
  for (let n = 0; n < tries; n += 1) {
    await on.program.drain();
    on.clock.moveTo((await on.program.nextAt()) ?? on.clock.now());
  }
  expect(events).toMatchObject([{ message: 'm', result: null, why: 'internal' }]);
  expect(await become(on, 'm')).toMatchObject({ state: 'dead', why: 'internal' });
  expect(on.logs.filter(({ what }) => what === 'file not kept')).toHaveLength(tries);
});
