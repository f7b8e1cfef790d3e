/** What this room says. */
import { sentences } from '../../core/wording.ts';

export const TEXTS = sentences('digest', {
  // 领导日报
  head: '【作风日报】{date} {weekday}（截至{time}）{mark}',
  unitHead: '【日报】{unit} {date} {weekday}{mark}',
  officeHead: '【待办】{date} {weekday}（截至{time}）{mark}',
  late: '（补发）',
  again: '（更新）',
  none: '{title}：无',
  attention: '需关注：',
  numbered: '{n}. {unit} {text}',
  more: '另有{count}个单位需关注，见明细',
  detail: '各单位明细：回“明细”',
  officeMore: '另有{count}件，回“明细”看各单位',
  county: '全县',

  // 预览
  preview: '{text}\n——\n以上发领导群，回 确认 发送，回 取消 不发。',
  issued: '日报已发领导群。',
  nothingToIssue: '这份预览已过期，请重新回“日报”。',

  // 表
  fileName: '作风日报明细{day}',
  unit: '单位',
  table: '各单位明细',
  sent: '各单位明细（截至{time}），共{count}个单位：',

  titleDaily: '日报',
  whyDaily: '下班前的日报',
});

export const WEEKDAYS = ['', '周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const;
