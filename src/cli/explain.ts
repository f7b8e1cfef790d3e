/** What went wrong at start, in words for the operator; a bug keeps its stack. */
import { Damaged, Locked } from '../adapters/lowdb/errors.ts';
import { SettingsFault } from '../adapters/settings/read-json.ts';
import { dayOf, hmOf } from '../core/time.ts';
import { PRODUCTION_TEXTS as TEXTS } from './production-texts.ts';
import { UsageFault } from './usage.ts';

export function explain(error: unknown): string {
  if (error instanceof UsageFault) return error.message;
  if (error instanceof SettingsFault) return [TEXTS.fault, ...error.lines].join('\n');
  if (error instanceof Locked) return TEXTS.locked(error.pid, `${dayOf(error.since)} ${hmOf(error.since)}`);
  if (error instanceof Damaged) return TEXTS.damaged(error.file, error.byte, error.mend);
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
