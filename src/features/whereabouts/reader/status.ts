/** The status a stretch of tokens tells: the highest cue of the guide's order, else the place, else the work. */

import { RANK } from '../lexicon/ranks.ts';
import type { Status } from '../reading.ts';
import { type Meant, PLACE, placeTold } from './place-told.ts';
import { hasRole, isSign, type Token } from './tokens.ts';

export interface Told {
  readonly status: Status;
  readonly rank: number;
  readonly rule: string;
  /** The word that decided. */
  readonly start: number;
  readonly end: number;
}

const NOT_AWAY: Meant = { status: 'on_duty', rank: RANK.onDuty, rule: 'on-duty:not-away' };
const PLAIN_LEAVE: Meant = { status: 'leave_personal', rank: RANK.leave, rule: 'leave:plain' };
const ERRAND: Meant = { status: 'out_on_business', rank: RANK.errand, rule: 'errand' };
const AS_BEFORE: Meant = { status: 'unknown', rank: RANK.unknown, rule: 'as-before' };
const AWAY_CUES = /^(?:leave|reason|rest|trip|field|out|seconded|meeting|training|duty|late)/u;
const GONE =
  /(?:不是|没去|不去|不用去|不再|不参加|没参加|参加不了|去不了|没法去|无法去|去不成|去不到|不用参加)[^，,。;；\s]{0,2}$/u;

/** 产假休完了: over. */
const ENDED = /^(?:已经|已)?(?:休|值|开|学)?(?:完了|结束|到期|期满|休满)/u;

/** 没下乡, 没请假: said not to be so. 不是病假 takes the word away without saying anything. */
function negated(tokens: readonly Token[], at: number, text: string): 'not' | 'gone' | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  const before = text.slice(Math.max(0, token.start - 6), token.start);
  if (GONE.test(before)) return 'gone';
  if (ENDED.test(text.slice(token.end, token.end + 6))) return 'gone';
  if (/^(?:我)?(?:去不了|参加不了|不去了|去不成|不参加了|取消)/u.test(text.slice(token.end, token.end + 7)))
    return 'gone';
  if (/(?:撤销|取消|撤回|销)[了掉]?$/u.test(before)) return 'gone';
  const previous = tokens[at - 1];
  if (hasRole(previous, 'none') && previous?.end === token.start) return 'gone';
  return hasRole(previous, 'not') || /(?:没有?|未|冇|无)人?$/u.test(before) ? 'not' : undefined;
}

const REFUSES =
  /(?:不是|没去|不去|不用去|不再去|去不了|去不成|去不到|不参加|没参加|不下|不到|唔系|唔去|[写报说打记]成)$/u;

/** Without one of these nothing is denied. */
const MAY_FALL = /[不没唔从成]/u;

/** What the words of a refusal end in. */
const REFUSAL_ENDS = '是去了成到加下系';
const BACK = ['回', '返', '赶', '改'];

const isRefused = ({ start }: Token, text: string): boolean =>
  start > 0 &&
  REFUSAL_ENDS.includes(text.charAt(start - 1)) &&
  REFUSES.test(text.slice(Math.max(0, start - 3), start));

/** 已从工地回来: from where somebody comes back. */
const comesFrom = ({ start }: Token, text: string): boolean =>
  text.charAt(start - 1) === '从' && /^[^,，;；。\n]{1,16}?(?:回|返|赶)/u.test(text.slice(start, start + 20));

/** 不是西宁, 没去行政中心, 已从工地回来: up to the next sign nothing in it holds. */
export function standing(tokens: readonly Token[], text: string): readonly Token[] {
  if (!MAY_FALL.test(text)) return tokens;
  const kept: Token[] = [];
  let gone = false;
  for (const token of tokens) {
    if (isSign(token, ',，;；。\n')) gone = false;
    const refused = isRefused(token, text);
    if (refused || comesFrom(token, text)) gone = true;
    if (gone && !refused && BACK.includes(text.charAt(token.start))) gone = false;
    if (!gone || token.kind === 'person' || token.kind === 'sign') kept.push(token);
  }
  return kept;
}

const best = (a: Told | null, b: Meant, { start, end }: Token): Told =>
  a === null || b.rank > a.rank ? { status: b.status, rank: b.rank, rule: b.rule, start, end } : a;

