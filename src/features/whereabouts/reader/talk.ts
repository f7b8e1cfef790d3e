/** What is talk and no declaration: questions, instructions, notices, quotations, open plans. */

const QUESTION =
  /[?？]\s*$|(?:吗|么|呢|没有|了没|批了没|发了没|没啊|不啊|吧)[!！~\s]*$|谁|哪[个位里儿些]|啥时|什么|几点|几号|多少|怎么|咋|为啥|有没有|能不能|可不可以|可以不|行不行|是不是|要不要|在不在|去不去|来不来|好不好|对不对|会不会|边个|点解|几时|么子/u;
const ORDER =
  /(?:^|[,，。\s:：])(?:请(?!假|公|事假|年|病|半|一|个|了|两|三|婚|产|探|休|示|长|短|丧|陪|护|育|紧|咗|好|准|批|下|我|几)|你|您|大家(?!都)|各位|各(?:乡|镇|单位|科室|股室|部门|所|村|组)|同志们(?!都)|务必|抓紧|尽快|不得|严禁|必须|注意|记得|别忘)|@[^\s@]{1,6}\s*(?:你|您)/u;
const NOTICE =
  /补助|补贴|津贴|报销|样式|模板|格式[:：]|通报|督查组|督查反馈|整改|预警|制度|计划表|考核表|签字|快递|外卖|停车|钥匙|充电|红包|恭喜|祝贺|生日|快乐|节日好|辛苦各位|照片已|里程|封存|值班表(?!外)|排班表|去向牌|不排除|等通知|另行通知|测一下|机器人|合格证|照片是|日志|简历|领口罩|领取|来.{0,3}领|好看|真多|好多|注意安全|防晒|下载|链接|全勤奖|投票|打印\d|双面|抽屉|盒饭|订餐|羊肉|包子|收到请|请回复|已统计|打不通|(?:同意|准假|批准|准了)[,，!！。]|^(?:同意|准假|批准)/u;
const QUOTED = /^\s*“[^”]*”\s*(?:[- ]{3,}|\n|.)/u;
const FORWARD = /^\s*(?:转发|转自|【转】|转[:：])/u;
const COLLECTIVE = /(?:会议?|培训|活动)(?:取消|改期|推迟|延期|提前)|(?:时间|地点)另行/u;

const isTalk = (clause: string): boolean =>
  QUESTION.test(clause) || ORDER.test(clause) || NOTICE.test(clause) || COLLECTIVE.test(clause);

/** Whether the whole message is somebody else's words. */
export const isForwarded = (text: string): boolean => QUOTED.test(text) || FORWARD.test(text);

/** Blanks out the clauses that are talk; positions stay. What is left may still declare something. */
export function withoutTalk(text: string): string {
  return text.replace(/[^\n。!！;；]+[?？]?/gu, (sentence) => {
    if (!isTalk(sentence)) return sentence;
    const left = sentence.replace(/[^,，]+/gu, (clause) =>
      isTalk(clause) ? ' '.repeat(clause.length) : clause,
    );
    // A notice is one as a whole: what stands beside its words is part of it.
    return NOTICE.test(sentence) || ORDER.test(sentence.trimStart().slice(0, 4))
      ? ' '.repeat(sentence.length)
      : left;
  });
}

export const SAID_LATE = /补报|补假|补个|漏报|漏了|忘了|忘记|忘报|补登|补录|补请/u;
const CORRECT =
  /更正|订正|纠正|更改|改为|改成|改到|改去|改报|改一下|报错|说错|写错|搞错|弄错|记错|打错|填错|错了|不是.{1,12}是|以这条为准|以此为准|为准|对调(?!了班)|重发|重报|重新报|有变|改在|变更|调整为|改由|不去.{0,8}[,，].{0,4}(?:在|改|去)|改明天|没去.{1,10}在|改期到/u;
const CANCEL = /取消|作废|撤回|撤销|不去了|不用去了|忽略|不值了|不请了|不休了|算了不|不算数|当我没说/u;

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
