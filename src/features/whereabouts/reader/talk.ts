/** What is talk and no declaration: questions, orders, notices, quotations, wishes, open plans, jokes. */

const QUESTION =
  /[?？]\s*$|(?:吗|么|没有|了没|批了没|发了没|没啊|不啊|吧|不嘛|没得|不咯)[!！~\s]*$|(?<![还都我人])(?:[上调休批放去来在有会能行]不|[有到完好来去批发交办看了]没)[!！~\s]*$|谁|(?<!(?:不晓得|不知道|不清楚|不知)[去在到上]?)哪[个位里儿些天趟条家]|啥时|啥子|什么|几点|几号|几天|几楼|几个人|多少|怎么|咋|为啥|有没有|能不能|可不可以|可以不|行不行|是不是|要不要|在不在|去不去|来不来|好不好|对不对|会不会|上不上|扣不扣|休不休|算不算|放不放|能请|能休|能调休|边个|点解|几时|么子|是[^,，。]{1,12}还是|(?<!不晓得|不知道|不清楚|不知)[在去到]哪|到底/u;
const SOFT_QUESTION = /呢[!！~\s]*$/u;
const ORDER =
  /(?:^|[,，。\s:：])(?:请(?!忽略|撤|删|以|无视|假|公|事假|年|病|半|一|个|了|两|三|婚|产|探|休|示|长|短|丧|陪|护|育|紧|咗|好|准|批|下|我|几|忽略|无视|撤|删|更正|\d)|你|您(?!好)|大家(?!都|好|早)|各位(?!领导|同事|早|好|晚上好|上午好|下午好|中午好)|各(?:乡|镇|单位|科室|股室|部门|所|村|组)|同志们(?!都)|都[到来][^,，]{0,10}(?:开会|集合|集中|参会|领)|的(?:同志|人)?请(?!假)|谁也别|谁都别|都别|务必|抓紧|尽快|不得|严禁|必须|注意|记得|别忘|别走|慢点|好好|早点|快点)|到了(?:说|告诉|吱|喊|打|发)|@[^\s@]{1,6}\s*(?:你|您)|(?<![谢给跟向和诉烦请找帮])[你您](?!好)|注意(?:安全|防火|防寒|防暑|防滑|保暖|休息|身体)|(?:慢点|慢些|慢一点|小心点?|当心)[哦啊呀哈]?[。!！~\s]*$|(?:通知|要求|号召|提醒|组织|安排)(?:大家|全员|全体|各|所有)|(?:上级|县里|县上|市里|省里|局里|镇上|领导|书记|局长|县长|镇长|主任)[^,，。]{0,3}(?:要求|强调|通知|部署|指示)/u;
const NOTICE =
  /(?:假|休|申请)我?(?:已经|已)?批(?:了|过)|通知(?:一下)?(?:大家|各|全体)|补助|补贴|津贴|样式|模板|格式[:：]|通报|督查组|督查反馈|抽查(?!去)|预警|制度|计划表|考核表|恭喜|祝贺|节日好|照片已|里程|封存|值班表(?!外)|排班表|停车场?满|去向牌|不排除|等通知|另行通知|能不能识别|日志|简历|来.{0,3}领|注意安全|防晒|全勤奖|投票|双面|收到请|请回复|已统计|统计完毕|要人去|差个人|缺个人|听说|据说|(?:同意|准假|批准|准了)[,，!！。]|^(?:同意|准假|批准)|^【?[^\s,，。:：]{0,8}(?:通知|公告|提醒|提示|转)(?:】|[:：])|请(?:大家|各|全体|所有|准时|按时|相关|参会|务必|互相|转告|广大)|^[^,，。]{0,10}通知[:：]|请假须|请假制度|报名|截止|参会人员|参加人员|会议议程/u;
/** Talk beside which something may be declared. */
const CHAT =
  /没信号|没网|闪退|打不通|坐得|坐出来|后遗症|那叫一个|快递|外卖|红包|生日|快乐|订餐|辛苦|好看|真好|下载|链接|不错(?!过)|漂亮|好吃|好听|风景/u;
const WISH =
  /真想|好想|多想|要是|如果|假如|万一|恨不得|巴不得|希望能|但愿|梦里|梦见|盼着|羡慕|就好了|到时候?要|已经放假|心.{0,3}放假/u;