const OWN_FAMILY = /孩|娃|老人|爸|妈|父|母|媳妇|老婆|爱人|老公|丈夫|儿子|女儿|仔|伢|家人|家属|爷|奶|岳/u;
const REASONED: ReadonlySet<string> = new Set(['reason:private', 'leave:plain']);

/** The illness of a child or a parent is one's own affair. */
const isFamily = (token: Token, text: string): boolean =>
  (hasRole(token, 'family') &&
    !/^家[属人里](?:人)?(?:刚|说|来电|来说|打电话|讲|告)/u.test(text.slice(token.start, token.start + 6))) ||
  (token.kind === 'word' &&
    token.word.cue !== undefined &&
    REASONED.has(token.word.cue.rule) &&
    OWN_FAMILY.test(text.slice(token.start, token.end)));

/** 值班的大爷, 参会的提前进场: said of something else. 请的假, 开的会 are words of their own. */
const describes = ({ end }: Token, text: string): boolean =>
  text.charAt(end) === '的' &&
  text.charAt(end + 1) >= '一' &&
  text.charAt(end + 1) <= '鿿' &&
  !/^的(?:路上|途中|时候|话|[会班假差])/u.test(text.slice(end, end + 3));

/** 会 ends the name of a meeting, or is none. */
const isMeetingName = ({ start, end }: Token, text: string): boolean =>
  text.charAt(start - 1) >= '一' &&
  text.charAt(start - 1) <= '鿿' &&
  (/^(?:[^一-鿿]|$|后|了|去|议|上|场|完|的|,|回|并|结束|时|期间)/u.test(text.slice(end)) ||
    /(?:参加|开|列席|召开)[^,，。;；\s]{1,24}$/u.test(text.slice(Math.max(0, start - 28), start))) &&
  !/[机社都才就不能可要晚展聚约误体领学协商总分灯庙节年博将便还也多少经常怎]$/u.test(
    text.slice(Math.max(0, start - 24), start),
  );

/** 张三 在, 我一直在, 在：张三: nothing follows that it could be joined to. */
const isAlone = ({ start, end }: Token, text: string): boolean =>
  /^(?:$|[\s,，。;；:：()（）!！、|\n]|的(?:$|[\s,，。])|呢|哈|着呢|了(?:$|[\s,，。]))/u.test(
    text.slice(end, end + 3),
  ) && !/[不没未存外内实收迟报想看听得办做感]$/u.test(text.slice(Math.max(0, start - 24), start));

/** 请半天假: the parts of 请假 stand around a length. */
const isSplit = ({ start }: Token, text: string): boolean =>
  /(?:请|告|批)[^,，。;；\s\n]{1,8}$/u.test(text.slice(Math.max(0, start - 9), start));

const ELSEWHERE = /^(?:会议室|会场|楼|办公室找|你|您|现场|食堂)/u;

/** 送完材料再到单位: the end of an errand, no status of its own. */
const THEN = /再(?:回|来)?$/u;

function wordTold(tokens: readonly Token[], at: number, text: string, whole: boolean): Meant | null {
  const token = tokens[at];
  if (token?.kind !== 'word') return null;
  const { cue, roles } = token.word;
  if (
    roles.includes('object') &&
    /^请(?:了|个|上)?(?:半|[一两三四五六七八九\d]+ ?(?:天|个?小时|个?钟|日|上午|下午|早上|个?星期|周))/u.test(
      text.slice(token.start, token.end + 8),
    )
  )
    return PLAIN_LEAVE;
  if (cue === undefined)
    return roles.includes('as-before') ? AS_BEFORE : roles.includes('verb') ? ERRAND : null;
  if (cue.kind === 'suffix' && !isMeetingName(token, text)) return null;
  if (cue.kind === 'split' && !isSplit(token, text)) return null;
  if (cue.status === 'on_duty' && at > 0 && THEN.test(text.slice(Math.max(0, token.start - 4), token.start)))
    return null;
  if (cue.kind === 'alone' && !isAlone(token, text)) return roles.includes('verb') ? ERRAND : null;
  // 对花粉过敏: what one always has.
  if (
    cue.kind === 'illness' &&
    /^过敏/u.test(text.slice(token.start)) &&
    /对[^,，。]{1,5}$/u.test(text.slice(Math.max(0, token.start - 6), token.start))
  )
    return null;
  if (!whole && describes(token, text)) return null;
  // 马上到会议室: to a room, not to work.
  if (
    cue.status === 'late' &&
    /到$/u.test(text.slice(token.start, token.end)) &&
    ELSEWHERE.test(text.slice(token.end, token.end + 4))
  )
    return null;
  const not = !whole && AWAY_CUES.test(cue.rule) ? negated(tokens, at, text) : undefined;
  if (not === 'gone') return null;
  return not === 'not' ? NOT_AWAY : cue;
}

