/** A unit of five at a desk: what is decided is kept in a memory store, and boards are read back from it. */
import { memoryStore } from '../../../src/adapters/memory/store.ts';
import type { Ctx } from '../../../src/core/context.ts';
import type { Person, Unit } from '../../../src/core/roster.ts';
import { dayOf, instant } from '../../../src/core/time.ts';
import { type Board, boardAt } from '../../../src/features/whereabouts/board.ts';
import { statementsOf } from '../../../src/features/whereabouts/board-load.ts';
import { absencesOf, factsFor, type Seat } from '../../../src/features/whereabouts/commands-facts.ts';
import { type Decided, decide } from '../../../src/features/whereabouts/decide.ts';
import type { Report } from '../../../src/features/whereabouts/decide-facts.ts';
import { withdraw } from '../../../src/features/whereabouts/decide-withdraw.ts';
import type { Entry, Reading } from '../../../src/features/whereabouts/reading.ts';
import {
  ABSENCES,
  DOUBTS,
  LAST_WORDS,
  VIEWS,
  WHEREABOUTS,
} from '../../../src/features/whereabouts/record.ts';

export const UNIT: Unit = { id: 'u', name: '教育局', aliases: [], kind: 'bureau' };
const person = (id: string, name: string, role: 'liaison' | 'staff', title = ''): Person => ({
  id,
  name,
  title,
  posts: [{ unit: 'u', role }],
});
export const MEMBERS: readonly Person[] = [
  person('p1', '陈静', 'liaison'),
  person('p2', '张三', 'staff'),
  person('p3', '李四', 'staff'),
  person('p4', '王伟', 'staff', '办公室主任'),
  person('p5', '王伟', 'staff', '科员'),
];
export const TODAY = '2026-09-21';
export const at = (hm: string, day = TODAY): number => instant(day, hm);

/** An entry about today, all day, unless told. */
export const entry = (name: string, status: Entry['status'], more: Partial<Entry> = {}): Entry => ({
  person: name,
  status,
  from: TODAY,
  to: TODAY,
  span: `${name}…`,
  rule: 'test',
  ...more,
});
export const report = (
  entries: readonly Entry[],
  operation: Report['operation'] = 'report',
  more: Partial<Pick<Reading, 'asks' | 'confidence'>> = {},
): Report => ({ operation, confidence: 'high', entries, asks: [], ...more });

export interface Desk {
  readonly store: ReturnType<typeof memoryStore>;
  /** Decides and keeps what somebody says at an instant. */
  readonly say: (who: string, when: number, said: Report, doubtDay?: string | null) => Promise<Decided>;
  /** Unsays somebody's last words; false when there are none. */
  readonly unsay: (who: string, when: number) => Promise<boolean>;
  readonly board: (day: string, when: number) => Promise<Board>;
}

export function desk(keepReasons: readonly string[] = []): Desk {
  const store = memoryStore([WHEREABOUTS, ABSENCES, DOUBTS, LAST_WORDS, VIEWS]);
  const seat = (id: string): Seat => {
    const found = MEMBERS.find((one) => one.id === id);
    if (found === undefined) throw new Error(`nobody is ${id}`);
    return { person: found, unit: UNIT, members: MEMBERS };
  };
  let n = 0;
  return {
    store,
    say: async (who, when, said, doubtDay = TODAY) => {
      n += 1;
      // Facts look at nothing else of a context.
      const ctx = {
        said: { id: `m${n}`, at: when },
        where: { here: 'unit:u' },
        settings: { bot: { whereabouts: { rollCall: [], keepReasons } } },
        store,
      } as unknown as Ctx;
      const decided = decide(said, await factsFor(ctx, seat(who), said.entries, () => doubtDay));
      if ((await store.commit(decided.change.put ?? [])) !== 'done') throw new Error('stale');
      return decided;
    },
    unsay: async (who, when) => {
      n += 1;
      const last = await store.get(LAST_WORDS, who);
      if (last === undefined) return false;
      const absences = await absencesOf(store, last.data.absent);
      const facts = { speaker: who, last, absences, message: `m${n}`, at: when, today: dayOf(when) };
      await store.commit(withdraw(facts).put ?? []);
      return true;
    },
    board: async (day, when) => boardAt(MEMBERS, await statementsOf(store, 'u', MEMBERS, day), day, when),
  };
}

/** A board in short: `张三:field_visit`, with the half of the day; `在岗` for those the rest covers. */
export const shortly = ({ people }: Board): readonly string[] =>
  people.flatMap(({ person: { name }, parts, covered }) => {
    if (covered !== undefined) return [`${name}:在岗`];
    return parts.map(
      ({ status, halfDay }) => `${name}:${status}${halfDay === undefined ? '' : `/${halfDay}`}`,
    );
  });
