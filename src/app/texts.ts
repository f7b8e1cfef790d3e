/** What the house itself says, whatever the room. */
import type { Feature } from '../core/feature.ts';
import { UNFIT } from '../core/unfit-texts.ts';
import { type Catalogue, sentences } from '../core/wording.ts';

export const APP = sentences('app', {
  usage: '{summary}，请这样说：{usage}\n如：{example}',
  sharedUnit: '“{word}”是哪个单位？{near}。回序号即可。',
  nearUnit: '没找到“{word}”。是 {near}？回序号即可。',
  notYours: '您没有办这件事的权限。回“帮助”看能办什么。',
  elsewhere: '这件事请在{where}办，或私聊我。',
  takenInLate: '线路中断时的消息已补收，按原时间登记。',
  unreachable: '请{names}私聊我：回“我是 姓名”。有事项须本人查看，不便在群里说。',
  unknownOutcome: '有1条发往{to}的消息可能没有送达（{first}），请核对，必要时重发。',
  given: '有1条发往{to}的消息没有发出（{why}）：{first}',
  whyRefused: '网关拒收',
  whyInternal: '程序出错',
  whyMissing: '原件已不在或已损坏',
  unshowable: '照片格式无法转发，请到督查室查看。',
  trial: '{unit}试运行中，这条没有发：{first}',
  throttled: '发送过于频繁，账号休息{minutes}分钟，未发的稍后补发。',
  internal: '刚才没有办成，没有登记。请稍后再发一次。',
  storeTrouble: '数据写不进磁盘（可能已满），刚才的消息没有登记。请尽快腾出空间，腾出后自动恢复。',
});

/** Every sentence the program says, room by room. */
export const cataloguesOf = (features: readonly Feature[]): readonly Catalogue[] => [
  APP.catalogue,
  UNFIT.catalogue,
  ...features.flatMap(({ texts }) => texts),
];
