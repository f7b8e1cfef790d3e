/** A room of the house: everything one noun can do, in one object. */
import type { Change } from './change.ts';
import type { Command } from './command.ts';
import type { Ctx, World } from './context.ts';
import type { Job, TimerJob } from './job.ts';
import type { Heard, MemberSeen } from './ports.ts';
import type { Person, Unit } from './roster.ts';
import type { AnyTable } from './store.ts';
import type { Day } from './time.ts';
import type { Catalogue } from './wording.ts';

/** Free text understood: the command it amounts to, and how sure we are. */
export interface Meaning {
  readonly command: string;
  readonly intent: object;
}

/** Reads free text. `mayBe` is a cheap look that lets ordinary talk pass at once. */
export interface Recogniser {
  readonly id: string;
  readonly mayBe: (ctx: Ctx) => boolean;
  readonly hear: (ctx: Ctx) => Promise<readonly Meaning[]>;
}

/** A file that came with a message, as it is in the vault. `image` goes by its bytes, not by its name. */
export interface FetchedFile {
  readonly sha: string;
  readonly name: string;
  readonly bytes: number;
  readonly image: boolean;
}
/** Why a file never came: `expired` = the line stayed down past the deed's time. */
export type Unfetched = 'gone' | 'too-large' | 'refused' | 'expired' | 'internal';

/** Events that are not messages, as a room may react to them. */
export type Happening =
  | Exclude<Heard, { kind: 'message' }>
  /** The answer to a `list-members` deed. */
  | {
      readonly kind: 'members';
      readonly at: number;
      readonly room: string;
      /** The room's name; empty when the gateway does not know it. */
      readonly topic: string;
      readonly members: readonly MemberSeen[];
    }
  /** The outcome of a `fetch-file` deed: what is in the vault now, or null with the reason why it never will be. */
  | {
      readonly kind: 'fetched';
      readonly at: number;
      readonly message: string;
      readonly result: FetchedFile | null;
      readonly why?: Unfetched;
    }
  /** The first message of a room nobody has bound, or of a stranger in private. */
  | {
      readonly kind: 'stranger';
      readonly at: number;
      readonly room: string | null;
      readonly contact: string;
      readonly name: string;
    }
  /** config/units.json was reloaded. */
  | {
      readonly kind: 'roster';
      readonly at: number;
      readonly lines: readonly string[];
      readonly dropped: readonly string[];
      /** Who no longer belongs to a unit he belonged to. */
      readonly left: readonly { readonly person: string; readonly unit: string }[];
    };

export interface Reaction {
  readonly on: Happening['kind'];
  readonly run: (event: Happening, world: World) => Promise<Change>;
}

/** What a digest asks of every room: the county as a whole, or one unit. */
export interface SectionAsk extends World {
  readonly day: Day;
  readonly unit: Unit | undefined;
}
export interface Section {
  /** Lines for the chat, most important first. */
  readonly lines: readonly string[];
  /** Units that need attention, with the reason. */
  readonly attention: readonly { readonly unit: string; readonly text: string }[];
  /** True when there is something to say to the unit beyond “nothing”. */
  readonly due: boolean;
  /** Numbers for the table of all units, when one unit was asked about: a column each. */
  readonly figures?: readonly { readonly title: string; readonly value: number }[];
}

/** Something a person owes: shown by 我的待办. */
export interface Owed {
  readonly code: string;
  readonly text: string;
  readonly dueAt: number | null;
}

export interface Feature {
  readonly noun: string;
  /** Its name in Chinese, for help and the README. */
  readonly title: string;
  readonly commands: readonly Command[];
  readonly jobs?: readonly Job[];
  readonly timers?: readonly TimerJob[];
  readonly recognisers?: readonly Recogniser[];
  readonly reactions?: readonly Reaction[];
  readonly tables: readonly AnyTable[];
  readonly texts: readonly Catalogue[];
  /** What a digest says about this room, in the order of features.ts. */
  readonly section?: (ask: SectionAsk) => Promise<Section>;
  readonly owes?: (person: Person, world: World) => Promise<readonly Owed[]>;
  /** What is kept about a person, each line with until when. */
  readonly keeps?: (person: Person, world: World) => Promise<readonly string[]>;
}
