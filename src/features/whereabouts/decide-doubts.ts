/** The doubts of a message as rows, and the words of the one question they are put in. Pure. */

import type { Person } from '../../core/roster.ts';
import { put, type Row } from '../../core/store.ts';
import { labelOf } from './board-lines.ts';
import type { ReportFacts } from './decide-facts.ts';
import type { DoubtDraft } from './decide-statements.ts';
import { DOUBTS, type Doubt } from './record.ts';
import { TEXTS } from './texts.ts';

/** Longer words are cut: a question quotes, it does not repeat. */
const LONGEST_SPAN = 40;

const cut = (span: string): string => {
  const line = span.replace(/\s+/gu, ' ').trim();
  const chars = [...line];
  return chars.length <= LONGEST_SPAN ? line : `${chars.slice(0, LONGEST_SPAN).join('')}…`;
};

/** Rows that keep the unclear words until the window's question. */
export function doubtRows(drafts: readonly DoubtDraft[], facts: ReportFacts): readonly Row[] {
  const day = drafts.length === 0 ? null : facts.doubtDay();
  if (day === null) return [];
  return drafts.map((draft, n) => {
    const doubt: Doubt = {
      ...draft,
      span: cut(draft.span),
      unit: facts.unit.id,
      to: facts.here,
      day,
      sender: facts.speaker.id,
      saidAt: facts.at,
      message: facts.message,
      number: null,
    };
    return put(DOUBTS, `${doubt.unit}/${day}/${doubt.message}-${n}`, doubt);
  });
}

/** Members a doubt may mean: those of that name. */
const namesakes = (doubt: Doubt, members: readonly Person[]): readonly Person[] =>
  members.filter(({ name }) => doubt.guess?.person.includes(name) === true);

/** One line of the question, without its number. */
export function doubtWords(doubt: Doubt, members: readonly Person[]): string {
  const { span, guess } = doubt;
  const name = members.find(({ id }) => id === doubt.sender)?.name ?? '';
  if (doubt.why === 'ambiguous-person') {
    const count = namesakes(doubt, members).length;
    if (count > 1) return TEXTS.ambiguous({ name, span, count, who: guess?.person ?? '' });
    return TEXTS.unknownPerson({ name, span });
  }
  if (doubt.why === 'unknown-person') return TEXTS.unknownPerson({ name, span });
  if (doubt.why === 'past-date') return TEXTS.past({ name, span });
  if (doubt.why === 'unproven') return TEXTS.unproven({ name, span });
  if (doubt.why === 'unsure' && guess !== null && guess.status !== 'unknown')
    return TEXTS.unsure({ name, span, label: labelOf(guess.status, 'outward') });
  return TEXTS.noStatus({ name, span });
}

/** What an answer may look like, after the doubts of this question. */
export function exampleOf(doubts: readonly Doubt[]): string {
  const example = ({ why, guess, number }: Doubt): string => {
    const n = number ?? 1;
    if (why === 'unproven' || why === 'unsure' || why === 'past-date') return `${n} ${TEXTS.exampleYes()}`;
    if (why === 'ambiguous-person' || why === 'unknown-person')
      return `${n} ${TEXTS.examplePerson({ name: guess?.person ?? '' })}`;
    return `${n} ${TEXTS.exampleStatus()}`;
  };
  return doubts.slice(0, 2).map(example).join('，');
}
