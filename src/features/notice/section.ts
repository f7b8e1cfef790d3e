/** What a digest says about receipts, what a person owes, and what is kept about him. */
import { shortCode } from '../../core/codes.ts';
import type { World } from '../../core/context.ts';
import type { Owed, Section, SectionAsk } from '../../core/feature.ts';
import { holds } from '../../core/org.ts';
import { clockText, namesText, unitNames } from '../../core/phrase-texts.ts';
import type { Person, Unit } from '../../core/roster.ts';
import { dayOf } from '../../core/time.ts';
import { holesOf } from './message.ts';
import { capacityOf, NOTICES, type Notice, openFor, RECEIPTS, signerOf } from './notice.ts';
import { openNotices, type Tally, tallyOf } from './status.ts';
import { TEXTS } from './texts.ts';

/** A leader's screen is small. */
const MOST_NOTICES = 3;
const MOST_NAMES = 8;

const isOverdue = (notice: Notice, now: number): boolean => notice.dueAt !== null && notice.dueAt < now;

const linesOf = ({ notice, signed, missing }: Tally, ask: SectionAsk): readonly string[] => [
  TEXTS.digest({ title: notice.title, signed: signed.length, all: notice.units.length }),
  ...(missing.length === 0
    ? []
    : [TEXTS.digestMissing({ names: namesText(unitNames(missing, ask.org), MOST_NAMES) })]),
];

async function countySection(ask: SectionAsk): Promise<Section> {
  const notices = (await openNotices(ask.store)).slice(0, MOST_NOTICES);
  const tallies = await Promise.all(notices.map((notice) => tallyOf(ask.store, notice)));
  const late = tallies.filter(({ notice }) => isOverdue(notice, ask.now));
  return {
    lines: tallies.flatMap((tally) => linesOf(tally, ask)),
    attention: late.flatMap(({ notice, missing }) =>
      missing.map((unit) => ({ unit, text: TEXTS.overdue(holesOf(notice)) })),
    ),
    due: tallies.length > 0,
  };
}

/** A unit is only reminded by its digest of what is due today or overdue. */
async function unitSection(unit: Unit, ask: SectionAsk): Promise<Section> {
  const notices = (await openFor(ask.store, [unit.id])).slice(-MOST_NOTICES);
  const lines = notices.map((notice) =>
    TEXTS.digestUnit({ ...holesOf(notice), due: clockText(notice.dueAt ?? ask.now, ask.now) }),
  );
  const due = notices.some(({ dueAt }) => dueAt !== null && dayOf(dueAt) <= ask.day);
  return { lines, attention: [], due };
}

export const section = (ask: SectionAsk): Promise<Section> =>
  ask.unit === undefined ? countySection(ask) : unitSection(ask.unit, ask);

/** Receipts this person may give, and drafts that wait for a director. */
export async function owes(person: Person, world: World): Promise<readonly Owed[]> {
  const place = { here: 'office', kind: 'private', room: null, unit: undefined, trial: false } as const;
  const { units, principals } = await signerOf(person, place, world);
  const open = await openFor(world.store, units);
  const mine = open.filter((notice) =>
    notice.units.some(
      (unit) => units.includes(unit) && capacityOf(person, unit, notice, world.org, principals) !== undefined,
    ),
  );
  const receipts = mine.map(
    ({ code, title, dueAt }): Owed => ({ code: shortCode(code), text: TEXTS.owesSign({ title }), dueAt }),
  );
  if (!holds(person, 'director')) return receipts;
  const drafts = await world.store.find(NOTICES, { state: 'draft' });
  const waiting = drafts.map(
    ({ data }): Owed => ({
      code: shortCode(data.code),
      text: TEXTS.owesApprove({ title: data.title }),
      dueAt: data.holiday?.sendAt ?? null,
    }),
  );
  return [...receipts, ...waiting];
}

/** The receipts a person has signed: who, which and when is all that is kept. */
export async function keeps(person: Person, world: World): Promise<readonly string[]> {
  const signed = (await world.store.find(RECEIPTS, { by: person.id, state: 'signed' })).map(
    ({ data }) => data,
  );
  const last = [...signed].sort((a, b) => (b.at ?? 0) - (a.at ?? 0))[0];
  if (last === undefined) return [];
  const days = world.settings.limits.retention[RECEIPTS.name];
  return [
    TEXTS.keepsSigned({
      count: signed.length,
      code: shortCode(last.code),
      at: clockText(last.at ?? world.now, world.now),
      until: days === undefined ? '' : TEXTS.keepsUntil({ days }),
    }),
  ];
}
