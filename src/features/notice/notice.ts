/** What a notice is: its states and editions, the receipts it asks for, and who may give them. */
import type { Ctx } from '../../core/context.ts';
import { lifecycle, type StateOf, type VerbOf } from '../../core/lifecycle.ts';
import { holds, type Org } from '../../core/org.ts';
import type { Person } from '../../core/roster.ts';
import { type Reader, table } from '../../core/store.ts';
import { dayOf } from '../../core/time.ts';
import { DELEGATIONS } from '../access/access.ts';

/** A notice's life. A new edition of an issued one does not change its state, only its edition. */
export const NOTICE = lifecycle({
  initial: 'draft',
  states: { draft: '待确认', issued: '已下发', closed: '已办结', withdrawn: '已撤回', dropped: '未下发' },
  verbs: {
    issue: '下发',
    alter: '修改',
    close: '办结',
    reopen: '重开',
    withdraw: '撤回',
    drop: '取消',
  },
  moves: [
    { verb: 'issue', from: ['draft', 'issued', 'closed'], to: 'issued' },
    { verb: 'alter', from: ['draft'], to: 'draft' },
    { verb: 'close', from: ['issued'], to: 'closed' },
    { verb: 'reopen', from: ['closed', 'issued'], to: 'issued' },
    { verb: 'withdraw', from: ['issued', 'closed'], to: 'withdrawn' },
    { verb: 'drop', from: ['draft'], to: 'dropped' },
  ],
});
export type NoticeState = StateOf<typeof NOTICE>;
export type NoticeVerb = VerbOf<typeof NOTICE>;

/** What an edition says and to whom. */
export interface Content {
  readonly title: string;
  readonly body: string;
  /** Unit ids, in roster order. */
  readonly units: readonly string[];
  /** The scope was said as 全部. */
  readonly all: boolean;
  /** When its receipts are due; null = the usual time on the workday after it is issued. */
  readonly dueAt: number | null;
  /** 主要负责同志签收: a liaison's receipt does not do. */
  readonly headOnly: boolean;
}

/** When each rung is climbed: frozen when an edition is issued, so that later settings do not touch it. */
export interface Policy {
  /** The reminder in the room, and the head in private. */
  readonly remindAt: number;
  /** Liaison and discipline lead in private. */
  readonly chaseAt: number;
  /** One line in the office room: whom to telephone. */
  readonly phoneAt: number;
  /** Receipts are no longer asked for. */
  readonly closeAt: number;
}

/** What is special about an automatic holiday notice. */
interface HolidayPart {
  /** When it is to go out, and when the holiday begins. */
  readonly sendAt: number;
  readonly beforeAt: number;
  /** First workday after the holiday: nothing more is asked then. */
  readonly afterAt: number;
  /** The short reminder of the last workday, shown and approved together with the notice. */
  readonly brief: { readonly at: number; readonly text: string } | null;
  /** The wording was changed by hand: a standing approval no longer covers it. */
  readonly edited: boolean;
  /** Somebody said 缓. */
  readonly held: boolean;
  /** The office has been told that it waits, or was missed. */
  readonly toldAt: number | null;
}

export interface Notice extends Content {
  readonly code: string;
  readonly state: NoticeState;
  /** 1 from the first draft on. */
  readonly edition: number;
  /** A person id, or `system`. */
  readonly proposer: string;
  /** When the wording last changed: a preview older than this cannot be approved. */
  readonly wordedAt: number;
  readonly approver: string | null;
  /** When this edition was issued. */
  readonly issuedAt: number | null;
  readonly policy: Policy | null;
  /** Every unit any edition went to: a withdrawal reaches them all. */
  readonly went: readonly string[];
  /** A new edition that waits for confirmation. */
  readonly next: Content | null;
  readonly holiday: HolidayPart | null;
}
/** Ids: codes. */
export const NOTICES = table<Notice>('notices', 'live', ({ state }) => ({ state }));

/** Which notice covers a period of days off. Ids: `<year of notice>-<name>`. */
export const HOLIDAYS = table<{ readonly code: string }>('holidays');

export const RECEIPT = lifecycle({
  initial: 'asked',
  states: { asked: '未签收', signed: '已签收', void: '已作废' },
  verbs: { sign: '签收', undo: '撤回签收', void: '作废' },
  moves: [
    { verb: 'sign', from: ['asked'], to: 'signed' },
    { verb: 'undo', from: ['signed'], to: 'asked' },
    { verb: 'void', from: ['asked'], to: 'void' },
  ],
});
type ReceiptState = StateOf<typeof RECEIPT>;

/** One unit's receipt of one edition; the first one given counts. */
export interface Receipt {
  readonly code: string;
  readonly edition: number;
  readonly unit: string;
  readonly state: ReceiptState;
  readonly askedAt: number;
  readonly by: string | null;
  /** 代签: given by a liaison or a delegate. */
  readonly proxy: boolean;
  readonly at: number | null;
  /** When the room was told, once, who has to sign. */
  readonly hintedAt: number | null;
}
/** Ids: `receiptId`. */
export const RECEIPTS = table<Receipt>('receipts', 'live', ({ code, unit, state, by }) => ({
  code,
  unit,
  state,
  by: by ?? '',
}));
export const receiptId = (code: string, edition: number, unit: string): string =>
  `${code}/v${edition}/${unit}`;

/** In what capacity a person may sign for a unit; undefined when he may not. */
export type Capacity = 'head' | 'proxy';

/** `principals`: the people who have delegated their acknowledgements to this person today. */
export function capacityOf(
  person: Person,
  unit: string,
  notice: Pick<Notice, 'headOnly'>,
  org: Org,
  principals: readonly string[],
): Capacity | undefined {
  if (holds(person, 'head', unit)) return 'head';
  const delegated = org.holders(unit, 'head').some(({ id }) => principals.includes(id));
  if (delegated) return 'proxy';
  return !notice.headOnly && holds(person, 'liaison', unit) ? 'proxy' : undefined;
}

/** Who may be signing: a person, the units he could sign for here, and who has delegated to him today. */
export interface Signer {
  readonly person: Person | undefined;
  readonly units: readonly string[];
  readonly principals: readonly string[];
}

/** In a unit's room only that unit counts; in private every unit the person belongs to or acts for. */
export async function signerOf(
  person: Person | undefined,
  where: Ctx['where'],
  ctx: Pick<Ctx, 'store' | 'org' | 'now'>,
): Promise<Signer> {
  const delegations = person === undefined ? [] : await ctx.store.find(DELEGATIONS, {});
  const principals = delegations
    .filter(({ data }) => data.to === person?.id && data.until >= dayOf(ctx.now))
    .map(({ id }) => id);
  if (where.kind === 'unit')
    return { person, units: where.unit === undefined ? [] : [where.unit.id], principals };
  const headed = principals.flatMap(
    (id) => ctx.org.person(id)?.posts.filter(({ role }) => role === 'head') ?? [],
  );
  const units = [...(person?.posts ?? []), ...headed].map(({ unit }) => unit);
  return { person, units: [...new Set(units)], principals };
}

/** Issued notices that still ask these units for a receipt, oldest first. */
export async function openFor(store: Reader, units: readonly string[]): Promise<readonly Notice[]> {
  const asked = await Promise.all(units.map((unit) => store.find(RECEIPTS, { unit, state: 'asked' })));
  const codes = [...new Set(asked.flat().map(({ data }) => data.code))].sort();
  const notices = await Promise.all(codes.map((code) => store.get(NOTICES, code)));
  return notices.flatMap((found) => (found?.data.state === 'issued' ? [found.data] : []));
}
