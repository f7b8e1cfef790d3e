/** What this room says. */
import { sentences } from '../../core/wording.ts';

export const TEXTS = sentences('whereabouts', {
  head: '【{what}】{unit} {date} {weekday}{late}',
  timedHead: '【{what}】{unit} {date} {time}{late}',
  whatPrompt: '去向',
  whatTally: '去向汇总',
  whatBoard: '去向表',
  late: '（补发）',

  // 早提示
  ask: '今天外出或请假的，{until}前说一声，如“我上午去东峡镇”。',
  known: '已报过，不用再报：{people}',
  quiet: '在岗的不用回复。',
  liaison: '联络员也可一句代报：“王五下乡，其余在岗”。',
  askAll: '请在{until}前报今天去向：在岗回“在”，外出说去向。',
  liaisonAll: '联络员可一句代报：“王五下乡，其余在岗”。',
  basis: '（全员报依据：{basis}，{by}批准，至{until}）',

  // 催报
  missing: '【去向】还差{count}人：{people}',
  missingHow: '在岗回“在”，外出说去向。联络员可代报。',
  missingLast: '今天不再提醒。（全员报依据：{basis}，{by}批准，至{until}）',
  andMore: '{people}等{count}人',

  // 汇总、去向表
  total: '共{count}人',
  group: '{label}{count}：{people}',
  outsiders: '另报编外{count}人',
  reported: '已报在岗{count}人',
  coveredByLiaison: '其余{count}人由联络员报在岗',
  coveredBy: '其余{count}人由{name}报在岗',
  unsaid: '其余{count}人未报外出',
  unsaidRollCall: '未报{count}人：{people}',
  nobodyAway: '无人报外出请假',
  doubtful: '另有{count}条没看准，未计入',
  identified: '已确认身份：{people}',
  wrong: '有误请回“更正 姓名 去向”。',
  boardRest: '休息日，不用报去向。',
  boardRestNone: '休息日，不用报去向，也没有人报。',
  asSaid: '（当时所报）',
  laterSaid: '此后补报：{people}',
  laterUnsaid: '此后撤回：{people}',
  noLater: '此后没有补报',

  // 一个人的去向
  person: '{name}（{more}）',
  through: '至{day}',
  throughDate: '至{date}日',
  open: '时间未定',
  since: '{time}起',
  until: '至{time}',
  self: '本人报',
  byOther: '{name}代报',
  saidAt: '{time}报',

  // 没看准的
  question: '有{count}条没看准，请{who}核对：',
  toLiaison: '联络员',
  toYou: '您',
  doubt: '{n}. {words}',
  noStatus: '{name}“{span}”：没说去向',
  ambiguous: '{name}“{span}”：有{count}位{who}，是哪位？',
  unknownPerson: '{name}“{span}”：名册里没有这个人，是谁？',
  past: '{name}“{span}”：日期已过，是今天吗？',
  unsure: '{name}“{span}”：是{label}吗？',
  unproven: '{name}“{span}”：还没绑定，是本人说的吗？',
  exampleYes: '是',
  examplePerson: '办公室{name}',
  exampleStatus: '下乡',
  answerLike: '可直接回，如“{example}”。',
  answerUnread: '没看懂“{words}”，请回编号加去向，如“{n} 下乡”。',

  // 应答
  noted: '已登记：{people}。有误请回“更正 姓名 去向”。',
  queued: '没看准“{span}”，请说清谁、去哪，如“去向 我上午去东峡镇”。',
  unread: '没看懂。请这样说：去向 谁、去哪、到哪天\n如：去向 我上午去东峡镇',
  unreadCorrection: '没看懂。请这样说：更正 姓名 去向\n如：更正 张三 出差到周三',
  others: '其余{count}人在岗',
  andOthers: '等',
  correctWord: '更正：',
  something: '去向',
  corrected: '已更正：{people}。',
  cancelled: '已取消：{people}。',
  withdrawn: '已撤回：{people}。',
  nothingToWithdraw: '您最近没有可撤回的去向。别人代报有误，请回“更正 姓名 去向”。',
  correction: '【去向更正】{what}',
  manyUnits: '您在多个单位，请在单位群里报。',
  droppedUnit: '本群的单位已不在名册里，不再登记去向。',
  notMember: '您不是本单位人员，这里只登记本单位人员的去向。',

  // 去向表、未报
  ownOnly: '只能看本单位的去向表。',
  droppedBoard: '本群的单位已不在名册里，查去向请到督查群。',
  notAsked: '{unit}不报去向。',
  whichUnit: '请写明单位，如“去向表 教育局”。',
  unitPast: '【去向表】{unit} {date}',
  countyPast: '【全县去向】{date}',
  yearAndDay: '{year}年{date}',
  onlyCounts: '（个人去向只保存{days}天，之后只留人数）',
  tooFar: '去向只保存{days}天。',
  exceptionMode: '本单位只报外出请假。',
  rollCallMissing: '还差{count}人：{people}',
  rollCallDone: '今天都已报。',
  restDay: '今天休息，不用报。',

  // 全县
  countyHead: '【全县去向】{date} {time}',
  headcount: '人数',
  countyTotal: '{units}个单位，{people}人',
  figure: '{label}{count}',
  figuresNone: '无人报外出请假',
  compared: '较{day}：{changes}',
  yesterday: '昨日',
  change: '{label}{sign}{count}',
  attentionUnknown: '去向不明{count}人',
  attentionMissing: '全员报未报{count}人',
  unitLine: '去向：{figures}',
  unknownPeople: '去向不明：{people}，请补说明',
  seeUnit: '看某单位请回“去向表 单位”。',

  // 线路
  resend: '{from}至{to}线路中断，这段时间报的去向可能没收到，请再发一次。已在汇总里的不用重发。',
  gapOnly: '{from}至{to}线路中断{minutes}分钟，正值报去向，期间报的可能没收到。',
  gap: '{from}至{to}线路中断{minutes}分钟，正在报去向的{count}个单位已请重发。',

  // 待办、记录
  owed: '报今天去向（全员报）',
  owedDoubts: '核对没看准的去向{count}条',
  kept: '{day} {label}（{how}，{time}报），保存至{until}',
  keptMore: '另有去向{count}条，按日到期删除',
  viewed: '{day} {names}看过您单位的去向表',
  nobody: '一位同志',

  // 任务
  whyPrompt: '{kind}上班，报去向',
  whyNudge: '全员报催报一次',
  whyAsk: '核对没看准的去向',
  whyCutoff: '去向汇总',
  whyCounts: '只留人数',
  whyTidy: '清理到期的去向',
  titlePrompt: '去向提示',
  titleNudge: '去向催报',
  titleAsk: '去向核对',
  titleCutoff: '去向汇总',
});

