/** The schema of config/problems.json; its messages say in Chinese how to mend the place they point at. */
import { z } from 'zod';
import type { Problems } from '../../core/settings.ts';

/** What no other type is; the finding room falls back on it. */
const OTHER = '其他';

const TEXTS = {
  whole: '只能有 rule（规定的名称）和 types（问题类型）两项',
  rule: '应为规定的全名，1至60个字，不带书名号',
  types: '应为一组问题类型，至少1个，最多60个',
  type: '每个类型应有 name（名称）、aliases（别的叫法，可以为空）和 clause（依据的条款）',
  name: '应为1至12个字的词，不含空格和标点',
  aliases: '应为一组词，如 ["打游戏"]，最多30个',
  clause: '应为条款，如 "第六条第二项"，最多20个字',
  twice: (word: string) => `“${word}”重复，督查员写这个词时分不清是哪一类`,
  noOther: `缺“${OTHER}”这一类，列不进表的问题要用它`,
} as const;

const word = z.string(TEXTS.name).regex(/^[\p{L}\p{N}]{1,12}$/u, TEXTS.name);
const clause = z.string(TEXTS.clause).trim().min(1, TEXTS.clause).max(20, TEXTS.clause);
const type = z.strictObject(
  { name: word, aliases: z.array(word, TEXTS.aliases).max(30, TEXTS.aliases), clause },
  TEXTS.type,
);
const types = z.array(type, TEXTS.types).min(1, TEXTS.types).max(60, TEXTS.types);
type Types = z.infer<typeof types>;

/** Words that stand for two things, or twice for one; 聊qq is 聊QQ. */
const twiceIn = (all: Types): readonly string[] => {
  const words = all.flatMap(({ name, aliases }) => [name, ...aliases]);
  const plain = words.map((one) => one.toLowerCase());
  return words.filter((_, n) => plain.indexOf(plain[n] ?? '') !== n);
};

const checked = types.superRefine((all, context) => {
  for (const one of twiceIn(all)) context.addIssue({ code: 'custom', message: TEXTS.twice(one) });
  if (!all.some(({ name }) => name === OTHER)) context.addIssue({ code: 'custom', message: TEXTS.noOther });
});

export const problemsSchema: z.ZodType<Problems> = z.strictObject(
  {
    rule: z
      .string(TEXTS.rule)
      .trim()
      .regex(/^[^《》\n]{1,60}$/u, TEXTS.rule),
    types: checked,
  },
  TEXTS.whole,
);
