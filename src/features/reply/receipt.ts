/** Finds words of receipt that are said, not asked, mentioned or told to others. */

import { type Clause, HIDDEN, hasTag } from './clauses.ts';
import {
  after,
  asks,
  before,
  type Cue,
  closes,
  cueOf,
  is,
  laughedAt,
  orders,
  reach,
  type Scene,
  within,
} from './cue.ts';
import type { Tag, Word } from './lexicon.ts';

const UNIT_END = /[局委办镇乡部院校站所队联社区村室科股组会厅馆园场团司学中心处库行校企庭台厂店铺府岗方]$/u;
const TITLE_END =
  /(?:局|书记|主任|镇长|乡长|校长|院长|站长|所长|队长|部长|处长|科长|股长|组长|经理|主席|支书|主播|老师|总|工|哥|姐|叔|董|县长|委员|会长|秘书|会计|园长|厂长|行长|台长|班长|老.|小.|阿.)$/u;
const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝';

/** The rule of a receipt that is a vow: also what an order would say. */
export const OBEY = 'receipt.obey';

const RECEIPT_TAGS = ['received', 'read', 'obey', 'weak', 'yes', 'mistyped', 'pass', 'heed'] as const;

/** Receipts, readings and obeisances of one clause. */
export function receiptCues(clause: Clause, scene: Scene): readonly Cue[] {
  const [first] = clause.words;
  if (first !== undefined && HANDED_ON.test(clause.text))
    return [cueOf('weak', clause, [first], 'passed-on.bare')];
  if (!hasTag(clause, ...RECEIPT_TAGS)) return [];
  const strong = clause.words.find(
    (word) => is(word, 'received', 'read', 'obey') && receives(clause, word, scene),
  );
  if (strong !== undefined)
    return [cueOf('receipt', clause, [strong], is(strong, 'obey') ? OBEY : 'receipt')];
  const whole = passedOn(clause, scene) ?? wholeReceipt(clause);
  return whole === null ? [] : [whole];
}

/** 已转, and no word to whom: says something beside a receipt only. */
const HANDED_ON = /^(?:[我俺]们?)?(?:都|均)?已转(?:出去?)?了?$/u;

function receives(clause: Clause, word: Word, scene: Scene): boolean {
  if (asks(clause) && !closes(clause, word)) return false;
  if (clause.stop === '?' || (orders(clause, scene) && !is(word, 'read'))) return false;
  return (
    !quotedWord(clause, word) &&
    !laughedAt(clause, word) &&
    introduced(clause, word.start) &&
    continued(clause, word)
  );
}

