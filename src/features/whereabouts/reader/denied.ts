/** What is said not to be so: 没下乡, 不去工地了, 已从工地回来. */
import { hasRole, isSign, type Token } from './tokens.ts';

const GONE =
  /(?:不是|没去|不去|不用去|不再|不参加|没参加|参加不了|去不了|没法去|无法去|去不成|去不到|不用参加)[^，,。;；\s]{0,2}$/u;

/** 产假休完了: over. */
const ENDED = /^(?:已经|已)?(?:休|值|开|学)?(?:完了|结束|到期|期满|休满)/u;

/** 没下乡, 没请假: said not to be so. 不是病假 takes the word away without saying anything. */
export function negated(tokens: readonly Token[], at: number, text: string): 'not' | 'gone' | undefined {
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