export const WEEKDAYS = ['', '周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const;
export const HALF_NAMES = { am: '上午', pm: '下午', half: '半天', eve: '晚上' } as const;
export const KIND_NAMES = {
  bureau: '机关',
  township: '乡镇',
  window: '窗口单位',
  office: '督查室',
  leaders: '县领导',
} as const;
/** Groups of the county's figures, in order. */
export const GROUP_NAMES = {
  out: '公务外出',
  trip: '出差',
  meeting: '开会培训',
  seconded: '借调',
  leave: '请假',
  unknown: '去向不明',
} as const;
/** As they are named in a comparison. */
export const SHORT_GROUP_NAMES = { ...GROUP_NAMES, out: '外出', unknown: '不明' } as const;

/** Answers to a numbered question that accept or reject what it proposes. */
export const YES = /^(?:是的?|对的?|嗯|没错|是本人|是他|是她|今天)$/u;
export const NO = /^(?:不是|不对|否|没有|不用|不算|算了|删|删除|取消)$/u;
/** Words that point to what the person said for the day before, or to what somebody has just said here. */
export const AS_BEFORE = /照旧|照常|照昨|同昨|昨天一样|昨日一样|老样子|同前/u;
export const SAME_AS_ABOVE = /同上|同楼上|楼上一样|跟上/u;

/** The shortest answer to a roll-call. */
export const PRESENT = /^(?:在|到|在岗|到岗|在的|到了)[。!！]?$/u;
