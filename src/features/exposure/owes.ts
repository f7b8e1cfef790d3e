/** Exposures that wait for whose approval. */

import { shortCode } from '../../core/codes.ts';
import type { World } from '../../core/context.ts';
import type { Owed } from '../../core/feature.ts';
import { holds } from '../../core/org.ts';
import type { Person } from '../../core/roster.ts';
import { EXPOSURES } from './exposure.ts';
import { TEXTS } from './texts.ts';

/** Directors and county leaders are owed those they did not propose. */
export async function owes(person: Person, { store, org }: World): Promise<readonly Owed[]> {
  if (!holds(person, 'director') && !holds(person, 'leader')) return [];
  const waiting = await store.find(EXPOSURES, { state: 'proposed' });
  return waiting
    .filter(({ data }) => data.proposer !== person.id)
    .map(({ data }) => {
      const unit = org.unit(data.unit)?.name ?? '';
      return {
        code: shortCode(data.code),
        text: TEXTS.owes({ unit, finding: shortCode(data.finding) }),
        dueAt: null,
      };
    });
}
