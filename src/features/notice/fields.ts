/** Reads the text of a notice as people type it: a title, then lines 正文, 范围, 截止 in any order. Pure. */
import { halfWidth } from '../../core/text.ts';

/** What was written; undefined = not written. */
export interface Fields {
  readonly title?: string;
  readonly body?: string;
  readonly scope?: string;
  readonly due?: string;
  readonly headOnly?: true;
}

const LABELS = {
  标题: 'title',
  正文: 'body',
  内容: 'body',
  范围: 'scope',
  截止: 'due',
  截止时间: 'due',
} as const;
type Field = (typeof LABELS)[keyof typeof LABELS];
const NAMES = Object.keys(LABELS).join('|');
const AT_START = new RegExp(`^[\\s　]*(${NAMES})[ 　]*[:：][ 　]*`, 'u');
/** On the first line a field may follow the title; the title ends at the gap before it. */
const INLINE = new RegExp(`(?:^|[\\s　,，;；。])(?=(?:${NAMES})[ 　]*[:：])`, 'u');
const HEAD_ONLY = /主要负责(?:同志|人)(?:本人)?签收/u;

/** True when a text has at least one labelled field: what tells 通知 from talk. */
export const hasField = (text: string): boolean => text.split('\n').some((line) => INLINE.test(line));

/** The same text without what people cannot see and without `@bot`, full-width signs kept. */
export const written = (raw: string, botName: string): string =>
  raw
    .replace(/\r\n?/gu, '\n')
    .replaceAll(`@${botName}`, ' ')
    .replace(/[\p{Cc}\p{Cf}]/gu, (char) => (char === '\n' || char === '\t' ? char : ''))
    .trim();

/** What stands behind the verb (and the code, when there is one). */
export const behindVerb = (text: string, verb: string, coded: boolean): string => {
  const rest = text.slice(text.indexOf(verb) + verb.length).replace(/^[ \t　:：,，]+/u, '');
  return coded
    ? rest.replace(/^[NnＮｎ]?\s?(?:[0-9０-９]{4}[-－—])?[0-9０-９]{1,4}\s?号?[ \t　:：,，]*/u, '')
    : rest;
};

interface Piece {
  readonly field: Field;
  readonly text: string;
}

/** One line cut at its labels; what stands before the first is of `open`. */
function pieces(line: string, open: Field, inline: boolean): readonly Piece[] {
  const parts = inline ? line.split(new RegExp(INLINE, 'gu')) : [line];
  return parts.map((part): Piece => {
    const label = AT_START.exec(part);
    const field = LABELS[(label?.[1] ?? '') as keyof typeof LABELS] ?? open;
    return { field, text: part.slice(label?.[0].length ?? 0).trim() };
  });
}

/** Reads the fields of what stands behind the verb. A line without a label continues the body. */
export function readFields(text: string): Fields {
  const found = new Map<Field, string[]>();
  for (const [n, line] of text.split('\n').entries())
    for (const { field, text: part } of pieces(line, n === 0 ? 'title' : 'body', n === 0))
      found.set(field, [...(found.get(field) ?? []), part]);
  const value = (field: Field): string | undefined => {
    const joined = found.get(field)?.join('\n').trim();
    return joined === undefined || joined === '' ? undefined : joined;
  };
  const [title, body, scope, due] = (['title', 'body', 'scope', 'due'] as const).map(value);
  return {
    ...(title === undefined ? {} : { title }),
    ...(body === undefined ? {} : { body }),
    ...(scope === undefined ? {} : { scope }),
    ...(due === undefined ? {} : { due: halfWidth(due) }),
    ...(HEAD_ONLY.test(text) ? { headOnly: true as const } : {}),
  };
}
