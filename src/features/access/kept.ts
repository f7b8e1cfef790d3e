/** What access keeps about a person, and what it waits for from him. */
import { dayText } from '../../core/calendar-texts.ts';
import type { World } from '../../core/context.ts';
import type { Owed } from '../../core/feature.ts';
import { holds } from '../../core/org.ts';
import type { Person } from '../../core/roster.ts';
import { dayOf } from '../../core/time.ts';
import { BINDINGS, CLAIMS, DELEGATIONS } from './access.ts';
import { acceptedClaims, openClaims } from './claims.ts';
import { ACCESS } from './texts.ts';

/** Who vouched, in words. */
function voucher(by: string, world: World): string {
  if (by === 'self') return ACCESS.bySelf();
  return by === 'code' || by === 'system' ? ACCESS.byCode() : (world.org.person(by)?.name ?? ACCESS.byCode());
}

/** The binding, claims on the way and a delegation, each with until when. */
export async function keeps(person: Person, world: World): Promise<readonly string[]> {
  const bindings = await world.store.find(BINDINGS, { person: person.id });
  const claims = (await world.store.find(CLAIMS, { person: person.id })).filter(
    ({ data }) => data.state === 'open' || data.state === 'accepted',
  );
  const delegation = await world.store.get(DELEGATIONS, person.id);
  return [
    ...bindings.map(({ data }) =>
      ACCESS.keepsBinding({ day: dayText(dayOf(data.at)), by: voucher(data.by, world) }),
    ),
    ...claims.map(({ data }) => ACCESS.keepsClaim({ day: dayText(dayOf(data.at)) })),
    ...(delegation === undefined
      ? []
      : [
          ACCESS.keepsDelegation({
            name: world.org.person(delegation.data.to)?.name ?? '',
            until: dayText(delegation.data.until),
          }),
        ]),
  ];
}

/** Open claims for a liaison, accepted ones for those who approve. */
export async function owes(person: Person, world: World): Promise<readonly Owed[]> {
  const units = person.posts.filter(({ role }) => role === 'liaison').map(({ unit }) => unit);
  const open = (await Promise.all(units.map((unit) => openClaims(world, unit)))).flat().length;
  const approves = holds(person, 'director') || holds(person, 'admin');
  const accepted = approves ? (await acceptedClaims(world)).length : 0;
  return [
    ...(open > 0
      ? [{ code: ACCESS.unclearWord(), text: ACCESS.owesUnclear({ count: open }), dueAt: null }]
      : []),
    ...(accepted > 0
      ? [{ code: ACCESS.pendingWord(), text: ACCESS.owesPending({ count: accepted }), dueAt: null }]
      : []),
  ];
}