/** 陪省厅质监处在工地: where those come from whom one goes with. */
function isHosts(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== 'word' || token.word.place === undefined) return false;
  let n = at - 1;
  while (n >= 0 && n > at - 4 && tokens[n]?.kind === 'word' && hasPlace(tokens[n])) n -= 1;
  if (!hasRole(tokens[n], 'with') || hasRole(tokens[n], 'dest')) return false;
  for (let k = at + 1; k < tokens.length && k < at + 6; k += 1) {
    const next = tokens[k];
    if (isSign(next, ',，;；。')) return false;
    if (hasRole(next, 'at') || hasRole(next, 'dest')) return true;
  }
  return false;
}

const hasPlace = (token: Token | undefined): boolean =>
  token?.kind === 'word' && token.word.place !== undefined;

/** What these tokens tell, or null; `whole` reads what is denied as well, as a withdrawal does. */
export function told(all: readonly Token[], text: string, whole = false): Told | null {
  const tokens = whole ? all : standing(all, text);
  let found: Told | null = null;
  let ill = false;
  let family = false;
  let out = false;
  let works = false;
  let taught = false;
  let hospital = false;
  for (const [at, token] of tokens.entries()) {
    const place = isHosts(tokens, at) ? null : placeTold(token, text, tokens[at - 1]);
    const word = wordTold(tokens, at, text, whole);
    if (place !== null) found = best(found, place, token);
    if (place?.rule === 'place:out') out = true;
    if (hasRole(token, 'verb')) works = true;
    if (word?.status === 'training') taught = true;
    if (place !== null && /医院|诊所|卫生院/u.test(text.slice(token.start, token.end))) hospital = true;
    if (word !== null) found = best(found, word, token);
    if (token.kind === 'word' && token.word.cue?.kind === 'illness') ill = true;
    if (isFamily(token, text)) family = true;
  }
  // 观摩 beyond the county is a trip.
  if (found?.rule === 'meeting:observe' && out)
    return { ...found, status: 'business_trip', rule: 'place:out' };
  // 去党校送材料 is no training.
  if (found?.rule === 'place:school' && works && !taught)
    return { ...found, ...(out ? PLACE.out : PLACE.county) };
  return settled(found, ill || (hospital && found?.rule === 'leave:plain'), family, text);
}

function settled(found: Told | null, ill: boolean, family: boolean, text: string): Told | null {
  if (found === null) return null;
  // 陪老婆产检: hers, not his.
  if (
    family &&
    found.rule === 'leave:other' &&
    /^(?:产检|孕检|产前检查)/u.test(text.slice(found.start, found.end))
  )
    return { ...found, status: 'leave_personal', rule: 'reason:family-illness' };
  const plain =
    found.rule === 'leave:plain' || found.rule === 'reason:illness' || found.rule === 'rest:plain';
  if (!plain || !ill) return found;
  return family
    ? { ...found, status: 'leave_personal', rule: 'reason:family-illness' }
    : { ...found, status: 'leave_sick', rule: 'reason:illness' };
}

/** A heading's status gives way to the words of the line; a place or an errand in the line gives way to it. */
export function toldUnder(header: readonly Token[], own: readonly Token[], text: string): Told | null {
  const said = told(own, text);
  const cues = header.filter((token) => token.kind === 'word' && token.word.cue !== undefined);
  if (cues.length === 0) return said ?? told(header, text);
  const heads = new Set(cues.map((token) => told([token], text)?.status));
  // 下乡+在岗: the lines decide.
  if (heads.size > 1 && said !== null) return said;
  if (said === null || /^(?:place|errand|reason|on-duty:(?:own|desk))/u.test(said.rule))
    return told([...header, ...own], text);
  return said;
}
