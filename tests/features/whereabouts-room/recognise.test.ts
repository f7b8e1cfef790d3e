/** The cheap look before the reader: what can never be about whereabouts passes at once. */
import { expect, it } from 'vitest';
import { createLanguage } from '../../../src/adapters/language/language.ts';
import type { Ctx } from '../../../src/core/context.ts';
import { orgOf } from '../../../src/core/org.ts';
import { recogniser } from '../../../src/features/whereabouts/recognise.ts';
import { demoFacts } from '../../support/stage.ts';

const { roster, settings } = demoFacts();
const language = createLanguage();
const org = orgOf(roster, language);
const look = (text: string, kind = 'unit', unit = org.unit('jyj')): boolean =>
  // The look needs no more of a context than this.
  recogniser.mayBe({ said: { text }, where: { kind, unit }, org, settings, language } as unknown as Ctx);

it('lets ordinary talk pass', () => {
  const talk = ['收到', '哈哈哈', '辛苦了', '恭喜恭喜🎉', '[图片]', '1', '这雨下得大'];
  expect(talk.filter((text) => look(text))).toEqual([]);
});

it('stops at every plain form', () => {
  const forms = [
    '我今天下乡',
    '在',
    '张三、李四出差到周三',
    '其余在岗',
    '更正：李四病假',
    '张三 窗口3号',
    '病假一天',
    '麥志文塞緊車，遲啲到',
    '玉柱下嘎查了',
    '我喺度',
  ];
  expect(forms.filter((text) => !look(text))).toEqual([]);
});

it('is deaf in the office, in rooms nobody has claimed, and to documents', () => {
  expect(look('我今天下乡', 'office')).toBe(false);
  expect(look('我今天下乡', 'unbound', undefined)).toBe(look('我今天下乡', 'office'));
  expect(look(`我今天下乡${'啊'.repeat(5_000)}`)).toBe(false);
});
