/** Heading lines and heading words: what they say holds for the lines or the names behind them. */
import { hasCue, wordsOf } from './statement.ts';
import { hasRole, isSign, type Token } from './tokens.ts';

const LIST_END = /(?:名单|人员|如下|的有|的是|干部|同志)[:：]?\s*$/u;
const REPORT = /去向|动态|情况|报备|接龙|汇总|统计|考勤|点名|安排|一览/u;
const HEAD_END =
  /(?:去向|动态|报备|接龙|名单|汇总|统计|情况|人员|安排|一览|考勤|点名|在岗表|去向表|【[^】]*】)\s*(?:[（(][^）)]*[）)])?[:：]?\s*$/u;
const UNIT = /局|镇|乡|中心|站|所|委|办|科|院|校|队|股|街道|组|部/u;

/** 明日下村名单: its status holds for the lines below. */
export function isList(tokens: readonly Token[], text: string): boolean {
  const line = wordsOf(tokens, text);
  return LIST_END.test(line) || (isSign(tokens.at(-1), ':：') && !REPORT.test(line));
}

/** A line about nobody, over lines about somebody. */
export function isHeading(tokens: readonly Token[], text: string): boolean {
  const first = tokens[0]?.start ?? 0;
  const line = text.slice(first, tokens.at(-1)?.end ?? first);
  if (tokens.some((token) => hasRole(token, 'self'))) return false;
  const above = text.indexOf('\n', first) > 0;
  if (isSign(tokens.at(-1), ':：】') || (above && HEAD_END.test(line))) return true;
  const opens = above && first === text.search(/\S/u);
  const plain = !tokens.some((token) => hasRole(token, 'dest') || hasRole(token, 'at'));
  return opens && plain && UNIT.test(line) && !hasCue(tokens, text);
}

/** What a heading leaves for the lines below: its days, and its status where it heads a list. */
export const carriedFrom = (tokens: readonly Token[], text: string): readonly Token[] => {
  const list = isList(tokens, text);
  return tokens.filter(
    (token) => token.kind === 'time' || (token.kind === 'word' && token.word.cue !== undefined && list),
  );
};
