/** What the desk says: help, lists of one's own, the calendar, what will fire, mutes and the audit. */
import { sentences } from '../../core/wording.ts';

export const DESK = sentences('desk', {
  helpHead: '您在这里可以说：',
  helpLine: '· {usage}  {summary}',
  helpRoom: '· {room}：{verbs}{such}',
  helpSuch: '（如“{example}”）',
  helpMore: '看某一条怎么说：回“帮助 命令”，如“帮助 {verb}”。',
  helpNone: '您现在没有可办的事。请私聊我“我是 姓名 绑定码”，绑定码找县作风办要。',
  helpSilent: '平时聊天我不回复、不保存。',
  helpOne: '{summary}\n说法：{usage}\n如：{example}{aliases}',
  helpAliases: '\n也可以说：{verbs}',
  helpUnknown: '没有“{word}”这个命令。回“帮助”看全部。',
  owesNone: '您没有待办。',
  owesHead: '您有{count}件待办：',
  owesLine: '{n}. {code} {text}{due}',
  owesDue: '（{due}前）',
  keepsHead: '{name}同志，这里保存的与您有关的内容：',
  keepsNone: '这里没有保存与您有关的内容。',
  keepsAfter: '有误请说“更正 …”，或找联络员、县作风办。',
  upcomingHead: '未来{days}天：',
  upcomingJob: '· {title}：{count}次，下次{next}',
  upcomingOnce: '· {when} {why}',
  upcomingOff: '{name}（{span}）不发提示和日报',
  upcomingMuted: '现在暂停中，至{until}',
  muteAsk: '暂停{hours}小时：{until}前不主动发消息，有人问照常答。\n回 确认 暂停｜取消 不暂停',
  muted: '已暂停，{until}自动恢复。提前恢复请说“恢复”。',
  mutedTold: '{name}已暂停主动发消息，{until}自动恢复。',
  resumeAsk: '现在恢复主动发消息（暂停中积下的会陆续发出）。\n回 确认 恢复｜取消 不恢复',
  resumed: '已恢复。',
  resumedTold: '{name}已恢复主动发消息。',
  notMuted: '现在没有暂停。',
  cancelled: '已取消。',
  auditHead: '{code} 的经过：',
  auditLine: '{when} {who} {did}{detail}',
  auditNone: '没有找到{code}的记录。',
  verified: '核验通过：已封存{days}天、{count}条记录，未被改动。今天的记录明天凌晨封存。',
  broken: '核验不通过：{day}的记录与封存时不一致，请立即保全数据并联系管理员。',
  nothingSealed: '还没有封存过记录，明天起可以核验。',
  sealWhy: '封存前一天的操作记录',
  sweepWhy: '清理过期的提问',
  system: '系统',
  stranger: '未绑定人员',
});

/** Names the commands' examples are written with: the demo county's 教育局 and its staff, in roster order. */
export const EXAMPLE_UNIT = '教育局';
export const EXAMPLE_PEOPLE: readonly string[] = ['张三', '李四', '王五', '赵六', '周七', '孙八', '吴九'];
export const ANY_EXAMPLE_PERSON = new RegExp(EXAMPLE_PEOPLE.join('|'), 'gu');
