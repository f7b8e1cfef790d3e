import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLanguage } from '../../../src/adapters/language/language.ts';
import { after } from '../../../src/core/lifecycle.ts';
import { orgOf } from '../../../src/core/org.ts';
import { instant, MINUTE } from '../../../src/core/time.ts';
import {
  capacityOf,
  NOTICE,
  type Notice,
  type NoticeState,
  type NoticeVerb,
  RECEIPT,
  type Receipt,
} from '../../../src/features/notice/notice.ts';
import { type Signing, sign, undo, type Word } from '../../../src/features/notice/sign.ts';
import { demoFacts } from '../../support/stage.ts';

const facts = demoFacts();
const org = orgOf(facts.roster, createLanguage());
const issuedAt = instant('2026-09-21', '09:00');
const notice: Notice = {
  code: 'N2026-0107',
  state: 'issued',
  edition: 1,
  title: '报送总结',
  body: '',
  units: ['jyj'],
  all: false,
  dueAt: instant('2026-09-22', '18:00'),
  headOnly: false,
  proposer: 'zfb01',
  wordedAt: issuedAt,
  approver: 'zfb01',
  issuedAt,
  policy: null,
  went: ['jyj'],
  next: null,
  holiday: null,
};
const receipt: Receipt = {
  code: notice.code,
  edition: 1,
  unit: 'jyj',
  state: 'asked',
  askedAt: issuedAt,
  by: null,
  proxy: false,
  at: null,
  hintedAt: null,
};
const person = (id: string) => {
  const found = org.person(id);
  if (found === undefined) throw new Error(id);
  return found;
};
const [head, liaison, staff] = [person('jyj01'), person('jyj03'), person('jyj04')];
const by = (who: typeof head, more: Partial<Word> = {}): Word => ({
  notice,
  receipt,
  person: who,
  capacity: capacityOf(who, 'jyj', more.notice ?? notice, org, []),
  at: issuedAt + 10 * MINUTE,
  quotesOld: false,
  ...more,
});
const signed = (word: Word): Signing => sign(word, 'bureau', facts);

describe('a receipt', () => {
  it('is a head’s own, and a liaison’s by proxy', () => {
    expect(signed(by(head))).toMatchObject({ kind: 'signed', receipt: { by: 'jyj01', proxy: false } });
    expect(signed(by(liaison))).toMatchObject({ kind: 'signed', receipt: { by: 'jyj03', proxy: true } });
  });
  it('of a notice for heads is no liaison’s, but a delegate’s', () => {
    const headOnly = { ...notice, headOnly: true };
    expect(capacityOf(liaison, 'jyj', headOnly, org, [])).toBeUndefined();
    expect(capacityOf(staff, 'jyj', headOnly, org, ['jyj01'])).toBe('proxy');
    expect(capacityOf(staff, 'czj', headOnly, org, ['jyj01'])).toBeUndefined();
  });
  it('counts at the time it was said: before this edition it was about another', () => {
    expect(signed(by(head, { at: issuedAt - 1 })).kind).toBe('silence');
  });
  it('is not given twice, and not for what was withdrawn or is over', () => {
    const done: Receipt = { ...receipt, state: 'signed', by: 'jyj01', at: issuedAt };
    expect(signed(by(liaison, { receipt: done })).kind).toBe('already');
    expect(signed(by(head, { notice: { ...notice, state: 'withdrawn' } })).kind).toBe('withdrawn');
    expect(
      signed(by(head, { notice: { ...notice, state: 'closed' }, receipt: { ...receipt, state: 'void' } }))
        .kind,
    ).toBe('over');
  });
  it('of others is silence; after two work hours the room hears once who may', () => {
    const word = (minutes: number, hintedAt: number | null = null): Word =>
      by(staff, { at: issuedAt + minutes * MINUTE, receipt: { ...receipt, hintedAt } });
    expect(signed(word(119)).kind).toBe('not-entitled');
    expect(signed(word(120)).kind).toBe('hint');
    expect(signed(word(121, issuedAt + 120 * MINUTE)).kind).toBe('silence');
  });
  it('can be taken back for ten minutes', () => {
    const done: Receipt = { ...receipt, state: 'signed', by: 'jyj01', at: issuedAt };
    expect(undo(done, issuedAt + 10 * MINUTE)).toMatchObject({ state: 'asked', by: null });
    expect(undo(done, issuedAt + 10 * MINUTE + 1)).toBe('late');
  });
});

type Step = { readonly who: 'head' | 'liaison' | 'staff' | 'undo'; readonly minutes: number };
const steps = fc.array(
  fc.record({
    who: fc.constantFrom<Step['who']>('head', 'liaison', 'staff', 'undo'),
    minutes: fc.integer({ min: 0, max: 300 }),
  }),
  { maxLength: 12 },
);

/** What a step makes of a receipt. */
function stepped(row: Receipt, { who, at }: { readonly who: Step['who']; readonly at: number }): Receipt {
  if (who === 'undo') {
    const back = undo(row, at);
    return back === 'late' ? row : back;
  }
  const outcome = signed(by({ head, liaison, staff }[who], { receipt: row, at }));
  return outcome.kind === 'signed' || outcome.kind === 'hint' ? outcome.receipt : row;
}

describe('receipts in any order', () => {
  it('keep the first one given, hint at most once, and are never half signed', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const rows = [receipt];
        let at = issuedAt;
        for (const { who, minutes } of all) {
          at += minutes * MINUTE;
          const before = rows.at(-1) ?? receipt;
          const row = stepped(before, { who, at });
          if (before.state === 'signed' && who !== 'undo') expect(row).toEqual(before);
          rows.push(row);
        }
        for (const row of rows) {
          expect(row.state === 'signed').toBe(row.by !== null && row.at !== null);
          expect(row.by).not.toBe('jyj04');
        }
        const hints = new Set(rows.flatMap(({ hintedAt }) => hintedAt ?? []));
        expect(hints.size).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('the lives of notices and receipts', () => {
  const verbs = Object.keys(NOTICE.verbs) as NoticeVerb[];
  it('end with 撤回 and 取消, whatever is tried', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...verbs)), (tried) => {
        let state: NoticeState = NOTICE.initial;
        for (const verb of tried) {
          const next = after(NOTICE, state, verb);
          if (state === 'withdrawn' || state === 'dropped') expect(next).toBeUndefined();
          state = next ?? state;
        }
      }),
    );
  });
  it('reach every state, and no state is left by a verb nobody has', () => {
    for (const life of [NOTICE, RECEIPT] as const) {
      const moves: readonly { readonly to: string; readonly verb: string }[] = life.moves;
      for (const state of Object.keys(life.states))
        expect(state === life.initial || moves.some(({ to }) => to === state)).toBe(true);
      for (const { verb } of moves) expect(Object.keys(life.verbs)).toContain(verb);
    }
  });
});
