/** The words that tell a status, in the order of decision: the higher rank wins when several meet. */
import type { Status } from '../reading.ts';
import { RANK } from './ranks.ts';

/** Kinds of words a cue may be, where the kind changes how it is read. */
export type CueKind = 'illness' | 'leave' | 'generic' | 'suffix' | 'split' | 'alone' | 'draft';

export interface Cue {
  readonly status: Status;
  readonly rank: number;
  readonly rule: string;
  readonly kind?: CueKind;
  /** Parted by spaces or line ends. */
  readonly words: string;
}

/** Every cue of the house. Local words are added from config/lexicon.json. */
export const CUES: readonly Cue[] = [
  // Leave said with its type.
  {
    status: 'leave_sick',
    rank: RANK.leaveTyped,
    rule: 'leave:sick',
    words: '病假 病休 病号假 请病 休病假 工伤假 医疗期 病價 并假',
  },
  {
    status: 'leave_personal',
    rank: RANK.leaveTyped,
    rule: 'leave:personal',
    words: '事假 私假 私事假 急事假 是假 亊假',
  },
  {
    status: 'leave_annual',
    rank: RANK.leaveTyped,
    rule: 'leave:annual',
    words:
      '年假 年休假 年休 公休假 公休 带薪休假 带薪假 年度休假 工休 年修假 年修 大礼拜假 疗养假 疗休养 年资假 工龄假',
  },
  {
    status: 'leave_other',
    rank: RANK.leaveTyped,
    rule: 'leave:other',
    words: `婚假 产假 陪产假 陪产 护理假 看护假 照护假 育儿假 丧假 白事假 探亲假 探亲 哺乳假 喂奶假 产检 产检假 孕检 产前假 流产假 保胎假 保胎 奔丧 节育假 独生子女护理假
      独生子女陪护假 父母护理假 结婚假 补婚假 计生假 侍产假 男产假 丧葬假 待产 坐月子 生娃了 我结婚 办婚礼 去世 过世 病故 走了后事 辞世 离世 治丧 守孝 守灵`,
  },
  // Seconded and rest.
  {
    status: 'seconded',
    rank: RANK.seconded,
    rule: 'seconded',
    words: `借调 抽调 挂职 跟班学习 跟班 上挂 下挂 专班 工作专班 巡察组 巡视组 被抽 抽去 抽走 借用 顶岗锻炼 跟岗 跟岗学习 上派 下派 派驻 援派 援疆 援藏 援青 帮扶挂职 挂任 挂点锻炼 交流任职
      借到 借去 抽人 被借 支援 挂锻 挂职锻炼 跟班锻炼 以干代训 以案代训 抽派`,
  },
  {
    status: 'rest',
    rank: RANK.rest,
    rule: 'rest',
    words: `调休 补休 轮休 换休 倒休 存休 串休 抵休 歇班 下夜班 下了夜班 出夜班 倒班休息 歇礼拜 补觉 补瞌睡 补瞌困 落夜班 补假唔使 补钟 调修 轮修 轮体 补体 调体 歇一天 歇半天 歇两天 歇三天
      歇一日 换班休息 轮班休息 轮到休息 倒班 轮空休息 攒的休 攒下的休 调个休 补个休 轮个休 倒个休 休一天班 挪休 休班 存班休 补休息 换个休 串个休 补半天休 补一天休 补两天休 歇个班`,
  },
  // 抽我去考核组: the one drafted stands behind it.
  { status: 'seconded', rank: RANK.seconded, rule: 'seconded', kind: 'draft', words: '抽' },
  // Covering a post is work at the office.
  {
    status: 'on_duty',
    rank: RANK.post,
    rule: 'on-duty:post',
    words: `窗口值班 窗口值守 大厅值班 大厅值守 窗口坐班 大厅坐班 坐班 坐窗口 顶窗口 顶班 顶岗 替岗 代班 代岗 坐大厅 便民大厅值班 导服 导办 咨询台值班 顶一下窗口 守窗口 看窗口 值窗口 窗口上班 窗口顶岗 坐柜台
      服务台值班 服务大厅值班 前台值班 政务大厅值班 大厅导办 大厅轮值 窗口轮值 守大厅 睇窗口 信访接待 接访 值守窗口 值守大厅 窗口轮班 坐席`,
  },
  // Illness: one's own is sick leave, the family's is personal leave.
  {
    status: 'leave_sick',
    rank: RANK.illness,
    rule: 'reason:illness',
    kind: 'illness',
    words: `扯到了 扯到腰 腰扭了 起不来床 起不来 下不了床 摔伤了 摔了一跤 烧起来 遭了病 拉稀 屙稀 呕吐 恶心 头昏 眼睛疼 牙齿疼 牙齿痛 脚痛 脚疼 膝盖疼 嗓子痛 喉咙痛 肚子痛得 静养 休养 看病 瞧病 睇医生 睇病 看医生 看大夫 瞧大夫 睇牙 看牙 看牙医 看牙科 拔牙 补牙 镶牙 洗牙 种牙 牙疼 牙痛 输液 打针 打吊针 吊针 打点滴 点滴 挂水 吊水 挂吊瓶 打吊瓶 吊瓶 挂盐水 挂点滴 打液体 挂针 住院
      住了院 复查 复诊 手术 做手术 开刀 动手术 感冒 发烧 发热 头疼 头痛 头晕 肚子疼 肚子痛 拉肚子 屙肚子 跑肚 闹肚子 腹泻 腰疼 腰痛 胃疼 胃痛 胃病 腿疼 颈椎病 颈椎疼 颈椎 腰椎 腰椎间盘 不舒服 唔舒服 身体不适
      身体欠佳 不得劲 不好受 不好过 不太好 难受 生病 得病 犯病 病了 不爽快 不安逸 脑壳痛 脑壳疼 脑壳晕 脑壳昏 脑阔痛 身上不好 崴脚 崴了脚 脚崴 扭伤 扭了腰 扭到腰 闪了腰 骨折 摔伤 过敏 中暑 阳了 甲流 流感 肠胃炎 肺炎
      胃镜 肠镜 做核磁 核磁 核磁共振 做ct 拍片检查 做彩超 b超 彩超 抽血 换药 拆线 理疗 针灸 推拿 透析 化疗 体检复查 养病 休养 静养 卧床 腰杆 腰杆子 吃不消 起不来床 扭到 扯到 落枕 养伤 就医 就诊 牙科 口腔科 口腔医院 牙医 骨科 眼科 妇科 内科 外科 皮肤科 中医馆 复健 康复训练 换牙 牙 根管 矫正牙齿 体检异常 问诊 急诊 发高烧 高烧 低烧 咳嗽 嗓子疼 嗓子哑 发炎 带状疱疹 痛风 高血压
      血压高 眼疾 结膜炎 白内障 病倒 旧病复发 老毛病 病情 抓药 拿药 烧到 伤风 着凉 凉到了 凉着了 热到了 闹病 跌伤 跌倒 烫伤 阑尾炎 结石 晕倒 做检查身体 身体检查 心脏不舒服 挂了号 挂个号 挂号看 麻药 犯了腰 小病 病得
      发寒 打摆子 打针输液 胃不舒服 肠胃不适 住进医院 进医院 烧糊涂 冒烧 发痧 感冒发烧 寒着了 食物中毒 上吐下泻 月经 痛经 偏头痛 缝针 疫苗反应 狂犬疫苗 打疫苗 配眼镜`,
  },
  // Own affairs and the family's.
  {
    status: 'leave_personal',
    rank: RANK.private,
    rule: 'reason:private',
    words: `私事 办私事 家有事 家里有事 家中有事 屋里有事 屋里头有事 屋企有事 有点私事 有点事 有点子事 有事请假 个人事务 个人原因 处理家务 急事 家长会 考驾照 考驾驶证 学车 练车 科目一 科目二 科目三 科目四 搬家 搬屋 装修
      办房产证 过户 看房 验房 收房 相亲 婚礼 吃席 吃酒 喝喜酒 饮喜酒 坐席 送亲 接亲 娶亲 随礼 上礼 吃酒席 喝酒席 上坟 扫墓 祭祖 回老家 回娘家 娘家 老家 迁坟 陪护 陪床 陪夜 护理老人 照顾老人 照看 照顾 带娃 看娃 带孩子
      看孩子 管娃 管细伢子 湊仔 凑仔 帮仔 接孩子 接娃 接小孩 接学生放学 送孩子上学 送娃上学 送孩子报到 送娃报到 孩子报到 孩子开学 孩子高考 孩子中考 陪考 陪读 送考 孩子打疫苗 打预防针 孩子满月 满月酒 周岁 过寿 生日宴
      修车 年检车 车辆年检 验车 审车 补办身份证 办身份证 办护照 办签证 办社保转移 办贷款 房贷 签购房合同 买房 交房 盖房 盖房子 上梁 暖房 修房子 家里修 收麦子 割麦子 挖洋芋 掰苞谷 掰包谷 种洋芋   
         刷房子 家里停水 家里漏水 家里水管 跑水 开锁 丢了身份证 带老人 带父母 带我妈 带我爸 带爸妈 带父亲 带母亲 带老妈 带老爸 接老人 送老人 陪老人 陪父母 陪我妈 陪我爸 陪母亲 陪父亲 陪爱人 陪媳妇 陪老婆 陪丈夫
      陪老公 陪儿子 陪女儿 陪孩子 陪娃 看望老人 看望父母 自考 考研 考证 自学考试 打官司 离婚 领证 扯证 拍婚纱照 订婚 定亲 还愿 朝圣 念经 做礼拜 老人做寿 大寿 屋里来客 家里来客 家里有客 屋头有事 屋头有点事 家头有事 家里面有事 家里的事
      回家 家里出了 家里临时 有个事 有个私事 办点私事 有点急事 有些私事 个人私事 有私事 有要事`,
  },
  // Leave without its type.
  {
    status: 'leave_annual',
    rank: RANK.leave,
    rule: 'leave:holiday',
    kind: 'generic',
    words: '休假 休个假 修假 放年假 度假 休小长假',
  },
  {
    status: 'leave_personal',
    rank: RANK.leave,
    rule: 'leave:plain',
    kind: 'generic',
    words: `请假 请价 请甲 清假 请个假 请了假 请好假 请好假了 告假 告个假 请一下假 请下假 请个早假 告一天假 告半天假 请到假 请咗假 请紧假 请几天假 请阵假 请哈假 请事 请长假 请短假 续假 补假 请准假 准假条 请假条 事病假 的假 假期`,
  },
  { status: 'leave_personal', rank: RANK.leave, rule: 'leave:plain', kind: 'split', words: '假' },
  {
    status: 'rest',
    rank: RANK.restWeak,
    rule: 'rest:plain',
    kind: 'generic',
    words: '休息 休息一天 歇着 歇息 在家休息 在家歇着 歇工 歇 抖一下 唞 唞下 唞一日 休整 休',
  },
  // Not at work yet.
  {
    status: 'late',
    rank: RANK.late,
    rule: 'late',
    words: `晚到 迟到 途中 来的途中 上班途中 返工途中 在途中 道不好走 路不好走 在路上 还在路上 在半路 半路上 半道上 马上到 马上就到 快到了 就快到 才能到 才到 才能赶到 才能到岗 才能到单位 稍晚到 晚点到 晚点来 晚点去 晚些去 晚一点去 晚点上班 晚点过去 晚些到 晚些来 晚一会 晚会儿到 晚来 迟来 迟点到 迟些到 迟啲到 迟一会 迟一哈 迟一下 迟滴到 会晚 要晚 得晚 会迟 要迟 稍迟 略晚 赶过来 正在赶 往单位赶 往回赶 在赶 赶来 刚出门 刚起床 起晚 睡过头 睡过了 没赶上车 没赶上班车 误了车 误了班车 错过班车 坐过站 晚几分钟 晚十分钟 晚二十分钟 晚半小时 晚半个小时 晚一个小时 晚1小时 晚半个钟 迟半个钟 迟十分钟 迟半小时 迟半个小时 慢点到 慢慢到 晏啲到 晏啲返 晏返 晏到 一会儿到 一会到 一哈到 一哈哈到 一下下到 待会到 待会儿到 等会到 等会儿到 等哈到 等哈儿到 过会到 过会儿到 随后到 稍后到 晚点到岗 迟到一会 耽误一会 耽搁一会 晚一些到 晚一点到 晚一点来 晚会儿 晚到会儿 晚到岗 迟到岗 晚点儿到 得晚点 要晚点 会晚点`,
  },
  // Why somebody is late; said alone it may be talk.
  {
    status: 'late',
    rank: RANK.late,
    rule: 'cause:late',
    words:
      '堵车 塞车 堵路上 堵在 堵起 堵住了 路上 路滑 雪大路滑 限行 追尾 剐蹭 蹭车 车坏了 车胎爆了 爆胎 车打不着 车没电 打不着火 等车 等公交 赶车',
  },
  // Duty.
  {
    status: 'remote_duty',
    rank: RANK.duty,
    rule: 'duty',
    words: `值班 带班 值夜班 上夜班 夜班 值夜 值守 值宿 卡点 考点值守 防汛值守 防火值守 备勤 守夜 守卡 守点 值班室 应急值守 24小时值守 值斑 值办 代班值班 带斑 值白班 值晚班 值日 总值班 当值 值更 轮值 驻点值守 守卡点 设卡 上卡 坐镇 值个班
      值勤 执勤 防火卡点 守水卡 待命 值大夜 值小夜 当班值守 顶夜班 值节班 值假期班`,
  },
  // Training and meetings.
  {
    status: 'training',
    rank: RANK.training,
    rule: 'training',
    words: `培训 培训班 轮训 学习 学习班 研修 研修班 进修 进修班 线上培训 网络培训 集训 集中学习 党校学习 主体班 中青班 青干班 科干班 网课 听课 上课 讲座 听报告 听讲 授课 听讲座 业务培训 岗前培训 培训会 研讨班 读书班 示范班 轮训班 演训 送训 培讯 陪训 学习培训 培训学习
      骨干班 提高班 能力提升班 专题班 初任培训 任职培训 参训 受训 考试培训 继续教育 跟班培训 实训 学校学习 面授 班次学习`,
  },
  {
    status: 'meeting',
    rank: RANK.meeting,
    rule: 'meeting',
    words: `理论学习中心组学习 中心组理论学习 党委中心组学习 党组中心组学习 党组理论学习中心组学习 开会 参会 会议 会商 中心组学习 理论学习中心组 党组中心组 中心组 主题党日 主题党日活动 开个会 开完会 开的会 列席 列席会 与会 视频会 电视电话会 碰头会 例会 常务会 常委会 党组会 党委会 班子会 局务会 办公会 书记会 干部会 职工会 推进会 座谈会
      观摩会 动员会 调度会 部署会 协调会 讨论会 研讨会 评审会 听证会 联席会 现场会 表彰会 总结会 述职会 民主生活会 组织生活会 党代会 人代会 政协会 两会 工作会 专题会 汇报会 交流会 发布会 论证会 审查会 安排会 启动会 征求意见会 约谈会 培训动员会 点评会
      复盘会 周例会 晨会 早会 夕会 全会 扩大会 专班会 党员大会 支部会 支委会 党小组会 三会一课 党课 上党课 开党课 村民会 代表会 联审会 规委会 招标会 开标 评标 研判会 通气会 说明会 分析会 防火会 安全会 防汛会 安委会会议 点名会 组织生活 民主评议 开大会
      开小会 大会 开汇 参汇 开灰 开回 院坝会 坝坝会 屋场会 板凳会 群众会 户主会 党群会 擂台会 述职 约谈 集体学习 理论学习 开碰头 比武会 誓师会 见面会 对接会 洽谈会 调解会 答辩会 面试会 议事会 咨询会 团拜会 宣讲会 学习会 反馈会 进点会`,
  },
  // Any other name of a meeting: …会.
  { status: 'meeting', rank: RANK.meeting, rule: 'meeting', kind: 'suffix', words: '会' },
  {
    status: 'meeting',
    rank: RANK.meeting,
    rule: 'meeting:observe',
    words: '观摩 现场观摩 观摩学习 参观学习 考察学习 观摩交流',
  },
  // Trips, the country, errands.
  {
    status: 'business_trip',
    rank: RANK.trip,
    rule: 'trip',
    words: '出差 出长差 跑长途 出外差 出查 公干 出差在外 因公外地 出趟差 出远差 异地办案 外调取证',
  },
  {
    status: 'field_visit',
    rank: RANK.field,
    rule: 'field',
    words: `下乡 下村 下沉 下沉社区 入村 进村 到村 入户 下户 走访 驻村 包村 包点 蹲点 上山 巡河 巡山 巡林 巡湖 巡库 外业 跑村 跑乡下 下基层 下社区 进社区 下片区 下屯 下组 下队 下去了 都下去了 都下去 都下村 下连 下连队 下嘎查 进嘎查 走村 走村入户 入村入户 进村入户 进户 上户 跑户 串户 下田 下地 上工地 跑工地 跑现场 下现场 看现场 现场踏勘 踏勘 现场勘查 下矿 下井 下厂 下湾 下冲 下寨 进寨 上寨子 下牧区 上草场 上滩 进山 进沟 防火巡护 护林 河道巡查 巡护 巡堤 查堤 守堤 守水源 打疫苗下村 下香 下享 下向 夏乡 下箱 如户 入沪 下春 下去村 到乡下 落乡 落村 跑乡镇 下乡镇 到乡镇 落田 走基层 驻点 包片 包户 网格走访 网格巡查 野外作业 测土 下点 下片`,
  },
  // Where that is; without a word of going there it may be talk.
  {
    status: 'field_visit',
    rank: RANK.field,
    rule: 'field:place',
    words:
      '工地 村上 村里 村部 村委会 田间 地头 田间地头 现场 牧区 山上 农户家 牧户 农户 老百姓家 贫困户 监测户 脱贫户 乡下 各乡镇 各村 几个村 帮扶户 结对户 网格 片区 秸秆 野外 采样点',
  },
  {
    status: 'out_on_business',
    rank: RANK.out,
    rule: 'out',
    words: `外出 公差 办点事 办点事儿 办个事儿 办事儿 公出 公假 因公外出 公务外出 外勤 跑外勤 出外勤 办事 外出办事 出去办事 出去一趟 出去办 出公差 外处 出公务 接站 接机 跑腿 出去了 公务 外出公干 审计进点 出外 不在单位办事 去办事 出警 出庭 开庭 出现场执法 执法 出车 出任务 跑手续 办手续`,
  },
  // At work.
  {
    status: 'on_duty',
    rank: RANK.onDuty,
    rule: 'on-duty',
    words: `全在岗 无人请假 无人外出 均无外出 无一缺勤 无缺勤 一个不少 一个都没缺 人齐 人员齐 在岗 在岗在位 在岗在职 到岗 到岗了 在岗位 在岗上 在位 在单位 在办公室 在局里 在局机关 在机关 在所里 在站里 在院里 在委里 在部里 在队里 在中心 在馆里 在校 在学校上班 在厂里 在公司 在班 在班上 在工位 在座位 在镇上 在镇里 在镇政府 在乡上 在乡里 在乡政府 在街道 在办事处 在街道办
      在社区上班 在窗口 在大厅 在前台 在家办公 居家办公 到班 到单位 到单位了 已到 已到岗 到了 都到 都到了 均到 到齐 都在 都在岗 全在 全到 均在 均在岗 已返岗 返岗 已回 已上班 上班 正常上班 上班了 正常在岗 正常到岗 正常 照常上班 在单位上班 销假 已销假 复岗 归岗 到位 在职在岗
      全勤 留守 在家留守 在局 在镇 在乡 在所 在站 在委 在旗 在局上 在县局 在镇上哈 看家 守家 守摊 守摊子 守单位 守办公室 值班在岗 在的 在呢 在哩 在嘞 在着呢 在着 在勒 在咧 在滴 在这 在噶 系度 喺度 喺单位 喺公司 喺办公室 返工 翻工 返到 到咗 在单位得 在屋里办公 在屋里头 在屋头办公 内勤 值守在岗 坐办公室 在咯 在嘛 在哈 在的哈
      在港 再岗 在刚 在钢 在纲 在冈 到港 到刚 在班岗 再单位 再办公室 在单味 在冈位 在干 正常在 都正常 到哒 到了哒 来哒 到单位哒 在单位哒 在屋里搞事 搁单位 搁单位呢 搁办公室 搁局里 搁班上 在单位猫着 搁岗上 在单位蹲着 蹲单位 没动弹 在机关办公 在点 上岗 已上岗 哪也不去 哪都不去 哪儿也不去 哪儿都不去 哪里也不去 哪里都不去 不出去 不外出 没出去 没外出 不下乡 没下乡 在家主持 主持工作 在家坐镇
      办公 留单位 留局里 留镇上 留在 留守单位 留岗 留家 在家 值机关 回岗 回到单位 回单位了 归队 归位 归队了 开门上班 守着 在场 内业 搞内业 单位上 在班子 在司法所 在卫生院上班 守屋`,
  },
  // At the end of what is said of somebody: 张三 在, 8:50到.
  { status: 'on_duty', rank: RANK.onDuty, rule: 'on-duty', kind: 'alone', words: '在 到 来了' },
  { status: 'remote_duty', rank: RANK.duty, rule: 'duty', kind: 'alone', words: '值' },
  // The office named, without a word of being there.
  {
    status: 'on_duty',
    rank: RANK.onDuty,
    rule: 'on-duty:own',
    words: '局里 镇上 镇里 乡上 乡里 所里 站里 院里 委里 队里 单位 办公室',
  },
  {
    status: 'on_duty',
    rank: RANK.deskWork,
    rule: 'on-duty:desk',
    words:
      '写材料 写总结 改材料 整理档案 整理资料 整理材料 做台账 做报表 做资料 填表 录系统 录入 加班 接待群众 赶材料 写方案 归档 做账 报表 写报告 码材料 写稿子 出材料 搞材料 搞资料 打印材料 装订 盘点 接听电话 守电话 内务',
  },
  // Nothing said about where.
  {
    status: 'unknown',
    rank: RANK.unknown,
    rule: 'unknown',
    words: `不来了 来不了 不能来 来不到 来不成 不来上班 上不了班 上不成班 不来单位 不去单位 不在 不在岗 没在 唔喺度 没在岗 没来 没来上班 未到 未到岗 没到 没到岗 没见人 没见 没看见 还没来 还没到 联系不上 联系不到 打不通 电话不通 电话关机 关机 无法联系 没联系上 没接电话 未接电话 电话没人接 失联 去向不明 去向不清 不知去向 不知道去哪 不知道去哪了 去向待查 去向待定 去向未知 情况不明
      不明 原因不明 原因没说 没说原因 原因未说 没请假也没来 没说去哪 不清楚 待核实 待查 还在联系 正在联系 缺勤 缺岗 空岗 脱岗 旷工 人不在 未在岗 未见 未报去向 没报去向 离岗 未请假 未假 不晓得去哪 不晓得去哪哒 搞不清 冇来 冇到 没得人影 没得影影 冇见人 联系唔到 不见人 还没见`,
  },
];
