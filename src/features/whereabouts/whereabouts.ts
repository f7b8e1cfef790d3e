/** The noun other rooms may ask about: whether somebody cannot be expected to act today, and where he is said to be. */
import type { Org } from '../../core/org.ts';
import type { Person } from '../../core/roster.ts';
import type { Reader } from '../../core/store.ts';
import { dayOf, instant, MINUTE } from '../../core/time.ts';
import { boardAt, spanOn } from './board.ts';
import { statementsOf } from './board-load.ts';
import { STATUSES, type Status } from './reading.ts';

/** Gone for the day or longer. Who is in a village or at a meeting still has his phone and an hour for it. */
const GONE: ReadonlySet<Status> = new Set(['business_trip', 'training', 'seconded']);

/** True when it has been said of a person, and not unsaid, that he is on leave or gone at this instant. */
export async function isGone(
  { store, org, now }: { readonly store: Reader; readonly org: Org; readonly now: number },
  person: Person,
): Promise<boolean> {
  const day = dayOf(now);
  const units = [...new Set(person.posts.map(({ unit }) => unit))].filter(
    (unit) => org.unit(unit) !== undefined,
  );
  const said = await Promise.all(units.map((unit) => statementsOf(store, unit, [person], day)));
  const [at] = boardAt([person], said.flat(), day, now).people;
  const minute = Math.floor((now - instant(day)) / MINUTE);
  return (at?.parts ?? []).some((part) => {
    const [from, to] = spanOn(part, day);
    const gone = STATUSES[part.status].category === 'leave' || GONE.has(part.status);
    return gone && from <= minute && minute < to;
  });
}

/** Where somebody is said to be, in the outward words, and who said so. */
export interface Claim {
  readonly outward: string;
  /** 本人报 or 代报; 其余在岗 is the liaison's word. */
  readonly by: 'self' | 'proxy';
}

/** What had been said by an instant of where a person is then; undefined when nothing was. */
export async function claimAt(
  store: Reader,
  unit: string,
  person: Person,
  at: number,
): Promise<Claim | undefined> {
  const day = dayOf(at);
  const [there] = boardAt([person], await statementsOf(store, unit, [person], day), day, at).people;
  const minute = Math.floor((at - instant(day)) / MINUTE);
  const now = there?.parts.find((part) => {
    const [from, to] = spanOn(part, day);
    return from <= minute && minute < to;
  });
  const said = now ?? there?.parts[0] ?? there?.covered;
  if (said === undefined) return undefined;
  return { outward: STATUSES[said.status].outward, by: said.how === 'self' ? 'self' : 'proxy' };
}
