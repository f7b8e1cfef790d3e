/** Whether words declare where somebody is: 下乡 does, 下乡的车几点走 and 老师来了 do not. */
import { RANK } from '../lexicon/ranks.ts';
import type { Told } from './status.ts';
import { hasRole, isSign, type Token } from './tokens.ts';

const POLITE =
  /^(?:病好了|身体好了|好利索了|身体恢复了|接到?通知|按通知|根据通知|收到|那条|刚才那条|上条|写成|报成|打成|其实是?|应该是|才对|好的?|嗯+|早上好|上午好|下午好|各位|领导|报告|那个|大家好|大家早|早|你好|您好|您|主任|局长|书记|镇长|谢谢|麻烦|登记一下|登记|更正|更正一下|订正|纠正|重发|不好意思|抱歉|补报|补假|补|销假|对不起|刚才|刚|说错了|报错了|本人|兹|临时|因|由于|因为|今|就|先|还|也|都|正|已|已经|要|想|得|准备|打算|预计|可能|大概|应该|需|需要|现|现在|目前|申请|特此|特|向|个人|家里|一直|继续|仍|仍然|依旧|这会儿|马上|一会儿?|一哈|等哈|等下|待会儿?|接着|然后|随后|领导好|报备|备案|说一声|说一下|说下|汇报一下|请示|自己|我这边|这边|人|起|按|原计划|计划|安排|取消|作废|撤回|改为|改|改成|变更|为|自|从|于|将|将于|拟|会|去|到|在|回|又|再|给|报|有|是|噶|嘎|哈|嘛|嘞|咧|咯|了|的|吧|哦|噢|喔|啊|呀|呢|哒|滴|俩|下|个|点|些|请|准许|批准|望批准|望|批|请批准|准)+$/u;
