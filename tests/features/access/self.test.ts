/** `我是 …` is judged without asking anybody: who is taken at his word, and who is not. */
import { describe, expect, it } from 'vitest';
import { orgOf } from '../../../src/core/org.ts';
import type { Person, Role } from '../../../src/core/roster.ts';
import { DAY } from '../../../src/core/time.ts';
import type { Claim } from '../../../src/features/access/access.ts';
import { judgeSelf, type SelfFacts, selfChange } from '../../../src/features/access/self.ts';

const unit = { id: 'jyj', name: '教育局', aliases: [], kind: 'bureau' } as const;
const other = { id: 'czj', name: '财政局', aliases: [], kind: 'bureau' } as const;
const person = (id: string, name: string, role: Role, at = 'jyj'): Person => ({
  id,
  name,
  posts: [{ unit: at, role }],
});
const staff = person('p1', '张三', 'staff');
const colleague = person('p2', '李四', 'staff');
const head = person('p3', '王建国', 'head');
const guest = person('p4', '何静', 'liaison', 'czj');
const office = person('p5', '赵明', 'director', 'zfb');
const org = orgOf(
  { units: [unit, other], people: [staff, colleague, head, guest, office] },
  { pinyin: () => [] },
);

const NOW = 100 * DAY;
const binding = (contact: string, id: string) => ({
  id: contact,
  rev: 1,
  data: { contact, person: id, at: 0, by: 'self' },
});
const claim = (state: Claim['state'], at = NOW) => ({
  id: 'p1/c',
  rev: 1,
  data: {
    contact: 'c',
    person: 'p1',
    unit: 'jyj',
    role: 'staff' as const,
    at,
    state,
    by: 'self',
    shown: '小张',
  },
});
const facts = (more: Partial<SelfFacts> = {}): SelfFacts => ({
  contact: 'c',
  shown: '小张',
  unit,
  person: staff,
  namesakes: false,
  binding: { ofContact: undefined, ofPerson: [], claims: [] },
  claim: undefined,
  nomination: undefined,
  ...more,
});
const bound = (ofContact?: string, ...ofPerson: string[]): SelfFacts['binding'] => ({
  ofContact: ofContact === undefined ? undefined : binding('c', ofContact),
  ofPerson: ofPerson.map((contact) => binding(contact, 'p1')),
  claims: [],
});
const judged = (more: Partial<SelfFacts>) => judgeSelf(facts(more), org, NOW);

describe('a declaration in the group', () => {
  it('binds staff that nobody else is', () => expect(judged({})).toBe('bind'));
  it('is asked about when somebody else is bound as that person', () =>
    expect(judged({ binding: bound(undefined, 'other') })).toBe('ask'));
  it('is asked about when two people have the name', () => expect(judged({ namesakes: true })).toBe('ask'));
  it('never binds a role by itself', () => expect(judged({ person: head })).toBe('ask'));
  it('is asked about when the speaker is bound as a colleague', () =>
    expect(judged({ binding: bound('p2') })).toBe('ask'));
  it('does nothing for who is bound so already', () =>
    expect(judged({ binding: bound('p1', 'c') })).toBe('known'));
  it('does not turn somebody of another unit or of the office into a member', () => {
    expect(judged({ binding: bound('p4') })).toBe('elsewhere');
    expect(judged({ binding: bound('p5') })).toBe('elsewhere');
  });
  it('is put as a question once, and after a no again the next day', () => {
    expect(judged({ claim: claim('open') })).toBe('asked');
    expect(judged({ claim: claim('refused') })).toBe('asked');
    expect(judged({ claim: claim('refused', NOW - DAY) })).toBe('bind');
  });
  it('of a head his liaison has registered waits for the office only', () => {
    const nomination = {
      id: 'p3',
      rev: 1,
      data: { person: 'p3', unit: 'jyj', by: 'p9', at: 0, asked: null },
    };
    const told = facts({ person: head, nomination });
    expect(judgeSelf(told, org, NOW)).toBe('vouched');
    const { put = [] } = selfChange(told, 'vouched', NOW);
    expect(put.map(({ table, data }) => [table, data === null])).toEqual([
      ['claims', false],
      ['nominations', true],
    ]);
  });
  it('of a head is not covered by the liaison’s word when somebody else was asked, or the speaker is a colleague', () => {
    const data = { person: 'p3', unit: 'jyj', by: 'p9', at: 0, asked: 'another' };
    const nomination = { id: 'p3', rev: 1, data };
    expect(judged({ person: head, nomination })).toBe('ask');
    const free = { ...nomination, data: { ...data, asked: null } };
    expect(judged({ person: head, nomination: free, binding: bound('p2') })).toBe('ask');
  });
});

it('frees the old account of a person who is bound anew', () => {
  const change = selfChange(facts({ binding: bound(undefined, 'old') }), 'bind', NOW);
  const bindings = (change.put ?? []).filter(({ table }) => table === 'bindings');
  expect(bindings.map(({ id, data }) => [id, data === null])).toEqual([
    ['c', false],
    ['old', true],
  ]);
});
