/** The word about a finding to its unit: in private in full, to the room a line, to the office code and type. */
import type { Draft } from '../../core/change.ts';
import { shortCode } from '../../core/codes.ts';
import type { World } from '../../core/context.ts';
import { isQuiet, nextAwake } from '../../core/hours.ts';
import { clockText, shortClock, soonText } from '../../core/phrase-texts.ts';
import type { Found } from '../../core/store.ts';
import type { Evidence, Finding } from './finding.ts';
import { headsOf, othersOf, type Recipient } from './recipients.ts';
import { TELLING } from './texts-telling.ts';
import { clauseOf, factOf, holesOf, nameOf } from './words.ts';

/** Whom a finding is told in full, and whether the head himself can be reached in private. */
export interface Audience {
  readonly heads: readonly Recipient[];
  readonly discipline: readonly Recipient[];
}

export async function audienceOf(unit: string, world: World): Promise<Audience> {
  const heads = await headsOf(unit, world);
  const told = new Set(heads.map(({ person }) => person.id));
  const discipline = await othersOf(unit, 'discipline', world);
  return { heads, discipline: discipline.filter(({ person }) => !told.has(person.id)) };
}

export const audienceNames = ({ heads, discipline }: Audience): readonly string[] => [
  ...heads.map(({ person, insteadOf }) =>
    insteadOf === null
      ? TELLING.asHead({ name: person.name })
      : TELLING.asDelegate({ name: person.name, head: insteadOf.name }),
  ),
  ...discipline.map(({ person }) => TELLING.asDiscipline({ name: person.name })),
];

const saluteOf = ({ person, insteadOf }: Recipient): string =>
  insteadOf === null
    ? TELLING.salute({ name: person.name })
    : TELLING.saluteFor({ name: person.name, head: insteadOf.name });

function repeatsLine({ repeats }: Finding): readonly string[] {
  if (repeats.length === 0) return [];
  return [TELLING.repeats({ count: repeats.length + 1, codes: repeats.map(shortCode).join('、') })];
}

/** The whole finding, as the head reads it. */
export function fullText(
  finding: Finding,
  to: Recipient,
  photos: number,
  copy: boolean,
  world: World,
): string {
  const holes = holesOf(finding, world);
  const seen = shortClock(finding.seenAt, world.now);
  const name = nameOf(finding.person, world);
  return [
    TELLING.headHead(holes),
    saluteOf(to),
    TELLING.seen({
      ...holes,
      seen: clockText(finding.seenAt, world.now) || seen,
      fact: factOf(finding),
      photos: photos > 0 ? TELLING.photos() : '',
    }),
    ...(name === '' ? [] : [TELLING.person({ name })]),
    ...repeatsLine(finding),
    TELLING.clauseLine({ clause: clauseOf(finding.type, world) }),
    ...(finding.edition > 1 ? [TELLING.amendedLine()] : []),
    ...(copy ? [TELLING.copyLine()] : [TELLING.asks(holes), TELLING.objectLine(), TELLING.extendLine()]),
    TELLING.contact({ contact: world.settings.bot.contact }),
  ].join('\n');
}

/** At once by day on any day, else at eight. */
export const toldAt = (now: number, { hours }: Pick<World, 'hours'>): number => nextAwake(now, hours);

export const tellKey = ({ code, edition }: Pick<Finding, 'code' | 'edition'>, to: string): string =>
  `${code}/v${edition}/to:${to}`;

/** The key of the word to an address. */
export const tellKeyTo = (finding: Pick<Finding, 'code' | 'edition'>, to: string): string =>
  tellKey(finding, to.startsWith('person:') ? to.slice('person:'.length) : 'room');

const photoKey = (code: string, photo: string, person: string): string => `${code}/photo/${photo}/${person}`;

/** Every key under which an edition may wait to be told. */
export function tellKeys(
  finding: Finding,
  photos: readonly Found<Evidence>[],
  { org }: Pick<World, 'org'>,
): readonly string[] {
  const people = org.members(finding.unit).map(({ id }) => id);
  return [
    ...['room', ...people].map((to) => tellKey(finding, to)),
    ...photos.flatMap(({ id }) => people.map((person) => photoKey(finding.code, id, person))),
  ];
}

/** One photo to one person: sent when it has been fetched, however late. */
export function photoDraft(
  finding: Finding,
  { id, data }: Found<Evidence>,
  person: string,
  world: World,
): readonly Draft[] {
  if (data.sha === null) return [];
  const body = { evidence: { sha: data.sha, name: data.name } };
  const key = photoKey(finding.code, id, person);
  return [{ to: `person:${person}`, key, priority: 'urgent', body, notBefore: toldAt(world.now, world) }];
}

function roomText(finding: Finding, audience: Audience, world: World): string {
  const holes = {
    ...holesOf(finding, world),
    seen: clockText(finding.seenAt, world.now),
    fact: factOf(finding),
    text: finding.fact,
    name: nameOf(finding.person, world),
  };
  if (audience.heads.length === 0) return TELLING.roomInstead(holes);
  const { room } = world.settings.bot.finding;
  if (room === 'full' && holes.name !== '') return TELLING.roomFull(holes);
  return room === 'line' ? TELLING.roomLine(holes) : TELLING.roomFact(holes);
}

/** Everything that is said when a finding, or a new edition of it, goes out; the answer to its registrar excepted. */
export function telling(
  finding: Finding,
  audience: Audience,
  photos: readonly Found<Evidence>[],
  world: World,
): readonly Draft[] {
  // 今天 and 明天 are those of the reader, who may read it in the morning only.
  const then = { ...world, now: toldAt(world.now, world) };
  const more = { priority: 'urgent' as const, notBefore: toldAt(world.now, world) };
  const shown = photos.filter(({ data }) => data.of === 'problem' && !data.lost);
  const toPerson = (to: Recipient, copy: boolean): readonly Draft[] => [
    {
      to: `person:${to.person.id}`,
      key: tellKey(finding, to.person.id),
      body: { text: fullText(finding, to, shown.length, copy, then) },
      ...(copy ? {} : { request: finding.code }),
      ...more,
    },
    ...shown.flatMap((photo) => photoDraft(finding, photo, to.person.id, world)),
  ];
  const room: Draft = {
    to: `unit:${finding.unit}`,
    key: tellKey(finding, 'room'),
    body: { text: roomText(finding, audience, then) },
    ...(audience.heads.length === 0 ? { request: finding.code } : {}),
    ...more,
  };
  return [
    ...audience.heads.flatMap((to) => toPerson(to, false)),
    ...audience.discipline.flatMap((to) => toPerson(to, true)),
    room,
  ];
}

/** What the office reads: code, unit, type, and whom it went to. */
export function officeText(finding: Finding, audience: Audience, world: World): string {
  const holes = { ...holesOf(finding, world), names: audienceNames(audience).join('、') };
  if (audience.heads.length === 0) return TELLING.officeNobody(holes);
  return isQuiet(world.now, world.hours)
    ? TELLING.officeLater({ ...holes, from: soonText(toldAt(world.now, world), world.now) })
    : TELLING.officeLine(holes);
}
