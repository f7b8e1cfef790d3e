/** A unit by its pinyin initials: whatever their case, and never the first of several that share them. */
import { describe, expect, it } from 'vitest';
import { createLanguage } from '../../src/adapters/language/language.ts';
import type { Unit } from '../../src/core/roster.ts';
import { unitSlot } from '../../src/core/slots.ts';
import { demoFacts, type Stage, stage } from '../support/stage.ts';

const on = await stage();
const take = (text: string, at: Stage = on) => {
  const taken = unitSlot.take(text, { ...at.program.house.know(), unit: undefined });
  return taken === undefined ? undefined : `${taken.value.name}|${taken.rest}`;
};
const language = createLanguage();
const initialsOf = (name: string): string =>
  language
    .pinyin(name)
    .map((syllable) => syllable.slice(0, 1))
    .join('');

const bureau = (id: string, name: string): Unit => ({ id, name, aliases: [], kind: 'bureau' });
const LONG = bureau('rsj', '人力资源和社会保障局');
/** With 交运局 beside 教育局, and a name of ten characters. */
const wider = async (): Promise<Stage> => {
  const facts = demoFacts();
  const units = [...facts.roster.units, bureau('jt', '交运局'), LONG];
  return stage({ facts: { ...facts, roster: { ...facts.roster, units } } });
};

describe('initials', () => {
  it.each(demoFacts().roster.units.map(({ name }) => name))('are read for %s', (name) => {
    const word = initialsOf(name);
    for (const typed of [word, word.toUpperCase(), `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`])
      expect(take(`${typed} 玩游戏`)).toBe(`${name}| 玩游戏`);
  });
  it('may stand right before the words', () => expect(take('jyj玩游戏')).toBe('教育局|玩游戏'));
  it('of a longer word are none', () => expect(take('jyjx 玩游戏')).toBeUndefined());
  it('of a long name are read whole', async () =>
    expect(take(`${initialsOf(LONG.name)} 脱岗`, await wider())).toBe(`${LONG.name}| 脱岗`));
  it('that two units share are neither', async () => expect(take('jyj', await wider())).toBeUndefined());
});

describe('initials that two units share', () => {
  const ASKED = '“jyj”是哪个单位？1 教育局　2 交运局。回序号即可。';

  it('are asked about, and the number says the command again', async () => {
    const here = await wider();
    await here.say('赵明', '督查群', '名册 jyj');
    expect(here.fresh().map(({ text }) => text)).toEqual([ASKED]);
    await here.say('赵明', '督查群', '2');
    expect(here.fresh()[0]?.text).toContain('交运局');
  });
  it('are asked about before a finding is registered', async () => {
    const here = await wider();
    await here.say('孙磊', '督查群', '问题 jyj 玩游戏 三楼办公室上班时间玩游戏');
    expect(here.fresh().map(({ text }) => text)).toEqual([ASKED]);
    await here.say('孙磊', '督查群', '1');
    expect(here.fresh()[0]?.text).toContain('教育局｜玩游戏');
  });
  it('are asked about before a group is bound', async () => {
    const here = await wider();
    await here.say('赵明', '督查群', '绑定 jyj');
    expect(here.fresh().map(({ text }) => text)).toEqual([ASKED]);
  });
  it('are asked about without a gap too', async () => {
    const here = await wider();
    await here.say('赵明', '督查群', '名册JYJ');
    expect(here.fresh()[0]?.text).toBe(ASKED.replace('jyj', 'JYJ'));
  });
});
