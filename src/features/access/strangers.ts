/** People the bot does not know: accepted at a limited rate, told once how to say who they are. */
import { type Change, type Draft, together } from '../../core/change.ts';
import type { World } from '../../core/context.ts';
import type { Happening, Reaction } from '../../core/feature.ts';
import { put } from '../../core/store.ts';
import { halfWidth } from '../../core/text.ts';
import { HOUR, MINUTE } from '../../core/time.ts';
import { BINDINGS, ENTRY_CODES, HELLOS, type Hello, PACES, type Pace, TRIES } from './access.ts';
import { codeWithin, judge } from './codes.ts';
import { greeter } from './greeting.ts';
import { ACCESS } from './texts.ts';
import { countTry, isLocked } from './tries.ts';

type Of<K extends Happening['kind']> = Extract<Happening, { kind: K }>;
const WHOLE = 'friends';

/** When the next friend request may be accepted: at most `limit` an hour. */
function paced(times: readonly number[], limit: number, now: number): number {
  if (times.length < limit) return now;
  const oldest = times[times.length - limit];
  return oldest === undefined ? now : Math.max(now, oldest + HOUR);
}

interface Told {
  readonly unit: string | null;
  /** What a wrong code changes. */
  readonly tried: Change;
}

/** The unit whose entry code the verification text holds, else a wrong try; a locked contact's text is not read. */
async function unitTold(event: Of<'friend'>, world: World): Promise<Told> {
  const word = codeWithin(halfWidth(event.hello));
  const tries = await world.store.get(TRIES, event.contact);
  if (word === undefined || isLocked(tries, world.now)) return { unit: null, tried: {} };
  const code = await world.store.get(ENTRY_CODES, word);
  if (code === undefined) return { unit: null, tried: countTry(event.contact, tries, world.now).change };
  return { unit: judge(code.data, world.now) === 'open' ? code.data.unit : null, tried: {} };
}

const greeting = (world: World, unit: string | null): string => {
  const name = unit === null ? undefined : world.org.unit(unit)?.name;
  const office = world.settings.bot.contact;
  return name === undefined
    ? ACCESS.hello({ ...greeter(world), office })
    : ACCESS.helloUnit({ ...greeter(world), unit: name });
};

const greet = (world: World, contact: string, unit: string | null, more: Partial<Draft> = {}): Draft => ({
  to: `contact:${contact}`,
  key: `hello/${contact}`,
  priority: 'answer',
  body: { text: greeting(world, unit) },
  ...more,
});

/** Accepts a request. A bearer of a code does not wait in the line of the others. */
async function befriend(event: Of<'friend'>, world: World): Promise<Change> {
  const { contact, request } = event;
  const { unit, tried } = await unitTold(event, world);
  const limit = world.settings.limits.send.friendsPerHour;
  const pace = await world.store.get(PACES, WHOLE);
  const times = (pace?.data.times ?? []).filter((at) => at > world.now - HOUR);
  const at = unit === null ? paced(times, limit, world.now) : world.now;
  const next: Pace = { times: [...times, at].sort((a, b) => a - b).slice(-10 * limit) };
  const hello = await world.store.get(HELLOS, contact);
  const known = (await world.store.get(BINDINGS, contact)) !== undefined;
  const row: Hello = { at: hello?.data.at ?? world.now, unit: unit ?? hello?.data.unit ?? null };
  const accept: Draft = {
    to: `contact:${contact}`,
    key: `friend/${request}`,
    priority: 'answer',
    notBefore: at,
    body: { deed: 'accept-friend', id: request },
  };
  const welcome =
    known || (hello !== undefined && unit === null) ? [] : [greet(world, contact, unit, { notBefore: at })];
  const change: Change = {
    put: [put(PACES, WHOLE, next, pace), put(HELLOS, contact, row, hello)],
    say: [accept, ...welcome],
  };
  return together([change, tried]);
}

/** Accepts an invitation from somebody who is bound, or who has given a unit's code. */
async function invited(event: Of<'invitation'>, world: World): Promise<Change> {
  const bound = await world.store.get(BINDINGS, event.contact);
  const hello = await world.store.get(HELLOS, event.contact);
  const person = bound === undefined ? undefined : world.org.person(bound.data.person);
  if (person === undefined && (hello?.data.unit ?? null) === null) return {};
  const accept: Draft = {
    to: `contact:${event.contact}`,
    key: `invitation/${event.invitation}`,
    priority: 'answer',
    body: { deed: 'accept-invitation', id: event.invitation },
  };
  return { say: [accept] };
}

/** The first private word of somebody unknown. */
async function firstWord(event: Of<'stranger'>, world: World): Promise<Change> {
  if (event.room !== null || (await world.store.get(HELLOS, event.contact)) !== undefined) return {};
  return {
    put: [put(HELLOS, event.contact, { at: world.now, unit: null })],
    say: [greet(world, event.contact, null)],
  };
}

const STALE = 10 * MINUTE;
/** What was delivered long after it happened is not greeted. */
const isRecent = (event: Happening, world: World): boolean => world.now - event.at < STALE;

export const strangerReactions: readonly Reaction[] = [
  {
    on: 'friend',
    run: async (event, world) => (event.kind === 'friend' ? befriend(event, world) : {}),
  },
  {
    on: 'invitation',
    run: async (event, world) => (event.kind === 'invitation' ? invited(event, world) : {}),
  },
  {
    on: 'stranger',
    run: async (event, world) =>
      event.kind === 'stranger' && isRecent(event, world) ? firstWord(event, world) : {},
  },
];
