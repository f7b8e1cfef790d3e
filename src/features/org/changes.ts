/** When the roster is reloaded the office sees what changed, and who has left a unit is remembered. */
import { type Change, NOTHING } from '../../core/change.ts';
import type { World } from '../../core/context.ts';
import type { Happening, Reaction } from '../../core/feature.ts';
import { inform } from '../../core/say.ts';
import { put } from '../../core/store.ts';
import { dayOf } from '../../core/time.ts';
import { LEFT } from './org.ts';
import { ORG } from './texts.ts';

/** Lines of a change shown on the phone. */
const MOST_LINES = 12;

function changeText(lines: readonly string[]): string {
  const more = lines.length > MOST_LINES ? [ORG.changedMore({ count: lines.length - MOST_LINES })] : [];
  return [ORG.changed({ count: lines.length }), ...lines.slice(0, MOST_LINES), ...more].join('\n');
}

type Reloaded = Extract<Happening, { readonly kind: 'roster' }>;

/** Whoever judges findings later must not judge the unit he came from. */
async function remembered({ left }: Reloaded, { store, now }: World): Promise<Change> {
  const until = dayOf(now);
  const people = [...new Set(left.map(({ person }) => person))];
  const rows = people.map(async (person) => {
    const found = await store.get(LEFT, person);
    const units = left.filter((one) => one.person === person).map(({ unit }) => ({ unit, until }));
    const earlier = (found?.data.units ?? []).filter(({ unit }) => units.every((one) => one.unit !== unit));
    return put(LEFT, person, { units: [...earlier, ...units] }, found);
  });
  return { put: await Promise.all(rows) };
}

export const orgReactions: readonly Reaction[] = [
  {
    on: 'roster',
    run: async (event) =>
      event.kind !== 'roster' || event.lines.length === 0
        ? NOTHING
        : { say: [inform('office', `roster/${event.at}`, changeText(event.lines))] },
  },
  {
    on: 'roster',
    run: (event, world) => (event.kind === 'roster' ? remembered(event, world) : Promise.resolve(NOTHING)),
  },
];