/** 高考期间, 会议当天: says when. */
const PERIOD = /^.{1,8}(?:期间|当天|那天)$/u;
/** Characters that carry no meaning of their own. */
const FILLER =
  /[了的呢啊呀哈哦噢喔吧嘛嘞咧咯哒滴着过一下个些点儿我这那就也都还又再先已要得想会有是在去到回上里中为因和与及,，.。!！~\-\s:：;；、()（）|"“”【】]/gu;

const ANCHORS = [
  'rest-time',
  'and-then',
  'dest',
  'at',
  'cover',
  'behalf',
  'asked',
  'back',
  'not',
  'with',
] as const;

const isTimeAnchor = (token: Token): boolean =>
  token.kind === 'time' && token.value.t !== 'each' && token.value.t !== 'open';
/** Words that begin what one does oneself. */
const JOINS = /^(?:参加|列席|参与|协助|配合|继续|负责)$/u;
const isAnchor = (token: Token): boolean =>
  isTimeAnchor(token) || token.kind === 'person' || ANCHORS.some((role) => hasRole(token, role));
const begins = (token: Token, text: string): boolean => JOINS.test(text.slice(token.start, token.end));
const isCue = (token: Token): boolean => token.kind === 'word' && token.word.cue !== undefined;

/** 去, 在, 陪同: not 坐 or 约, which are everyday words. */
const isMove = (token: Token, text: string): boolean =>
  hasRole(token, 'dest') ||
  hasRole(token, 'at') ||
  (hasRole(token, 'with') && !'坐搭约带领'.includes(text.slice(token.start, token.end)));

/** How firm the deciding word is: 请假 stands alone, 拔牙 or 三楼 do not. */
type Firmness = 'strong' | 'plain' | 'weak' | 'bare';

function firmnessOf({ rule, rank }: Told): Firmness {
  if (/^(?:place|errand|field:place|on-duty:(?:own|desk))/u.test(rule)) return 'bare';
  if (
    (rule.startsWith('reason') && rank < RANK.leave) ||
    rule === 'unknown' ||
    rule === 'cause:late' ||
    rule === 'as-before' ||
    rule === 'rest:plain'
  )
    return 'weak';
  if (rule === 'on-duty' || rule.startsWith('local:on')) return 'weak';
  return rank >= RANK.late || rule === 'trip' ? 'strong' : 'plain';
}

interface Said {
  readonly tokens: readonly Token[];
  readonly text: string;
  readonly told: Told;
  /** 我 stands in it. */
  readonly self: boolean;
}

const textOf = (tokens: readonly Token[], text: string): string =>
  tokens.map(({ start, end }) => text.slice(start, end)).join('');

/** What the words hold that no known word explains. */
const unexplained = (tokens: readonly Token[], text: string): string =>
  textOf(
    tokens.filter(
      (token) =>
        token.kind === 'text' ||
        token.kind === 'count' ||
        hasRole(token, 'noise') ||
        hasRole(token, 'other-people') ||
        hasRole(token, 'family') ||
        hasRole(token, 'outside-role'),
    ),
    text,
  ).replace(FILLER, '');

/** The words in front of the first that can begin a declaration. */
function lead({ tokens, text }: Said): string {
  const first = tokens.findIndex((token) => isAnchor(token) || isCue(token) || begins(token, text));
  const before = tokens.slice(0, first < 0 ? tokens.length : first).filter((token) => token.kind !== 'sign');
  const words = textOf(before, text);
  return POLITE.test(words) || PERIOD.test(words) ? '' : words;
}

/** The clause the deciding word stands in. */
function clauseOf({ tokens, told }: Said): readonly Token[] {
  const at = tokens.findIndex(({ start }) => start === told.start);
  if (at < 0) return tokens;
  let from = at;
  while (from > 0 && !isSign(tokens[from - 1], ',，;；。\n')) from -= 1;
  let to = at;
  while (to < tokens.length && !isSign(tokens[to], ',，;；。\n')) to += 1;
  return tokens.slice(from, to);
}

/** What follows the deciding word in its clause: nothing but signs, where a place is where somebody is. */
const behind = (said: Said): readonly Token[] =>
  clauseOf(said).filter(({ start }) => start > said.told.start);

const isWork = (token: Token): boolean => hasRole(token, 'verb') && token.end - token.start > 1;
const LEAD_OF_REASON = 16;
const LEAD_OF_FIELD = 10;
/** 请假条, 调休把人: what follows a firm word may be a day, a sign, a place, or nothing. */
const FEW = 2;

/** 窗口的老师, 领导, 实习生 right in front: said of them. */
function isSpokenOf({ tokens }: Pick<Said, 'tokens' | 'text'>): boolean {
  const first = tokens.findIndex((token) => isAnchor(token) || isCue(token));
  const before = tokens[first - 1];
  return hasRole(before, 'other-people') || hasRole(before, 'outside-role');
}

/** 服装借到了: something else stands in front. */
function isOthers({ tokens, text }: Said): boolean {
  const first = tokens.findIndex((token) => isAnchor(token) || isCue(token));
  const before = tokens[first - 1];
  if (before === undefined || before.kind === 'sign') return false;
  const unmarked = !tokens.some((token) => isTimeAnchor(token) || hasRole(token, 'self'));
  const plain = before.kind === 'text' || (hasRole(before, 'verb') && !begins(before, text));
  return (
    isSpokenOf({ tokens, text }) ||
    (plain && unmarked && !/[病疼痛坏停堵急事]/u.test(text.slice(before.start, before.end)))
  );
}

function isStrong(said: Said): boolean {
  const clause = clauseOf(said);
  const anchored = said.self || clause.some(isAnchor) || said.tokens.some(isTimeAnchor);
  const front = lead(said);
  if (front.length > LEAD_OF_REASON || (front !== '' && isOthers(said))) return false;
  return anchored || unexplained(clause, said.text).length <= FEW;
}

function isPlain(said: Said): boolean {
  if (lead(said) !== '') return false;
  const clause = clauseOf(said);
  const stray = unexplained(clause, said.text).length;
  // 下村走访退役军人: somebody goes, and it is whoever says so.
  if (
    said.told.rule === 'field' &&
    said.tokens[0]?.start === said.told.start &&
    !clause.some((token) => hasRole(token, 'not')) &&
    stray <= LEAD_OF_FIELD
  )
    return true;
  return said.self || clause.some(isAnchor) || said.tokens.some(isTimeAnchor) || stray <= FEW;
}

function isWeak(said: Said): boolean {
  if (lead(said) !== '') return false;
  const clause = clauseOf(said);
  const stray = unexplained(clause, said.text).length;
  if (said.told.status === 'on_duty') return stray <= FEW || (said.self && stray <= 6);
  const moves = said.tokens.some((token) => isMove(token, said.text));
  return stray === 0
    ? said.self || moves || said.tokens.some(isTimeAnchor)
    : moves && (said.self || said.tokens.some(isTimeAnchor) || stray <= 4);
}

/** A place or an errand needs somebody who goes there, or is there. */
function isBare(said: Said): boolean {
  const { tokens, told, text, self } = said;
  const front = lead(said);
  if (front !== '' && !(self && front.length <= FEW)) return false;
  const at = tokens.findIndex(({ start }) => start === told.start);
  const before = tokens.slice(0, at + 1);
  const moves = before.some((token) => isMove(token, text));
  const timed = tokens.some(isTimeAnchor);
  if (/^on-duty:own|^place:own/u.test(told.rule))
    return moves || (timed && unexplained(tokens, text).length <= FEW);
  if (/^(?:place|field)/u.test(told.rule))
    return moves || (timed && (unexplained(behind(said), text) === '' || clauseOf(said).some(isWork)));
  if (told.rule === 'on-duty:desk')
    return (moves || timed || self) && unexplained(clauseOf(said), text).length <= 4;
  return (
    moves &&
    (timed || self || tokens.some((token) => token.kind === 'word' && token.word.place !== undefined))
  );
}

/** Whether these words, said without a subject (or with 我), declare something of their sender. */
export function declares(all: readonly Token[], text: string, told: Told, self: boolean): boolean {
  const said: Said = { tokens: all.filter((token) => !isSign(token, ' ')), text, told, self };
  if (told.rule === 'location') return true;
  if (isSpokenOf(said)) return false;
  const firmness = firmnessOf(told);
  if (firmness === 'strong') return isStrong(said);
  if (firmness === 'plain') return isPlain(said);
  return firmness === 'weak' ? isWeak(said) : isBare(said);
}

/** A member named beside a mere errand (小李去接下人) may be asked to do it: it takes a time or a place as well. */
export function declaresOf(tokens: readonly Token[], told: Told, listed: boolean): boolean {
  if (told.rule !== 'errand' || listed) return true;
  // 曲艺协会今晚有演出: the name goes on in another word.
  const [first] = tokens;
  if (first !== undefined && hasRole(first, 'noise')) return false;
  if (
    told.end - told.start < 2 &&
    !tokens.some(
      (token) =>
        hasRole(token, 'dest') ||
        hasRole(token, 'at') ||
        (hasRole(token, 'with') && token.end - token.start > 1),
    )
  )
    return false;
  return (
    tokens.some(isTimeAnchor) || tokens.some((token) => hasRole(token, 'with') && token.end - token.start > 1)
  );
}
