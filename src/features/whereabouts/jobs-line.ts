/** What this room does when the line comes back after a gap, and when somebody recalls a message. */
import type { Change, Draft } from '../../core/change.ts';
import type { World } from '../../core/context.ts';
import type { Happening, Reaction } from '../../core/feature.ts';
import type { UnitKind } from '../../core/hours.ts';
import { inform } from '../../core/say.ts';
import { drop } from '../../core/store.ts';
import { dayOf, MINUTE } from '../../core/time.ts';
import { BINDINGS } from '../access/access.ts';
import { clockAt } from './board.ts';
import { absencesOf } from './commands-facts.ts';
import { withdraw } from './decide-withdraw.ts';
import { boundUnits, type Window, windowOf } from './jobs-window.ts';
import { DOUBTS, LAST_WORDS } from './record.ts';
import { TEXTS } from './texts.ts';

/** A shorter gap is made up by what the gateway delivers late. */
const GAP = 10 * MINUTE;

interface Gap {
  readonly from: number;
  readonly to: number;
}

/** Rooms that were already asked when the line went are asked to say it again; the others' prompt is still to come. */
async function roomsOf(gap: Gap, kind: UnitKind, window: Window, world: World): Promise<readonly Draft[]> {
  if (gap.from < window.start || gap.to >= window.end) return [];
  const text = TEXTS.resend({ from: clockAt(gap.from), to: clockAt(gap.to) });
  return (await boundUnits(kind, world)).map((unit) =>
    inform(`unit:${unit.id}`, `whereabouts/resend/${gap.from}/${unit.id}`, text, { expiresAt: window.end }),
  );
}

const toOffice = (gap: Gap, count: number): Draft => {
  const facts = {
    from: clockAt(gap.from),
    to: clockAt(gap.to),
    minutes: Math.round((gap.to - gap.from) / MINUTE),
  };
  const text = count === 0 ? TEXTS.gapOnly(facts) : TEXTS.gap({ ...facts, count });
  return inform('office', `whereabouts/gap/${gap.from}`, text);
};

async function cameBack(event: Happening, world: World): Promise<Change> {
  if (event.kind !== 'line' || event.state !== 'up' || event.since === null) return {};
  const gap: Gap = { from: event.since, to: event.at };
  if (gap.to - gap.from <= GAP) return {};
  const kinds = [...new Set(world.org.supervised.map(({ kind }) => kind))];
  const open = kinds.flatMap((kind) => {
    const window = windowOf(dayOf(gap.to), kind, world);
    return window !== undefined && gap.from < window.cutoff && gap.to > window.start
      ? [{ kind, window }]
      : [];
  });
  if (open.length === 0) return {};
  const rooms = (await Promise.all(open.map(({ kind, window }) => roomsOf(gap, kind, window, world)))).flat();
  return { say: [...rooms, toOffice(gap, rooms.length)] };
}

/** A recalled message was never said. */
async function recalled(event: Happening, world: World): Promise<Change> {
  if (event.kind !== 'recall') return {};
  const doubts = (await world.store.find(DOUBTS, {})).filter(({ data }) => data.message === event.message);
  const gone = doubts.map((found) => drop(DOUBTS, found));
  const binding = await world.store.get(BINDINGS, event.contact);
  const last = binding === undefined ? undefined : await world.store.get(LAST_WORDS, binding.data.person);
  if (binding === undefined || last === undefined || last.data.message !== event.message)
    return { put: gone };
  const absences = await absencesOf(world.store, last.data.absent);
  const change = withdraw({
    speaker: binding.data.person,
    last,
    absences,
    message: `recall-${event.message}`,
    at: event.at,
    today: dayOf(event.at),
  });
  return { ...change, put: [...(change.put ?? []), ...gone] };
}

export const reactions: readonly Reaction[] = [
  { on: 'line', run: cameBack },
  { on: 'recall', run: recalled },
];
