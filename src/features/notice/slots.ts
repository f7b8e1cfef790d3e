/** The slots of this room: the labelled text of a notice, and 第3条. */
import type { Slot } from '../../core/command.ts';
import { hasField } from './fields.ts';

/** A text with at least one labelled line. The words themselves are read from the raw message, full width kept. */
export const fieldsSlot: Slot<string> = {
  zh: '标题',
  optional: false,
  shaped: true,
  take: (text) => (hasField(text) ? { value: text, rest: '' } : undefined),
};

const ITEM = /^第?\s?(\d{1,2})\s?(?:条|[.、])[\s:：,，]*/u;
/** 第3条, 3. */
export const itemSlot: Slot<number> = {
  zh: '第几条',
  optional: false,
  shaped: true,
  take: (text) => {
    const match = ITEM.exec(text);
    return match === null ? undefined : { value: Number(match[1]), rest: text.slice(match[0].length) };
  },
};
