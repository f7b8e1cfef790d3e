/** 全部 or one unit: what 接入码 and 启用 are followed by. */
import type { Slot } from '../../core/command.ts';
import type { Unit } from '../../core/roster.ts';
import { unitSlot } from '../../core/slots.ts';

/** `null` = every supervised unit. */
export type Scope = Unit | null;

const ALL = ['全部', '所有单位', '所有'] as const;

export const scopeSlot: Slot<Scope> = {
  zh: '单位/全部',
  optional: false,
  shaped: true,
  take: (text, know) => {
    const all = ALL.find((word) => text.startsWith(word));
    return all === undefined ? unitSlot.take(text, know) : { value: null, rest: text.slice(all.length) };
  },
};
