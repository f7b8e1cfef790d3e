/** One unit on one Monday, and short ways to run a stage of the reader alone. */
import { shippedCalendar } from '../../../../src/adapters/calendar/calendar.ts';
import { createLanguage } from '../../../../src/adapters/language/language.ts';
import { LEXICON } from '../../../../src/features/whereabouts/lexicon/lexicon.ts';
import { indexMembers } from '../../../../src/features/whereabouts/reader/members.ts';
import { normalise } from '../../../../src/features/whereabouts/reader/normalise.ts';
import { readWhereabouts } from '../../../../src/features/whereabouts/reader/read.ts';
import type { Statement } from '../../../../src/features/whereabouts/reader/statement.ts';
import { statementsIn } from '../../../../src/features/whereabouts/reader/statements.ts';
import { tokenise } from '../../../../src/features/whereabouts/reader/tokenise.ts';
import { isSign, type Token } from '../../../../src/features/whereabouts/reader/tokens.ts';
import type { Entry, Reading } from '../../../../src/features/whereabouts/reading.ts';

export const MEMBERS = [
  '张卫东',
  '李建设',
  '王丽娟',
  '欧阳兰',
  '扎西多杰',
  '马小军',
  '马成义',
  '高山',
  '周永红',
];
/** 2026-09-21 is a Monday; 中秋 and 国庆 are ahead. */
export const TODAY = '2026-09-21';
export const language = createLanguage();
export const when = { today: TODAY, now: '09:00', calendar: shippedCalendar() };
export const roster = indexMembers(MEMBERS, language);

/** The tokens of a text. */
export const cut = (text: string): readonly Token[] =>
  tokenise(normalise(text, language), roster, LEXICON, when);

/** The members a text names, and the words of others. */
export const named = (text: string): readonly string[] =>
  cut(text).flatMap((token) =>
    token.kind === 'person'
      ? [token.who.map((n) => MEMBERS[n]).join('/') || `?${text.slice(token.start, token.end)}`]
      : [],
  );

const linesOf = (tokens: readonly Token[]): readonly (readonly Token[])[] => {
  const lines: Token[][] = [[]];
  for (const token of tokens) {
    if (isSign(token, '\n')) lines.push([]);
    else lines.at(-1)?.push(token);
  }
  return lines;
};

/** The statements of a text that 张卫东 sent. */
export const statements = (text: string): readonly Statement[] =>
  statementsIn(linesOf(cut(text)), normalise(text, language), 0);

/** A whole reading of what 张卫东 sent at nine. */
export const read = (text: string): Reading =>
  readWhereabouts(
    { text, sender: '张卫东', sentAt: Date.parse(`${TODAY}T09:00:00+08:00`), members: roster },
    { calendar: when.calendar, language },
  );

/** 王丽娟 field_visit 09-21 pm */
const line = ({ person, status, from, to, halfDay }: Entry): string =>
  [person, status, from.slice(5, 16), ...(to === from ? [] : [to?.slice(5, 16) ?? '…']), halfDay ?? '']
    .join(' ')
    .trim();

export const entries = (text: string): readonly string[] => read(text).entries.map(line);
