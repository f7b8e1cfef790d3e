/** The noun other rooms may ask about: whether somebody cannot be expected to act today. */
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
