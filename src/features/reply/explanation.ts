/** Finds explanations that take a finding's ground away: 当天他下乡了, 其实在开会, 打卡机坏了, 有派车单可查. */

import { type Clause, hasTag } from './clauses.ts';
import { after, asks, before, type Cue, cueOf, is, orders, type Scene } from './cue.ts';
import type { Word } from './lexicon.ts';

/** 我是去…, 他是请了假的: the stress of one who corrects. */
const STRESSED = /(?:^|[我他她俺咱们人家佢那这])(?:[就只]?是)(?:[来去在因为出上下]|临时|刚|请|陪|送|接|打)/u;
/** 我就出去接了个电话, 就是趴了一下. */
const ONLY = /(?:[我他她俺佢们]|^)(?:就|只|只是|就是|仅仅|不过)[^去来要]/u;
/** 车在维修厂, 那台车早就报废了. */
const THING_AWAY =
  /^(?:那|这|该|此)?[台辆个]?(?:公?车|人)(?:当时|那天|都|早就?|昨天|上周|上个?月)*(?:就|一直)?(?:在|停|被|已|送|报废|拉|卖)/u;
/** 那辆车是借的, 那是隔壁单位. */
const POINTS =
  /^(?:人(?:是|系)|(?:(?:你们?|恁|您)?(?:拍|查|看|说|登|写|发)的|那|这|该|此|照片[上里]?|图[上片里]|车)[^,，]{0,8}(?:是|系)(?!不是|不|我们的?错|我的错|事实|真))/u;
/** 我请过假的, 我上厕所去了. */
const PAST_END = /(?:去了|了的|过的?|着呢|来着|呢|了.{0,4}的)$/u;
/** 那是在查资料, 手机是在回信息. */
const BUSY = /^(?:[我他她俺佢那这]|人家|手机|电脑|当时|那时)?(?:就|只|其实)?是在(?!整|改|处|落)[^,]{2,}/u;
/** 酒是自带的, 用餐是自费, 车辆是去加油. */
const THING_IS =
  /^(?:手机|车辆?|公车|接待|用餐|吃饭|聚餐|饭|酒|烟|茶|费用|钱|礼品|东西|牌子|电脑|桌子|加班餐)(?:都|全)?是(?:去|来|用来|用于|按|自|因|为了?|给|陪|接|送|借|租|AA|aa|旧|以前|上级|群众|别人|朋友|家|私人|个人|公务)|^费用各付/u;
/** 假是我批的, 我派他去的. */
const AUTHORISED =
  /是(?:我|我们|局里|领导|单位|办公室|书记|局长|镇长)(?:批|派|安排|同意|叫|让|准)|^(?:那天)?我(?:批|派|安排|同意)(?:的|他|她)/u;
/** 我局没有这个人, 没有这台车. */
const NO_SUCH =
  /[没无冇莫么冒][有得]?(?:叫|姓).{1,5}的?$|[没无冇莫么冒][有得]?(?:叫.{1,8}的?|这|那|此|该)?[个台辆位样]?.{0,4}(?:人|车|同志|工作人员|车辆|职工|干部|股室|号码|车牌)$/u;

/** The explanation of a clause; `previous` lends its 当天. */
export function explains(clause: Clause, scene: Scene, previous: Clause | undefined): Cue | null {
  const first = clause.words[0];
  if (first === undefined || asks(clause) || hasTag(clause, 'future')) return null;
  if (POINTS.test(clause.text) && hasTag(clause, 'about'))
    return cueOf('object', clause, [first], 'object.pointing');
  if (orders(clause, scene)) return null;
  const rule =
    excused(clause, scene, previous) ??
    (NO_SUCH.test(clause.text) && hasTag(clause, 'other', 'third') ? 'object.no-such' : null);
  return rule === null ? null : cueOf('object', clause, [first], rule);
}

function excused(clause: Clause, scene: Scene, previous: Clause | undefined): string | null {
  const mends = hasTag(clause, 'fix') && !hasTag(clause, 'that_day', 'truth', 'proof');
  const excuse = clause.words.find((one) => is(one, 'excuse'));
  if (excuse !== undefined && !mends && stands(clause, excuse, scene, previous)) return 'object.explanation';
  if (THING_IS.test(clause.text) || AUTHORISED.test(clause.text)) return 'object.explanation';
  if (BUSY.test(clause.text) || tellsOfThatDay(clause) || givesCause(clause)) return 'object.explanation';
  return proves(clause, scene) ? 'object.proof' : null;
}

/** 那天是周日, 当时有人: a plain statement about the day in question, no admission. */
const tellsOfThatDay = (clause: Clause): boolean =>
  hasTag(clause, 'that_day') &&
  /[是在有批派让叫去刚]/u.test(clause.text) &&
  !hasTag(clause, 'accept', 'concede', 'charge', 'fix', 'chore') &&
  !/确实|的确|承认/u.test(clause.text);

/** 所以窗口没人. */
const givesCause = (clause: Clause): boolean =>
  /所以|因此/u.test(clause.text) && hasTag(clause, 'charge') && !hasTag(clause, 'accept');

/** What makes an excuse one: the day in question, a stress, a person pointed at; a bare 张三开会 is whereabouts. */
function stands(clause: Clause, excuse: Word, scene: Scene, previous: Clause | undefined): boolean {
  if (hasTag(clause, 'that_day', 'truth') || STRESSED.test(clause.text)) return true;
  if (previous !== undefined && hasTag(previous, 'that_day') && !asks(previous)) return true;
  if (is(excuse, 'broken') && gaugeBroken(clause, scene)) return true;
  if (ONLY.test(clause.text) || THING_AWAY.test(clause.text)) return true;
  if (!hasTag(clause, 'today') && before(clause, excuse, 12, 'pronoun') !== undefined) return true;
  if (hasTag(clause, 'self') && PAST_END.test(clause.text)) return true;
  return (scene.pointed || hasTag(clause, 'third')) && hasTag(clause, 'past_day', 'because');
}

const gaugeBroken = (clause: Clause, scene: Scene): boolean =>
  /考勤|打卡|签到|指纹|刷脸/u.test(clause.text) || (scene.pointed && hasTag(clause, 'gauge'));

/** 有派车单, 手续齐全, 监控可查. */
function proves(clause: Clause, scene: Scene): boolean {
  const proof = clause.words.find((one) => is(one, 'proof'));
  if (proof === undefined || hasTag(clause, 'mended', 'fix', 'result')) return false;
  if (/为证|作证|可查|可证|为凭|为据|齐全|在案/u.test(clause.text)) return true;
  if (hasTag(clause, 'that_day')) return true;
  const has = before(clause, proof, 4, 'has') !== undefined || after(clause, proof, 2, 'has') !== undefined;
  return has || (scene.pointed && after(clause, proof, 6, 'hand') !== undefined);
}
