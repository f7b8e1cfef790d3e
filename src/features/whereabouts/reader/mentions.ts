/** What a name does where it stands: it is the subject, goes along, is relayed for, or is only mentioned. */
import { hasRole, isSign, type PersonToken, type Token } from './tokens.ts';

export type Part = 'subject' | 'companion' | 'relayed' | 'mention' | 'outsider';

const FOR_HIM = /^(?:同志|老师|哥|姐)?(?:报|请|登记|接龙|补|销|说|填|告|[:：]|也报|上报)/u;
/** 跟王局说过, 经李书记批准: told, asked or informed. */
const TOLD =
  /^(?:同志|老师)?(?:已|都|也)?(?:说过|说了|说好|说一声|说明|讲过|讲了|讲好|讲一声|请示|汇报|报告|请假|批准|批了|批示|批|同意|准假|准了|打过招呼|打招呼|打了招呼|报备|谈|知道|交代|交待|签字|签批|审批|通过电话|商量|沟通|销假|要求|强调|指示|叮嘱)/u;
const SAID =
  /^(?:同志|老师)?(?:要求|强调|指示|叮嘱|批准|同意|准假|批示|已批|签字|已同意|已准|安排我|(?:让我|叫我|派我|通知我|喊我)(?!说|讲|报|帮|代|请|登|告)|交代|交待)/u;
const BEHIND = /跟|和|与|向|给|经|找|请|由|同|对|问|报/u;

/** The token before, over spaces. */
const before = (tokens: readonly Token[], n: number): Token | undefined => {
  let at = n - 1;
  while (at >= 0 && isSign(tokens[at], ' ')) at -= 1;
  return tokens[at];
};

/** 县公安局王主任: a title right behind somebody else's office. */
function isOutsider(person: PersonToken, previous: Token | undefined): boolean {
  return (
    (person.form === 'title' || person.form === 'nick' || person.form === 'outside') &&
    previous?.kind === 'word' &&
    previous.end === person.start &&
    (previous.word.place === 'out' || previous.word.place === 'county') &&
    !hasRole(previous, 'dest') &&
    previous.end - previous.start > 1
  );
}

const cueBehind = (tokens: readonly Token[], n: number): boolean => {
  const next = tokens[n + 1];
  return next?.kind === 'word' && next.word.cue !== undefined;
};

/** 张三的照片: a name that only says whose. 朱琳的年假 is about her. */
function isOwner(tokens: readonly Token[], n: number, text: string): boolean {
  const person = tokens[n];
  if (person === undefined || text.charAt(person.end) !== '的') return false;
  const next = tokens[n + 1];
  const rest = text.slice(person.end + 1, person.end + 2);
  if (rest === '' || ' ,，。;；\n'.includes(rest)) return false;
  const after = tokens.find((token) => token.start === person.end + 1);
  return next !== undefined && !(after?.kind === 'word' && after.word.cue !== undefined);
}

/** Somebody who was told, asked or reported for: no word of where he is, or somebody else's word. */
function heardOf(person: PersonToken, previous: Token | undefined, text: string): Part | undefined {
  const after = text.slice(person.end, person.end + 8);
  const relayed = FOR_HIM.test(after);
  const behalf = hasRole(previous, 'behalf');
  if (BEHIND.test(text.charAt(person.start - 1)) && TOLD.test(after))
    return behalf && relayed ? 'relayed' : 'mention';
  if (behalf || hasRole(previous, 'cover')) return relayed ? 'relayed' : 'mention';
  return SAID.test(after) ? 'mention' : undefined;
}

/** 由, 让, 和, 找: what stands in front makes him one who acts, goes along, or is only acted on. */
function ledBy(person: PersonToken, previous: Token | undefined, text: string): Part {
  if (/[由让]/u.test(text.charAt(person.start - 1))) return 'subject';
  if (hasRole(previous, 'with')) return 'companion';
  if (!hasRole(previous, 'object') || previous?.end !== person.start) return 'subject';
  return /^[替帮顶代]/u.test(text.charAt(person.end)) ? 'subject' : 'mention';
}

/** The part a person plays at place `n` of a line. */
export function partOf(tokens: readonly Token[], n: number, text: string): Part {
  const person = tokens[n];
  if (person?.kind !== 'person' || person.called) return 'mention';
  const previous = before(tokens, n);
  if (isOutsider(person, previous)) return 'outsider';
  if (hasRole(previous, 'asked')) return 'relayed';
  const heard = heardOf(person, previous, text);
  if (heard !== undefined) return heard;
  if (isOwner(tokens, n, text) && !cueBehind(tokens, n)) return 'mention';
  return ledBy(person, previous, text);
}