const JOKE =
  /哈哈|嘿嘿|嘻嘻|开玩笑|😂|🤣|😭|😅|【(?:捂脸|破涕为笑|偷笑|呲牙|笑哭|裂开|旺柴|苦涩|流泪|大哭|裂开)】/u;
const PROGRESS =
  /已(?:入户|走访|核查|排查|整改|完成|调解|发放|录入|检查|巡查|销号|化解)(?:核查|走访|排查)?\s*[\d一二三四五六七八九十百]+|(?:还剩|剩余|累计|共计|完成率|其中)\s*[\d一二三四五六七八九十百]+\s*(?:户|家|件|处|份|宗|起)|[看去办开写发吃住买走]的(?:那|这)/u;
const PAST = /就去了|去年|前年|大前年|上个月|那时候|当年|小时候|前几天|前阵子|上次|上回|前些天|往年/u;
/** 【太阳】 and pictures say nothing. */
const STICKER =
  /【(?!位置|定位|我的位置|通知|去向|接龙|动态|报备|请假|外出|汇总|图片|视频|语音|文件|链接)[一-鿿a-z]{1,4}】|\p{Extended_Pictographic}\ufe0f?/gu;
const QUOTED = /^\s*“[^”]*”\s*(?:[- ]{3,}|\n|.)/u;
const FORWARD = /^\s*(?:转发|转自|【转】|转[:：])/u;
const CALLED_OFF =
  /(?:全员|全体|所有|一律|各单位|大家|全[乡镇县局市区所院站])[^,，。]{0,8}(?:取消|停止|暂停|不得)[^,，。]{0,4}(?:休|假|外出)/u;
const COLLECTIVE =
  /(?<!我.{0,12})(?:会议?|培训|活动)(?:取消|改期|推迟|延期|提前|改到|改在|延到)(?!.{0,12}(?:我|不去))|(?:时间|地点)另行/u;
/** 主题党日，8:30-10:00党员活动室: an event with its hour and room, and nobody who goes. */
const EVENT =
  /(?:党日|大会|全体会|干部会|支部会|例会|活动|培训会|推进会|动员会)[^。;；]{0,24}(?:会议室|活动室|礼堂|报告厅|一楼|二楼|三楼|四楼|五楼)/u;
const GOES = /我|本人|去|参加|在|列席|赴|到(?!\d)/u;
const TIMED = /\d|今|明|后天|周|星期|上午|下午|晚上|早上/u;

/** 可以吗, 行不, 领导会批不, at the end: the whole is a request still open. */
const TAG = /[,，](?:领导)?(?:可以|行|好|中|要得|成|得|会批|能批|批)(?:吗|么|不|不行)[?？!！\s]*$/u;

const isTalk = (clause: string): boolean =>
  QUESTION.test(clause) ||
  ORDER.test(clause) ||
  NOTICE.test(clause) ||
  CHAT.test(clause) ||
  CALLED_OFF.test(clause) ||
  COLLECTIVE.test(clause) ||
  WISH.test(clause) ||
  (PAST.test(clause) && !SAID_LATE.test(clause)) ||
  PROGRESS.test(clause);

/** Whether the whole message is somebody else's words. */
export const isForwarded = (text: string): boolean =>
  QUOTED.test(text) ||
  FORWARD.test(text) ||
  (JOKE.test(text) && !TIMED.test(text)) ||
  (EVENT.test(text) && !GOES.test(text));

/** 请半天假: what stands beside it is its reason, whatever it sounds like. */
const OWN_LEAVE =
  /(?:^|[,，。\s]|我|今天|明天|上午|下午)请(?:了|个)?(?:半|[一两三四五六七八九\d]+个?(?:天|小时|钟)|病|事|年|产|婚|丧)?[^,，。\s]{0,3}假(?!条|单|制度|须|要|审批|手续|报备|的)/u;

/** 你去下乡吧，我在单位: what he says of himself stays. */
const OWN_PART = /[ ,，](?:我|本人|俺)(?:自己|就)?(?:在|去|到|下|值|请|留)/u;

