/** Who is meant: names as colleagues write them. */
import { describe, expect, it } from 'vitest';
import { entries, named } from './stage.ts';

describe('a member is known', () => {
  it.each([
    ['by full name', '王丽娟下乡', '王丽娟'],
    ['by given name', '丽娟下乡', '王丽娟'],
    ['by surname and title', '李局下乡', '李建设'],
    ['as 老 or 小', '老李下乡', '李建设'],
    ['by a part of a long name', '多杰下乡', '扎西多杰'],
    ['by a compound surname', '欧阳下乡', '欧阳兰'],
    ['by ear', '周永洪下乡', '周永红'],
    ['in traditional characters', '張衛東下鄉', '张卫东'],
  ])('%s', (_how, text, who) => expect(named(text)).toEqual([who]));
});

it('of two whom the words fit, neither is chosen', () =>
  expect(named('马科下乡')).toEqual(['马小军/马成义']));

describe('no member is meant', () => {
  it('by an ordinary word', () => expect(named('高山上下雪了')).toEqual([]));
  it('by a title that belongs elsewhere', () => expect(named('赵县长下周来')).toEqual(['?赵县长']));
});

describe('what a name does where it stands', () => {
  it('goes along', () => expect(entries('我带高山去县医院')).toHaveLength(2));
  it('is only told', () => expect(entries('跟李局说过了，我下乡')).toEqual(['张卫东 field_visit 09-21']));
  it('is reported for', () => expect(entries('替高山请个假')[0]).toContain('高山 leave_personal'));
  it('only says whose', () => expect(named('高山的照片')).toHaveLength(1));
});
