/** Which messages are looked at at all: said lately, not in the future, and no longer than a chat lets anybody type. */
import type { HeardMessage } from '../core/ports.ts';
import { DAY, MINUTE } from '../core/time.ts';
import type { House } from './house.ts';

/** A message older than this, or from the future, is logged and not applied. */
const TOO_OLD = 3 * DAY;
const FUTURE = 10 * MINUTE;
/** Characters. WeChat ends a text at 16 KB; what is longer was made by a program and would only hold up the others. */
const LONGEST = 16_000;

/** Why a message is not looked at: nothing is read in it, remembered of it or said to it. */
function refused({ at, text }: HeardMessage, now: number): string | undefined {
  if (now - at > TOO_OLD) return 'too old';
  if (at - now > FUTURE) return 'in the future';
  return text.length > LONGEST ? 'too long' : undefined;
}

/** Whether a message is taken in; one that is not is logged, without its text. */
export function admitted(house: House, message: HeardMessage): boolean {
  const now = house.doors.clock.now();
  const why = refused(message, now);
  if (why === undefined) return true;
  const { id, room, at, text } = message;
  house.doors.log.warn('message not applied', { id, room, why, age: now - at, length: text.length });
  return false;
}
