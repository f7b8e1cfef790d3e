/** Whether words without a subject declare where their sender is: 下乡 does, 下乡补助 does not. */
import { RANK } from '../lexicon/cues.ts';
import type { Told } from './status.ts';
import { hasRole, isSign, type Token } from './tokens.ts';

const OPENERS = [
  'dest',
  'at',
  'back',
  'not',
  'none',
  'verb',
  'with',
  'self',
  'field-name',
  'cover',
  'behalf',
] as const;
const POLITE =
  /^(?:收到|好的?|嗯+|早上好|领导|各位领导|报告|那个|大家好|你好|您好|主任|局长|谢谢|麻烦登记一下|更正|更正一下|重发|不好意思|抱歉|补报|补假|销假|对不起|刚才|刚|说错了|报错了|本人|兹|临时|因|由于|今|就|先|还|也|都|正|已|已经|要|想|得|准备|打算|预计|可能|大概|应该|需|需要|现|现在|申请|特此|个人|家里|一直|继续|仍|仍然|依旧)+[\s,，:：。!！]*$/u;

const opens = (token: Token): boolean =>
  token.kind === 'time' ||
  token.kind === 'person' ||
  (token.kind === 'word' &&
    (token.word.cue !== undefined ||
      token.word.place !== undefined ||
      OPENERS.some((role) => hasRole(token, role))));

/** Free words before the first known one, and between them, that a declaration would not have. */
const STRAY_BEFORE = 6;

export function declares(tokens: readonly Token[], text: string, told: Told): boolean {
  const content = tokens.filter((token) => !isSign(token, ' ,，。!！:：、~'));
  const first = content.findIndex(opens);
  if (first < 0) return false;
  const before = content
    .slice(0, first)
    .map((token) => text.slice(token.start, token.end))
    .join('');
  if (before !== '' && !POLITE.test(before) && before.length > STRAY_BEFORE) return false;
  // Errands and lone place words need something that says somebody is going or is there.
  const strong = told.rank >= RANK.field && !told.rule.startsWith('place');
  if (strong || told.rank === RANK.onDuty) return true;
  return content.some(
    (token) =>
      hasRole(token, 'dest') ||
      hasRole(token, 'at') ||
      token.kind === 'time' ||
      hasRole(token, 'self') ||
      (token.kind === 'word' && token.word.cue !== undefined),
  );
}
