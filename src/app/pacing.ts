/** How fast the account may talk: what it sent lately, and whether it has to rest. In memory; a restart starts slowly. */
import { isUnasked, type Pace, type Rules, type Waiting } from '../core/outbox.ts';
import type { House } from './house.ts';
import { disturbable } from './quiet.ts';

export interface Pacing {
  readonly pace: Pace;
  readonly rules: () => Rules;
  /** Notes that a message left. */
  readonly left: (row: Waiting) => void;
  readonly restUntil: (at: number) => void;
}

export function pacing(house: House): Pacing {
  const { clock, random } = house.doors;
  const rooms = new Map<string, number>();
  const pace = { account: 0, rooms, restUntil: 0 };
  const rules = (): Rules => ({
    limits: house.know().settings.limits.send,
    disturbable: disturbable(house),
  });
  return {
    pace,
    rules,
    left: (row) => {
      if (!isUnasked(row)) return;
      pace.account = clock.now() + Math.floor(random() * rules().limits.jitter);
      rooms.set(row.to, clock.now());
    },
    restUntil: (at) => {
      pace.restUntil = at;
    },
  };
}
