/** Withdrawing a notice: nobody is asked any more, and every room it went to is told. Pure. */

import type { Change } from '../../core/change.ts';
import { shortCode } from '../../core/codes.ts';
import { after } from '../../core/lifecycle.ts';
import { ok, type Result, refuse } from '../../core/result.ts';
import { type Found, put, type Row } from '../../core/store.ts';
import { farewell, unitKey, voided } from './issue.ts';
import { holesOf } from './message.ts';
import { NOTICE, NOTICES, type Notice, type NoticeVerb, type Receipt } from './notice.ts';
import { TEXTS } from './texts.ts';

/** What a notice's present state has to say to a verb. */
export const notNow = (notice: Notice, verb: NoticeVerb): string =>
  TEXTS.notNow({
    code: shortCode(notice.code),
    state: NOTICE.states[notice.state],
    verb: NOTICE.verbs[verb],
  });

export interface Recalling {
  readonly by: string;
  /** Receipts still asked for. */
  readonly asked: readonly Found<Receipt>[];
  /** Rows that take back messages which have not left. */
  readonly takenBack: readonly Row[];
}

/** Units that have seen some edition: all but those whose first message was taken back. */
function reached(notice: Notice, takenBack: readonly Row[]): readonly string[] {
  const waiting = new Set(takenBack.map(({ id }) => id));
  return notice.went.filter(
    (unit) => notice.edition > 1 || !waiting.has(unitKey(notice.code, notice.edition, unit)),
  );
}

export function recall(found: Found<Notice>, { by, asked, takenBack }: Recalling): Result<Change, string> {
  const { data: notice } = found;
  const state = after(NOTICE, notice.state, 'withdraw');
  if (state === undefined) return refuse(notNow(notice, 'withdraw'));
  const { code } = notice;
  return ok({
    put: [put(NOTICES, code, { ...notice, state, next: null }, found), ...voided(asked), ...takenBack],
    say: farewell(reached(notice, takenBack), notice, TEXTS.withdrawn(holesOf(notice))),
    audit: [{ who: by, did: NOTICE.verbs.withdraw, about: code }],
  });
}

/** A draft that will not be sent. */
export function dropped(found: Found<Notice>, by: string): Result<Change, string> {
  const { data: notice } = found;
  const state = after(NOTICE, notice.state, 'drop');
  if (state === undefined) return refuse(notNow(notice, 'drop'));
  return ok({
    put: [put(NOTICES, notice.code, { ...notice, state }, found)],
    audit: [{ who: by, did: NOTICE.verbs.drop, about: notice.code }],
  });
}
