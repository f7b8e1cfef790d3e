/** The guide's single intent and target out of a reading. */

import type { ReplyAct, ReplyActIntent, ReplyMessage, ReplyReading, ReplySummary } from './reply.ts';

const PRIORITY: readonly ReplyActIntent[] = [
  'appeal',
  'request_extension',
  'rectify',
  'ack_finding',
  'ack_notice',
];

/** The winning intent; its target when exactly one item is meant. */
export function summarise(reading: ReplyReading, _context: ReplyMessage): ReplySummary {
  const intent = PRIORITY.find((candidate) => reading.acts.some((act) => act.intent === candidate));
  if (intent === undefined) return { intent: 'none', target: null };
  const winners = reading.acts.filter((act) => act.intent === intent);
  const first = winners[0];
  const target = winners.length === 1 ? (first?.target ?? null) : null;
  return { intent, target, ...extras(winners) };
}

function extras(acts: readonly ReplyAct[]): { detail?: string; days?: number } {
  const detail = acts.find((act) => act.detail !== undefined)?.detail;
  const days = acts.find((act) => act.days !== undefined)?.days;
  return { ...(detail === undefined ? {} : { detail }), ...(days === undefined ? {} : { days }) };
}
