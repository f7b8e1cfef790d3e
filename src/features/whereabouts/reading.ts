/** What a reading of a whereabouts message is: the closed set of statuses and the types of entries. */

/** How a status is shown outside the person, the head and the liaison: every leave is just 请假. */
export type Category = 'present' | 'away' | 'leave' | 'unknown';

interface StatusShown {
  /** The Chinese name inside the unit. */
  readonly name: string;
  /** The Chinese name shown to everybody else. */
  readonly outward: string;
  readonly category: Category;
}

/** The closed set of statuses with their names; the key order is the order of tallies. */
export const STATUSES = {
  on_duty: { name: '在岗', outward: '在岗', category: 'present' },
  remote_duty: { name: '值班', outward: '值班', category: 'present' },
  late: { name: '晚到', outward: '晚到', category: 'present' },
  out_on_business: { name: '公务外出', outward: '公务外出', category: 'away' },
  field_visit: { name: '下乡', outward: '下乡', category: 'away' },
  business_trip: { name: '出差', outward: '出差', category: 'away' },
  meeting: { name: '开会', outward: '开会', category: 'away' },
  training: { name: '培训', outward: '培训', category: 'away' },
  seconded: { name: '借调', outward: '借调', category: 'away' },
  leave_personal: { name: '事假', outward: '请假', category: 'leave' },
  leave_sick: { name: '病假', outward: '请假', category: 'leave' },
  leave_annual: { name: '年休假', outward: '请假', category: 'leave' },
  leave_other: { name: '其他假', outward: '请假', category: 'leave' },
  rest: { name: '调休', outward: '请假', category: 'leave' },
  unknown: { name: '不明', outward: '不明', category: 'unknown' },
} as const satisfies Record<string, StatusShown>;

/** One status of the closed set. */
export type Status = keyof typeof STATUSES;
/** Which part of a day: morning, afternoon, a half not said, evening or night. */
export type HalfDay = 'am' | 'pm' | 'half' | 'eve';

/** Where one person is, as one message says it, with the words it comes from. */
export interface Entry {
  /** The member's name as the roster writes it; with `external`, the words of the message. */
  readonly person: string;
  readonly status: Status;
  /** `YYYY-MM-DD`, or `YYYY-MM-DDTHH:MM:00+08:00` when a clock time was said. */
  readonly from: string;
  /** As `from`; a bare day is inclusive; null = open end. */
  readonly to: string | null;
  readonly halfDay?: HalfDay;
  /** An exact part of the message. */
  readonly place?: string;
  /** An exact part of the message, where reasons are asked for. A room stores none, unless its policy keeps them. */
  readonly reason?: string;
  /** Not on the roster, or two members fit. */
  readonly external?: true;
  /** The words of the message the entry comes from, exact. */
  readonly span: string;
  /** The name of the rule that decided the status. */
  readonly rule: string;
  /** `others`: the person was not named but covered by 其余 or 全员. */
  readonly by?: 'others';
}

/** Words of the message that were not understood well enough to act on, and why (a key, not a sentence). */
export interface Ask {
  readonly span: string;
  readonly why: 'no-status' | 'ambiguous-person' | 'unknown-person' | 'past-date';
}

/** What a message says about whereabouts. */
export interface Reading {
  readonly kind: 'whereabouts' | 'not-whereabouts';
  /** null only with `not-whereabouts`. */
  readonly operation: 'report' | 'correct' | 'cancel' | null;
  readonly confidence: 'high' | 'low';
  readonly entries: readonly Entry[];
  readonly asks: readonly Ask[];
}
