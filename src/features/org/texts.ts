/** What the roster's list and its changes look like. */
import { sentences } from '../../core/wording.ts';

export const ORG = sentences('org', {
  head: '【名册】{units}个单位，{people}人',
  unitLine: '{unit} {count}人',
  unitHead: '【名册】{unit} {count}人，已绑定{bound}人',
  roleLine: '{role}：{names}',
  person: '{name}{title}{mark}',
  unbound: '（未绑定）',
  more: '……等，共{count}个单位。看一个单位：回“名册 {unit}”。',
  hint: '看一个单位：回“名册 {unit}”。',
  empty: '名册里还没有单位。导入：ducha import 名册.xlsx',
  changed: '名册已更新，{count}处变动：',
  seenWhy: '每夜核对人员变动，清理到期的',
  keepsLeft: '离开{unit}的日期：{day}，用于督查回避，保存至{until}',
  changedMore: '……另有{count}处',
});
