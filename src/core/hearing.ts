/** How a message is understood: an answer to an open question, a command of the table, or neither. Pure. */
import type { Option } from './change.ts';
import type { Command, Match, SlotKnow } from './command.ts';
import { initialsAt } from './slots.ts';
import { table } from './store.ts';

/** A question that waits for an answer. */
export interface Question {
  readonly text: string;
  readonly options: readonly Option[];
  /** When it was put; of two open questions a word answers the newer one. */
  readonly at: number;
  readonly until: number;
  /** The key of the message that asked; a number counts only while that is the bot's last message there. */
  readonly asked: string;
}
/** Ids: `<address>|<person, contact or *>`. */
export const QUESTIONS = table<Question>('questions');
export const questionId = (to: string, who: string): string => `${to}|${who}`;

/** One message that changed something or got an answer; ordinary talk leaves none. Ids: `<day>/<message id>`. */
export const INBOX = table<{ readonly at: number }>('inbox', 'daily');

const plain = (text: string): string => text.replace(/[\s。.!！,，~～]+$/u, '').toLowerCase();

/** The option a whole message chooses, if it is one of the answers. */
export const chosen = (question: Question, text: string): Option | undefined =>
  question.options.find((option) => option.words.includes(plain(text)));

/** True for answers that are only a number. */
export const isNumber = (text: string): boolean => /^\d{1,2}$/u.test(plain(text));

export interface VerbIndex {
  readonly commands: readonly Command[];
  /** Verbs by first character, longest first. */
  readonly byFirst: ReadonlyMap<string, readonly { readonly verb: string; readonly command: Command }[]>;
}

export function verbIndex(commands: readonly Command[]): VerbIndex {
  const byFirst = new Map<string, { verb: string; command: Command }[]>();
  for (const command of commands)
    for (const verb of command.verbs) {
      const first = verb.slice(0, 1);
      byFirst.set(first, [...(byFirst.get(first) ?? []), { verb, command }]);
    }
  for (const verbs of byFirst.values()) verbs.sort((a, b) => b.verb.length - a.verb.length);
  return { commands, byFirst };
}

export interface TableMatch {
  readonly command: Command;
  readonly match: Exclude<Match, { kind: 'not-mine' }>;
}

const CODE_FOLLOWS = /^(?:[NFCEnfce]?(?:20\d{2}-)?\d{3,4}(?!\d))/u;
/** A verb counts when it is the whole message, or a space, line break, colon, code or its first argument follows. */
const counts = (command: Command, rest: string, know: SlotKnow): boolean =>
  rest === '' || /^[\s:：]/u.test(rest) || CODE_FOLLOWS.test(rest) || command.opens(rest, know);

/** What the command table makes of a text: the longest verb wins; commands of this kind of room come first. */
export function hearTable(
  index: VerbIndex,
  text: string,
  know: SlotKnow,
  here: (command: Command) => boolean,
): TableMatch | undefined {
  const verbs = index.byFirst.get(text.slice(0, 1));
  if (verbs === undefined) return undefined;
  let elsewhere: TableMatch | undefined;
  for (const { verb, command } of verbs) {
    if (!text.startsWith(verb)) continue;
    const rest = text.slice(verb.length);
    if (!counts(command, rest, know)) continue;
    const match = command.read(rest, know);
    if (match.kind === 'not-mine') continue;
    if (here(command)) return { command, match };
    elsewhere ??= { command, match };
  }
  return elsewhere;
}

const UNIT_WORD = /^\s+(\p{Script=Han}{1,8}(?:局|镇|乡|办|中心|委|院|站|所|队|街道))(?:\s|$)/u;
const FIRST_WORD = /^\s+(\p{Script=Han}{2,8}|[A-Za-z]{2,16})(?=\s)/u;

/** A command with a unit nobody knows: the word that stands for it, and what was said behind the verb. */
export interface UnknownUnit {
  readonly word: string;
  readonly command: Command;
  readonly rest: string;
}

/** Initials that stand for several units. */
function sharedInitials(rest: string, { org }: SlotKnow): string | undefined {
  const word = initialsAt(rest.trimStart());
  return word !== undefined && org.unitsNamed(word).length > 1 ? word : undefined;
}

/** The word after a verb that wants a unit first, when it looks like a unit and is none, or when the rest has the command's shape. */
export function unknownUnit(
  index: VerbIndex,
  text: string,
  know: SlotKnow,
  here: (command: Command) => boolean,
): UnknownUnit | undefined {
  for (const { verb, command } of index.byFirst.get(text.slice(0, 1)) ?? []) {
    if (!text.startsWith(verb) || !/^\S+ [<[]单位/u.test(command.usage) || !here(command)) continue;
    const rest = text.slice(verb.length);
    const shared = sharedInitials(rest, know);
    if (shared !== undefined) return { word: shared, command, rest };
    const shaped = command.read(rest, know).kind === 'malformed';
    const word = (shaped ? FIRST_WORD : UNIT_WORD).exec(rest)?.[1];
    if (word !== undefined && know.org.unitAt(word) === undefined) return { word, command, rest };
  }
  return undefined;
}

/** True when a text holds a full code: then even a person who may not do this is told so. */
export const hasCode = (text: string): boolean => /[NFCEnfce](?:20\d{2}-)?\d{3,4}/u.test(text);
