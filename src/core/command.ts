/** A command is one object: its verbs, its slots, where it may be said, examples, and what it does. */
import type { Change } from './change.ts';
import type { Ctx, Know, RoomKind } from './context.ts';
import type { Result } from './result.ts';

/** A sentence for the person who asked, in Chinese, from the room's texts. */
export type Refusal = string;
export type Outcome = Result<Change, Refusal>;

/** What a slot found at the beginning of a text, and what is left. */
export interface Taken<T> {
  readonly value: T;
  readonly rest: string;
}

/** What a slot may look at: the unit scopes names. */
export interface SlotKnow extends Know {
  readonly unit: string | undefined;
}

export interface Slot<T> {
  /** Its label in Chinese, for usage lines. */
  readonly zh: string;
  readonly optional: boolean;
  /** True when a match tells a command from talk: a unit, a name, a code, a date. Free text does not. */
  readonly shaped: boolean;
  readonly take: (text: string, know: SlotKnow) => Taken<T> | undefined;
}
export type Slots = Readonly<Record<string, Slot<unknown>>>;
export type Args<S extends Slots> = { readonly [K in keyof S]: S[K] extends Slot<infer T> ? T : never };

/** One line of help that is also a test: who says it, where, and what the answer contains. */
export interface Example {
  readonly as: string;
  readonly at: string;
  readonly say: string;
  /** A part of the answer. */
  readonly reply: string;
  /** Lines of a dialogue that come before. */
  readonly given?: readonly string[];
}

/** What a text is to one command. */
export type Match =
  | { readonly kind: 'not-mine' }
  | { readonly kind: 'malformed'; readonly slot: string }
  | { readonly kind: 'mine'; readonly intent: object };

export interface Command {
  readonly id: string;
  /** The first is shown to people; none when it is only reached by an answer or a recogniser. */
  readonly verbs: readonly string[];
  readonly said: readonly RoomKind[];
  readonly summary: string;
  /** e.g. 销号 <编号> <核查说明> */
  readonly usage: string;
  readonly examples: readonly Example[];
  /** True when a text right behind the verb, without a gap, begins with one of its arguments. */
  readonly opens: (rest: string, know: SlotKnow) => boolean;
  /** Reads what follows the verb. */
  readonly read: (rest: string, know: SlotKnow) => Match;
  readonly run: (intent: object, ctx: Ctx) => Promise<Outcome>;
}

interface Spec<S extends Slots> {
  readonly id: string;
  readonly verbs: readonly [string, ...string[]];
  readonly said: readonly RoomKind[];
  readonly slots: S;
  readonly summary: string;
  readonly examples: readonly [Example, ...Example[]];
  /** Shown instead of the usage made from the slots. */
  readonly usage?: string;
  /** True when the text after the verb has the command's shape although no slot is shaped. */
  readonly shape?: (rest: string, know: SlotKnow) => boolean;
  readonly run: (args: Args<S>, ctx: Ctx) => Promise<Outcome>;
}

const GAP = /^[\s,，、:：;；。]+/u;
const trimmed = (text: string): string => text.replace(GAP, '');

function readSlots(slots: Slots, rest: string, know: SlotKnow): Match & { shaped?: boolean } {
  const intent: Record<string, unknown> = {};
  let text = trimmed(rest);
  let shaped = false;
  for (const [name, slot] of Object.entries(slots)) {
    const taken = text === '' ? undefined : slot.take(text, know);
    if (taken === undefined) {
      if (!slot.optional) return { kind: 'malformed', slot: slot.zh, shaped };
      continue;
    }
    shaped ||= slot.shaped;
    intent[name] = taken.value;
    text = trimmed(taken.rest);
  }
  // Words left over that no slot wanted: this was a sentence, not the command.
  return text === '' ? { kind: 'mine', intent, shaped } : { kind: 'malformed', slot: '', shaped };
}

function read<S extends Slots>(spec: Spec<S>, rest: string, know: SlotKnow): Match {
  const slots = Object.values(spec.slots);
  if (rest.trim() === '') {
    const missing = slots.find((slot) => !slot.optional);
    return missing === undefined ? { kind: 'mine', intent: {} } : { kind: 'malformed', slot: missing.zh };
  }
  if (slots.length === 0) return { kind: 'not-mine' };
  const match = readSlots(spec.slots, rest, know);
  const shaped = spec.shape?.(rest, know) ?? (match.shaped === true || slots.every((slot) => !slot.shaped));
  if (!shaped || (match.kind === 'malformed' && match.slot === '' && spec.shape === undefined))
    return { kind: 'not-mine' };
  return match.kind === 'mine' ? { kind: 'mine', intent: match.intent } : match;
}

/** Builds a command; the types of `run`'s arguments come from the slots. */
export function command<const S extends Slots>(spec: Spec<S>): Command {
  const places = Object.values(spec.slots).map((slot) => (slot.optional ? `[${slot.zh}]` : `<${slot.zh}>`));
  return {
    id: spec.id,
    verbs: spec.verbs,
    said: spec.said,
    summary: spec.summary,
    usage: spec.usage ?? [spec.verbs[0], ...places].join(' '),
    examples: spec.examples,
    opens: (rest, know) =>
      Object.values(spec.slots).some((slot) => slot.shaped && slot.take(rest, know) !== undefined),
    read: (rest, know) => read(spec, rest, know),
    // Intents are made by `read` above or stored by this room's own questions, so their shape is the slots'.
    run: (intent, ctx) => spec.run(intent as Args<S>, ctx),
  };
}

/** A command without verbs: reached by answering a question or through a recogniser; `I` is its intent. */
export const action = <I extends object>(spec: {
  readonly id: string;
  readonly said: readonly RoomKind[];
  readonly summary: string;
  readonly run: (intent: I, ctx: Ctx) => Promise<Outcome>;
}): Command => ({
  ...spec,
  verbs: [],
  usage: '',
  examples: [],
  opens: () => false,
  read: () => ({ kind: 'not-mine' }),
  run: (intent, ctx) => spec.run(intent as I, ctx),
});

/** Words that help shows and a recogniser reads: the table leaves them alone. */
export const heard = (
  command: Command,
  shown: Pick<Command, 'verbs' | 'usage'> & { readonly examples: readonly Example[] },
): Command => ({ ...command, ...shown });
