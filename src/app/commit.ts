/** Commits a change as one: its rows, its messages, its questions, its audit entries and the caller's claims. */
import { AUDIT, isCode, TRAILS } from '../core/audit.ts';
import type { Ask, Change, Draft } from '../core/change.ts';
import { QUESTIONS, questionId } from '../core/hearing.ts';
import { nextDisturbable } from '../core/hours.ts';
import { OUTBOX, SENT, type Waiting } from '../core/outbox.ts';
import { put, type Row } from '../core/store.ts';
import { splitText } from '../core/text.ts';
import { dayOf, MINUTE } from '../core/time.ts';
import type { House } from './house.ts';

export interface Origin {
  /** What caused the change: a message id or a claim. Audit ids and question keys are made from it. */
  readonly id: string;
  /** Rows that belong to the same commit: an inbox row, a job's claim. */
  readonly rows?: readonly Row[];
}

const QUESTION_MINUTES = 30;

const asked = (ask: Ask, origin: Origin, n: number): Draft => ({
  to: ask.to,
  key: ask.key ?? `${origin.id}/ask/${n}`,
  priority: ask.priority ?? 'answer',
  body: { text: ask.text },
  ...(ask.notBefore === undefined ? {} : { notBefore: ask.notBefore }),
});

/** A question put to one person can always be called off. */
const cancellable = (ask: Ask): Ask['options'] =>
  ask.who === '*' || ask.options.some(({ words }) => words.includes('取消'))
    ? ask.options
    : [...ask.options, { words: ['取消', '算了'], command: 'desk.cancel', intent: {} }];

/** When its message can leave: an unasked one waits for the end of quiet hours, and its question with it. */
function opensAt(house: House, ask: Ask, draft: Draft): number {
  const from = Math.max(house.doors.clock.now(), ask.notBefore ?? 0);
  const { hours, calendar } = house.know();
  return draft.priority === 'answer' || draft.priority === 'urgent'
    ? from
    : nextDisturbable(from, hours, calendar);
}

async function questionRow(house: House, ask: Ask, draft: Draft): Promise<Row> {
  const id = questionId(ask.to, ask.who);
  const found = await house.doors.store.get(QUESTIONS, id);
  const opens = opensAt(house, ask, draft);
  const until = opens + (ask.minutes ?? QUESTION_MINUTES) * MINUTE;
  const question = { text: ask.text, options: cancellable(ask), at: opens, until, asked: draft.key };
  return put(QUESTIONS, id, question, found);
}

/** A text over the limit becomes several messages, cut at line ends. */
function parted(draft: Draft, max: number): readonly Draft[] {
  if (!('text' in draft.body) || draft.body.text.length <= max) return [draft];
  const { request, ...rest } = draft;
  const parts = splitText(draft.body.text, max);
  return parts.map((text, n) => ({
    ...rest,
    key: n === 0 ? draft.key : `${draft.key}#${n + 1}`,
    body: { text },
    // What is asked stands last, so the last part asks.
    ...(request !== undefined && n === parts.length - 1 ? { request } : {}),
  }));
}

/** The outbox row of a draft; none when the same message is already waiting or gone today. */
async function outboxRow(house: House, draft: Draft, now: number): Promise<readonly Row[]> {
  const { store } = house.doors;
  if (house.outgoing.rows.has(draft.key)) return [];
  if ((await store.get(SENT, `${dayOf(now)}/${draft.key}`)) !== undefined) return [];
  const waiting: Waiting = { ...draft, state: 'pending', queuedAt: now, nextAt: now, tries: 0 };
  return [put(OUTBOX, draft.key, waiting)];
}

/** Remembers that something was logged about a code today. */
async function trailRows(house: House, change: Change, day: string): Promise<readonly Row[]> {
  const codes = new Set((change.audit ?? []).map(({ about }) => about).filter(isCode));
  const rows = await Promise.all(
    [...codes].map(async (code) => {
      const trail = await house.doors.store.get(TRAILS, code);
      const days = trail?.data.days ?? [];
      return days.includes(day) ? [] : [put(TRAILS, code, { days: [...days, day] }, trail)];
    }),
  );
  return rows.flat();
}

const distinct = (drafts: readonly Draft[]): readonly Draft[] => [
  ...new Map(drafts.map((draft) => [draft.key, draft])).values(),
];

/** A question that follows from an answer takes the place of the one that was answered. */
function overwrite(rows: Row[], question: Row): void {
  const answered = rows.findIndex(({ table, id }) => table === question.table && id === question.id);
  if (answered < 0) rows.push(question);
  else rows[answered] = question;
}

/** Writes everything or nothing. `stale`: somebody changed a record meanwhile, so decide again. */
export async function commit(house: House, change: Change, origin: Origin): Promise<'done' | 'stale'> {
  const { store, clock } = house.doors;
  const now = clock.now();
  const asks = (change.ask ?? []).map((ask, n) => ({ ask, draft: asked(ask, origin, n) }));
  const { textMax } = house.know().settings.bot;
  const drafts = distinct([...(change.say ?? []), ...asks.map(({ draft }) => draft)]).flatMap((draft) =>
    parted(draft, textMax),
  );
  const rows: Row[] = [...(change.put ?? []), ...(origin.rows ?? [])];
  for (const { ask, draft } of asks) overwrite(rows, await questionRow(house, ask, draft));
  for (const draft of drafts) rows.push(...(await outboxRow(house, draft, now)));
  for (const [n, entry] of (change.audit ?? []).entries())
    rows.push(put(AUDIT, `${dayOf(now)}/${now}-${origin.id}-${n}`, { ...entry, at: now }));
  rows.push(...(await trailRows(house, change, dayOf(now))));
  if (rows.length === 0) return 'done';
  const outcome = await store.commit(rows);
  if (outcome === 'stale') return 'stale';
  await house.note(rows);
  return 'done';
}

/** Decides and commits until the commit is not stale; a bug that never settles is thrown, not looped on. */
export async function settle<T extends { change: Change; origin: Origin } | undefined>(
  house: House,
  decide: () => Promise<T>,
): Promise<T> {
  for (let tries = 0; tries < 20; tries += 1) {
    const decided = await decide();
    if (decided === undefined || (await commit(house, decided.change, decided.origin)) === 'done')
      return decided;
  }
  throw new Error('a change stayed stale after 20 tries');
}
