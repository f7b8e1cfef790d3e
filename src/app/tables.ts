/** Every table of the house: the core's own and the rooms'. A store is opened with this list. */
import { AUDIT, SEALS, TRAILS } from '../core/audit.ts';
import { COUNTERS } from '../core/codes-counter.ts';
import type { Feature } from '../core/feature.ts';
import { INBOX, QUESTIONS } from '../core/hearing.ts';
import { RUNS, TIMERS, WATERMARK } from '../core/job.ts';
import { OUTBOX, SENT } from '../core/outbox.ts';
import type { AnyTable } from '../core/store.ts';
import { BINDINGS, GRANTS, MUTES, NEWCOMERS, REQUESTS, ROOMS } from '../features/access/access.ts';

const OWN: readonly AnyTable[] = [
  ...[AUDIT, SEALS, TRAILS, COUNTERS, INBOX, QUESTIONS, RUNS, TIMERS, WATERMARK, OUTBOX, SENT],
  // Nouns of access that the ring roads read themselves.
  ...[BINDINGS, ROOMS, GRANTS, NEWCOMERS, MUTES, REQUESTS],
];

export const tablesOf = (features: readonly Feature[]): readonly AnyTable[] => [
  ...new Map(
    [...OWN, ...features.flatMap((feature) => feature.tables)].map((table) => [table.name, table]),
  ).values(),
];
