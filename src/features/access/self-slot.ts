/** Names behind a verb: those of the roster, and, where the writing makes it clear, any other. */
import type { Slot, SlotKnow } from '../../core/command.ts';

export interface SelfWord {
  readonly name: string;
  /** The one-time code, in capitals. */
  readonly code: string | undefined;
}

const WITH_CODE = /^([\p{Script=Han}·]{2,12})[\s,，:：]*([A-Za-z0-9]{4,12})$/u;
const NAME = /^[\p{Script=Han}·]{2,12}$/u;

/** 我是来办事的 is talk: without a code, only a name that somebody has is one. */
export const selfSlot: Slot<SelfWord> = {
  zh: '姓名',
  optional: false,
  shaped: true,
  take: (text, know) => {
    const [, named, code] = WITH_CODE.exec(text) ?? [];
    if (named !== undefined && code !== undefined)
      return { value: { name: named, code: code.toUpperCase() }, rest: '' };
    const known = NAME.test(text) && know.org.named(text).length > 0;
    return known ? { value: { name: text, code: undefined }, rest: '' } : undefined;
  },
};

const ANY_NAME = /^[\p{Script=Han}·]{2,12}/u;

/** A name, known or not; `beginsWithName` decides whether it is meant as one. */
export const anyNameSlot: Slot<string> = {
  zh: '姓名',
  optional: false,
  shaped: true,
  take: (text, know) => {
    const known = know.org.personAt(text);
    const word = known === undefined ? ANY_NAME.exec(text)?.[0] : text.slice(0, known.length);
    return word === undefined ? undefined : { value: word, rest: text.slice(word.length) };
  },
};

/** Behind a gap any word is meant as a name; right behind the verb only one that somebody has. */
export const beginsWithName = (rest: string, know: SlotKnow): boolean =>
  /^[\s:：]+[\p{Script=Han}·]{2}/u.test(rest) || know.org.personAt(rest) !== undefined;
