/** Words of receipt: what people write for “got it”, by how much they say on their own. */

import { blend } from './blend.ts';

export const RECEIPT_WORDS = {
  /** Receipt that may name what was received: 收到通知, 通知收到. Counts wherever it stands as a statement. */
  received: `
    收到 已收到 己收到 收到了 收悉 收讫 收妥 收阅 收下 已收 己收 以收 收了 收咗 收哒 收噶 收倒 收到哒
    收到晒 接收 接悉 接到 签收 签收了 签领 已签 己签 查收 照收 照单签收 received rcvd roger copy noted
  `,
  /** Typing and hearing mistakes of 收到: only as a clause of their own. */
  mistyped: `
    ${blend('收受手首守寿售瘦授兽狩', '到道倒刀导岛捣叨稻盗祷')}
    sou到 shou_dao sou_dao 收doge 收到到 收收到 shoudao 收dao shou到 sd 收倒了 收到l 收至 收致 攸到 牧到
    收刭 收菿 収到
  `,
  /** Has been read; complete in itself. */
  read: `
    已知晓 已了解 已获知 已熟知 已阅 己阅 以阅 已越 己越 已悦 己悦 阅悉 阅知 阅处 阅过 阅了 阅毕 已读 己读
    已悉 己悉 以悉 知悉 知息 知晓 获悉 敬悉 悉知 已览 已看 已知 己知 已学 己学 拜读
  `,
  /** Receipt and obedience in one: complete in itself. */
  obey: `
    谨记 牢记 铭记 牢记在心 谨记在心 铭记在心 照办 照做 照执行 遵照 遵办 遵命 遵从 照此办理 坚决执行
    坚决落实 坚决照办 得令 抓好落实 抓落实 贯彻落实 认真落实 严格落实 落实到位 落到实处 贯彻执行 严格执行
    认真执行 遵章守纪 严格遵守 按要求落实 按要求执行 按要求办 按规定执行 按规定办 照要求办 照要求做 照着办
    照着做 跟着办 一定照办
  `,
  /** Answers that count as a whole clause only, and only when the rest of the message is no talk. */
  weak: `
    11111 111111 1111111 o了 木得问题 么问题 看到了 看见了 瞧见了 瞅见了 睇到 睇咗 睇晒 看完了 学习了
    学过了 读过了 看过了 都看了 均看了 已看了 好 好的 好滴 好哒 好嘞 好咧 好勒 好得 号的 好地 好嘅 好哩 好噻 好说 行 行嘞 行呢
    中 中嘞 得 得嘞 得咧 得喇 得啦 得啰 妥 妥了 妥嘞 妥妥的 妥妥 成 成嘞 成了 管 要得 要的 得行 可 可以
    阔以 嗯 嗯嗯 嗯呐 嗯哪 嗯呢 恩 恩恩 唔 哦了 噢了 欧了 欧克 ok okay okey okk okok oki oj8k 0k 0k的 ok了
    k kk yes 晓得 晓得了 知道 知道了 知到了 之道了 知道料 知 知喇 知啦 明白 明白晒 明白了 明 明了 名白
    清楚 清楚了 了解 懂 懂了 有数 有数了 心里有数 记住了 记下了 记到了 记倒了 记到 记得了 记着了 get gotit
    gotit get到 没问题 冇问题 木问题 莫得问题 冒得问题 冒问题 么得问题 没毛病 阅 悉 览 收 签 签到 安排
    安排上 1 11 111 1111 +1 +11 是 已知晓 照准 麻利的 包的 落实 执行 没的说 冇嘢 收声 识得 了然 诺 好嗒
    好der 好di ok的 好叻 中不溜 克 勒
  `,
  /** Glyphs and stickers that say yes. */
  yes: `
    👌 ✅ 👍 💪 🫡 🙏 ☑ ✔ 🆗 🤝 🙆 🉑 ✓ √ [ok] [强] [抱拳] [握手] [合十] [收到] [好的] [好] [嗯]
    [点赞] [赞] [敬礼] [双手合十] [thumbsup] [salute] [shake] [yes] [okay] [ok手势] [比心收到]
  `,
  /** Glyphs and stickers that say nothing. */
  glyph: `
    😂 🤣 😭 😄 😁 😊 🙂 😅 😆 😀 😃 😉 🌹 ☕ 🎉 👏 ❤ 🤔 🙄 😓 😢 😎 🍉 😏 🤦 🤷 📌 📢 📣 🔔 ❗ ‼ ⭐ 🎊 🧧 🌸
    🍻 🍺 💐 😘 😍 🥰 😳 😱 😤 🐶 🌚 [捂脸] [玫瑰] [鼓掌] [咖啡] [笑哭] [呲牙] [偷笑] [微笑] [可怜] [流泪]
    [汗] [擦汗] [发呆] [疑问] [晕] [爱心] [吃瓜] [旺柴] [破涕为笑] [憨笑] [尴尬] [苦涩] [社会社会] [加油]
    [太阳] [啤酒] [蛋糕] [礼物] [红包] [庆祝] [拥抱] [doge] [让我看看] [叹气] [裂开] [机智] [奸笑] [嘿哈]
    [耶] [胜利] [撇嘴] [大哭] [害羞] [得意] [愉快] [翻白眼]
  `,
  /** Handing on: with a mark of the past a notice's receipt. */
  pass: `
    发至 送阅 送呈 呈送 传达 转发 转达 传阅 转办 转给 转告 转至 转到 通知到 告知到 传到 发到 发给 发至各
    发到各 转各 转群里 转工作群 组织学习 集中学习 开会学习 学习传达 学习 张贴 宣读 部署 安排部署 布置 播放 公示 呈报 呈阅 呈
    报告 汇报 报送 上报 签字背书 印发 下发 落实
  `,
  accord: '按 按照 依照 遵照 照 依 照着 严格按 严格按照 坚决按',
  /** What one does because of a notice. */
  heed: `
    踩线 踩红线 越线 碰线 贯彻到位 触碰 一定注意 下次注意 严加管理 严格管理 站好岗 值好班 注意 做到 守住
    守好 守牢 管好 管住 照章办事 照章 自律 带头 杜绝 抓好 抓实 抓细 抓紧抓实 盯紧 引起重视 高度重视 重视
    底线 红线 不踩 不碰 不收 不送 坚守 服从 自查 排查 对照 对照检查 执行 落实 学习 遵守 严守 照办 组织
    部署 安排 值守 封存 约束 提醒 教育 贯彻 张贴 转发 传达 学了 学过 念了 念过
  `,
  thanks: `
    您内 您放心 你放心 您呐 谢谢 感谢 多谢 谢了 谢啦 辛苦 辛苦了 唔该 唔该晒 费心 费心了 麻烦了 麻烦你们
    莫操心 别操心 甭操心 不用操心 莫担心 别担心 甭担心 莫挂心 放宽心 打扰 打扰了 thanks thx 3q 请放心 放心 请领导放心 请组织放心 领导放心 祝好 节日快乐 为您点赞
  `,
  laugh: '哈哈 哈哈哈 哈哈哈哈 嘿嘿 呵呵 嘻嘻 哈哈哈哈哈',
} as const;
