/** The slot of an instant: a day, if any, and a time on it. */
import type { Slot } from '../../core/command.ts';
import { daySlot, takeTime } from '../../core/slots.ts';
import { dayOf, instant } from '../../core/time.ts';

/** 明天9:00, 9月23日9:00, 15:30. */
export const momentSlot: Slot<number> = {
  zh: '时间',
  optional: false,
  shaped: true,
  take: (text, know) => {
    const day = daySlot.take(text, know);
    const time = takeTime((day?.rest ?? text).trimStart());
    if (time === undefined) return undefined;
    return { value: instant(day?.value ?? dayOf(know.now), time.value), rest: time.rest };
  },
};
