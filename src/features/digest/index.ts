/** The room of digests: what every other room says, on one screen. */
import type { Feature } from '../../core/feature.ts';
import { digestCommands } from './commands.ts';
import { DIGESTS, type Reporter } from './digest.ts';
import { dailyJob } from './jobs.ts';
import { TEXTS } from './texts.ts';

/** Built over the rooms that have a section, in the order in which they are to be read. */
export const digestFeature = (rooms: readonly Pick<Feature, 'noun' | 'title' | 'section'>[]): Feature => {
  const reporters = rooms.flatMap(({ noun, title, section }): readonly Reporter[] =>
    section === undefined ? [] : [{ noun, title, section }],
  );
  return {
    noun: 'digest',
    title: '日报',
    commands: digestCommands(reporters),
    jobs: [dailyJob(reporters)],
    tables: [DIGESTS],
    texts: [TEXTS.catalogue],
  };
};
