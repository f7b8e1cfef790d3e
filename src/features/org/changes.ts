/** The office sees what changed when the roster is reloaded. */
import type { Reaction } from '../../core/feature.ts';
import { inform } from '../../core/say.ts';
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
        ? {}
        : { say: [inform('office', `roster/${event.at}`, changeText(event.lines))] },
  },
];
