/** What a finding is: its life, what is asked of whom until when, and what it keeps of what was done. */
import { lifecycle, type StateOf, type VerbOf } from '../../core/lifecycle.ts';
import { type Reader, table } from '../../core/store.ts';

/** A finding's life. An extension and an objection are flags beside it, each with its own decision. */
export const FINDING = lifecycle({
  initial: 'issued',
  states: {
    issued: '待签收',
    rectifying: '整改中',
    reported: '待核查',
    closed: '已销号',
    withdrawn: '已撤销',
  },
  verbs: {
    acknowledge: '签收',
    unsign: '撤回签收',
    report: '报告整改',
    return: '退回',
    close: '销号',
    withdraw: '撤销',
    reopen: '重开',
    amend: '修改',
    uphold: '采纳异议',
  },
  moves: [
    { verb: 'acknowledge', from: ['issued'], to: 'rectifying' },
    { verb: 'unsign', from: ['rectifying'], to: 'issued' },
    { verb: 'report', from: ['issued', 'rectifying'], to: 'reported' },
    { verb: 'return', from: ['reported'], to: 'rectifying' },
    { verb: 'close', from: ['reported'], to: 'closed' },
    { verb: 'withdraw', from: ['issued', 'rectifying', 'reported'], to: 'withdrawn' },
    { verb: 'reopen', from: ['closed'], to: 'rectifying' },
    // A new wording is a new edition: what was signed was another text.
    { verb: 'amend', from: ['issued', 'rectifying', 'reported'], to: 'issued' },
    { verb: 'uphold', from: ['issued', 'rectifying', 'reported'], to: 'withdrawn' },
  ],
});
export type FindingState = StateOf<typeof FINDING>;
export type FindingVerb = VerbOf<typeof FINDING>;

/** Something a person did, and when it was said. */
export interface Mark {
  readonly by: string;
  readonly at: number;
}
/** Something a person did, with his words. */
export interface Told extends Mark {
  readonly text: string;
}

/** Lengths frozen when a finding is issued, so that later settings do not touch it. Minutes are work time. */
export interface Policy {
  readonly ackMinutes: number;
  readonly fixDays: number;
  /** Work minutes after a due time at which the office gets its to-do. */
  readonly officeMinutes: number;
}

/** More time, asked before it is due and granted with a date. */
export interface Extension extends Told {
  readonly days: number;
  readonly state: 'asked' | 'granted' | 'refused';
  /** Who decided, when; `text` is the reason of a refusal. */
  readonly decided: Told | null;
}

/** 异议: while it is open nothing runs, is escalated or exposed. */
export interface Objection extends Told {
  readonly state: 'open' | 'upheld' | 'rejected' | 'supplement';
  /** Thirty days for the decision, as the regulation has it. */
  readonly decideBy: number;
  readonly decided: Told | null;
}

/** One step of its life, for its history: who, when, with what words. */
export interface Step {
  /** A verb of the table, or a step beside it: issue, proxy, extend, grant, refuse, object, uphold, reject, snooze … */
  readonly did: StepName;
  readonly by: string;
  readonly at: number;
  readonly text: string;
}
export const STEPS = {
  ...FINDING.verbs,
  issue: '下发',
  proxy: '代签',
  extend: '申请延期',
  grant: '同意延期',
  refuse: '不同意延期',
  object: '提出异议',
  supplement: '补充说明',
  reject: '驳回异议',
  snooze: '缓签',
  escalate: '上报',
  recall: '撤回消息',
} as const;
export type StepName = keyof typeof STEPS;

export interface Finding {
  readonly code: string;
  readonly unit: string;
  /** The problem's type, by its name in config/problems.json. */
  readonly type: string;
  /** 新变种: of a kind the table does not know yet. */
  readonly fresh: boolean;
  /** What was seen, as the registrar wrote it, without the person. */
  readonly fact: string;
  /** The person concerned, of that unit's roster; null when nobody was named. */
  readonly person: string | null;
  readonly seenAt: number;
  readonly registrar: string;
  /** 1 from the start; a corrected text makes a new one, which is signed anew. */
  readonly edition: number;
  readonly state: FindingState;
  /** When it was told to the head: at once by day, else at eight. */
  readonly issuedAt: number;
  readonly policy: Policy;
  readonly ackDueAt: number;
  readonly fixDueAt: number;
  readonly ack: Mark | null;
  /** 代签: reminders rest for a workday; the requirement stays. */
  readonly proxy: Mark | null;
  readonly report: Told | null;
  readonly closed: Told | null;
  readonly extension: Extension | null;
  readonly objection: Objection | null;
  /** How often it has been put off, and until when reminders rest. */
  readonly snoozes: number;
  readonly restUntil: number;
  /** Findings of the same unit and type within ninety days before: 屡查屡犯. */
  readonly repeats: readonly string[];
  /** Counts up whenever its due times or rungs begin anew: timers of an earlier turn ring in vain. */
  readonly turn: number;
  readonly steps: readonly Step[];
}
/** Ids: codes. */
export const FINDINGS = table<Finding>('findings', 'live', ({ unit, state, type }) => ({
  unit,
  state,
  type,
}));

