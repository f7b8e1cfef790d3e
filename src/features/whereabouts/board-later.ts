/** What was said and unsaid after the minute a board shows. Pure. */
import type { Day } from '../../core/time.ts';
import { type Board, changedSince, clockAt, type PersonAt } from './board.ts';
import { type Detail, personPhrase } from './board-lines.ts';
import type { Statement } from './record.ts';
import { TEXTS } from './texts.ts';

/** A board of a minute in the past, the board of now, and everything both are made of. */
export interface Between {
  readonly asOf: Board;
  readonly now: Board;
  readonly statements: readonly Statement[];
  readonly detail: Detail;
}

const timed = (phrase: string, more: string): string => TEXTS.person({ name: phrase, more });
const saidAt = ({ saidAt }: Statement): string => TEXTS.saidAt({ time: clockAt(saidAt) });

/** When something that stood was taken back: the withdrawal of its message, or a cancellation of this person. */
function unsaidAt(gone: Statement, person: string, { asOf, statements }: Between): string | undefined {
  const by = statements.findLast(
    (one) =>
      one.saidAt > asOf.at &&
      ((one.verb === 'withdraw' && one.of === gone.message) ||
        (one.verb === 'cancel' && one.people.includes(person))),
  );
  return by === undefined ? undefined : clockAt(by.saidAt);
}

/** 李四 请假（9:40报）; words that stand again because later ones were taken back have no new time. */
function addedPhrase(person: PersonAt, { asOf, detail, now }: Between): string {
  const phrase = personPhrase(person, now.day, detail);
  const last = person.parts.findLast((part) => part.saidAt > asOf.at);
  return last === undefined ? phrase : timed(phrase, saidAt(last));
}

/** 张三 下乡（9:00） */
function gonePhrase(person: PersonAt, gone: readonly Statement[], between: Between, day: Day): string {
  const phrase = personPhrase({ person: person.person, parts: gone }, day, between.detail);
  const [first] = gone;
  const time = first === undefined ? undefined : unsaidAt(first, person.person.id, between);
  return time === undefined ? phrase : timed(phrase, time);
}

interface Later {
  readonly added: readonly string[];
  readonly gone: readonly string[];
}

/** Nothing new stands about a person, and something no longer does: that was taken back, not said. */
function aboutPerson(person: PersonAt, between: Between): Later {
  const { asOf, now } = between;
  const before = asOf.people.find((one) => one.person.id === person.person.id)?.parts ?? [];
  const gone = before.filter((part) => !person.parts.includes(part));
  const isNew = person.parts.some((part) => part.saidAt > asOf.at);
  return isNew || gone.length === 0
    ? { added: [addedPhrase(person, between)], gone: [] }
    : { added: [], gone: [gonePhrase(person, gone, between, now.day)] };
}

/** The words for the rest: 其余9人在岗. */
function restsOf(board: Board): ReadonlyMap<Statement, number> {
  const counts = new Map<Statement, number>();
  for (const { covered } of board.people)
    if (covered !== undefined) counts.set(covered, (counts.get(covered) ?? 0) + 1);
  return counts;
}

function aboutRest(between: Between): Later {
  const then = restsOf(between.asOf);
  const now = restsOf(between.now);
  const added = [...now].filter(([said]) => said.saidAt > between.asOf.at);
  const gone = [...then].flatMap(([said, count]) => {
    const time = now.has(said) ? undefined : unsaidAt(said, '', between);
    return time === undefined ? [] : [timed(TEXTS.others({ count }), time)];
  });
  return { added: added.map(([said, count]) => timed(TEXTS.others({ count }), saidAt(said))), gone };
}

/** 此后补报…, 此后撤回…; nothing for a board of now. */
export function laterLines(between: Between): readonly string[] {
  const { asOf, now } = between;
  if (asOf.at >= now.at) return [];
  const all = [...changedSince(asOf, now).map((person) => aboutPerson(person, between)), aboutRest(between)];
  const added = all.flatMap((one) => one.added);
  const gone = all.flatMap((one) => one.gone);
  if (added.length + gone.length === 0) return [TEXTS.noLater()];
  return [
    ...(added.length === 0 ? [] : [TEXTS.laterSaid({ people: added.join('、') })]),
    ...(gone.length === 0 ? [] : [TEXTS.laterUnsaid({ people: gone.join('、') })]),
  ];
}
