/** What an office may set, as it is after validation; files and defaults are described in the manual. */
import type { Role } from './roster.ts';

/** config/bot.json */
export interface BotSettings {
  /** The bot's own name in groups; `@name` is stripped from what people write. */
  readonly name: string;
  readonly county: string;
  /** Who signs a holiday notice, e.g. 县纪委、县作风办. */
  readonly issuers: readonly string[];
  /** Hotlines named in notices. */
  readonly hotlines: readonly string[];
  /** Whom people may ask: shown in greetings. */
  readonly contact: string;
  /** Longest message in characters before it is split at line ends. */
  readonly textMax: number;
  readonly notice: NoticeSettings;
  readonly whereabouts: WhereaboutsSettings;
  readonly finding: FindingSettings;
  readonly exposure: ExposureSettings;
}

export interface NoticeSettings {
  /** Workdays ahead of each festival. */
  readonly ahead: Readonly<Record<string, number>>;
  /** Wall-clock time the holiday notice goes out, and its receipt is due on the next workday. */
  readonly at: string;
  readonly due: string;
  /** Notices that fall within this many workdays become one. */
  readonly mergeWithin: number;
  /** Work hours before the due time at which the unreceipted are reminded once. */
  readonly remindBefore: number;
  /** Work minutes after the due time of each rung: liaison and discipline lead, then the office. */
  readonly rungs: { readonly liaison: number; readonly office: number };
  /** A standing approval of automatic holiday notices, if there is one on record. */
  readonly standing: StandingApproval | null;
}

/** Who approved automatic holiday notices, when, on what basis, and for which wording. */
export interface StandingApproval {
  readonly by: string;
  readonly at: string;
  readonly basis: string;
  /** SHA-256 of the notice's template, as `ducha schedule` prints it. */
  readonly hash: string;
}

/** config/holiday-notices.json: what a holiday notice forbids. */
export interface HolidayNotices {
  /** By festival (元旦 春节 清明节 劳动节 端午节 中秋节 国庆节): what is forbidden then in particular. */
  readonly festivals: Readonly<Record<string, readonly string[]>>;
  /** Forbidden at every festival; stands after its own list. */
  readonly always: readonly string[];
}

export interface WhereaboutsSettings {
  /** Units in roll-call, each with who approved it, on what basis and until when; others only report exceptions. */
  readonly rollCall: readonly {
    readonly unit: string;
    readonly by: string;
    readonly basis: string;
    readonly until: string;
  }[];
  /** Units that keep reasons; elsewhere they are dropped. */
  readonly keepReasons: readonly string[];
}

export interface FindingSettings {
  /** What a unit's room learns of a finding: one line, the fact without the person, or all of it. */
  readonly room: 'line' | 'fact' | 'full';
  /** Work minutes for signing. */
  readonly ackMinutes: number;
  /** Workdays for rectification. */
  readonly fixDays: number;
  /** Work minutes after a due time at which the office gets its to-do. */
  readonly officeMinutes: number;
}

export interface ExposureSettings {
  /** Where exposures are posted: the public room, the leaders' room, every unit's room. */
  readonly rooms: readonly ('public' | 'leaders' | 'units')[];
}

/** config/problems.json: what a finding can be about, and the rules it offends against. */
export interface Problems {
  /** The name of the rules, without 《》. */
  readonly rule: string;
  readonly types: readonly ProblemType[];
}

export interface ProblemType {
  readonly name: string;
  /** Other words for it that people type. */
  readonly aliases: readonly string[];
  /** Where the rules forbid it, e.g. 第六条第二项. */
  readonly clause: string;
}

/** config/limits.json */
export interface Limits {
  /** Sending: gaps in milliseconds, and how many tries a message gets. */
  readonly send: SendLimits;
  readonly files: FileLimits;
  /** Days each table is kept. */
  readonly retention: Readonly<Record<string, number>>;
}
/** What is taken of pictures and files that people send. A change counts from the next start on. */
export interface FileLimits {
  /** The largest one, in bytes. */
  readonly mostBytes: number;
  /** How long getting one may take, in milliseconds. */
  readonly wait: number;
}
export interface SendLimits {
  /** Least gap between two unasked messages of the account, and the most jitter added to it. */
  readonly gap: number;
  readonly jitter: number;
  /** Least gap between two unasked messages in one room. */
  readonly roomGap: number;
  /** Tries before a message is given up, and the first wait between them (doubled each time). */
  readonly tries: number;
  readonly backoff: number;
  /** How long the account rests after a throttling answer. */
  readonly rest: number;
  /** Friend requests accepted an hour. */
  readonly friendsPerHour: number;
}

/** config/roles.json: what each role may do, by command id; `stranger` is anyone unbound. */
export type Grants = Readonly<Record<Role | 'stranger', readonly string[]>>;

/** config/lexicon.json: words of this county, added to what the readers know. */
export interface LocalWords {
  /** Words of a status, as people here say it; by status. */
  readonly cues: Readonly<Record<string, readonly string[]>>;
  /** Local places: villages and sites are `field`, offices in town `county`, beyond the county `out`, one's own office `own`. */
  readonly places: Readonly<Record<string, readonly string[]>>;
  /** Words that look like a status or a place here and are none. */
  readonly ignore: readonly string[];
  /** Further titles after a surname (旗长, 苏木达). */
  readonly titles: readonly string[];
  /** Words of replies, by what they say. */
  readonly replies: LocalReplyWords;
}

/** An office's own words in replies; simplified, without spaces. */
export interface LocalReplyWords {
  /** Receipt as a whole message: 要得. */
  readonly assent: readonly string[];
  /** Takes a finding as it is: 认栽. */
  readonly accept: readonly string[];
  /** It is done, as a clause: 弄归一了. */
  readonly done: readonly string[];
  readonly object: readonly string[];
  readonly delay: readonly string[];
  /** Words that look like one of these and are none: names of places, dishes, units. */
  readonly ignore: readonly string[];
}

export interface Settings {
  readonly bot: BotSettings;
  readonly limits: Limits;
  readonly grants: Grants;
  readonly holidayNotices: HolidayNotices;
  readonly lexicon: LocalWords;
  readonly problems: Problems;
}
