/** One line of `ducha understand replies`: a reply and what is open, to the guide's intent and target. */

import { z } from 'zod';
import type { Role } from '../core/roster.ts';
import { readReply } from '../features/reply/read.ts';
import type { ReplyKnowledge, ReplyMessage, ReplyReading, ReplySummary } from '../features/reply/reply.ts';
import { summarise } from '../features/reply/summarise.ts';

const code = z.string().max(40);
const ROLE_OF: Readonly<Record<string, Role>> = {
  unit_head: 'head',
  head: 'head',
  inspector: 'supervisor',
  supervisor: 'supervisor',
  liaison: 'liaison',
  staff: 'staff',
  discipline: 'discipline',
  director: 'director',
  admin: 'admin',
  leader: 'leader',
};

/** A line of input. Unknown keys are left aside; an unknown role reads as staff. */
export const replyLine = z.object({
  id: z.union([z.string(), z.number()]),
  context: z.object({
    openNotices: z.array(code).max(1000).default([]),
    openFindings: z.array(code).max(1000).default([]),
    quoted: code.nullable().default(null),
  }),
  senderRole: z.string().max(40).default('staff'),
  text: z.string().max(20_000),
});

/** A line of output; `reading` only for `--explain`. */
export interface UnderstoodReply extends ReplySummary {
  readonly id: string | number;
}

/** Reads one line of input; throws a ZodError when it is not of that shape. */
export function understandReply(line: unknown, know: ReplyKnowledge): UnderstoodReply {
  return explainReply(line, know).understood;
}

/** The same, with the reading that led to it. */
export function explainReply(
  line: unknown,
  know: ReplyKnowledge,
): { readonly understood: UnderstoodReply; readonly reading: ReplyReading } {
  const { id, context, senderRole, text } = replyLine.parse(line);
  const message: ReplyMessage = { ...context, text, role: ROLE_OF[senderRole] ?? 'staff' };
  const reading = readReply(message, know);
  return { understood: { id, ...summarise(reading, message) }, reading };
}