const HAN = /[一-鿿]/u;
/** What stands behind so many sentences and lines is a document; looking at all of it would hold others up. */
const MOST_SENTENCES = 300;

/** Blanks out the clauses that are talk; positions stay. What is left may still declare something. */
export function withoutTalk(whole: string): string {
  const text = whole.replace(STICKER, (sticker) => ' '.repeat(sticker.length));
  let seen = 0;
  return text.replace(/[^\n。!！;；?？]+[?？]?/gu, (sentence) => {
    if (!HAN.test(sentence)) return sentence;
    seen += 1;
    if (seen > MOST_SENTENCES) return ' '.repeat(sentence.length);
    if (!isTalk(sentence) && !SOFT_QUESTION.test(sentence)) return sentence;
    const left = sentence.replace(/[^,，]+/gu, (clause) =>
      isTalk(clause) ? ' '.repeat(clause.length) : clause,
    );
    if (TAG.test(sentence)) return ' '.repeat(sentence.length);
    if (OWN_LEAVE.test(sentence) || OWN_PART.test(left)) return left;
    // A notice is one as a whole: what stands beside its words is part of it.
    return NOTICE.test(sentence) || ORDER.test(sentence.trimStart().slice(0, 4))
      ? ' '.repeat(sentence.length)
      : left;
  });
}

export const SAID_LATE =
  /补报|补假|补[^,，。]{0,5}假条|补上|补个|漏报|漏了|忘了|忘记|忘报|没来得及报|(?:昨[天日]|上午)没报|补登|补录|补请/u;
const CORRECT =
  /有误|误报|看错|听错|不对[,，]|[是系][^,，。;；]{1,6}(?:不是|唔系)|更正|订正|纠正|更改|改为|改成|改到|改去|改报|改一下|报错|说错|写错|搞错|弄错|记错|打错|填错|错了|不是.{1,12}是|以这条为准|以此为准|为准|对调(?!了班)|重发|重报|重新报|有变|改在|变更|调整为|改由|(?<![也都])不去.{0,8}[,，].{0,4}(?:在|改|去)|改明天|不.{0,2}了.{0,8}[,，].{0,4}(?:在|改|去)|没(?:派上|走成|去成|去上|成行)|去不成|走不成|谁(?:给|帮|替)我报|没去.{1,10}在|改期到|(?<!点)换(?:个|一?下|一个)班(?!车)|调(?:个|一?下)班|(?:写|报|说|打|记)成|其实是|不(?:去|下|参加)[^,，。;；了]{1,8}了[^。]{0,12}[,，].{0,6}(?:在|改|去|请|值|下)|(?:报|写|搞|发|打)咗?错咗?|系.{1,12}唔系|唔系.{1,12}系/u;
const CANCEL =
  /取消|作废|撤回|撤销|不去[了哒咯啦喽嘞咧]|不用去了|忽略|不值了|不请了|不休了|算了不|不算数|当我没说|(?<![就都也可从再])不(?:去|下|参加)[^\s,，。;；了]{1,8}了[。!！\s]*$/u;

/** What a message does to what was said before. A new status beside a withdrawal corrects. */
export function operationOf(text: string): 'report' | 'correct' | 'cancel' {
  if (/以(?:这|此)条?为准/u.test(text)) return 'correct';
  if (
    CANCEL.test(text) &&
    !/(?:取消|不去了|作废|撤销)[^。]{0,12}[,，].{0,8}(?:在(?!县|市)|改|请|值|下乡)/u.test(text)
  )
    return 'cancel';
  return CORRECT.test(text) || CANCEL.test(text) ? 'correct' : 'report';
}

const DAY_SAID = /今天|明天|后天|今日|明日|上午|下午|早上|晚上|今晚|明早/u;

/** 取消今天的下乡，林语在单位: what is called off tells nothing but its day. */
export const withoutCancelled = (text: string): string =>
  text.replace(/[^,，。;；!！\n]+/gu, (clause) => {
    if (!/取消/u.test(clause) || /(?:改|就|在单位|在岗|在局)/u.test(clause)) return clause;
    const day = DAY_SAID.exec(clause);
    return day === null
      ? ' '.repeat(clause.length)
      : ' '.repeat(day.index) + day[0] + ' '.repeat(clause.length - day.index - day[0].length);
  });
