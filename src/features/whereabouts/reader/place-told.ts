/** What the place somebody is at or goes to tells, and the words that name it. */

import type { PlaceClass } from '../lexicon/places.ts';
import { RANK } from '../lexicon/ranks.ts';
import type { Status } from '../reading.ts';
import { isHan } from './signs.ts';
import { hasRole, type Token, type WordToken } from './tokens.ts';

/** A status, how firm the word for it is, and the rule's name. */
export interface Meant {
  readonly status: Status;
  readonly rank: number;
  readonly rule: string;
}

/** What each class of place tells when nothing firmer is said. */
export const PLACE: Readonly<Record<PlaceClass, Meant>> = {
  out: { status: 'business_trip', rank: RANK.trip - 1, rule: 'place:out' },
  field: { status: 'field_visit', rank: RANK.field - 1, rule: 'place:field' },
  county: { status: 'out_on_business', rank: RANK.out - 1, rule: 'place:county' },
  own: { status: 'on_duty', rank: RANK.onDuty - 1, rule: 'place:own' },
};
const AT_SCHOOL: Meant = { status: 'training', rank: RANK.training - 1, rule: 'place:school' };
const AT_POST: Meant = { status: 'on_duty', rank: RANK.post, rule: 'on-duty:post' };
const SCHOOL = /党校|干部学院|行政学院|党干校|干校|社会主义学院/u;

/** 互助县: a county by its name; one's own is just 县上. */
const isOtherCounty = ({ start, end }: Token, text: string): boolean =>
  text.slice(start, end) === '县' &&
  /[一-鿿]{2}$/u.test(text.slice(Math.max(0, start - 24), start)) &&
  !/[全各本我外邻跨该到去在回赴进往下趟哈次午天早晚上日]$/u.test(text.slice(Math.max(0, start - 24), start));

const isDesk = ({ start, end }: Token, text: string): boolean =>
  end - start === 2 && /^(?:窗口|大厅|柜台)$/u.test(text.slice(start, end));

/** 在区行政服务中心审批窗口: where he sits, not where he goes. */
const isOwnPost = ({ start, end }: Token, text: string): boolean =>
  /在[^,，。;；\s去到赴]{0,16}$/u.test(text.slice(Math.max(0, start - 18), start)) &&
  !/^[一-鿿]/u.test(text.slice(end, end + 3).replace(/^(?:值|坐|上|顶|当|接).*/u, ''));

/** 去岳阳的动车票: the place of something else. */
const describes = ({ start, end }: Token, text: string): boolean =>
  /^的(?:车|票|动车|高铁|火车|大巴|班车|飞机|航班|机票|人|同志|距离|老板|客人|朋友|菜|水果|特产|快递)/u.test(
    text.slice(end, end + 4),
  ) && /[去到回赴]$/u.test(text.slice(Math.max(0, start - 1), start));

/** 陪市局的人看现场: whom one goes with, not where. */
const isCompany = ({ end }: Token, text: string): boolean =>
  /^(?:来)?的?(?:人|领导|调研组|督查组|考核组|专家组|验收组|审计组|巡察组|客人|客商|专家|同志|一行|干部|老师|检查组|督导组)(?![大民])/u.test(
    text.slice(end, end + 6),
  );

/** 去乡里, 下镇上: a visit, where 在乡里 is being at work. */
const isVisited = ({ start, end }: Token, text: string): boolean =>
  /^(?:乡里|镇里|镇上|乡上)$/u.test(text.slice(start, end)) &&
  (/(?:去|去了|下|下了|去趟|去到)$/u.test(text.slice(Math.max(0, start - 2), start)) ||
    (/(?:^|[^回])到$/u.test(text.slice(Math.max(0, start - 2), start)) &&
      /^(?:检查|督查|督导|调研|走访|核查|核实|开展|指导|慰问|办|送|取|宣讲|看|对接|验收)/u.test(
        text.slice(end, end + 2),
      )));

/** One character of a place class counts at the end of a name (…镇, …局), or in front of one (市住建局). */
const isLoose = ({ start, end, word }: WordToken, text: string): boolean =>
  end - start === 1 && !isHan(text.charAt(start - 1)) && !(word.place === 'out' && isHan(text.charAt(end)));

/** 节日安康: a city's name with other words right in front. */
const isInsideWords = ({ start, word }: WordToken, text: string, previous: Token | undefined): boolean =>
  word.proper &&
  previous?.kind === 'text' &&
  previous.end === start &&
  isHan(text.charAt(start - 1)) &&
  !'是去到在赴往从回改上下跑过'.includes(text.charAt(start - 1));

/** 顶一下窗口, 在审批窗口: a post somebody sits at. */
const isPost = (token: WordToken, text: string): boolean =>
  isDesk(token, text) &&
  (/[顶替代帮守坐盯][^,，。\s]{0,6}$/u.test(text.slice(Math.max(0, token.start - 24), token.start)) ||
    isOwnPost(token, text));

/** 去乡里, 下镇上: not where he works, or he would be there. */
const isGoneTo = ({ start, word }: WordToken, text: string): boolean =>
  word.place === 'own' && '乡镇'.includes(text.charAt(start)) && /[去赴往下]$/u.test(text.charAt(start - 1));

/** What the place a word names tells, or null. */
export function placeTold(token: Token, text: string, previous?: Token): Meant | null {
  if (token.kind !== 'word' || token.word.place === undefined) return null;
  const { place, proper } = token.word;
  if (place !== 'own' && isCompany(token, text)) return null;
  if (isVisited(token, text)) return PLACE.field;
  if (describes(token, text) || isLoose(token, text) || isInsideWords(token, text, previous)) return null;
  if (isPost(token, text)) return AT_POST;
  if (!proper && SCHOOL.test(text.slice(token.start, token.end))) return AT_SCHOOL;
  if (isGoneTo(token, text)) return PLACE.field;
  return isOtherCounty(token, text) ? PLACE.out : PLACE[place];
}

const STOP = ' ,，;；。、:：()（）|\n-“”【】!！?？';

/** The words that name the place: from behind 去/到/在 to the last place word. */
export function placeSpan(
  tokens: readonly Token[],
  text: string,
): { readonly start: number; readonly end: number } | undefined {
  const last = tokens.findLast(
    (token) =>
      placeTold(token, text) !== null &&
      token.kind === 'word' &&
      !(token.word.cue !== undefined && token.word.cue.rank <= RANK.onDuty),
  );
  if (last === undefined) return undefined;
  let start = last.start;
  for (let n = tokens.indexOf(last) - 1; n >= 0; n -= 1) {
    const token = tokens[n];
    if (token === undefined || token.end !== start || token.kind === 'person' || token.kind === 'time') break;
    if (token.kind === 'sign' && STOP.includes(token.sign)) break;
    if (hasRole(token, 'dest') || hasRole(token, 'at') || hasRole(token, 'self') || hasRole(token, 'with'))
      break;
    start = token.start;
  }
  return { start, end: last.end };
}
