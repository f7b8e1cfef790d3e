/** What a digest says about findings, what a person owes, and what is kept about him. */

import { shortCode } from '../../core/codes.ts';
import type { World } from '../../core/context.ts';
import type { Owed, Section, SectionAsk } from '../../core/feature.ts';
import { holds, ofOffice } from '../../core/org.ts';
import type { Person, Unit } from '../../core/roster.ts';
import { dayOf } from '../../core/time.ts';
import { EXPOSURES, type Exposure } from '../exposure/exposure.ts';
import { actorOf, judges, signs } from './actor.ts';
import { dueOf, FINDINGS, type Finding, isOpen, isOverdue, isPaused, openFindings } from './finding.ts';
import { overdueLine, overdueOf } from './lists.ts';
import { tiesOf } from './scene.ts';
import { LISTS } from './texts-lists.ts';
import { holesOf } from './words.ts';

const allOf = async ({ store }: World): Promise<readonly Finding[]> =>
  (await store.find(FINDINGS, {})).map(({ data }) => data);

function countsLine(all: readonly Finding[], exposed: readonly Exposure[], ask: SectionAsk): string {
  const open = all.filter(isOpen);
  const parts = [
    [LISTS.digestNew, all.filter(({ issuedAt }) => dayOf(issuedAt) === ask.day)],
    [LISTS.digestDue, open.filter((finding) => !isOverdue(finding, ask.now) && isDueOn(finding, ask.day))],
    [LISTS.digestOverdue, overdueOf(open, ask.now)],
    [LISTS.digestClosed, all.filter(({ closed }) => closed !== null && dayOf(closed.at) === ask.day)],
    [LISTS.digestOpen, open],
    [LISTS.digestExposed, exposed],
  ] as const;
  return LISTS.digestCounts({
    parts: parts
      .flatMap(([text, found]) => (found.length === 0 ? [] : [text({ count: found.length })]))
      .join('　'),
  });
}

const isDueOn = (finding: Finding, day: string): boolean => {
  const due = dueOf(finding);
  return due !== undefined && dayOf(due.at) === day;
};

async function countySection(ask: SectionAsk): Promise<Section> {
  const all = await allOf(ask);
  const exposed = (await ask.store.find(EXPOSURES, {}))
    .map(({ data }) => data)
    .filter(({ postedAt }) => postedAt !== null && dayOf(postedAt) === ask.day);
  const stirs = all.some(
    (finding) =>
      isOpen(finding) || dayOf(finding.issuedAt) === ask.day || dayOf(finding.closed?.at ?? 0) === ask.day,
  );
  if (!stirs) return { lines: [LISTS.digestNone()], attention: [], due: false };
  return {
    lines: [countsLine(all, exposed, ask)],
    attention: overdueOf(all, ask.now).map((finding) => ({
      unit: finding.unit,
      text: overdueLine(finding, ask, LISTS.attentionOverdue),
    })),
    due: true,
  };
}

/** A unit is told of what is due today or overdue; the facts were told to its head. */
async function unitSection(unit: Unit, ask: SectionAsk): Promise<Section> {
  const open = (await openFindings(ask.store, [unit.id])).filter((finding) => dueOf(finding) !== undefined);
  const due = open.filter((finding) => isOverdue(finding, ask.now) || isDueOn(finding, ask.day));
  const lines = due.map((finding) => {
    const holes = holesOf(finding, ask);
    return finding.state === 'issued' ? LISTS.unitUnsigned(holes) : LISTS.unitRectify(holes);
  });
  return { lines, attention: [], due: due.length > 0 };
}

export const section = (ask: SectionAsk): Promise<Section> =>
  ask.unit === undefined ? countySection(ask) : unitSection(ask.unit, ask);

type Line = (holes: ReturnType<typeof holesOf>) => string;

/** What is asked of a unit's people: the head signs, the head and the liaison see it put right. */
async function unitOwes(finding: Finding, person: Person, world: World): Promise<Line | undefined> {
  const actor = actorOf(person, finding, world.org, await tiesOf(person, world));
  if (finding.state === 'issued') return signs(actor) ? LISTS.owesSign : undefined;
  const mine = signs(actor) || actor.capacity === 'liaison';
  return finding.state === 'rectifying' && mine ? LISTS.owesRectify : undefined;
}

/** What waits for somebody of the office who may judge this finding. */
async function officeOwes(finding: Finding, person: Person, world: World): Promise<Line | undefined> {
  const actor = actorOf(person, finding, world.org, await tiesOf(person, world));
  if (!judges(actor) || actor.conflict === 'own-unit' || actor.conflict === 'former-unit') return undefined;
  if (finding.extension?.state === 'asked') return LISTS.owesExtension;
  if (actor.conflict !== null) return undefined;
  if (isPaused(finding)) return LISTS.owesObjection;
  return finding.state === 'reported' ? LISTS.owesVerify : undefined;
}

export async function owes(person: Person, world: World): Promise<readonly Owed[]> {
  const office = ofOffice(person);
  const open = (await allOf(world)).filter(isOpen);
  const owed = await Promise.all(
    open.map(async (finding): Promise<readonly Owed[]> => {
      const line = office
        ? await officeOwes(finding, person, world)
        : isPaused(finding)
          ? undefined
          : await unitOwes(finding, person, world);
      if (line === undefined) return [];
      const dueAt = isPaused(finding) ? (finding.objection?.decideBy ?? null) : (dueOf(finding)?.at ?? null);
      return [{ code: shortCode(finding.code), text: line(holesOf(finding, world)), dueAt }];
    }),
  );
  return owed.flat();
}

/** Findings that name him, and those he registered. */
export async function keeps(person: Person, world: World): Promise<readonly string[]> {
  const all = await allOf(world);
  const days = world.settings.limits.retention[FINDINGS.name] ?? 0;
  const named = all.filter((finding) => finding.person === person.id);
  const registered = all.filter(({ registrar }) => registrar === person.id);
  const codes = named.map(({ code }) => shortCode(code)).join('、');
  return [
    ...(named.length === 0 ? [] : [LISTS.keepsNamed({ count: named.length, codes, days })]),
    ...(registered.length === 0 || !(ofOffice(person) || holds(person, 'supervisor'))
      ? []
      : [LISTS.keepsRegistered({ count: registered.length, days })]),
  ];
}
