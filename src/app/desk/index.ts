/** The desk: what belongs to no single room, because it speaks of all of them. */
import type { Feature } from '../../core/feature.ts';
import { auditCommands, bareCode } from './audit.ts';
import { helpCommand } from './help.ts';
import { mineCommands } from './mine.ts';
import { muteCommands } from './mute.ts';
import { sealJob } from './seal.ts';
import { sweepJob } from './sweep.ts';
import { DESK } from './texts.ts';
import { upcomingCommands } from './upcoming.ts';

/** Built over the other rooms. `mutedUntil` is asked when a list is made, not before. */
export function deskFeature(rooms: readonly Feature[]): Feature {
  const jobs = [...rooms.flatMap((room) => room.jobs ?? []), sealJob, sweepJob];
  const desk: Feature = {
    noun: 'desk',
    title: '其他',
    commands: [
      helpCommand(() => [...rooms, desk]),
      ...mineCommands(rooms),
      ...upcomingCommands(() => jobs),
      ...muteCommands,
      ...auditCommands,
    ],
    jobs: [sealJob, sweepJob],
    recognisers: [bareCode],
    tables: [],
    texts: [DESK.catalogue],
  };
  return desk;
}
