/** The log: structured lines on stderr through pino; nothing in it is for the people in the chat. */
import { pino } from 'pino';
import type { Log } from '../core/ports.ts';

/** A log at a level (`silent` for none). The facts are chosen by the callers: ids, counts and reasons, never texts. */
export function createLog(level: string): Log {
  const logger = pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ fd: 2, sync: true }),
  );
  return {
    info: (what, facts = {}) => logger.info(facts, what),
    warn: (what, facts = {}) => logger.warn(facts, what),
    error: (what, facts = {}) => logger.error(facts, what),
  };
}
