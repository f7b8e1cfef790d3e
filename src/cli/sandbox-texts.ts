/** What the sandbox's terminal says to whoever sits at it. */
import { EVENT_FORMS } from './events.ts';

const FORMS = [
  '  张三@教育局 > 我今天下乡去东峡镇      在群里说',
  '  陈静@私聊 > 帮助                      私聊机器人',
  '  陈静@教育局 引用“节前提醒” > 收到     引用一条消息',
  '  孙磊@督查群 > [图片 桌面.jpg]         发照片；发文件写[文件 说明.pdf]',
  '  时间 2026-09-22 09:00 或 +1h          时钟往前走，中间该发的都会发',
  '  停机 3d                               机器人停三天再启动',
  '  * 小马 加好友 你好                    发生别的事（输入 ? 看有哪些）',
  '  退出',
].join('\n');

/** Columns a text takes at a terminal: a Chinese character takes two. */
const width = (text: string): number =>
  [...text].reduce((sum, char) => sum + (char.charCodeAt(0) > 0xff ? 2 : 1), 0);
const COLUMN = 40;
const EVENTS = EVENT_FORMS.map(
  ([form, zh]) => `  ${form}${' '.repeat(Math.max(1, COLUMN - 2 - width(form)))}${zh}`,
).join('\n');

export const SANDBOX_TEXTS = {
  welcome: (units: string): string =>
    `督查机器人演示（真实网关协议，假的微信，临时数据，退出即清）\n单位：${units}；另有督查群、领导群、公示群\n现在是 2026-09-21 08:00（周一）。可以这样输入：\n${FORMS}\n`,
  help: `可以这样输入：\n${FORMS}\n可以发生的事：\n${EVENTS}`,
  unreadable: `没看懂这一行。${'可以这样输入：'}\n${FORMS}`,
  backwards: (now: string): string =>
    `时钟只能往前走，现在是“${now}”。要从头再来，请退出后重新运行 npm start。`,
  wrong: (why: string): string => `${why}。输入 ? 看怎么写。`,
  silence: '（没有回应：机器人认为这不是对它说的）',
  noted: (what: string): string => `（已记下，不逐条回应：${what}）`,
} as const;
