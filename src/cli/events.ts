/** What may happen in the sandbox besides talk: each `* …` line with how it is written and what it does. */
import type { FakeWechat } from '../adapters/sandbox/fake-wechat.ts';
import type { Heard } from '../core/ports.ts';
import type { Cast } from './cast.ts';

/** A message id, or a kind of event; `null` when there is nothing to wait for. */
export type Awaited = string | Heard['kind'] | null;
/** Which event of the bot to wait for, or what is wrong with the line. */
export type Acted = { readonly await: Awaited } | { readonly wrong: string };

/** What an event needs of the town. */
export interface Scenery {
  readonly wechat: FakeWechat;
  readonly cast: Cast;
  /** The contact of that name, taken in when nobody has it yet. */
  readonly contactFor: (who: string) => string;
  /** The last message somebody sent. */
  readonly last: () => string | undefined;
}

interface Happening {
  /** How it is written, and what it means: a line of the terminal's help. */
  readonly form: string;
  readonly zh: string;
  /** Words it cannot do without. */
  readonly needs: number;
  readonly run: (scenery: Scenery, words: readonly string[]) => Acted;
}

/** Does something in a group; says so when there is no such group. */
function inRoom({ cast }: Scenery, place: string, run: (room: string) => Awaited): Acted {
  const room = cast.roomOf(place);
  return typeof room === 'string' ? { await: run(room) } : { wrong: `没有“${place}”这个群` };
}

/** The group of that name; a new one has only its founder in it, and not the bot. */
function roomFor({ wechat, cast }: Scenery, topic: string, founder: string): string {
  const there = cast.roomOf(topic);
  if (typeof there === 'string') return there;
  const id = cast.addRoom(topic);
  wechat.addRoom({ id, topic, members: [founder], bot: false });
  return id;
}

/** `教育局-张三`, `张三（科员）`: who shows this name. */
const bare = (shown: string): string => shown.replace(/^.*[-—_]/u, '').replace(/[（(].*$/u, '');

const COMING: Readonly<Record<string, Happening>> = {
  加好友: {
    ...{ form: '* 小马 加好友 你好', zh: '加机器人为好友，后面是验证信息', needs: 1 },
    run: ({ wechat, contactFor }, [who = '', hello = '']) => {
      wechat.befriend(contactFor(who), hello);
      return { await: 'friend' };
    },
  },
  加群: {
    ...{ form: '* 陈静 加群 教育局办公群', zh: '把机器人拉进群（没有就新建）', needs: 2 },
    run: (scenery, [who = '', topic = '']) => {
      const contact = scenery.contactFor(who);
      scenery.wechat.addMember(roomFor(scenery, topic, contact), scenery.wechat.botId, contact);
      return { await: 'joined' };
    },
  },
  邀请: {
    ...{ form: '* 陈静 邀请 教育局办公群', zh: '请机器人进群，由它接受', needs: 2 },
    run: (scenery, [who = '', topic = '']) => {
      const contact = scenery.contactFor(who);
      scenery.wechat.invite(roomFor(scenery, topic, contact), contact);
      return { await: 'invitation' };
    },
  },
  移出: {
    ...{ form: '* 陈静 移出 教育局 张三', zh: '把张三移出群；不写名字是移出机器人', needs: 2 },
    run: (scenery, [who = '', place = '', member]) =>
      inRoom(scenery, place, (room) => {
        const { wechat, contactFor } = scenery;
        const gone = member === undefined ? wechat.botId : contactFor(member);
        wechat.removeMember(room, gone, contactFor(who));
        return 'left';
      }),
  },
};

const NAMING: Readonly<Record<string, Happening>> = {
  群成员: {
    ...{ form: '* 群成员 教育局 张三、小李', zh: '群里添这些人，显示这些名字', needs: 2 },
    run: (scenery, [place = '', ...names]) =>
      inRoom(scenery, place, (room) => {
        for (const shown of names.join('、').split('、')) {
          const contact = scenery.contactFor(bare(shown));
          scenery.wechat.addMember(room, contact, contact);
          scenery.wechat.alias(room, contact, shown);
        }
        return null;
      }),
  },
  改群昵称: {
    ...{ form: '* 张三 改群昵称 教育局 小张', zh: '改自己在群里显示的名字', needs: 3 },
    run: (scenery, [who = '', place = '', name = '']) =>
      inRoom(scenery, place, (room) => {
        scenery.wechat.alias(room, scenery.contactFor(who), name);
        return null;
      }),
  },
  改群名: {
    ...{ form: '* 改群名 教育局 教育局新群', zh: '群改名', needs: 2 },
    run: (scenery, [place = '', topic = '']) =>
      inRoom(scenery, place, (room) => {
        scenery.wechat.retitle(room, topic, scenery.wechat.botId);
        return 'topic';
      }),
  },
  换号: {
    ...{ form: '* 换号 教育局', zh: '群还是那个群，编号换了', needs: 1 },
    run: (scenery, [place = '']) =>
      inRoom(scenery, place, (room) => {
        scenery.wechat.changeRoomId(room, `again-${room}`);
        scenery.cast.renumber(place, `again-${room}`);
        return null;
      }),
  },
};

const AGAIN: Readonly<Record<string, Happening>> = {
  撤回: {
    ...{ form: '* 撤回', zh: '撤回上一条消息', needs: 0 },
    run: ({ wechat, last }) => {
      const id = last();
      if (id === undefined) return { wrong: '还没有消息可以撤回' };
      wechat.recall(id);
      return { await: 'recall' };
    },
  },
  重发: {
    ...{ form: '* 重发', zh: '上一条消息再送达一次', needs: 0 },
    run: ({ wechat, last }) => {
      const id = last();
      if (id === undefined) return { wrong: '还没有消息可以重发' };
      wechat.redeliver(id);
      return { await: id };
    },
  },
};

const HAPPENINGS: Readonly<Record<string, Happening>> = { ...COMING, ...NAMING, ...AGAIN };

/** Makes an event happen, or says how its line is written. */
export function happen(scenery: Scenery, what: string, words: readonly string[]): Acted {
  const found = Object.hasOwn(HAPPENINGS, what) ? HAPPENINGS[what] : undefined;
  if (found === undefined) return { wrong: `没有“${what}”这种事` };
  return words.filter((word) => word !== '').length < found.needs
    ? { wrong: `“${what}”没写全，要写成“${found.form}”` }
    : found.run(scenery, words);
}

/** Every event as the terminal's help shows it. */
export const EVENT_FORMS: readonly (readonly [form: string, zh: string])[] = Object.values(HAPPENINGS).map(
  ({ form, zh }) => [form, zh],
);
