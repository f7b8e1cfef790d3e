/** Parts of the body and what may be wrong with them: every pair is a word of illness. */
import type { Cue } from './cues.ts';
import { RANK } from './ranks.ts';

/** What an ailment of one's own body tells. */
export const AILMENT = {
  status: 'leave_sick',
  rank: RANK.illness,
  rule: 'reason:illness',
  kind: 'illness',
} as const satisfies Omit<Cue, 'words'>;

/** Parts of the body, as people call them. */
export const BODY_PARTS = `头 脑壳 脑袋 腰 腰杆 腰椎 腰椎间盘 颈椎 脖子 颈子 肩膀 肩 背 胳膊 手 手腕 膝盖 膝盖头 腿 脚 脚脖子 脚踝 胃 肚子 肚皮 肚 心脏 胸口 胸 牙 牙齿 眼睛 眼
  嗓子 喉咙 喉嚨 耳朵 鼻子 皮肤 关节 痔疮 痛风 哮喘 胆囊 胆 阑尾 血压 血糖 鼻炎 咽炎 胃病 腰脱 腰突 肾结石 身体 身上 身子`;

/** What may be wrong with one. */
export const COMPLAINTS = `疼 痛 疼得 痛得 犯了 又犯了 发了 不舒服 不适 不得劲 难受 不好受 扭了 闪了 崴了 摔了 摔伤 伤了 受伤 拉伤 肿了 断了 发炎 出血 酸痛 抽筋 骨折 扭到 扯到 摔到 撞了 不行 不对劲 突出`;
