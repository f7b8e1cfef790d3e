/** What a message does to what was said before. */
import { describe, expect, it } from 'vitest';
import { operationOf } from '../../../../src/features/whereabouts/reader/talk.ts';
import { entries, read } from './stage.ts';

describe('the operation', () => {
  it.each([
    ['今天下乡', 'report'],
    ['昨天忘了报，补报下乡', 'report'],
    ['更正：下午在单位', 'correct'],
    ['不去下乡了，在单位', 'correct'],
    ['以这条为准：我在岗', 'correct'],
    ['下午的会取消', 'cancel'],
    ['请忽略上一条', 'cancel'],
  ])('%s', (text, want) => expect(operationOf(text)).toBe(want));
});

it('a withdrawal names what is withdrawn', () =>
  expect(entries('明天的年假取消')).toEqual(['张卫东 leave_annual 09-22']));
it('one that names nothing takes back the last words', () =>
  expect(read('请忽略上一条').entries[0]?.rule).toBe('cancel:last'));
