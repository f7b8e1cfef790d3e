/** When the roster is reloaded the office sees what changed, and who has left a unit is remembered. */
import { NOTHING } from '../../core/change.ts';
import type { Reaction } from '../../core/feature.ts';
import { inform } from '../../core/say.ts';
import { dayOf } from '../../core/time.ts';
import { departures } from './seen.ts';
import { ORG } from './texts.ts';

/** Lines of a change shown on the phone. */
const MOST_LINES = 12;

function changeText(lines: readonly string[]): string {
  const more = lines.length > MOST_LINES ? [ORG.changedMore({ count: lines.length - MOST_LINES })] : [];
  return [ORG.changed({ count: lines.length }), ...lines.slice(0, MOST_LINES), ...more].join('\n');
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
    run: async (event, world) =>
      event.kind === 'roster'
        ? { put: await departures(event.left, dayOf(world.now), world.store) }
        : NOTHING,
  },
];
