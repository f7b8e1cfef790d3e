/** What is asked back when a reply could mean several items, or one that is not there. */
import { sentences } from '../../core/wording.ts';

export const TEXTS = sentences('reply', {
  whichOne: '您有1件待签收：\n1. {line}\n签收请回 1，也可回“{digits} 收到”。',
  whichOneItem: '您有1件待办：\n1. {line}\n是这件请回 1，也可回“{digits} 收到”。',
  whichHeadItems: '您有{count}件待办，请问是哪一件？',
  whichHead: '您有{count}件待签收，请问是哪一件？',
  whichLine: '{n}. {line}',
  oneOrTwo: '1 或 2',
  oneTo: '1 至 {count}',
  whichFoot: '回 {numbers}，也可回“{digits} 收到”。都是，回“都是”。',
  itemFinding: '{digits} 问题：{type}（{day}）',
  item: '{digits} 通知：{title}',
  unknownNone: '没有找到{word}。您单位现在没有在办的事项。',
  unknown: '没有找到{word}。您单位在办的是{codes}。',
});
