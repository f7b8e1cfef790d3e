/** What one word tells where it stands: its cue, an errand, or nothing. */
import type { CueMeant, Word } from '../lexicon/lexicon.ts';
import { RANK } from '../lexicon/ranks.ts';
import { negated } from './denied.ts';
import type { Meant } from './place-told.ts';
import { isHan } from './signs.ts';
import { plays, type Token, type WordToken } from './tokens.ts';

const NOT_AWAY: Meant = { status: 'on_duty', rank: RANK.onDuty, rule: 'on-duty:not-away' };
const PLAIN_LEAVE: Meant = { status: 'leave_personal', rank: RANK.leave, rule: 'leave:plain' };
const ERRAND: Meant = { status: 'out_on_business', rank: RANK.errand, rule: 'errand' };
const AS_BEFORE: Meant = { status: 'unknown', rank: RANK.unknown, rule: 'as-before' };
const AWAY_CUES = /^(?:leave|reason|rest|trip|field|out|seconded|meeting|training|duty|late)/u;

/** 值班的大爷, 参会的提前进场: said of something else. 请的假, 开的会 are words of their own. */
const describes = ({ end }: Token, text: string): boolean =>
  text.charAt(end) === '的' &&
  isHan(text.charAt(end + 1)) &&
  !/^的(?:路上|途中|时候|话|[会班假差])/u.test(text.slice(end, end + 3));

/** 会 ends the name of a meeting, or is none. */
const isMeetingName = ({ start, end }: Token, text: string): boolean =>
  isHan(text.charAt(start - 1)) &&
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

/** 请半天, 请了两天: a leave asked for without its word. */
const ASKS_LEAVE =
  /^请(?:了|个|上)?(?:半|[一两三四五六七八九\d]+ ?(?:天|个?小时|个?钟|日|上午|下午|早上|个?星期|周))/u;

const asksLeave = ({ word, start, end }: WordToken, text: string): boolean =>
  plays(word, 'object') && ASKS_LEAVE.test(text.slice(start, end + 8));

const errandOf = (word: Word): Meant | null => (plays(word, 'verb') ? ERRAND : null);

/** A cue that is only one in its place: 会 at the end of a name, 假 behind 请, 在岗 but not 再到岗. */
function isInPlace(token: WordToken, { kind, status }: CueMeant, first: boolean, text: string): boolean {
  if (kind === 'suffix' && !isMeetingName(token, text)) return false;
  if (kind === 'split' && !isSplit(token, text)) return false;
  const { start } = token;
  return first || status !== 'on_duty' || !THEN.test(text.slice(Math.max(0, start - 4), start));
}

/** 对花粉过敏: what one always has. */
const isLasting = ({ start }: Token, text: string): boolean =>
  text.startsWith('过敏', start) && /对[^,，。]{1,5}$/u.test(text.slice(Math.max(0, start - 6), start));

/** 马上到会议室: to a room, not to work. */
const comesElsewhere = ({ end }: Token, text: string): boolean =>
  text.charAt(end - 1) === '到' && ELSEWHERE.test(text.slice(end, end + 4));

const saysNothing = (token: WordToken, { kind, status }: CueMeant, text: string): boolean =>
  (kind === 'illness' && isLasting(token, text)) || (status === 'late' && comesElsewhere(token, text));

/** What the word at a place tells; `whole`: what is denied or only describes counts as well. */
export function wordTold(tokens: readonly Token[], at: number, text: string, whole: boolean): Meant | null {
  const token = tokens[at];
  if (token?.kind !== 'word') return null;
  const { word } = token;
  if (asksLeave(token, text)) return PLAIN_LEAVE;
  const { cue } = word;
  if (cue === undefined) return plays(word, 'as-before') ? AS_BEFORE : errandOf(word);
  if (!isInPlace(token, cue, at === 0, text)) return null;
  if (cue.kind === 'alone' && !isAlone(token, text)) return errandOf(word);
  if (saysNothing(token, cue, text) || (!whole && describes(token, text))) return null;
  const not = !whole && AWAY_CUES.test(cue.rule) ? negated(tokens, at, text) : undefined;
  if (not === 'gone') return null;
  return not === 'not' ? NOT_AWAY : cue;
}