/** 批示“已阅”: mentioned, not said; unless it is all there is. */
function quotedWord(clause: Clause, word: Word): boolean {
  const open = clause.text.charAt(word.start - clause.start - 1);
  return /[“"「『‘']/u.test(open) && clause.text.trim().length > word.end - word.start + 2;
}

/** What stands before the word names who or what: 民政局, 王局, 通知, 已. */
export function introduced(clause: Clause, at: number): boolean {
  const left = reach(clause, at, -1, (word) => within(word, BEFORE));
  const rest = clause.text.slice(0, left - clause.start);
  if (rest === '') return true;
  if (rest.length === 1 && SURNAMES.includes(rest)) return true;
  if (
    /^(?:.{0,3}[这那此该上前后]|上面|以上|前面|刚才|第[一二三四五六七八九十\d])的?[一二两几个份条件]{0,2}$/u.test(
      rest,
    )
  )
    return true;
  if (clause.words.some((word) => word.start < left && within(word, SPOILS))) return false;
  return rest.length <= 16 && (UNIT_END.test(rest) || TITLE_END.test(rest) || named(clause, rest));
}

/** A name of two to four signs: a surname first and no everyday word inside. */
const named = (clause: Clause, rest: string): boolean =>
  rest.length >= 2 &&
  rest.length <= 4 &&
  SURNAMES.includes(rest.charAt(0)) &&
  !clause.words.some((word) => word.end <= clause.start + rest.length && word.word.length > 1);

const BEFORE: ReadonlySet<Tag> = new Set<Tag>([
  'self',
  'around',
  'particle',
  'addressee',
  'notice',
  'finding',
  'received',
  'read',
  'obey',
  'weak',
  'thanks',
  'laugh',
  'accept',
  'mistyped',
  'pass',
  'accord',
]);
const SPOILS: ReadonlySet<Tag> = new Set<Tag>([
  'neg',
  'ask',
  'cond',
  'mention',
  'thing',
  'after',
  'order',
  'partial',
  'chore',
  'home',
  'meeting',
]);

/** What stands after it is empty, polite, or what was received and what will be done. */
function continued(clause: Clause, word: Word): boolean {
  const right = reach(clause, word.end, 1, (next) => is(next, 'particle'));
  if (right >= clause.end) return true;
  if (clause.text.charAt(word.end - clause.start) === '的') return false;
  const next = clause.words.find((other) => other.start === right);
  if (next !== undefined && is(next, 'after', 'askend', 'joke') && !is(next, 'thanks', 'notice'))
    return false;
  if (next !== undefined && is(next, 'loose') && !is(next, 'notice', 'finding', 'pass')) return false;
  if (next !== undefined && within(next, AFTER) && !is(next, 'addressee')) return !spoiled(clause, next);
  if (next !== undefined && is(next, 'addressee') && closes(clause, next)) return true;
  if (next !== undefined && is(next, 'thing', 'chore', 'ask')) return false;
  if (is(word, 'read', 'obey')) return next === undefined || !is(next, 'neg');
  const object = clause.words.find(
    (other) => other.start >= right && is(other, 'notice', 'finding', 'thing'),
  );
  return object !== undefined && !is(object, 'thing') && !spoiled(clause, object);
}

/** 收到通知的人…, 收到通知后…: the object opens another sentence. */
function spoiled(clause: Clause, object: Word): boolean {
  const right = reach(clause, object.end, 1, (word) => is(word, 'notice', 'finding'));
  const next = clause.words.find((word) => word.start === right);
  return next !== undefined && is(next, 'after', 'askend') && !is(next, 'upward', 'thanks');
}

const AFTER: ReadonlySet<Tag> = new Set<Tag>([
  'notice',
  'finding',
  'self',
  'future',
  'soon',
  'fix',
  'obey',
  'accept',
  'concede',
  'pass',
  'thanks',
  'received',
  'read',
  'weak',
  'past',
  'around',
  'upward',
  'object',
  'delay',
  'laugh',
  'hold',
  'begun',
  'strictly',
  'may',
]);

/** 已传达至各村, 已报王局; where the notice is spoken of, 在群里传达了: handed on, so received. */
function passedOn(clause: Clause, scene: Scene): Cue | null {
  if (asks(clause) || orders(clause, scene) || hasTag(clause, 'chore', 'partial', 'thing')) return null;
  const word = clause.words.find(
    (one) =>
      (is(one, 'pass') && (before(clause, one, 8, 'strictly') !== undefined || tells(clause, one))) ||
      (is(one, 'heed') && arranged(clause, one)),
  );
  if (word === undefined || before(clause, word, 1, 'neg') !== undefined) return null;
  return cueOf('pass', clause, [word], 'passed-on');
}

/** 已安排值班: what the notice wants is arranged. */
const arranged = (clause: Clause, word: Word): boolean =>
  before(clause, word, TAUGHT.test(word.word) ? 8 : 2, 'strictly') !== undefined &&
  (clause.text.includes(HIDDEN) ||
    clause.words.some(
      (other) => is(other, 'notice') && (other.start >= word.end || other.end <= word.start),
    ));

/** 已在会上学了: where it was done stands between. */
const TAUGHT = /^[学念]/u;

const tells = (clause: Clause, word: Word): boolean =>
  is(word, 'notice') && /^[传转]/u.test(word.word) && after(clause, word, 4, 'done') !== undefined;

/** 👌, 1, 好的领导, 王局知道了: a clause of nothing but assent. */
function wholeReceipt(clause: Clause): Cue | null {
  const word = clause.words.find((one) => is(one, 'weak', 'yes', 'mistyped'));
  if (word === undefined || asks(clause)) return null;
  const left = reach(clause, word.start, -1, (one) => leads(one, word));
  const right = reach(clause, word.end, 1, (one) => within(one, WHOLE));
  if (
    !addresses(clause.text.slice(0, left - clause.start)) ||
    !addresses(clause.text.slice(right - clause.start))
  )
    return null;
  if (is(word, 'mistyped')) return cueOf('receipt', clause, [word], 'receipt.mistyped');
  return cueOf('weak', clause, [word], is(word, 'yes') ? 'assent.glyph' : 'assent');
}

/** What may stand before assent; before 看了 also what was looked at. */
const leads = (one: Word, word: Word): boolean =>
  (within(one, WHOLE) && !/^[你您]/u.test(one.word)) || (is(one, 'notice') && word.word.endsWith('看了'));

const WHOLE: ReadonlySet<Tag> = new Set<Tag>([
  'weak',
  'yes',
  'particle',
  'thanks',
  'laugh',
  'self',
  'addressee',
  'mistyped',
  'received',
  'read',
  'around',
]);
const addresses = (rest: string): boolean => rest.trim() === '' || (rest.length <= 4 && TITLE_END.test(rest));

/** A clause that adds nothing: thanks, laughter, a form of address, a glyph. */
export function neutral(clause: Clause): boolean {
  const end = reach(clause, clause.start, 1, (word) =>
    is(word, 'thanks', 'laugh', 'glyph', 'addressee', 'particle', 'yes', 'around', 'self'),
  );
  return addresses(clause.text.slice(end - clause.start));
}

/** 小李, 老陈, 马海龙: a name called by itself; what follows is told to its bearer. */
export function calls(clause: Clause): boolean {
  const name = clause.text.trim();
  if (name.length < 2 || name.length > 3 || hasTag(clause, 'weak', 'addressee', 'received', 'accept'))
    return false;
  return /^[小老阿]/u.test(name) || (SURNAMES.includes(name.charAt(0)) && clause.words.length === 0);
}
