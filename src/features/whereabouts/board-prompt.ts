/** The prompt a unit's room gets at the start of work, and when it is spared. Pure. */
import { dayText } from '../../core/calendar-texts.ts';
import type { Unit } from '../../core/roster.ts';
import { type Board, clockAt, isAway, isUnsaid } from './board.ts';
import { type Detail, listed, personPhrase } from './board-lines.ts';
import { firstDay, type RollCall, type Statement } from './record.ts';
import { dayHead } from './tally.ts';
import { TEXTS } from './texts.ts';

/** What a prompt is made of. */
export interface PromptFacts {
  readonly unit: Unit;
  readonly board: Board;
  readonly statements: readonly Statement[];
  readonly rollCall: RollCall | undefined;
  readonly liaisons: readonly string[];
  readonly detail: Detail;
  readonly cutoff: number;
  readonly late: boolean;
}

/** True when the liaison has spoken for others about this day, be it the evening before: nobody is asked then. */
function liaisonReported({ statements, liaisons, board }: PromptFacts): boolean {
  const unsaid = new Set(statements.flatMap(({ verb, of }) => (verb === 'withdraw' ? [of] : [])));
  return statements.some(
    (said) =>
      liaisons.includes(said.by) &&
      said.verb !== 'cancel' &&
      (said.how === 'other' || said.how === 'rest') &&
      firstDay(said) === board.day &&
      !unsaid.has(said.message),
  );
}

/** False when asking would only be a burden. */
export const isWorthAsking = (facts: PromptFacts): boolean =>
  facts.rollCall === undefined ? !liaisonReported(facts) : facts.board.people.some(isUnsaid);

/** 全员报依据：…，…批准，至9月30日 */
export const basisOf = ({ basis, by, until }: RollCall): { basis: string; by: string; until: string } => ({
  basis,
  by,
  until: dayText(until),
});

/** The text of the prompt. */
export function promptText(facts: PromptFacts): string {
  const { unit, board, rollCall, detail, cutoff, late } = facts;
  const until = clockAt(cutoff);
  const known = board.people.filter(isAway).map((person) => personPhrase(person, board.day, detail));
  const already = known.length === 0 ? [] : [TEXTS.known({ people: listed(known) })];
  const lines =
    rollCall === undefined
      ? [TEXTS.ask({ until }), ...already, TEXTS.quiet(), TEXTS.liaison()]
      : [TEXTS.askAll({ until }), ...already, TEXTS.liaisonAll(), TEXTS.basis(basisOf(rollCall))];
  return [dayHead(TEXTS.whatPrompt(), unit, board.day, late), ...lines].join('\n');
}

/** The one nudge of a window under roll-call. */
export function nudgeText(board: Board, rollCall: RollCall): string {
  const names = board.people.filter(isUnsaid).map(({ person }) => person.name);
  return [
    TEXTS.missing({ count: names.length, people: listed(names, 60) }),
    TEXTS.missingHow(),
    TEXTS.missingLast(basisOf(rollCall)),
  ].join('\n');
}