export const OPEN_STATES: readonly FindingState[] = ['issued', 'rectifying', 'reported'];
export const isOpen = ({ state }: Pick<Finding, 'state'>): boolean => OPEN_STATES.includes(state);
/** While an objection is open nothing runs. */
export const isPaused = ({ objection }: Pick<Finding, 'objection'>): boolean => objection?.state === 'open';

/** Findings of these units that are not over yet, oldest first. */
export async function openFindings(store: Reader, units: readonly string[]): Promise<readonly Finding[]> {
  const found = await Promise.all(units.map((unit) => store.find(FINDINGS, { unit })));
  return found
    .flat()
    .map(({ data }) => data)
    .filter(isOpen);
}

/** What is due now and when; nothing while it is paused, reported or over. */
export function dueOf(finding: Finding): { readonly what: 'ack' | 'fix'; readonly at: number } | undefined {
  if (isPaused(finding)) return undefined;
  if (finding.state === 'issued') return { what: 'ack', at: finding.ackDueAt };
  return finding.state === 'rectifying' ? { what: 'fix', at: finding.fixDueAt } : undefined;
}

/** Computed, never stored. */
export const isOverdue = (finding: Finding, now: number): boolean => {
  const due = dueOf(finding);
  return due !== undefined && due.at < now;
};

/** The unit has been heard: it has signed, or its time to sign has passed; before that nothing is exposed. */
export const isHeard = ({ ack, ackDueAt }: Pick<Finding, 'ack' | 'ackDueAt'>, now: number): boolean =>
  ack !== null || ackDueAt < now;

/** A draft between its preview and its sending. Ids: `<conversation>|<person>`: the newest of each person stands. */
export interface FindingDraft {
  readonly unit: string;
  readonly type: string;
  readonly fresh: boolean;
  readonly fact: string;
  readonly person: string | null;
  readonly seenAt: number;
  readonly at: number;
}
export const FINDING_DRAFTS = table<FindingDraft>('finding-drafts');

/** A photo or file that shows something; held by its message until its bytes are fetched. Ids: message ids. */
export interface Evidence {
  /** A finding's code, or a draft's id. */
  readonly about: string;
  readonly by: string;
  readonly at: number;
  /** What it shows: the problem itself, its rectification, or what was found when it was verified. */
  readonly of: 'problem' | 'remedy' | 'check';
  readonly sha: string | null;
  readonly name: string;
  /** It could not be fetched. */
  readonly lost: boolean;
}
export const EVIDENCE = table<Evidence>('evidence', 'live', ({ about, sha }) => ({ about, sha: sha ?? '' }));

/** Photos and files somebody has lately sent here, as message ids, and what his next ones belong to. Ids: `<conversation>|<person>`. */
export interface Handed {
  readonly files: readonly { readonly message: string; readonly at: number }[];
  readonly claim: { readonly about: string; readonly of: Evidence['of']; readonly until: number } | null;
}
export const HANDED = table<Handed>('handed');
/** How long before and after the words a photo counts to them. */
export const HAND_MINUTES = 5;

/** Which message was whose word on a finding: a recalled one is looked up here. Ids: `<message>/<code>`. */
export interface Word {
  readonly message: string;
  readonly code: string;
  readonly did: StepName;
  readonly by: string;
  readonly at: number;
}
export const WORDS = table<Word>('finding-words', 'live', ({ message }) => ({ message }));

/** An inspector compared what was said of somebody with what he found. Ids: `<day>/<message>/<person>`. */
export interface Check {
  readonly unit: string;
  readonly person: string;
  /** The minute that was checked. */
  readonly at: number;
  readonly by: string;
  readonly result: 'true' | 'false';
}
export const CHECKS = table<Check>('checks', 'daily', ({ unit, person }) => ({ unit, person }));
